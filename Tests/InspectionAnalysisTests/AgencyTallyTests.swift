import InspectionAnalysis
import InspectionModel
import Testing

struct AgencyTallyTests {
  private let register: Register
  private var passages: [Passage] { register.all(Passage.self) }

  /// Three passages, the last of them not coded.
  init() throws {
    let nothing = UnsafeRawBufferPointer(start: nil, count: 0)
    var register = Register(file: TextBuffer(nothing, ownedBy: NoFile()))
    try register.apply(Change("", Self.names + Self.passages + Self.codings))
    self.register = register
  }

  @Test func `agencies are counted by direction, in the order of the register`() {
    let tallies = AgencyTally.tallies(of: passages)
    #expect(tallies.map { register[$0.agency].key } == ["health", "police"])
    #expect(tallies.map(\.total) == [1, 3])
    #expect(Direction.allCases.map(tallies[1].count) == [2, 1, 0, 0])
    #expect(Direction.allCases.map(tallies[0].count) == [0, 0, 0, 1])
  }

  @Test func `passages without a coding give nothing`() {
    #expect(AgencyTally.tallies(of: []).isEmpty)
    #expect(AgencyTally.tallies(of: Array(passages.suffix(1))).isEmpty)
  }

  private static let names: [Edit] = [
    .insert(.area, [.init(.id, "ashby"), .init(.name, "Ashby")]),
    .insert(.framework, [.init(.id, "jtai"), .init(.name, "Joint inspection")]),
    .insert(.agency, [.init(.id, "health"), .init(.name, "Health"), .init(.letter, "h")]),
    .insert(.agency, [.init(.id, "police"), .init(.name, "Police"), .init(.letter, "p")]),
    .insert(
      .inspection,
      [
        .init(.id, "i"), .init(.area, "ashby"), .init(.framework, "jtai"),
        .init(.certainty, "stated-in-letter"), .init(.source, "https://example.org"),
      ]),
  ]

  private static let passages: [Edit] = (1...3).map { index in
    .insert(
      .passage,
      [
        .init(.id, "i/s\(index)"), .init(.inspection, "i"), .init(.section, "strength"),
        .init(.index, "\(index)"), .init(.text, "Words."),
      ])
  }

  private static let codings: [Edit] = [
    coding("C-1", "i/s1", "police", "+"), coding("C-2", "i/s1", "health", "0"),
    coding("C-3", "i/s2", "police", "+"), coding("C-4", "i/s2", "police", "-"),
  ]

  private static func coding(
    _ key: String, _ passage: String, _ agency: String, _ direction: String
  ) -> Edit {
    .insert(
      .contribution,
      [
        .init(.id, key), .init(.passage, passage), .init(.agency, agency),
        .init(.direction, direction),
      ])
  }
}

private final class NoFile: Sendable {}
