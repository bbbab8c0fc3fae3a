import InspectionAnalysis
import InspectionModel
import Seeded
import Testing

/// What somebody sees while passes are blind, over random registers, passes and people.
struct BlindingTests {
  private static let people = ["ada", "bob", "mh"]

  @Test(arguments: [20_261_129, UInt64.random(in: 0..<1_000_000)])
  func `what rests on nothing hidden is the same for everybody`(seed: UInt64) throws {
    print("blind passes over random registers, seed \(seed)")
    var random = RandomReviews(seed: seed)
    let day = try #require(Day(iso: "2026-11-29"))
    var hidden = 0
    for round in 0..<(isThorough ? 16 : 4) {
      let whole = try random.register()
      for viewer in Self.people {
        let blinding = Blinding(for: viewer, in: whole)
        let seen = blinding.applied(to: whole)
        let place: Comment = "round \(round), \(viewer), seed \(seed)"
        expectLists(seen, of: whole, by: blinding, place)
        let count = whole.count(.contribution) - seen.count(.contribution)
        hidden += count
        #expect(blinding.extent.contributions == count, place)
        #expect(count == 0 || blinding.sentence?.hasPrefix("\(count) contribution") == true, place)
        for topic in Topic.all {
          let request = AccountRequest(topic)
          let full = try request.account(in: whole, on: day)
          let account = try request.account(
            in: seen, on: day, hidden: blinding.sentence, whole: whole)
          let isSaid = account.answer.hasPrefix("Not all is shown: ")
          #expect(isSaid == !account.gaps.filter { $0.hasPrefix("Hidden") }.isEmpty, place)
          #expect(isSaid || account == full, "\(topic.name), \(place)")
          if topic == .agreement || topic == .burden { #expect(account.blocks == full.blocks) }
        }
      }
    }
    #expect(hidden > 8, "hardly anything was hidden")
  }

  @Test func `what somebody says of a passage can be hidden`() {
    let types = RecordType.allCases.filter { type in
      type.spec(of: .by) != nil
        && [Field.passage, .contribution].contains { type.spec(of: $0) != nil }
    }
    #expect(types.count >= 3)
    for type in types { #expect(Blinding.hideable.contains(type), "\(type.name)") }
  }

  /// Lists of what may be hidden lack just that; all others are the same.
  private func expectLists(
    _ seen: Register, of whole: Register, by blinding: Blinding, _ place: Comment
  ) {
    for type in RecordType.allCases {
      let (mine, all) = (seen.rows(type), whole.rows(type))
      guard Blinding.hideable.contains(type) else {
        #expect(mine == all, place)
        continue
      }
      #expect(mine == all.filter { !blinding.hides($0, in: whole) }, place)
      for row in mine { #expect(seen[row].values == whole[row].values, place) }
    }
    for row in whole.rows(.contribution) where blinding.hides(row, in: whole) {
      let passage = whole[row].reference(.passage)
      #expect(passage.map(blinding.covers) == true, place)
    }
  }
}

/// Registers with letters that several people code, in reviews of every kind.
private struct RandomReviews {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func register() throws -> Register {
    let nothing = UnsafeRawBufferPointer(start: nil, count: 0)
    var register = Register(file: TextBuffer(nothing, ownedBy: Nobody()))
    try register.apply(Change("", names + letters))
    try register.apply(Change("", reviews()))
    try register.apply(Change("", codes()))
    return register
  }

  private let names: [Edit] = [
    .insert(.framework, [.init(.id, "jtai"), .init(.name, "Joint inspection")]),
    .insert(.agency, [.init(.id, "police"), .init(.name, "Police"), .init(.letter, "p")]),
    .insert(.agency, [.init(.id, "health"), .init(.name, "Health"), .init(.letter, "h")]),
    .insert(.criterion, [.init(.id, "I1"), .init(.name, "Knowing")]),
    .insert(.criterion, [.init(.id, "I2"), .init(.name, "Deciding")]),
  ]

  private let letters: [Edit] = (1...3).flatMap { letter -> [Edit] in
    let area = "area-\(letter)"
    let passages = (1...4).map { number in
      Edit.insert(
        .passage,
        [
          .init(.id, "\(letter)/s\(number)"), .init(.inspection, "\(letter)"),
          .init(.section, "strength"), .init(.index, "\(number)"), .init(.text, "Text."),
        ])
    }
    return [
      .insert(.area, [.init(.id, area), .init(.name, area)]),
      .insert(
        .inspection,
        [
          .init(.id, "\(letter)"), .init(.area, area), .init(.framework, "jtai"),
          .init(.from, "201\(letter)-05-08"), .init(.certainty, "stated-in-letter"),
          .init(.source, "x"),
        ]),
    ] + passages
  }

  /// First passes, and second ones of some of them.
  private mutating func reviews() -> [Edit] {
    (1...4).map { number in
      let isSecond = number > 2 && chance(0.7)
      var values: [FieldValue] = [
        .init(.id, "R\(number)"), .init(.name, "R\(number)"), .init(.order, "date"),
        .init(.first, "\(pick([1, 2, 3]))"), .init(.reviewer, pick(["ada", "bob", "mh"])),
        .init(.pass, isSecond ? "second" : "first"), .init(.state, pick(["open", "closed"])),
      ]
      if isSecond { values.append(.init(.of, "R\(pick([1, 2]))")) }
      if isSecond || chance(0.4) { values.append(.init(.blind, "yes")) }
      return .insert(.review, values)
    }
  }

  private mutating func codes() -> [Edit] {
    (0..<30).map { number in
      let passage = "\(pick([1, 2, 3]))/s\(pick([1, 2, 3, 4]))"
      let by = FieldValue(.by, pick(["ada", "bob", "mh"]))
      if chance(0.2) {
        let subject: FieldValue =
          pick([
            .init(.passage, passage), .init(.agency, "police"), .init(.inspection, "2"),
            .init(.area, "area-1"),
          ])
        return .insert(
          .memo,
          [.init(.id, "M\(number)"), .init(.kind, pick(["nothing", "analytic"])), subject, by])
      }
      return .insert(
        .contribution,
        [
          .init(.id, "C\(number)"), .init(.passage, passage),
          .init(.agency, pick(["police", "health"])), .init(.criterion, pick(["I1", "I2"])),
          .init(.direction, pick(["+", "-", "=", "0"])), .init(.review, "R\(pick([1, 2, 3, 4]))"),
          by,
        ])
    }
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &random)]
  }

  private mutating func chance(_ share: Double) -> Bool {
    Double.random(in: 0..<1, using: &random) < share
  }
}

private final class Nobody: Sendable {}
