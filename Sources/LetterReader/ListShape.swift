import InspectionOperations

/// The parts of a list of bullets, one after the other.
struct ListShape: IteratorProtocol {
  enum Part: Equatable {
    /// The first line of a bullet.
    case bullet(Line)
    /// A line that belongs to what stands before it; sub-bullets are such lines.
    case text(Line)
    /// A heading in the list, on one line or two.
    case subheading([Line])
  }

  private let lines: [ClassifiedLine]
  private let shape: Paragraphs
  private var index = 0
  private var last: Line?
  /// The glyph of the bullet that holds sub-bullets, while it does.
  private var outer: Unicode.Scalar?
  private var glyph: Unicode.Scalar?

  /// The parts of these lines.
  init(_ lines: [ClassifiedLine]) {
    self.lines = lines
    shape = Paragraphs(lines.map(\.line))
  }

  mutating func next() -> Part? {
    guard lines.indices.contains(index) else { return nil }
    let line = lines[index]
    if let heading = subheading(at: index) {
      index += heading.count
      last = heading.last
      return .subheading(heading)
    }
    index += 1
    defer { if !line.line.text.isEmpty { last = line.line } }
    guard case .bullet(let mark) = line.kind else { return .text(line.line) }
    return isSubBullet(mark, index - 1) ? .text(line.line) : begin(mark, line.line)
  }

  private mutating func begin(_ mark: Unicode.Scalar, _ line: Line) -> Part {
    glyph = mark
    outer = nil
    return .bullet(line)
  }

  /// A bullet inside a bullet: the outer one ends in a colon, and this one has another glyph or
  /// goes on with the sentence.
  private mutating func isSubBullet(_ mark: Unicode.Scalar, _ index: Int) -> Bool {
    guard let glyph else { return false }
    let goesOn = textOfBullet(at: index)?.startsWithSmallLetter ?? false
    if outer != nil { return mark != glyph || goesOn }
    guard last?.text.hasSuffix(":") == true, mark != glyph || goesOn else { return false }
    outer = glyph
    return true
  }

  /// The first words of the bullet: in some letters they stand on the line after the glyph's.
  private func textOfBullet(at index: Int) -> String? {
    lines[index...].prefix(2).lazy.map(\.line.text).first { !$0.isEmpty }
  }

  /// Whether the bullet above has ended: a line follows that is set in less, or it ends with a
  /// sentence, or with a line that the next word would have fitted on.
  private func isFinished(before line: Line) -> Bool {
    guard let last else { return glyph == nil }
    if line.afterGap, !line.startsPage, line.indent < last.indent { return true }
    return last.text.endsSentence || shape.isShort(last, before: line)
  }

  /// A line or two that stand open between the end of a sentence and a bullet.
  private func subheading(at index: Int) -> [Line]? {
    guard !lines[index].isBullet, isFinished(before: lines[index].line) else { return nil }
    let rest = lines[index...].prefix(3).map(\.line)
    guard rest.count > 1, rest[0].text.startsWithCapital else { return nil }
    let count = lines[index + 1].isBullet ? 1 : 2
    guard lines.indices.contains(index + count), lines[index + count].isBullet else { return nil }
    let heading = Array(rest.prefix(count))
    let isOpen = heading.allSatisfy { !$0.text.endsSentence && !$0.text.hasSuffix(":") }
    return isOpen && heading.reduce(0) { $0 + $1.text.words.count } <= 14 ? heading : nil
  }
}
