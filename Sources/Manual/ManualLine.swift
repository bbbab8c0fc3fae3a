/// A line of the manual as it is laid out for a width.
public struct ManualLine: Hashable, Sendable {
  public enum Tone: Hashable, Sendable {
    case text
    case heading
    case code
  }

  /// A part of the line in one tone.
  public struct Piece: Hashable, Sendable {
    public var text: String
    public let tone: Tone
  }

  public private(set) var pieces: [Piece] = []

  public init() {}

  public init(_ text: String, _ tone: Tone = .text) {
    if !text.isEmpty { pieces = [Piece(text: text, tone: tone)] }
  }

  public var text: String { pieces.map(\.text).joined() }

  mutating func add(_ text: String, _ tone: Tone) {
    if pieces.last?.tone == tone {
      pieces[pieces.count - 1].text += text
    } else {
      pieces.append(Piece(text: text, tone: tone))
    }
  }

  fileprivate mutating func add(_ other: ManualLine) {
    for piece in other.pieces { add(piece.text, piece.tone) }
  }
}

/// How code is set off from running text.
public enum ManualMarks: Sendable {
  /// By its tone alone.
  case tone
  /// Between quotation marks, where there are no tones.
  case quotes
}

extension ManualTopic {
  /// What the topic says, on lines of a width; without its title.
  public func lines(width: Int, marks: ManualMarks) -> [ManualLine] {
    var setter = LineSetter(width: max(20, width), marks: marks)
    for (index, block) in blocks.enumerated() {
      setter.set(block, after: index == 0 ? nil : blocks[index - 1], terms: termWidth(at: index))
    }
    return setter.lines
  }

  /// The topic as plain text with its title above.
  public func plainText(width: Int) -> String {
    let head = [ManualLine(title.uppercased()), ManualLine(), ManualLine(summary), ManualLine()]
    return (head + lines(width: width, marks: .quotes)).map { $0.text + "\n" }.joined()
  }

  /// How wide the terms are among which a definition stands, so that all of them have one margin.
  private func termWidth(at index: Int) -> Int {
    let before = blocks[..<index].reversed().prefix { $0.term != nil }
    let after = blocks[index...].prefix { $0.term != nil }
    return (Array(before) + after).compactMap { $0.term?.count }.max() ?? 0
  }
}

extension ManualBlock {
  fileprivate var term: String? {
    if case .definition(let term, _) = self { term.map(\.plain).joined() } else { nil }
  }

  /// Whether it follows one of its kind without a blank line between.
  fileprivate func isClose(to other: ManualBlock) -> Bool {
    if case (.item, .item) = (self, other) { return true }
    return term != nil && other.term != nil
  }
}

/// Sets blocks as lines.
private struct LineSetter {
  let width: Int
  let marks: ManualMarks
  private(set) var lines: [ManualLine] = []

  /// Longer terms have a line of their own.
  private static let longestTerm = 22

  init(width: Int, marks: ManualMarks) { (self.width, self.marks) = (width, marks) }

  mutating func set(_ block: ManualBlock, after former: ManualBlock?, terms: Int) {
    if case .insertion = block { return }
    if let former, !block.isClose(to: former) { lines.append(ManualLine()) }
    switch block {
    case .heading(let text): lines.append(ManualLine(text, .heading))
    case .paragraph(let spans): add(wrap(spans, width), "", "")
    case .item(let spans): add(wrap(spans, width - 2), "- ", "  ")
    case .code(let code): lines += code.map { ManualLine($0.isEmpty ? "" : "    " + $0, .code) }
    case .definition(let term, let meaning): set(term, meaning, terms)
    case .insertion: break
    }
  }

  private mutating func set(_ term: [ManualSpan], _ meaning: [ManualSpan], _ terms: Int) {
    let term = term.map(\.plain).joined()
    let indent = 2 + (terms <= Self.longestTerm ? terms + 2 : 4)
    let margin = String(repeating: " ", count: indent)
    var rest = wrap(meaning, width - indent)[...]
    var first = ManualLine("  ")
    first.add(term, .code)
    if term.count + 4 <= indent, let head = rest.popFirst() {
      first.add(String(repeating: " ", count: indent - 2 - term.count), .text)
      first.add(head)
    }
    lines.append(first)
    add(Array(rest), margin, margin)
  }

  private mutating func add(_ wrapped: [ManualLine], _ first: String, _ others: String) {
    for (index, part) in wrapped.enumerated() {
      var line = ManualLine(index == 0 ? first : others)
      line.add(part)
      lines.append(line)
    }
  }

  /// Running text broken at blanks; short code is kept whole.
  private func wrap(_ spans: [ManualSpan], _ width: Int) -> [ManualLine] {
    var lines = [ManualLine()]
    var used = 0
    for word in words(of: spans) {
      let length = word.text.count
      if used > 0, used + 1 + length > width {
        lines.append(ManualLine())
        used = 0
      } else if used > 0 {
        // A blank within code is code, too.
        let isWithin = word.goesOn && word.line.pieces.first?.tone == .code
        lines[lines.count - 1].add(" ", isWithin ? .code : .text)
        used += 1
      }
      lines[lines.count - 1].add(word.line)
      used += length
    }
    return lines
  }

  private struct Word {
    var line = ManualLine()
    /// Whether it stands in the same piece of code as the word before.
    var goesOn = false

    var text: String { line.text }
  }

  private func words(of spans: [ManualSpan]) -> [Word] {
    var words: [Word] = []
    var word = Word()
    func end() {
      if !word.line.pieces.isEmpty { words.append(word) }
      word = Word()
    }
    for span in spans {
      let isCode = if case .text = span { false } else { true }
      let quoted = isCode && marks == .quotes
      let text = quoted ? "“\(span.plain)”" : span.plain
      if isCode, text.count <= ManualSpan.longestUnbroken {
        word.line.add(text, .code)
        continue
      }
      for (index, part) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated()
      {
        if index > 0 {
          end()
          word.goesOn = isCode
        }
        if !part.isEmpty { word.line.add(String(part), isCode ? .code : .text) }
      }
    }
    end()
    return words
  }
}

extension ManualSpan {
  /// Code of up to so many characters is not broken.
  static let longestUnbroken = 28
}
