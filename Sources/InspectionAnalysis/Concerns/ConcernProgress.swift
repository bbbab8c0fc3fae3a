public import InspectionModel

/// How far concerns are addressed.
///
/// Progress = (addressed + ½ · partly addressed) / (all − withdrawn − superseded). O(concerns).
public struct ConcernProgress: Hashable, Sendable {
  public let addressed: Int
  public let partly: Int
  /// All but those withdrawn or superseded.
  public let total: Int

  public init(_ concerns: [Concern]) {
    let standings = concerns.compactMap(\.standing)
    addressed = standings.count { $0 == .addressed }
    partly = standings.count { $0 == .partlyAddressed }
    total = standings.count { $0 != .withdrawn && $0 != .superseded }
  }

  /// From 0 to 1; nil where no concern stands.
  public var share: Double? {
    total > 0 ? (Double(addressed) + Double(partly) / 2) / Double(total) : nil
  }
}

extension Concern {
  /// Days since it was raised; nil where that is not known to the day, or lies ahead.
  public func age(on today: Day) -> Int? {
    raised.flatMap { $0.days(until: today) }.flatMap { $0 >= 0 ? $0 : nil }
  }

  /// The analyses that bear on it; nil for a name that is that of none.
  public func requests(among topics: [Topic]) -> [(name: String, request: AccountRequest?)] {
    computed.map { name in
      let parts = name.split(separator: ":", maxSplits: 1)
      let topic = parts.first.flatMap { name in topics.first { $0.name == name } }
      let focus = parts.count > 1 ? String(parts[1].drop { $0 == " " }) : nil
      // A concern's own account would ask for itself for ever.
      let isOwn = topic == .concern || topic == .concerns
      return (name, isOwn ? nil : topic.map { AccountRequest($0, focus: focus) })
    }
  }

  /// How it stands, in words.
  var standingWords: String {
    standing?.rawValue.replacing("-", with: " ") ?? "not known"
  }
}
