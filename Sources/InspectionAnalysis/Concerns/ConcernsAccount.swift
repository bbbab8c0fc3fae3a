import InspectionModel

extension Topic {
  public static let concerns = Topic(
    "concerns", title: "Concerns",
    summary: "what was asked for and feared in the consultation, and how it stands",
    takes: [.day, .reading]
  ) { ConcernsAccount($0).account }
}

/// The concerns of the consultation as an account: how each stands, what speaks for that, and what
/// would address it.
struct ConcernsAccount {
  private let concerns: [Concern]
  private let progress: ConcernProgress
  private let today: Day
  private let topics: [Topic]
  private let reading: Reading

  init(_ input: Topic.Input) {
    concerns = input.register.all(Concern.self)
    progress = ConcernProgress(concerns)
    (today, topics) = (input.day, input.topics)
    reading = input.scope.reading ?? .coded
  }

  var account: Account {
    Account(
      title: "Concerns", question: "Has what was asked for and feared been addressed?",
      answer: answer,
      blocks: [.grid(list), .grid(counts)].filter { !$0.isEmpty },
      evidence: concerns.map(\.row),
      method: [
        "Progress = (addressed + ½ · partly addressed) / (all − withdrawn − superseded).",
        "A concern stands where somebody says it stands, with a day and evidence; only open and no "
          + "response need none. What is computed is shown beside it and decides nothing.",
        "Age is in calendar days since it was raised, on \(today).",
      ],
      gaps: [
        "The concerns are in our own words, after a press report and a statement; quote the source "
          + "when this goes outside."
      ])
  }

  private var answer: String {
    guard let share = progress.share else {
      return concerns.isEmpty
        ? "The register has no concerns." : "Every concern is withdrawn or superseded."
    }
    return
      "Of \(progress.total) concerns, \(progress.addressed) addressed and \(progress.partly) "
      + "partly: progress \(Percent.text(share))."
  }

  private var list: Grid {
    Grid(
      title: "Concerns", corner: "concern", rows: concerns, named: { "\($0.key) \($0.name)" },
      short: \.key, subject: \.row,
      columns: [
        Grid.Column("standing") { $0.figure(.phrase($0.standingWords), opens: $0.own) },
        Grid.Column("age", unit: "days") {
          $0.figure(
            $0.age(on: today).map { .count($0) }
              ?? .absent(.unknown("the day it was raised is not known")))
        },
        Grid.Column("evidence") { $0.figure(.count($0.evidence.count), opens: $0.own) },
        Grid.Column("computed") { concern in
          let requests = concern.requests(among: topics)
          let names = requests.map { $0.request?.topic.title ?? $0.name }
          return concern.figure(
            .phrase(names.joined(separator: ", ")),
            opens: requests.lazy.compactMap(\.request).first?.read(reading) ?? concern.own)
        },
        Grid.Column("since") {
          $0.figure($0.on.map { .day($0) } ?? .absent(.unknown("no day is given")))
        },
        Grid.Column("by") { $0.figure(.phrase($0.by ?? "")) },
        Grid.Column("would count as addressed") {
          $0.figure(.phrase($0.test ?? ""), opens: $0.own)
        },
      ])
  }

  private var counts: Grid {
    let standings = ConcernStanding.allCases.map { standing in
      (standing: standing, rows: concerns.filter { $0.standing == standing }.map(\.row))
    }
    return Grid(
      title: "How they stand", corner: "standing", rows: standings.filter { !$0.rows.isEmpty },
      named: { $0.standing.rawValue.replacing("-", with: " ") },
      columns: [.bar("concerns") { .count($0.rows) }])
  }
}

extension Concern {
  /// Its own account.
  fileprivate var own: AccountRequest { AccountRequest(.concern, key: key) }

  fileprivate func figure(_ value: Figure.Value, opens: AccountRequest? = nil) -> Figure {
    Figure(value, basis: [row], opens: opens)
  }
}
