import RecText
import Seeded
import Testing

/// RecText against the real recutils: the same records, or a disagreement that is named here.
@Suite(
  .enabled(if: Recsel.isInstalled, "recsel is not on the PATH; install recutils to compare with it")
)
struct DifferentialTests {
  /// Where RecText and recsel part on purpose. Texts with these problems are left out when recsel
  /// accepts them.
  private static let disagreements: [(kind: RecProblem.Kind, reason: String)] = [
    (
      .nul,
      "recsel cuts the value there and would lose the rest on a rewrite; RecText keeps it and says "
        + "so"
    ),
    (
      .encoding(.carriageReturns),
      "without a line feed recsel takes all lines for the value of the first"
    ),
    (
      .carriageReturnInValue,
      "recsel takes the CR of a line end for text, and an area is not found by its name"
    ),
    (
      .byteFF,
      "between lines recsel takes it for the end of the file and drops what follows without a word"
    ),
  ]

  /// How many texts are made up for each comparison.
  private static let rounds = isThorough ? 600 : 150

  private func isKnownDisagreement(_ read: RecDocument) -> Bool {
    read.problemKinds.contains { kind in Self.disagreements.contains { $0.kind == kind } }
  }

  private func compare(_ texts: [[UInt8]], options: String = "", type: String? = nil) throws {
    for (text, answer) in zip(texts, try Recsel.read(texts, options: options)) {
      let read = document(text)
      if answer.isAccepted, isKnownDisagreement(read) { continue }
      let shown = String(decoding: text, as: UTF8.self).debugDescription
      #expect(answer.isAccepted != read.hasErrors, "\(shown) \(read.problemKinds)")
      guard answer.isAccepted, !read.hasErrors else { continue }
      let set = read.sets.first { $0.name == type }
      let expected = String(decoding: read.sexps(of: set?.baseRecords ?? 0..<0), as: UTF8.self)
      #expect(String(decoding: answer.output, as: UTF8.self) == expected, "\(shown)")
    }
  }

  @Test func `every corner is read as recsel reads it`() throws {
    let corners = [
      "A: 1\n# c\nB: 2\n", "# c\n  # d\n\t \nA: 1\n", "A: x\\\nB: 1\n", "A: x\\\n", "A: x\\",
      "A: x\\\\\n\nB: 1\n",
      "A: x\\\\\n", "A: 1\n+", "A: 1\n+\n", "A: 1\n+ ", "A: 1\n+\\\nB: 2\n", "A:", "A: ", "A:\n",
      "A:\n+ x\n",
      "  A: 1\nB: 2\n", "A: 1\n B: 2\n", "A:\t x\t\n", "A:é\n", "A: é\n", "\u{FEFF}A: 1\n",
      "A: 1\r\nB: 2\r\n",
      "A: 1\r\n\r\nB: 2\r\n", "A: 1\n\u{0C}\nB: 2\n", "A: 1\n# c\n+ 2\n", "A: x\u{0}y\n+ z\nB: 1\n",
      "9: 1\n", "%: 1\n",
      "%1: 1\n", "A-b: 1\n", "A : 1\n", "", "\n", "# only", "A: \"q\\b\"\n", "A: x\\\n+ y\n",
      "A: x\\\n# y\n",
      "A: x\\\n\n+ y\n", "A: x\\\r\nB: 1\n", "A\n", "A: 1\n\n\n \nA: 2", " \t", "#", "A: 1\n#",
      "A: x\\\n+",
    ]
    try compare(corners.map { Array($0.utf8) })
  }

  @Test func `records as people write them are read as recsel reads them`() throws {
    var generator = TextGenerator(seed: 1)
    try compare((0..<Self.rounds).map { _ in generator.records() })
  }

  @Test func `damaged texts are refused where recsel refuses them`() throws {
    var generator = TextGenerator(seed: 2)
    try compare((0..<Self.rounds).map { _ in generator.mutatedRecords() })
    try compare((0..<Self.rounds).map { _ in generator.soup() })
  }

  @Test func `records of a type are those that recsel selects`() throws {
    var generator = TextGenerator(seed: 3)
    let texts = (0..<150).map { _ in
      generator.records() + Array("\n\n%rec: X\n\n".utf8) + generator.records()
        + Array("\n\nA: 1\n%rec: Y\n".utf8) + generator.records(names: ["A", "B"])
    }
    try compare(texts, options: "-t X", type: "X")
    try compare(texts, options: "-t Y", type: "Y")
  }

  @Test func `written values are read back by recsel`() throws {
    var generator = TextGenerator(seed: 4)
    let texts = try (0..<400).map { _ in
      try RecWriter.encode([("A", generator.value()), ("B", generator.value()), ("C", "end")])
    }
    try compare(texts)
  }

  @Test func `a rewrite by recutils changes nothing of what is written`() throws {
    var draft = document("")
    _ = try draft.insert([("%rec", "X"), ("%key", "Id")], at: .endOfSet(0))
    for id in ["a", "b", "c"] {
      let fields = [("Id", id), ("Empty", ""), ("Text", "\n one\n\n+ two \n"), ("Text", " \\ #é")]
      _ = try draft.insert(fields.map { (name: $0.0, value: $0.1) }, at: .endOfSet(1))
    }
    #expect(
      String(decoding: try Recsel.rewrite(draft.print(), type: "X"), as: UTF8.self) == draft.text)
  }
}
