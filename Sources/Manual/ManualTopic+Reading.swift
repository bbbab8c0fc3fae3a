/// The text of a topic, a small part of Markdown:
///
///     # Title                      the first line
///                                  and after it the summary, a paragraph
///     ## Heading
///     - an item, which goes on
///       on lines that are set in
///     `term`
///     : what it means
///         code, set in by four
///     {{keys}}                     what the program knows of itself
///
/// In running text `code` stands between backticks, and the keys of an action by its name: {undo}.
extension ManualTopic {
  public init(name: String, text: String) {
    var reader = BlockReader(text)
    reader.readAll()
    var blocks = reader.blocks[...]
    var (title, summary) = (name, "")
    if case .heading(let words) = blocks.first {
      title = words
      blocks = blocks.dropFirst()
    }
    if case .paragraph(let spans) = blocks.first {
      summary = spans.map(\.plain).joined()
      blocks = blocks.dropFirst()
    }
    self.init(name: name, title: title, summary: summary, blocks: Array(blocks))
  }
}

/// Reads lines into blocks.
private struct BlockReader {
  private(set) var blocks: [ManualBlock] = []
  private let lines: [Substring]
  private var at = 0

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  mutating func readAll() {
    while at < lines.count { readBlock() }
  }

  private mutating func readBlock() {
    let line = lines[at]
    if line.isEmpty {
      at += 1
    } else if line.hasPrefix("    ") {
      readCode()
    } else if line.hasPrefix("#") {
      blocks.append(.heading(String(line.drop { $0 == "#" }.dropFirst())))
      at += 1
    } else if line.hasPrefix("{{"), line.hasSuffix("}}") {
      blocks.append(.insertion(String(line.dropFirst(2).dropLast(2))))
      at += 1
    } else if line.hasPrefix("- ") {
      at += 1
      blocks.append(.item(ManualSpan.read(line.dropFirst(2) + continuation())))
    } else if at + 1 < lines.count, lines[at + 1].hasPrefix(": ") {
      let meaning = lines[at + 1].dropFirst(2)
      at += 2
      blocks.append(
        .definition(
          term: ManualSpan.read(String(line)), meaning: ManualSpan.read(meaning + continuation())))
    } else {
      at += 1
      blocks.append(.paragraph(ManualSpan.read(line + paragraph())))
    }
  }

  /// Lines set in by four, and blank ones between them.
  private mutating func readCode() {
    var code: [String] = []
    while at < lines.count, lines[at].isEmpty || lines[at].hasPrefix("    ") {
      code.append(String(lines[at].dropFirst(4)))
      at += 1
    }
    while code.last?.isEmpty == true { code.removeLast() }
    blocks.append(.code(code))
  }

  /// The lines that go on with an item, each after a blank.
  private mutating func continuation() -> String {
    var text = ""
    while at < lines.count, lines[at].hasPrefix("  ") {
      text += " " + lines[at].drop { $0 == " " }
      at += 1
    }
    return text
  }

  /// The lines up to the next that begins something else, each after a blank.
  private mutating func paragraph() -> String {
    var text = ""
    while at < lines.count, !lines[at].isEmpty, !lines[at].hasPrefix("- "),
      !lines[at].hasPrefix("    ")
    {
      text += " " + lines[at]
      at += 1
    }
    return text
  }
}

extension ManualSpan {
  /// What is read, without marks.
  public var plain: String {
    switch self {
    case .text(let text), .code(let text): text
    case .keys(let action): "{\(action)}"
    }
  }

  /// Running text with its code and its actions. A mark that is not closed is text.
  static func read(_ text: some StringProtocol) -> [ManualSpan] {
    var spans: [ManualSpan] = []
    var plain = ""
    var rest = Substring(text)
    while let first = rest.first {
      rest.removeFirst()
      guard let closing = closing(first), let end = rest.firstIndex(of: closing) else {
        plain.append(first)
        continue
      }
      if !plain.isEmpty { spans.append(.text(plain)) }
      plain = ""
      let inner = String(rest[..<end])
      spans.append(first == "{" ? .keys(inner) : .code(inner))
      rest = rest[rest.index(after: end)...]
    }
    if !plain.isEmpty { spans.append(.text(plain)) }
    return spans
  }

  private static func closing(_ opening: Character) -> Character? {
    switch opening {
    case "`": "`"
    case "{": "}"
    default: nil
    }
  }
}
