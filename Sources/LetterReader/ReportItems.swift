import InspectionModel
import InspectionOperations

/// The passages of a section of running text: numbered paragraphs, bullets, paragraphs.
///
/// 1. A number begins a paragraph only where it follows the last one and the text above is done.
/// 2. What stands between two beginnings belongs to the first, over page breaks too; bullets inside
///    a numbered paragraph belong to it.
/// 3. A short line that stands open before a beginning is a sub-heading.
struct ReportItems {
  private let form: SectionForm
  private let lines: [Line]
  private let hyphens: Hyphens
  private let shape: Paragraphs
  private(set) var entries: [Entry] = []
  private(set) var headings: [Letter.Section] = []
  private(set) var lastNumber: Int

  /// What is open: the kind of entry, its lines so far, its number, its glyph.
  private var kind: SectionKind?
  private var open: [Line] = []
  private var number: String?
  private var glyph: (mark: Unicode.Scalar, indent: Int)?
  private var hasSubBullets = false
  private var leadIn: [Line] = []
  private var subheading: String
  private var previous: Line?

  init(
    _ form: SectionForm, _ lines: [Line], after lastNumber: Int, _ subheading: String,
    _ hyphens: Hyphens
  ) {
    (self.form, self.lines, self.hyphens) = (form, lines, hyphens)
    (self.lastNumber, self.subheading) = (lastNumber, subheading)
    shape = Paragraphs(lines)
  }

  mutating func read() {
    let hasItems = lines.contains { $0.bullet != nil } || lines.contains { NumberedLine($0) != nil }
    var index = 0
    while index < lines.count {
      let line = lines[index]
      if let numbered = beginning(at: index) {
        begin(form.numbered, numbered)
      } else if let bullet = line.bullet {
        addBullet(bullet, line, index)
      } else if let count = subheadingLength(at: index) {
        beginSubheading(Array(lines[index..<index + count]))
        index += count
        continue
      } else {
        addText(line, isLeadIn: form.isList && hasItems)
      }
      previous = line
      index += 1
    }
    close()
  }

  // MARK: - Beginnings

  /// The numbered paragraph that begins at a line.
  private func beginning(at index: Int) -> (NumberedLine, Line)? {
    let line = lines[index]
    guard form.numbered != nil, let numbered = NumberedLine(line) else { return nil }
    let rest = numbered.rest.isEmpty ? lines[at: index + 1]?.text ?? "" : numbered.rest
    guard rest.unicodeScalars.first.map({ !$0.properties.isLowercase }) ?? false else { return nil }
    let isNext = numbered.number == lastNumber + 1
    let isNear = (lastNumber...lastNumber + 3).contains(numbered.number) && lastNumber > 0
    let isAnew = numbered.number == 1 && previous == nil
    guard isNext || isNear || isAnew, isFinished(before: line) || isNext && isSetOut(line) else {
      return nil
    }
    // Out of turn only where it is set as a number is.
    guard isNext || isAnew || line.afterGap || isSetOut(line) else { return nil }
    return (numbered, line)
  }

  /// Whether the text above a line is finished.
  private func isFinished(before line: Line) -> Bool {
    guard let previous, !open.isEmpty else { return true }
    return previous.text.endsSentence || previous.text.hasSuffix(":")
      || (line.afterGap && !line.startsPage)
  }

  /// Whether a line begins further out than the one above.
  private func isSetOut(_ line: Line) -> Bool {
    guard let previous, !line.startsPage else { return false }
    return line.indent + 2 < previous.indent
  }

  private mutating func begin(_ kind: SectionKind?, _ numbered: (NumberedLine, Line)) {
    close()
    lastNumber = numbered.0.number
    (self.kind, number) = (kind, numbered.0.printed)
    var line = numbered.1
    line.text = numbered.0.rest
    open = [line]
  }

  private mutating func addBullet(
    _ bullet: (glyph: Unicode.Scalar, rest: String), _ line: Line, _ index: Int
  ) {
    if number != nil || isSubBullet(bullet, line) {
      hasSubBullets = true
      return open.append(line.withoutGlyph)
    }
    close()
    glyph = (bullet.glyph, line.indent)
    kind = form.bullets
    open = [line.withoutGlyph]
  }

  /// A bullet inside a bullet: set further in, or of another glyph after a colon.
  private func isSubBullet(_ bullet: (glyph: Unicode.Scalar, rest: String), _ line: Line) -> Bool {
    guard let glyph, kind != nil || !open.isEmpty else { return false }
    let isIn = line.indent > glyph.indent + 2
    if hasSubBullets { return isIn || bullet.glyph != glyph.mark }
    guard let previous else { return false }
    let isLedIn = previous.text.hasSuffix(":")
    return isLedIn && (isIn || bullet.glyph != glyph.mark || bullet.rest.startsWithSmallLetter)
      || isIn && bullet.glyph != glyph.mark
  }

  private mutating func addText(_ line: Line, isLeadIn: Bool) {
    if number != nil || glyph != nil {
      open.append(line)
    } else if isLeadIn {
      leadIn.append(line)
    } else if form.paragraphs != nil {
      if let last = open.last, shape.isBreak(after: last, before: line) { close() }
      kind = form.paragraphs
      open.append(line)
    }
  }

  // MARK: - Sub-headings

  /// How many lines a sub-heading at a line takes; nil where none stands there.
  private func subheadingLength(at index: Int) -> Int? {
    let line = lines[index]
    guard line.text.startsWithCapital, !line.text.endsSentence, line.afterGap || previous == nil,
      isFinished(before: line), line.text.utf8.count <= 90
    else { return nil }
    for count in 1...2 {
      guard let next = lines[at: index + count] else { return nil }
      let isItem = next.bullet != nil || beginningNumber(next)
      if isItem {
        let parts = lines[index..<index + count]
        let words = parts.reduce(0) { $0 + $1.text.words.count }
        let isOpen = !parts.contains { $0.text.endsSentence }
        // A colon leads in to bullets rather than heads them.
        return isOpen && words <= 14 && !(parts.last?.text.hasSuffix(":") ?? false) ? count : nil
      }
      guard !next.afterGap else { return nil }
    }
    return nil
  }

  private func beginningNumber(_ line: Line) -> Bool {
    form.numbered != nil && NumberedLine(line)?.number == lastNumber + 1
  }

  private mutating func beginSubheading(_ parts: [Line]) {
    close()
    (glyph, leadIn) = (nil, [])
    let prose = Prose(parts, hyphens)
    subheading = prose.text
    headings.append(
      Letter.Section(heading: prose.text, kind: form.kind, level: 2, place: prose.place))
    previous = parts.last
  }

  private mutating func close() {
    defer { (open, kind, number, hasSubBullets) = ([], nil, nil, false) }
    guard let kind else { return }
    let prose = Prose(open, hyphens)
    guard !prose.text.isEmpty else { return }
    let lead = Prose(leadIn, hyphens)
    let leadingIn = lead.sentences.last.map { String(lead.text[$0]) } ?? ""
    entries.append(
      Entry(
        kind: kind, subheading: subheading, prose: prose, leadIn: leadingIn, number: number))
  }
}
