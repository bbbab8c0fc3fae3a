/// Measures and cuts text in columns, by the same rules by which a ``Canvas`` draws it.
public enum Text {
  /// The columns a text takes when drawn. Cost: linear.
  @inlinable
  public static func columns<S: StringProtocol>(_ text: S) -> Int
  where S.SubSequence == Substring {
    columns(part: text[...])
  }

  @usableFromInline
  static func columns(part text: Substring) -> Int {
    text.plainCount ?? GlyphReader(text).reduce(0) { $0 + $1.columns }
  }

  /// The text if it fits, else as much of its beginning as fits before an ellipsis.
  ///
  /// The result takes no more than `columns`; where not even the ellipsis fits there is none.
  @inlinable
  public static func fit<S: StringProtocol>(_ text: S, columns: Int, ellipsis: String = "…")
    -> String where S.SubSequence == Substring
  {
    fit(part: text[...], columns: columns, ellipsis: ellipsis)
  }

  @usableFromInline
  static func fit(part text: Substring, columns: Int, ellipsis: String) -> String {
    if let count = text.plainCount {
      if count <= columns { return String(text) }
      let room = columns - self.columns(ellipsis)
      if room >= 0 { return text.prefix(utf8: room) + ellipsis }
    }
    let whole = prefix(of: text, columns: columns)
    if whole.endIndex == text.endIndex { return String(whole) }
    let room = columns - self.columns(ellipsis)
    return room < 0 ? String(whole) : String(prefix(of: text, columns: room)) + ellipsis
  }

  /// The longest beginning of a text that fits; never a part of a glyph.
  public static func prefix(of text: Substring, columns: Int) -> Substring {
    var reader = GlyphReader(text)
    var end = text.startIndex
    var used = 0
    while let glyph = reader.next() {
      used += glyph.columns
      if used > columns { return text[..<end] }
      end = reader.position
    }
    return text
  }

  /// The text as lines of at most `columns`, broken at blanks; there is always one line.
  ///
  /// A line end in the text ends a line. Blanks at a break belong to neither line. A word longer
  /// than a line is cut; a wide character in a line of one column stands alone and is too wide.
  public static func wrap<S: StringProtocol>(_ text: S, columns: Int) -> [Substring]
  where S.SubSequence == Substring {
    text[...].split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .flatMap { wrap(paragraph: $0, columns: max(1, columns)) }
  }

  private static func wrap(paragraph: Substring, columns: Int) -> [Substring] {
    var lines: [Substring] = []
    var rest = paragraph
    repeat {
      let line = firstLine(of: rest, columns: columns)
      lines.append(trimmingEnd(line))
      rest = rest[line.endIndex...].drop(while: isBlank)
    } while !rest.isEmpty
    return lines
  }

  /// The first line, with the blanks it ends in; never empty unless the text is.
  private static func firstLine(of text: Substring, columns: Int) -> Substring {
    let fitting = prefix(of: text, columns: columns)
    if fitting.endIndex == text.endIndex || isBlank(text[fitting.endIndex]) { return fitting }
    if let blank = fitting.lastIndex(where: isBlank), !trimmingEnd(fitting[..<blank]).isEmpty {
      return fitting[..<blank]
    }
    if !fitting.isEmpty { return fitting }
    var reader = GlyphReader(text)
    _ = reader.next()
    return text[..<reader.position]
  }

  private static func trimmingEnd(_ line: Substring) -> Substring {
    line.lastIndex { !isBlank($0) }.map { line[...$0] } ?? line[..<line.startIndex]
  }

  private static func isBlank(_ character: Character) -> Bool {
    character == " " || character == "\t"
  }
}

extension Substring {
  /// The first bytes of a text of ASCII.
  fileprivate func prefix(utf8 count: Int) -> String {
    String(self[..<utf8.index(startIndex, offsetBy: count)])
  }

  /// How many characters, and columns, a text of printable ASCII has, as most are; nil for any
  /// other text.
  var plainCount: Int? {
    utf8.withContiguousStorageIfAvailable { $0.isPlain ? $0.count : nil } ?? nil
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether it holds printable ASCII alone. Looks at all bytes, which is faster than to stop at
  /// the first that is another.
  var isPlain: Bool {
    reduce(0 as UInt8) { others, byte in others | (byte &- 0x20 > 0x5E ? 1 : 0) } == 0
  }
}
