import InspectionAnalysis
import InspectionModel
import Testing

/// Accounts and registers made for reports, with texts that would break a careless writer.
enum Accounts {
  static let nasty = "<script>alert(\"x\")</script> & 'a' | b\u{1B}[31m\u{7F}\u{202E}`c` =1+1"

  /// One inspection with a source, one passage, one contribution.
  static func register() throws -> Register {
    let nothing = UnsafeRawBufferPointer(start: nil, count: 0)
    var register = Register(file: TextBuffer(nothing, ownedBy: NoFile()))
    try register.apply(
      Change(
        "",
        [
          .insert(.area, [.init(.id, "ashby"), .init(.name, "Ashby")]),
          .insert(.framework, [.init(.id, "jtai"), .init(.name, "Joint inspection")]),
          .insert(.agency, [.init(.id, "police"), .init(.name, "Police"), .init(.letter, "p")]),
          .insert(
            .inspection,
            [
              .init(.id, "jtai-ashby-2017"), .init(.area, "ashby"), .init(.framework, "jtai"),
              .init(.from, "2017-05-08"), .init(.certainty, "stated-in-letter"),
              .init(.source, "https://example.org/a?b=1&c=2"),
            ]),
          .insert(
            .passage,
            [
              .init(.id, "jtai-ashby-2017/s1"), .init(.inspection, "jtai-ashby-2017"),
              .init(.section, "strength"), .init(.index, "1"), .init(.page, "3"),
              .init(.summary, "Officers ask; " + nasty),
            ]),
          .insert(
            .contribution,
            [
              .init(.id, "C-1"), .init(.passage, "jtai-ashby-2017/s1"), .init(.agency, "police"),
              .init(.direction, "-"),
            ]),
        ]))
    return register
  }

  /// Every kind of figure, and a time line.
  static func everything(_ register: Register) throws -> Account {
    let row = try #require(register.row(.contribution, key: "C-1"))
    let day = try #require(Day(iso: "2017-05-08"))
    let values: [Figure.Value] = [
      .count(3), .share(26, of: 36), .measure(0.7222, digits: 2), .measure(-0.5, digits: 1),
      .range(low: 3, mid: 4, high: 5.5), .split(strengths: 3, shortfalls: 1), .day(day),
      .phrase(nasty), .absent(.notCoded), .absent(.nothingRecorded), .absent(.namedOnly),
      .absent(.outOfScope), .absent(.unknown("nobody has told")), .measure(.nan, digits: 2),
    ]
    let grid = Grid(
      title: "All kinds", corner: "kind", rows: values.enumerated(),
      named: { "row \($0.offset)" },
      columns: [
        Grid.Column("figure", unit: "calendar days", style: .bar) { place, value in
          Figure(value, basis: place == 0 ? [row] : [])
        }
      ], notes: ["n is passages"])
    let timeline = Timeline(
      title: "Rounds", from: try #require(Day(iso: "2016")), to: try #require(Day(iso: "2018")),
      lanes: [
        Timeline.Lane(
          "Ashby",
          [
            Timeline.Span("visit", from: day, to: day, kind: .onSite, basis: [row]),
            Timeline.Span("letter", from: day, to: day, kind: .event, basis: []),
          ])
      ])
    let chart = Chart(
      title: "Shares " + nasty, labels: ["2016", "2017", nasty], series: ["Police", nasty],
      named: { $0 }, notes: ["n is passages"]
    ) { _, place in
      let share = Proportion(place, of: place == 1 ? 0 : 4)
      return Chart.Point(share, interval: share.wilson, basis: [row])
    }
    return Account(
      title: "A title " + nasty, question: "Is it so?", answer: "It is " + nasty,
      blocks: [
        .grid(grid), .timeline(timeline), .chart(chart),
        .sentences(title: "Words", [nasty]),
      ],
      evidence: [row], method: ["By counting."], gaps: ["Not all is known."])
  }
}

private final class NoFile: Sendable {}
