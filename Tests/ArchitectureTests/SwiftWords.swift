/// The words and braces of Swift source, without comments and what strings say; code within a
/// string counts.
struct SwiftWords {
  struct Word: Equatable {
    let text: String
    /// Whether it stands after a point, so that it names a member.
    let isMember: Bool
  }

  private(set) var words: [Word] = []
  private let bytes: [UInt8]
  private let marks: Bool
  private var at = 0

  /// - Parameter marks: whether round brackets, colons and commas are words too.
  init(_ text: String, marks: Bool = false) {
    bytes = Array(text.utf8)
    self.marks = marks
    readCode()
  }

  /// Reads on to the end, or to the bracket that ends code within a string.
  private mutating func readCode(inString: Bool = false) {
    var depth = 0
    while at < bytes.count {
      // Most of a file is words and blanks.
      if Self.isOfWord(bytes[at]) {
        readWord()
      } else if bytes[at] == UInt8(ascii: " ") || bytes[at] == UInt8(ascii: "\n") {
        at += 1
      } else if starts("//") {
        while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
      } else if starts("/*") {
        skipComment()
      } else if readString() {
        continue
      } else {
        let byte = bytes[at]
        if "{}".utf8.contains(byte) || marks && "(),:".utf8.contains(byte) { add(at..<at + 1) }
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") { depth -= 1 }
        at += 1
        if inString, depth < 0 { return }
      }
    }
  }

  /// Comments stand within comments.
  private mutating func skipComment() {
    var depth = 0
    repeat {
      if starts("/*") {
        (depth, at) = (depth + 1, at + 2)
      } else if starts("*/") {
        (depth, at) = (depth - 1, at + 2)
      } else {
        at += 1
      }
    } while depth > 0 && at < bytes.count
  }

  /// Reads a string, if one begins here, whatever its marks: `"`, `"""` or `#"`.
  private mutating func readString() -> Bool {
    let hashes = bytes[at...].prefix { $0 == UInt8(ascii: "#") }.count
    guard starts("\"", after: hashes) else { return false }
    let quote = starts("\"\"\"", after: hashes) ? "\"\"\"" : "\""
    let pounds = String(repeating: "#", count: hashes)
    at += hashes + quote.utf8.count
    while at < bytes.count, !starts(quote + pounds) {
      if starts("\\" + pounds + "(") {
        at += hashes + 2
        readCode(inString: true)
      } else {
        at += starts("\\" + pounds) ? hashes + 2 : 1
      }
    }
    at += quote.utf8.count + hashes
    return true
  }

  private mutating func readWord() {
    let start = at
    while at < bytes.count, Self.isOfWord(bytes[at]) { at += 1 }
    add(start..<at)
  }

  private mutating func add(_ range: Range<Int>) {
    let isMember = range.lowerBound > 0 && bytes[range.lowerBound - 1] == UInt8(ascii: ".")
    words.append(Word(text: String(decoding: bytes[range], as: UTF8.self), isMember: isMember))
  }

  private func starts(_ text: String, after offset: Int = 0) -> Bool {
    let place = at + offset
    guard place < bytes.count, bytes[place] == text.utf8.first else { return false }
    return bytes[place...].starts(with: text.utf8)
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: byte >= 0x80
    }
  }
}

/// The types that one file declares, and those that it may need from elsewhere.
struct FileTypes {
  /// Those that the whole module can name.
  private(set) var shared: Set<String> = []
  /// Those that are private, or stand within others.
  private(set) var own: Set<String> = []
  let used: Set<String>

  private static let kinds: Set = ["struct", "enum", "class", "protocol", "actor", "typealias"]

  init(_ text: String) {
    let words = SwiftWords(text).words
    used = Set(words.lazy.filter { !$0.isMember }.map(\.text))
    var depth = 0
    for (index, word) in words.enumerated() {
      if word.text == "{" { depth += 1 }
      if word.text == "}" { depth -= 1 }
      guard !word.isMember, Self.kinds.contains(word.text), index + 1 < words.count else {
        continue
      }
      let before = words[max(0, index - 2)..<index].map(\.text)
      if before.last == "import" { continue }
      let isPrivate = before.contains("private") || before.contains("fileprivate")
      let name = words[index + 1].text
      if depth == 0 && !isPrivate { shared.insert(name) } else { own.insert(name) }
    }
  }
}
