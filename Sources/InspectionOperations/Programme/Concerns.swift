public import InspectionModel

/// How a concern of the consultation stands from now on, who says so and since when.
public struct JudgeConcern: Operation {
  private let key: String
  private let standing: ConcernStanding
  private let evidence: Evidence

  private enum Evidence: Hashable {
    case more([String])
    case all([String])
  }

  /// - Parameter evidence: what is added to the evidence that is there: addresses, or keys of
  ///   records.
  public init(_ key: String, _ standing: ConcernStanding, evidence: [String] = []) {
    (self.key, self.standing, self.evidence) = (key, standing, .more(evidence))
  }

  /// - Parameter evidence: all that it rests on.
  init(_ key: String, _ standing: ConcernStanding, restingOn evidence: [String]) {
    (self.key, self.standing, self.evidence) = (key, standing, .all(evidence))
  }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    let concern = try register.find(Concern.self, key)
    let record = concern.record
    let all =
      switch evidence {
      case .more(let more): concern.evidence + more
      case .all(let all): all
      }
    if concern.standing == standing, all == concern.evidence { throw .standsSo(concern: key) }
    if standing.needsEvidence, all.isEmpty { throw .needsEvidence(standing) }
    let fields: [(Field, [String])] = [
      (.evidence, all), (.standing, [standing.rawValue]), (.by, [author.name]),
      (.on, [author.day.description]),
    ]
    let edits = fields.compactMap { record.setting($0, to: $1) }
    return Proposal(Change("\(key) as \(standing.rawValue)", edits))
  }
}

/// One more piece of evidence on a concern, which stands as it did.
public struct AddEvidence: Operation {
  private let (key, link): (String, String)

  /// - Parameter link: an address, or the key of a record.
  public init(_ link: String, on key: String) { (self.key, self.link) = (key, link) }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    let concern = try register.find(Concern.self, key)
    let edit = concern.record.setting(.evidence, to: concern.evidence + [link])
    return Proposal(Change("evidence on \(key)", [edit].compactMap(\.self)))
  }
}
