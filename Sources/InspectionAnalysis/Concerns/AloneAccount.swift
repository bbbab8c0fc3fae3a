import InspectionModel

extension Topic {
  public static let alone = Topic(
    "alone", title: "One agency alone", summary: "passages that name only one agency",
    takes: [.filter, .reading], first: AloneAccount.first
  ) { input in
    input.scope.reading == .machine
      ? ReadAlone(input.scope, in: input.register).account
      : AloneAccount(Codings(input.scope, in: input.register), input.uncoded).account
  }
}

/// How many passages name one agency only, as an account.
struct AloneAccount {
  private let codings: Codings
  private let naming: Naming
  private let chance: NamingByChance?
  private let uncoded: Uncoded

  /// - Parameter isBesideChance: whether it is set beside what chance would give, which takes
  ///   longest.
  init(_ codings: Codings, _ uncoded: Uncoded, isBesideChance: Bool = true) {
    (self.codings, self.uncoded) = (codings, uncoded)
    naming = Naming(codings)
    chance = isBesideChance ? NamingByChance(codings) : nil
  }

  /// The counts, while chance is worked out.
  static func first(_ input: Topic.Input) -> Account {
    let codings = Codings(input.scope, in: input.register)
    var account = AloneAccount(codings, input.uncoded, isBesideChance: false).account
    account.answer += " What chance would give is being worked out."
    return account
  }

  var account: Account {
    Account(
      title: "One agency alone", question: "How much of what is found is about one agency only?",
      answer: answer, behind: Backing.sentence(codings, uncoded),
      blocks: [.grid(byInspection), .grid(byAgency)].filter { !$0.isEmpty },
      evidence: naming.one, method: method,
      gaps: codings.marks.contains { $0.mark == .notCoded }
        ? ["Passages that are \(uncoded.phrase) are left out."] : [])
  }

  var answer: String {
    guard let share = naming.jointness else { return "No coded passage names an agency." }
    return
      "\(share.whole - share.part) of \(share.whole) passages that name an agency name only one"
      + (chance.map { "; " + $0.share.phrase(of: share.whole) } ?? "") + "."
  }

  private var method: [String] {
    [
      "A passage names the agencies of its contributions of direction + − or = and those they were "
        + "made with; “all partners” counts as two or more, and the safeguarding partnership as "
        + "none, since it is a body."
    ]
      + (chance.map { chance in
        [
          "Chance: in each letter contributions are shuffled among passages. The pool is all its "
            + "contributions of these directions, and each passage gets as many as it has; a "
            + "contribution keeps the agencies that it names. Inspectors write a passage about one "
            + "matter, so that more passages with one agency than by chance are no surprise. "
            + chance.share.shuffles.sentence
        ]
      } ?? [])
  }

  private var byInspection: Grid {
    let parents = codings.register.column(.inspection, of: .passage)
    func byLetter(_ passages: [Row]) -> [Int: [Row]] {
      Dictionary(grouping: passages) { parents.reference($0.number) ?? -1 }
    }
    let (alone, joint) = (byLetter(naming.one), byLetter(naming.several))
    let letters = codings.read.map { inspection in
      let number = inspection.row.number
      return (inspection: inspection, one: alone[number] ?? [], several: joint[number] ?? [])
    }
    return Grid(
      title: "By letter", corner: "inspection",
      rows: letters.filter { !$0.one.isEmpty || !$0.several.isEmpty },
      named: \.inspection.title, subject: \.inspection.row,
      columns: [
        Grid.Column("one agency") { .count($0.one) },
        Grid.Column("several") { .count($0.several) },
        .bar("share") {
          Figure(.share($0.one.count, of: $0.one.count + $0.several.count), basis: $0.one)
        },
      ])
  }

  private var byAgency: Grid {
    let register = codings.register
    var isAlone = [Bool](repeating: false, count: register.rowCount(.passage))
    for passage in naming.one { isAlone[passage.number] = true }
    var named = [[Row]](repeating: [], count: register.rowCount(.agency))
    for coding in codings.all where coding.isFinding && isAlone[Int(coding.passageNumber)] {
      let agency = Int(coding.agency)
      if named[agency].last != coding.passage { named[agency].append(coding.passage) }
    }
    let agencies = register.all(Agency.self).filter { !Agency.bodies.contains($0.key) }
      .map { (agency: $0, passages: named[$0.row.number]) }.filter { !$0.passages.isEmpty }
    return Grid(
      title: "Which agency stands alone", corner: "agency", rows: agencies, named: \.agency.name,
      subject: \.agency.row,
      columns: [
        .bar("passages") { .count($0.passages) },
        Grid.Column("by chance") { agency, passages in
          chance?.byAgency[agency.row.number].map {
            Figure(.measure($0, digits: 1), basis: passages)
          } ?? .unknown("no passage names an agency")
        },
      ])
  }
}
