import InspectionModel

extension Topic {
  public static let deepDive = Topic(
    "deep-dive", title: "Deep dive", summary: "what only the deep dive of a letter finds",
    takes: .filter
  ) { DeepDiveAccount(Codings($0.scope, in: $0.register), $0.uncoded).account }
}

/// What only the deep dive finds, as an account.
struct DeepDiveAccount {
  let dive: DeepDive
  let chance: DeepDive.ByChance?
  private let codings: Codings
  private let uncoded: Uncoded

  init(_ codings: Codings, _ uncoded: Uncoded) {
    (self.codings, self.uncoded) = (codings, uncoded)
    dive = DeepDive(codings)
    chance = dive.byChance
  }

  var account: Account {
    Account(
      title: "Deep dive", question: "Does the deep dive show what the rest of a letter does not?",
      answer: answer, behind: Backing.sentence(codings, uncoded),
      blocks: [.grid(byLetter)].filter { !$0.isEmpty }, evidence: dive.lines.flatMap(\.basis),
      method: method, gaps: gaps)
  }

  var answer: String {
    guard let share = dive.share else {
      return
        "No letter here separates its deep dive from the rest, so nothing can be said about it."
    }
    return
      "\(share.part) of \(share.whole) findings of the deep dives are made nowhere else in the "
      + "same letter" + (chance.map { "; " + $0.share.phrase(of: share.whole) } ?? "") + "."
  }

  private var byLetter: Grid {
    let average = chance?.byLetter ?? []
    return Grid(
      title: "Findings of the deep dive by letter", corner: "inspection",
      rows: zip(dive.lines, average), named: \.0.inspection.title, subject: \.0.inspection.row,
      columns: [
        Grid.Column("passages") { line, _ in
          Figure(.share(line.parts.part, of: line.parts.passages), basis: line.passages)
        },
        Grid.Column("findings") { Figure(.count($0.0.found), basis: $0.0.basis) },
        Grid.Column("nowhere else") { Figure(.count($0.0.unique), basis: $0.0.uniqueBasis) },
        .bar("share") { Figure(.share($0.0.unique, of: $0.0.found), basis: $0.0.uniqueBasis) },
        Grid.Column("nowhere else by chance", short: "by chance") { line, share in
          Figure(.measure(share * Double(line.found), digits: 1), basis: line.basis)
        },
      ],
      notes: ["Passages with a shortfall: those of the deep dive, of all under a heading."])
  }

  private var method: [String] {
    [
      "The deep dive is whatever is under a heading “Response to …” among the areas for "
        + "improvement of a letter. A finding is a shortfall of an agency on a criterion; it is "
        + "unique if no other headed part of the same letter has that shortfall.",
      "It compares a letter with itself. Thematic inspections of one inspectorate are not in the "
        + "register, so it does not say what they would have shown.",
    ]
      + (chance.map { chance in
        [
          "Chance: in each letter passages are shuffled. The pool is all passages under a heading "
            + "with a shortfall of an agency, and as many of them count as the deep dive as it "
            + "has; each keeps its findings. How many findings that makes differs, so that the "
            + "share that is nowhere else is compared, and applied to the findings there are. "
            + "\(chance.share.shuffles.sentence)"
        ]
      } ?? [])
  }

  private var gaps: [String] {
    dive.untold.isEmpty
      ? []
      : [
        "In \(dive.untold.map(\.title).joined(separator: ", ")) the deep dive cannot be told apart "
          + "from the rest, or only one of them has a shortfall."
      ]
  }
}
