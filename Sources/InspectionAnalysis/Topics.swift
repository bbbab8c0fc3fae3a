public import InspectionModel

extension Topic {
  /// Every account that can be asked for, in the order in which they are listed. This knows all of
  /// them, and none of them knows this.
  public static let all: [Topic] = [
    .brief, .picture, .compare, .trend, .burden, .scenario, .pause, .framework, .concerns, .concern,
    .value, .deepDive, .alone, .area, .method, .agreement,
  ]

  /// The one that is asked for by a name.
  public init?(named name: some StringProtocol) {
    guard let topic = Self.all.first(where: { $0.name == name }) else { return nil }
    self = topic
  }
}

extension AccountRequest {
  /// Works it out among all there are; see ``account(in:on:hidden:whole:among:)``.
  public func account(
    in register: Register, on today: Day, hidden: String? = nil, whole: Register? = nil
  ) throws(QueryProblem) -> Account {
    try account(in: register, on: today, hidden: hidden, whole: whole, among: Topic.all)
  }
}
