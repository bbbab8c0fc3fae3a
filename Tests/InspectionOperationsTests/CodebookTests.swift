import InspectionModel
import InspectionOperations
import Testing

extension Bench {
  /// A register with a criterion or two.
  fileprivate static func codebook(_ more: String = "") -> Bench {
    Bench(
      """
      %rec: Criterion

      Id: I1
      Name: Deciding together
      Definition: Agencies decide together.
      Version: 2

      Id: J2
      Name: Sharing information
      Status: retired

      %rec: Contribution

      \(more)
      """)
  }
}

@Suite struct `A criterion` {
  private let words: [(field: Field, values: [String])] = [(.definition, ["They decide as one."])]

  @Test func `that is redefined keeps its former words, and is one version on`() throws {
    var bench = Bench.codebook()
    let made = try bench.run(RedefineCriterion("I1", words, because: "clearer"))
    #expect(made.notes == [.keptWording(criterion: "I1", version: 2)])
    #expect(made.counts == (new: 1, changed: 1, removed: 0))
    #expect(bench.text(.criterion, "I1", .definition) == "They decide as one.")
    #expect(bench.text(.criterion, "I1", .version) == "3")
    #expect(bench.text(.wording, "I1/2", .definition) == "Agencies decide together.")
    #expect(bench.text(.wording, "I1/2", .reason) == "clearer")
    #expect(bench.text(.wording, "I1/2", .by) == "ada")
  }

  @Test func `whose words are set is redefined, and only with a reason`() throws {
    var bench = Bench.codebook()
    #expect(bench.refusal(SetFields(.criterion, "I1", words)) == .needsReason(.redefine))
    try bench.run(SetFields(.criterion, "I1", words, because: "clearer"))
    #expect(bench.text(.wording, "I1/2", .definition) == "Agencies decide together.")
    #expect(bench.text(.criterion, "I1", .version) == "3")
  }

  @Test func `whose words are set together with its status is not changed at all`() {
    let both = words + [(.status, ["retired"])]
    #expect(
      Bench.codebook().refusal(SetFields(.criterion, "I1", both, because: "clearer"))
        == .changesWith(.retire, .criterion, .status))
  }

  @Test func `that says so already is not changed, whatever the reason`() throws {
    var bench = Bench.codebook()
    let same = SetFields(.criterion, "I1", [(.definition, ["Agencies decide together."])])
    #expect(try bench.run(same).change.edits == [])
  }

  @Test(arguments: [Field.status, .into, .version])
  func `is not retired, merged or counted on by a field`(field: Field) {
    let refusal = Bench.codebook().refusal(SetFields(.criterion, "I1", [(field, ["3"])]))
    guard case .changesWith(_, .criterion, field) = refusal else {
      Issue.record("\(String(describing: refusal))")
      return
    }
  }

  @Test func `gets a digit that none in use has`() throws {
    var bench = Bench.codebook()
    try bench.run(AddCriterion(name: "Listening"))
    #expect(bench.text(.criterion, "I2", .name) == "Listening")
    #expect(bench.text(.criterion, "I2", .by) == "ada")
    // The digit of one that was retired is taken by now.
    #expect(bench.refusal(RetireCriterion("J2", because: "wanted")) == .digitTaken("2"))
    for _ in 0..<8 { try bench.run(AddCriterion(name: "More")) }
    #expect(bench.refusal(AddCriterion(name: "Too many")) == .noDigitLeft)
  }

  @Test func `is merged into another in use alone, and takes its contributions along`() throws {
    var bench = Bench.codebook(
      """
      Id: C-00000001
      Criterion: I1

      """)
    #expect(
      bench.refusal(MergeCriterion("I1", into: "I1", because: "same")) == .noOther(criterion: "I1"))
    #expect(
      bench.refusal(MergeCriterion("I1", into: "J2", because: "same")) == .noOther(criterion: "J2"))
    try bench.run(RetireCriterion("J2", because: "wanted"))
    #expect(bench.refusal(MergeCriterion("I1", into: "J2", because: "")) == .needsReason(.merge))
    let made = try bench.run(MergeCriterion("I1", into: "J2", because: "same"))
    #expect(made.change.summary.hasSuffix("1 contribution"))
    #expect(bench.text(.contribution, "C-00000001", .criterion) == "J2")
    #expect(bench.text(.contribution, "C-00000001", .version) == "I1/1")
    #expect(bench.text(.criterion, "I1", .into) == "J2")
  }

  @Test func `from a table is added or redefined, and a line that cannot be names itself`() throws {
    var bench = Bench.codebook()
    let entries = [
      CodebookEntry(name: "Deciding together", description: "As one.", line: 2),
      CodebookEntry(name: "Listening", description: "To children.", line: 3),
    ]
    let made = try bench.run(ImportCodebook(entries, because: "from a table"))
    #expect(made.change.summary == "codebook: 1 added, 1 redefined")
    #expect(bench.text(.wording, "I1/2", .definition) == "Agencies decide together.")
    let many = (1...9).map { CodebookEntry(name: "More \($0)", description: nil, line: $0) }
    guard case .entry(9, "More 9", _) = bench.refusal(ImportCodebook(many, because: "more")) else {
      Issue.record("no line is named")
      return
    }
  }
}

@Suite struct `A record` {
  @Test func `that is added gets a key, an author and a day where it has none`() throws {
    var bench = Bench.codebook()
    let made = try bench.run(
      AddRecord(.memo, [FieldValue(.kind, "method"), FieldValue(.text, "x")]))
    let key = try #require(made.change.edits.first?.key)
    #expect(key.hasPrefix("M-"))
    #expect(bench.text(.memo, key, .by) == "ada")
    #expect(bench.text(.memo, key, .on) == "2026-11-28")
  }

  @Test func `that is not there is neither set nor removed`() {
    let problem = Refusal.edit(.noSuchRecord(.area, key: "x"))
    #expect(Bench.codebook().refusal(SetFields(.area, "x", [(.name, ["y"])])) == problem)
    #expect(Bench.codebook().refusal(RemoveRecord(.area, "x")) == problem)
  }
}
