/// What it takes to have the reports of some inspections: told before any of them is fetched.
public struct FetchPlan: Hashable, Sendable {
  /// The keys of the inspections.
  public let inspections: [String]
  /// How many reports are to be fetched, and how many are there already.
  public let missing: Int
  public let there: Int
  /// The machines they come from, each once.
  public let hosts: [String]
  /// Where they are kept.
  public let folder: String

  public init(
    inspections: [String], missing: Int, there: Int, hosts: [String], folder: String
  ) {
    (self.inspections, self.missing, self.there) = (inspections, missing, there)
    (self.hosts, self.folder) = (hosts, folder)
  }
}
