import RecText
import Seeded

/// A document of a text written in a test.
func document(_ text: String) -> RecDocument { RecDocument(RecBytes(Array(text.utf8))) }

/// A document of any bytes.
func document(_ bytes: [UInt8]) -> RecDocument { RecDocument(RecBytes(bytes)) }

extension RecDocument {
  /// The file as it now is, for comparing in tests.
  var text: String { String(decoding: print(), as: UTF8.self) }

  /// The fields of a record as `Name=value`.
  func fields(_ index: Int) -> [String] {
    record(RecordID(index))?.fields.map { "\($0.name)=\($0.value)" } ?? []
  }

  /// The kinds of all problems, in order.
  var problemKinds: [RecProblem.Kind] { problems.map(\.kind) }

  /// Whether anything is wrong that is more than a warning.
  var hasErrors: Bool { !problems.allSatisfy(\.isWarning) }

  /// The names of the sets with their current records.
  var contents: [String] {
    sets.map { "\($0.name ?? "-"):\(records(in: $0).map { "\($0.index)" }.joined(separator: ","))" }
  }
}

/// Makes rec texts, from well-formed ones to nonsense.
struct TextGenerator {
  var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  private static let scraps: [[UInt8]] =
    [
      "A", "Bc_1", "%x", "A:", "A: ", "B:", "Bc_1:\t", ":", " ", "\t", "\n", "\n", "\n\n", " \n",
      "+", "\n+", "\n+ ",
      "\\", "\\\n", "\\\\\n", "#", "\n# c", "\r\n", "\r", "é", "-", "1", "\u{0C}", "\"", "\u{FEFF}",
      "x", "y z",
    ].map { Array($0.utf8) } + [[0xFF], [0x80], [0]]

  /// Scraps of syntax in any order.
  mutating func soup() -> [UInt8] {
    (0..<Int.random(in: 1...20, using: &random)).flatMap { _ in pick(Self.scraps) }
  }

  /// Records with comments, folding and joins, as people write them.
  mutating func records(names: [String] = ["A", "Bc_1", "C", "%x"]) -> [UInt8] {
    var lines: [String] = []
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      if chance(4) { lines += ["# free", ""] }
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        lines.append("\(pick(names)):" + pick(["", " ", " ", " ", "\t"]) + line())
        while chance(3) { lines.append(pick(["+", "+ ", "+\t"]) + line()) }
        if chance(6) { lines.append("#" + line()) }
      }
      lines.append(pick(["", "", " ", "\t", "\n"]))
    }
    return Array((lines.joined(separator: "\n") + pick(["", "\n"])).utf8)
  }

  /// Records with a few bytes changed, lost or put in.
  mutating func mutatedRecords() -> [UInt8] {
    var bytes = records()
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let at = Int.random(in: 0...bytes.count, using: &random)
      if chance(2) || at == bytes.count {
        bytes.insert(contentsOf: pick(Self.scraps), at: at)
      } else {
        bytes.remove(at: at)
      }
    }
    return bytes
  }

  /// A value to be written: any text without NUL, rich in what needs care.
  mutating func value() -> String {
    let scraps = [
      "\\", "\\\\", "\n", "\n", "+", " ", "#", "A: 1", "x", "é", "\t", "\"", "\r", "%rec: X",
    ]
    return (0..<Int.random(in: 0...6, using: &random)).map { _ in pick(scraps) }.joined()
  }

  private mutating func line() -> String {
    pick([
      "", "x", "one two", " indented", "trailing ", "é\"q\"", "a\\b", "join\\", "twice\\\\", "# no",
      "+", "A: 1",
    ])
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &random)]
  }

  mutating func chance(_ oneIn: Int) -> Bool { Int.random(in: 0..<oneIn, using: &random) == 0 }
}
