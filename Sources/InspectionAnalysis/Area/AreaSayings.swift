import InspectionModel

/// What the letters of an area's joint inspections say of each agency: as people coded it, or as
/// the program read it.
///
/// O(contributions or passages of the register).
struct AreaSayings {
  let block: Account.Block
  /// What stands as coded, or the passages that name an agency.
  let evidence: [Row]
  let method: [String]
  let gaps: [String]

  init(_ inspections: [Inspection], _ input: Topic.Input) {
    let joint = inspections.filter(\.isJoint)
    switch input.scope.reading ?? .coded {
    case .coded: self.init(Codings(of: joint, in: input.register), input.uncoded)
    case .machine: self.init(AsRead(of: joint, in: input.register))
    }
  }

  // MARK: - As coded

  private init(_ codings: Codings, _ uncoded: Uncoded) {
    let title = "What was said of each agency, as coded"
    evidence = codings.all.map(\.row)
    gaps = Self.gaps("No letter has been read of", codings.unread)
    method = ["A mixed contribution is a strength and a shortfall, and has a column of its own."]
    guard !codings.read.isEmpty else {
      block = .sentences(title: title, [Self.nothing(of: codings.unread, "has been read")])
      return
    }
    guard !codings.all.isEmpty else {
      block = .sentences(
        title: title,
        [
          "\(uncoded.sentence) in \(counted(codings.read.count, "letter")) with "
            + "\(counted(codings.marks.count, "passage")) to code."
        ])
      return
    }
    let byAgency = Dictionary(grouping: codings.all) { $0.agency }
    let agencies = codings.register.all(Agency.self)
      .filter { byAgency[Int32($0.row.number)] != nil }.inOrderOfField
    func rows(_ agency: Agency, _ direction: Direction) -> Figure {
      .count(
        (byAgency[Int32(agency.row.number)] ?? []).filter { $0.direction == direction }.map(\.row))
    }
    block = .grid(
      Grid(
        title: title, corner: "agency", rows: agencies, named: \.name,
        columns: [
          Grid.Column("+ strength", short: "+") { rows($0, .strength) },
          Grid.Column("− shortfall", short: "−") { rows($0, .shortfall) },
          Grid.Column("= mixed", short: "=") { rows($0, .mixed) },
          Grid.Column("only mentioned", short: "mentioned") { rows($0, .mention) },
        ], notes: [Backing.sentence(codings, uncoded)]))
  }

  // MARK: - As read

  private init(_ asRead: AsRead) {
    let title = "What was said of each agency, as read"
    evidence = asRead.passages.filter { $0.agencies > 0 }.map(\.passage)
    gaps = Self.gaps("The register has no text of a letter of", asRead.unread)
    method = [
      "As read, the direction is that of the section in which a passage stands. An agency may be "
        + "named there without being what is praised or criticised."
    ]
    guard !asRead.read.isEmpty else {
      block = .sentences(title: title, [Self.nothing(of: asRead.unread, "is here with its text")])
      return
    }
    let byAgency = Dictionary(grouping: asRead.all) { $0.agency }
    func rows(_ agency: Agency, _ direction: Direction?) -> Figure {
      .count((byAgency[agency.row] ?? []).filter { $0.direction == direction }.map(\.passage))
    }
    let grid = Grid(
      title: title, corner: "agency", rows: asRead.agencies, named: \.name,
      columns: [
        Grid.Column("+ in strengths", short: "+") { rows($0, .strength) },
        Grid.Column("− in areas for improvement and priority action", short: "−") {
          rows($0, .shortfall)
        },
        Grid.Column("in sections without direction", short: "other") { rows($0, nil) },
      ], notes: [Backing.sentence(asRead), "\(AgencyReliability.sentence)."])
    block =
      grid.lines.isEmpty
      ? .sentences(title: title, ["No agency was found in the passages read."]) : .grid(grid)
  }

  // MARK: - What is not there

  /// - Parameter unread: joint inspections of which nothing is known, and how that is said of a
  ///   letter: `has been read`.
  private static func nothing(of unread: [Inspection], _ known: String) -> String {
    unread.isEmpty
      ? "There was no joint inspection, so there is no letter."
      : "Not known: no letter of its joint inspections \(known)."
  }

  private static func gaps(_ start: String, _ unread: [Inspection]) -> [String] {
    unread.isEmpty ? [] : ["\(start) \(listed(unread.map(\.title)))."]
  }
}
