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

  @Test func `headline and main findings and findings are gone through, case studies are not`()
    throws
  {
    var more = self
    for (code, section) in [
      ("h", "headline"), ("m", "main-finding"), ("f", "finding"), ("a", "area-for-improvement"),
      ("e", "experience"), ("r", "recommendation"), ("c", "case-study"), ("n", "next-steps"),
      ("x", "context"),
    ] {
      try more.insert(
        .passage, ("Id", "ashby-2017/\(code)1"), ("Inspection", "ashby-2017"),
        ("Section", section), ("Index", "1"), ("Text", "Text."))
    }
    func kinds(_ rule: ReviewRule) -> Set<SectionKind> {
      Set(
        ReviewQueue(rule, in: more.register).passages.compactMap {
          more.register.view($0, as: Passage.self).section
        })
    }
    #expect(
      kinds(ReviewRule()) == [
        .strength, .headline, .mainFinding, .finding, .areaForImprovement, .experience,
        .recommendation,
      ])
    var without = ReviewRule()
    without.sections.subtract([.headline, .mainFinding])
    #expect(kinds(without).isDisjoint(with: [.headline, .mainFinding]))
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
    let agreement = try both.agreement("R-1", "R-2")
    #expect(agreement.passages == 3)
    #expect(agreement.agencies.map(\.name) == ["police", "health"])
    // Police in passages 1 and 3 by the first, in 1 by the second: p_o 2/3, p_e 4/9.
    #expect(Self.value(.cohen(.plain), agreement.agencies[0]) == "0.400")
    #expect(agreement.agencies[0].differing.map { both.register[$0].key } == ["ashby-2017/s3"])
    #expect(agreement.pooled.map(\.name) == ["all agencies"] && agreement.criteria.isEmpty)
    // Of the agencies that both coded, each had one direction and both gave it the same.
    #expect(Self.value(.percent, agreement.direction[0]) == "1.000")
    #expect(agreement.direction[0].coefficients[0].n == 2)
    let none = try self.agreement("R-1", "R-2")
    #expect(none.passages == 0)
    #expect(none.direction[0].coefficients[0].value == .undefined(.noOverlap))
  }

  /// Both coded police in every passage: - and -, - and =, = and =, + and +, + and -, 0 and +.
  @Test func `directions are weighed as steps from shortfall over mixed to strength`() throws {
    var both = self
    for (index, pair) in ["--", "-=", "==", "++", "+-", "0+"].enumerated() {
      let signs = pair.map { String($0) }
      try both.code(index + 1, ("R-1", "police", signs[0]), ("R-2", "police", signs[1]))
    }
    let agreement = try both.agreement("R-1", "R-2")
    // The mention is a category of its own among names and a gap in the order.
    #expect(agreement.direction.map { $0.coefficients[0].n } == [6, 5])
    // Worked out apart from this program, from the formulas of the doc comments.
    let ordered = agreement.direction[1]
    let measures: [Statistic] = [
      .cohen(.linear), .cohen(.quadratic), .krippendorff(.ordinal), .krippendorff(.interval),
    ]
    #expect(ordered.coefficients.map(\.statistic) == measures)
    #expect(measures.map { Self.value($0, ordered) } == ["0.348", "0.286", "0.333", "0.348"])
    #expect(Self.value(.cohen(.plain), agreement.direction[0]) == "0.308")
  }

  @Test func `three passes have Fleiss' kappa, and gaps are alpha's`() throws {
    var three = self
    try three.insert(
      .review, ("Id", "R-3"), ("Name", "R-3"), ("Order", "date"), ("Reviewer", "R-3"),
      ("Pass", "second"), ("State", "closed"))
    // Police in 1 and 2 by all; in 3 by two of them; in 4 by one; the third has not read 5.
    for review in ["R-1", "R-2", "R-3"] {
      for passage in 1...2 { try three.code(passage, (review, "police", "+")) }
    }
    try three.code(3, ("R-1", "police", "+"), ("R-2", "police", "+"), ("R-3", "health", "+"))
    try three.code(4, ("R-1", "police", "+"), ("R-2", "health", "+"), ("R-3", "health", "+"))
    try three.code(5, ("R-1", "health", "+"), ("R-2", "health", "+"))
    let agreement = try three.agreement("R-1", "R-2", "R-3")
    let police = agreement.agencies[0]
    let measures: [Statistic] = [.percent, .fleiss, .krippendorff(.nominal), .gwetAC1]
    #expect(police.coefficients.map(\.statistic) == measures)
    #expect(police.coefficients.map(\.n) == [5, 4, 5, 5])
    #expect(measures.map { Self.value($0, police) } == ["0.733", "0.111", "0.422", "0.487"])
    #expect(agreement.pooled.isEmpty)
  }

  @Test func `an agency credited and only mentioned besides in one passage is credited`() throws {
    var both = self
    try both.code(1, ("R-1", "police", "+"), ("R-2", "police", "+"))
    try both.insert(
      .contribution, ("Id", "C-x"), ("Passage", "ashby-2017/s1"), ("Agency", "police"),
      ("Direction", "0"), ("Review", "R-2"))
    #expect(Self.value(.percent, try both.agreement("R-1", "R-2").direction[0]) == "1.000")
  }

  @Test(arguments: ["R-1", "R-2", "mh"])
  func `agreement is the same for everybody, whatever else is open`(viewer: String) throws {
    var all = self
    try all.apply(
      try #require(all.record(.review, "R-2").setting(.of, to: ["R-1"])))
    for passage in 1...5 {
      try all.code(passage, ("R-1", "police", "+"), ("R-2", "police", passage < 3 ? "+" : "-"))
    }
    for (id, review) in [("M-1", "R-1"), ("M-2", "R-2")] {
      try all.insert(
        .memo, ("Id", id), ("Kind", "nothing"), ("Passage", "ashby-2017/s6"), ("Review", review),
        ("By", review))
    }
    let before = try all.agreementAccount(for: viewer)
    #expect(before.gaps.isEmpty)
    try all.insert(
      .review, ("Id", "R-9"), ("Name", "R-9"), ("Order", "date"), ("Reviewer", viewer),
      ("Pass", "first"), ("Blind", "yes"), ("State", "open"))
    let after = try all.agreementAccount(for: viewer)
    #expect(after.gaps.isEmpty)
    #expect(after.blocks == before.blocks)
  }

  @Test func `a blind pass hides what others noted in its passages, and nothing else`() throws {
    var all = self
    for (id, subject, key) in [
      ("M-1", "Passage", "ashby-2017/s1"), ("M-2", "Inspection", "ashby-2017"),
      ("M-3", "Agency", "police"), ("M-4", "Area", "ashby"), ("M-5", "Review", "R-1"),
    ] {
      try all.insert(.memo, ("Id", id), ("Kind", "analytic"), (subject, key), ("By", "ada"))
    }
    try all.insert(
      .review, ("Id", "R-9"), ("Name", "R-9"), ("Order", "date"), ("Reviewer", "mh"),
      ("Pass", "first"), ("Blind", "yes"), ("State", "open"))
    let seen = Blinding(for: "mh", in: all.register).applied(to: all.register)
    #expect(seen.all(Memo.self).map(\.key) == ["M-3", "M-4"])
    #expect(Blinding(for: "ada", in: all.register).applied(to: all.register).count(.memo) == 5)
  }

  private func record(_ type: RecordType, _ key: String) throws -> Record {
    register[try #require(register.row(type, key: key))]
  }

  private mutating func apply(_ edit: Edit) throws { try register.apply(Change("", [edit])) }

  /// What somebody is shown of how far the passes agree.
  private func agreementAccount(for viewer: String) throws -> Account {
    let blinding = Blinding(for: viewer, in: register)
    return try AccountRequest(.agreement).account(
      in: blinding.applied(to: register), on: try #require(Day(iso: "2026-11-29")),
      hidden: blinding.sentence, whole: register)
  }

  private func agreement(_ reviews: String...) throws -> PassAgreement {
    let passes = try reviews.map { key in
      register.view(try #require(register.row(.review, key: key)), as: Review.self)
    }
    return PassAgreement(passes, in: register, bootstrap: Bootstrap(replicates: 50, seed: 1))
  }

  /// As it is shown.
  private static func value(_ statistic: Statistic, _ line: PassAgreement.Line) -> String? {
    let coefficient = line.coefficients.first { $0.statistic == statistic }
    return coefficient?.number.map { Figure.Value.fixed($0, 3) }
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
        ("Agency", agency), ("Direction", direction), ("Review", review), ("By", review))
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
