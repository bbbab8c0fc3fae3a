import InspectionAnalysis
import InspectionModel
import Testing

/// Reviews over an invented letter of six passages, read twice.
struct ReviewTests {
  private var register: Register

  init() throws {
    let nothing = UnsafeRawBufferPointer(start: nil, count: 0)
    register = Register(file: TextBuffer(nothing, ownedBy: NoFile()))
    try insert(.area, ("Id", "ashby"), ("Name", "Ashby"))
    try insert(.framework, ("Id", "jtai"), ("Name", "Joint inspection"))
    for (id, letter) in [("police", "p"), ("health", "h")] {
      try insert(.agency, ("Id", id), ("Name", id), ("Letter", letter))
    }
    try insert(
      .inspection, ("Id", "ashby-2017"), ("Area", "ashby"), ("Framework", "jtai"),
      ("From", "2017-05-08"), ("Certainty", "stated-in-letter"), ("Source", "x"))
    for number in 1...6 { try addPassage(number) }
    for (id, pass) in [("R-1", "first"), ("R-2", "second")] {
      try insert(
        .review, ("Id", id), ("Name", id), ("Order", "date"), ("Reviewer", id), ("Pass", pass),
        ("State", "closed"))
    }
  }

  @Test func `a shuffled order is that of its seed, and stays when a passage comes`() throws {
    let rule = ReviewRule(order: .random, seed: 3)
    let before = ReviewQueue(rule, in: register).passages
    #expect(ReviewQueue(rule, in: register).passages == before)
    #expect(before != ReviewQueue(ReviewRule(), in: register).passages)
    #expect(before != ReviewQueue(ReviewRule(order: .random, seed: 4), in: register).passages)
    var more = self
    try more.addPassage(7)
    let after = ReviewQueue(rule, in: more.register).passages
    #expect(after.count == 7 && after.filter(before.contains) == before)
  }

  @Test func `passages are compared where both have read them, the furthest apart first`() throws {
    var both = self
    // The same; another direction; another agency; only one of them; nothing said by either.
    try both.code(1, ("R-1", "police", "+"), ("R-2", "police", "+"))
    try both.code(2, ("R-1", "police", "+"), ("R-2", "police", "-"))
    try both.code(3, ("R-1", "police", "+"), ("R-2", "health", "+"))
    try both.code(4, ("R-1", "police", "+"))
    let comparison = try both.comparison
    let places = { (units: [PassComparison.Unit]) in units.map { both.register[$0.passage].key } }
    #expect(places(comparison.units) == ["ashby-2017/s1", "ashby-2017/s2", "ashby-2017/s3"])
    #expect(places(comparison.disagreements) == ["ashby-2017/s3", "ashby-2017/s2"])
    #expect(comparison.disagreements.first?.distance == 1)
  }

  @Test func `agreement is told code by code, and what cannot be told says why`() throws {
    var both = self
    try both.code(1, ("R-1", "police", "+"), ("R-2", "police", "+"))
    try both.code(2, ("R-1", "health", "-"), ("R-2", "health", "-"))
    try both.code(3, ("R-1", "police", "+"), ("R-2", "health", "+"))
    let agreement = PassAgreement(
      try both.comparison, in: both.register, bootstrap: Bootstrap(replicates: 50, seed: 1))
    #expect(agreement.passages == 3)
    #expect(agreement.agencies.map(\.name) == ["all agencies", "police", "health"])
    // Police in passages 1 and 3 by the first, in 1 by the second: p_o 2/3, p_e 4/9.
    let kappa = agreement.agencies[1].coefficients.first { $0.statistic == .cohen(.plain) }
    #expect(kappa.map { Coefficient.text($0.number ?? 0) } == ".400")
    #expect(agreement.criteria.isEmpty)
    // Of the agencies that both coded, each had one direction and both gave it the same.
    let direction = agreement.direction[0].coefficients.first { $0.statistic == .percent }
    #expect(direction?.number == 1 && direction?.n == 2)
    let none = PassAgreement(
      try comparison, in: register, bootstrap: Bootstrap(replicates: 50, seed: 1))
    #expect(none.passages == 0)
    #expect(none.direction[0].coefficients[0].value.description == "no overlap")
  }

  private var comparison: PassComparison {
    get throws {
      let first = try #require(register.row(.review, key: "R-1"))
      let second = try #require(register.row(.review, key: "R-2"))
      return PassComparison(register.view(first), register.view(second))
    }
  }

  private mutating func addPassage(_ number: Int) throws {
    try insert(
      .passage, ("Id", "ashby-2017/s\(number)"), ("Inspection", "ashby-2017"),
      ("Section", "strength"), ("Index", String(number)), ("Text", "Text."))
  }

  private mutating func code(_ passage: Int, _ codings: (String, String, String)...) throws {
    for (review, agency, direction) in codings {
      try insert(
        .contribution, ("Id", "C-\(passage)\(review)"), ("Passage", "ashby-2017/s\(passage)"),
        ("Agency", agency), ("Direction", direction), ("Review", review))
    }
  }

  private mutating func insert(_ type: RecordType, _ values: (String, String)...) throws {
    let fields = try values.map { name, value in
      FieldValue(try #require(Field(rawValue: name)), value)
    }
    try register.apply(Change("", [.insert(type, fields)]))
  }
}

private final class NoFile: Sendable {}
