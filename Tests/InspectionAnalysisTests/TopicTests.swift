import InspectionAnalysis
import InspectionModel
import Testing

/// An account of one's own is a declaration beside its analysis and a place in the list; the rest
/// comes of itself.
struct TopicTests {
  private static let areas = Topic(
    "areas", title: "Areas", summary: "how many areas there are", takes: [.filter, .key]
  ) { input in
    Account(
      title: "Areas", question: "How many are there?",
      answer: """
        \(input.register.count(.area)) areas, \(input.scope.inspections(in: input.register).count) \
        inspections, about \(input.key ?? "all") on \(input.day).
        """)
  }

  private let register = Registers.read(
    """
    %rec: Area

    Id: ashby
    Name: Ashby

    Id: birch
    Name: Birch

    %rec: Framework

    Id: jtai
    Name: JTAI

    %rec: Inspection

    Id: jtai-ashby-2017
    Area: ashby
    Framework: jtai
    From: 2017-05-08
    Certainty: stated-in-letter
    Source: https://example.org/a

    %rec: Concern

    Id: K1
    Name: Too many
    Standing: open
    Computed: areas
    Computed: weather
    """)

  @Test func `it is asked for like any other`() throws {
    let request = AccountRequest(Self.areas, filter: "area:birch", key: "birch")
    let day = try #require(Day(iso: "2026-11-25"))
    let account = try request.account(in: register, on: day, hidden: "all that B coded")
    #expect(
      account.answer == "Not all is shown: all that B coded. Of the rest: 2 areas, 0 inspections, "
        + "about birch on 2026-11-25.")
    let same = try request.account(
      in: register, on: day, hidden: "all that B coded", whole: register)
    #expect(same.answer == "2 areas, 0 inspections, about birch on 2026-11-25.")
    #expect(same.gaps.isEmpty)
    #expect(account.gaps == ["Hidden for now: all that B coded."])
  }

  @Test func `a concern that names it tells its answer`() throws {
    let day = try #require(Day(iso: "2026-11-25"))
    let account = try AccountRequest(.concern, key: "K1")
      .account(in: register, on: day, among: Topic.all + [Self.areas])
    let grids = account.blocks.compactMap { if case .grid(let grid) = $0 { grid } else { nil } }
    let computed = try #require(grids.first { $0.title == "Computed today" })
    #expect(computed.lines.map(\.heading.name) == ["Areas", "weather"])
    let figure = computed.lines[0].figures[0]
    #expect(figure.value == .phrase("2 areas, 1 inspections, about all on 2026-11-25."))
    #expect(figure.opens == AccountRequest(Self.areas))
  }

  @Test func `each is found by its name, which is its own`() {
    #expect(Set(Topic.all).count == Topic.all.count)
    for topic in Topic.all { #expect(Topic(named: topic.name) == topic) }
    #expect(Topic(named: "areas") == nil)
  }
}
