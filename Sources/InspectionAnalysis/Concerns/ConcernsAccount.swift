import InspectionModel

/// The concerns of the consultation as an account: how each stands, what speaks for that, and what would address it.
struct ConcernsAccount {
  private let concerns: [Concern]
  private let progress: ConcernProgress
  private let today: Day

  init(_ register: Register, on today: Day) {
    concerns = register.all(Concern.self)
    progress = ConcernProgress(concerns)
    self.today = today
  }

  var account: Account {
    Account(
      title: "Concerns", question: "Is what was asked for and feared addressed?", answer: answer,
      blocks: [.grid(list), .grid(counts)].filter { !$0.isEmpty },
      evidence: concerns.map(\.row),
      method: [
        "Progress = (addressed + ½ · partly addressed) / (all − withdrawn − superseded).",
        "A concern stands as somebody says, with a day and evidence; only open and no response need none. What is computed is beside it and decides nothing.",
        "Age is in calendar days since it was raised, on \(today).",
      ],
      gaps: [
        "The concerns are in our own words, after a press report and a statement; quote the source when this goes outside."
      ])
  }

  private var answer: String {
    guard let share = progress.share else {
      return concerns.isEmpty
        ? "The register has no concerns." : "Every concern is withdrawn or superseded."
    }
    let words = Figure.Value.fixed(share * 100, 0)
    return
      "Of \(progress.standing) concerns, \(progress.addressed) addressed and \(progress.partly) partly: progress \(words) %."
  }

  private var list: Grid {
    Grid(
      title: "Concerns", corner: "concern",
      columns: [
        Grid.Heading("standing"), Grid.Heading("age", unit: "days"), Grid.Heading("evidence"),
        Grid.Heading("computed"), Grid.Heading("since"), Grid.Heading("by"),
        Grid.Heading("would count as addressed"),
      ],
      lines: concerns.map { concern in
        Grid.Line(
          Grid.Heading("\(concern.key) \(concern.name)", short: concern.key), subject: concern.row,
          figures(of: concern))
      })
  }

  private func figures(of concern: Concern) -> [Figure] {
    let own = AccountRequest(.concern, key: concern.key)
    let computed = concern.requests.first { $0.request != nil }
    let names = concern.requests.map { $0.request?.topic.title ?? $0.name }
    return [
      Figure(.words(concern.standingWords), basis: [concern.row], opens: own),
      Figure(
        concern.age(on: today).map { .count($0) }
          ?? .absent(.unknown("the day it was raised is not known")), basis: [concern.row]),
      Figure(.count(concern.evidence.count), basis: [concern.row], opens: own),
      Figure(
        .words(names.joined(separator: ", ")), basis: [concern.row], opens: computed?.request ?? own
      ),
      Figure(
        concern.on.map { .day($0) } ?? .absent(.unknown("no day is given")), basis: [concern.row]),
      Figure(.words(concern.by ?? ""), basis: [concern.row]),
      Figure(.words(concern.test ?? ""), basis: [concern.row], opens: own),
    ]
  }

  private var counts: Grid {
    Grid(
      title: "How they stand", corner: "standing",
      columns: [Grid.Heading("concerns", style: .bar)],
      lines: ConcernStanding.allCases.compactMap { standing in
        let rows = concerns.filter { $0.standing == standing }.map(\.row)
        guard !rows.isEmpty else { return nil }
        return Grid.Line(
          Grid.Heading(standing.rawValue.replacing("-", with: " ")),
          [Figure(.count(rows.count), basis: rows)])
      })
  }
}
