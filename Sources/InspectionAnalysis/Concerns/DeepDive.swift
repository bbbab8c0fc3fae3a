public import InspectionModel

/// What only the deep dive of a letter finds.
///
/// Letters from 2016 to 2020 head a part of their areas for improvement “Response to …” the theme;
/// that part is the deep dive, the other headed parts are what any inspection of the front door and
/// leadership would see. A finding is an agency faulted on a criterion; it is unique if no other
/// headed part of the same letter faults that agency on that criterion. Defined here.
/// O(contributions).
public struct DeepDive: Sendable {
  public struct Line: Sendable {
    public let inspection: Inspection
    /// Agencies by criteria faulted in the deep dive, and those of them faulted nowhere else in the
    /// letter.
    public let found: Int
    public let unique: Int
    public let basis: [Row]
    public let uniqueBasis: [Row]
  }

  /// Letters in which the deep dive can be told from the rest and something of both is coded.
  public let lines: [Line]
  /// Letters with something coded in which it cannot.
  public let untold: [Inspection]

  public init(_ codings: Codings) {
    let register = codings.register
    var told: [Line] = []
    var untold: [Inspection] = []
    let byLetter = Dictionary(grouping: codings.all, by: \.inspection)
    for inspection in codings.read {
      guard let coded = byLetter[inspection.row] else { continue }
      let parts = coded.filter(\.isShortfall).compactMap { coding in
        register[coding.passage].text(.heading).map { (coding, Self.isDeepDive($0)) }
      }
      let deep = parts.filter(\.1).map(\.0)
      let other = Set(parts.filter { !$0.1 }.map { [$0.0.agency, $0.0.criterion] })
      guard !deep.isEmpty, !other.isEmpty else {
        untold.append(inspection)
        continue
      }
      let unique = deep.filter { !other.contains([$0.agency, $0.criterion]) }
      told.append(
        Line(
          inspection: inspection, found: Set(deep.map { [$0.agency, $0.criterion] }).count,
          unique: Set(unique.map { [$0.agency, $0.criterion] }).count, basis: deep.map(\.row),
          uniqueBasis: unique.map(\.row)))
    }
    (lines, self.untold) = (told, untold)
  }

  private static func isDeepDive(_ heading: String) -> Bool {
    heading.lowercased().hasPrefix("respons")
  }

  /// Unique findings, of those of the deep dives; nil where no letter tells.
  public var share: Picture.Share? {
    let found = lines.reduce(0) { $0 + $1.found }
    return found > 0
      ? Picture.Share(part: lines.reduce(0) { $0 + $1.unique }, whole: found) : nil
  }
}

extension Topic {
  public static let deepDive = Topic(
    "deep-dive", title: "Deep dive", summary: "what only the deep dive of a letter finds",
    takes: .filter
  ) { DeepDive.account($0.scope, in: $0.register) }
}

extension DeepDive {
  static func account(_ scope: Scope, in register: Register) -> Account {
    let codings = Codings(scope, in: register)
    let dive = DeepDive(codings)
    let answer =
      dive.share.map {
        "\($0.part) of \($0.whole) findings of the deep dives are made nowhere else in the same "
          + "letter."
      } ?? "No letter here separates its deep dive from the rest, so nothing can be said about it."
    return Account(
      title: "Deep dive", question: "Does the deep dive show what the rest of a letter does not?",
      answer: answer,
      blocks: [.grid(dive.byLetter)].filter { !$0.isEmpty },
      evidence: dive.lines.flatMap(\.basis),
      method: [
        "The deep dive is whatever is under a heading “Response to …” among the areas for "
          + "improvement of a letter. A finding is an agency faulted on a criterion; it is unique "
          + "if no other headed part of the same letter faults that agency on that criterion.",
        "It compares a letter with itself. Thematic inspections of one inspectorate are not in the "
          + "register, so it does not say what they would have shown.",
      ],
      gaps: dive.untold.isEmpty
        ? []
        : [
          "In \(dive.untold.map(\.title).joined(separator: ", ")) the deep dive cannot be told "
            + "apart from the rest, or only one of them faults anybody."
        ])
  }
  private var byLetter: Grid {
    Grid(
      title: "Findings of the deep dive by letter", corner: "inspection", rows: lines,
      named: \.inspection.title, subject: \.inspection.row,
      columns: [
        Grid.Column("findings") { Figure(.count($0.found), basis: $0.basis) },
        Grid.Column("nowhere else") { Figure(.count($0.unique), basis: $0.uniqueBasis) },
        .bar("share") { Figure(.share($0.unique, of: $0.found), basis: $0.uniqueBasis) },
      ])
  }
}
