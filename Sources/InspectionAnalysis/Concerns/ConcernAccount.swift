import InspectionModel

extension Topic {
  public static let concern = Topic(
    "concern", title: "Concern",
    summary: "one concern (--key K4): how it stands, its evidence, and what is computed",
    takes: [.key, .day, .reading]
  ) { ConcernAccount.account($0) }
}

/// One concern as an account: what was asked, how it stands, what speaks for that, and what the
/// analyses say today.
struct ConcernAccount {
  private let concern: Concern
  private let input: Topic.Input
  private var register: Register { input.register }

  /// Of a concern by its key; the first one without a key.
  static func account(_ input: Topic.Input) -> Account {
    let (register, key) = (input.register, input.key)
    let row = key.map { register.row(.concern, key: $0) } ?? register.rows(.concern).first
    guard let row else {
      return Account(
        title: "Concern", question: "How does it stand?",
        answer: key.map { "The register has no concern \($0)." } ?? "The register has no concerns.")
    }
    return ConcernAccount(concern: register.view(row), input: input).account
  }

  private var account: Account {
    let who = [concern.by, concern.on.map { "since \($0)" }].compactMap(\.self)
    let said = who.isEmpty ? "" : " (\(who.joined(separator: ", ")))"
    return Account(
      title: "\(concern.key) \(concern.name)",
      question: concern.summary ?? concern.name,
      answer: "Its standing is \(concern.standingWords)\(said).",
      blocks: [
        .sentences(title: "It would count as addressed when", [concern.test].compactMap(\.self)),
        .grid(computed), .grid(evidence), .grid(raised),
        .sentences(title: "Note", [concern.note].compactMap(\.self)),
      ].filter { !$0.isEmpty },
      evidence: [concern.row],
      method: [
        "What is computed is worked out from the register as it is now, and decides nothing: a "
          + "person says how a concern stands, with a day and evidence."
      ],
      gaps: concern.evidence.isEmpty ? ["No evidence is linked to it yet."] : [])
  }

  private var reading: Reading { input.scope.reading ?? .coded }

  private var computed: Grid {
    Grid(
      title: "Computed today" + (reading == .coded ? "" : ", \(reading.name) where it can be"),
      corner: "analysis",
      rows: concern.requests(among: input.topics),
      named: { $0.request?.topic.title ?? $0.name },
      columns: [
        Grid.Column("answer") { name, request in
          (request?.read(reading)).map { Figure(.phrase(input.answer(to: $0)), opens: $0) }
            ?? .unknown("there is no analysis “\(name)”")
        }
      ])
  }

  private var evidence: Grid {
    Grid(
      title: "Evidence", corner: "number", rows: concern.evidence.enumerated(),
      named: { String($0.offset + 1) },
      columns: [
        Grid.Column("where it is found") { _, link in
          Figure(.phrase(link), basis: record(link).map { [$0] } ?? [])
        }
      ])
  }

  /// The record that a link names, if it names one.
  private func record(_ link: String) -> Row? {
    RecordType.allCases.lazy.compactMap { register.row($0, key: link) }.first
  }

  private var raised: Grid {
    let age = concern.age(on: input.day)
    return Grid(
      title: "Raised", corner: "by", rows: concern.raisedIn,
      named: { $0.bodies.map(\.name).joined(separator: ", ") }, subject: \.row,
      columns: [
        Grid.Column("on") {
          Figure(
            concern.raised.map { .day($0) } ?? .absent(.unknown("no day is given")),
            basis: [$0.row])
        },
        Grid.Column("age", unit: "days") { _ in
          age.map { Figure(.count($0)) } ?? .unknown("it is not known to the day")
        },
      ])
  }
}
