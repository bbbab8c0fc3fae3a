import InspectionModel
import InspectionOperations

/// The headings and passages of a report, read by its profile.
struct ReportOutline {
  private(set) var sections: [Letter.Section] = []
  private(set) var entries: [Entry] = []
  private(set) var judgements: [Letter.Judgement] = []
  /// The lines of sections whose text tells facts, by the opening words of their heading.
  private(set) var texts: [String: Prose] = [:]
  /// Whether the end that every report has was met.
  private(set) var hasEnd = false

  private let profile: Profile
  private let hyphens: Hyphens
  private let area: String?
  private var lastNumber = 0
  private var subheading = ""

  /// Reads the lines of a report behind its table of judgements.
  /// - Parameter first: the first of the lines to read.
  init(_ lines: [Line], from first: Int, _ profile: Profile, area: String?) {
    (self.profile, self.area) = (profile, area)
    hyphens = Hyphens(lines)
    let headings = ReportHeadings(profile, lines)
    var part = ReportSection(form: profile.front, heading: nil)
    var index = first
    while index < lines.count {
      if let heading = headings.heading(at: index) {
        index = heading.lines.upperBound
        if repeats(heading, part) { continue }
        read(part)
        let form = profile.sections[heading.form]
        hasEnd = hasEnd || form.shape == .end
        part = ReportSection(form: form, heading: heading)
        // Behind the last page's small print nothing is looked for.
        if form == SectionForm.backMatter { break }
        add(heading, form, lines)
      } else {
        part.lines.append(lines[index])
        index += 1
      }
    }
    read(part)
  }

  /// Whether a heading stands twice: over a table and as its head.
  private func repeats(_ heading: ReportHeading, _ part: ReportSection) -> Bool {
    part.lines.isEmpty && part.heading?.form == heading.form && part.form.shape != .text
  }

  private mutating func add(_ heading: ReportHeading, _ form: SectionForm, _ lines: [Line]) {
    let place = lines[heading.lines.lowerBound].place
    sections.append(
      Letter.Section(
        heading: heading.text.withoutMarker, kind: form.kind, level: form.level, place: place))
    subheading = form.level > 1 ? heading.text : ""
    if let aspect = heading.aspect, let grade = heading.grade {
      judgements.append(.init(aspect, grade, GradeWords.words(in: heading.text), place))
    }
  }

  private mutating func read(_ part: ReportSection) {
    if let opening = part.form.openings.first {
      texts[opening] = texts[opening] ?? Prose(part.lines, hyphens)
    }
    switch part.form.shape {
    case .skipped, .end: return
    case .actions: readActions(part.lines)
    case .rows: readRows(part)
    case .text: readText(part)
    }
  }

  private mutating func readText(_ part: ReportSection) {
    var form = part.form
    if form.ending == .because, let grade = part.heading?.text.words {
      let isStrength = GradeWords.all(in: grade).last.map {
        [.good, .outstanding].contains($0.grade)
      }
      form.bullets = isStrength == true ? .strength : .improvement
    }
    var items = ReportItems(form, part.lines, after: lastNumber, subheading, hyphens)
    items.read()
    lastNumber = items.lastNumber
    collect(items)
  }

  private mutating func collect(_ items: ReportItems) {
    entries += items.entries
    sections += items.headings
    lastNumber = items.lastNumber
  }

  /// A table of one column: numbered, in bullets, or in paragraphs.
  private mutating func readRows(_ part: ReportSection) {
    let lines = part.lines
    let isMarked = lines.first.map { $0.bullet != nil || NumberedLine($0)?.number == 1 } ?? false
    guard !isMarked else {
      var form = part.form
      (form.bullets, form.shape) = (form.kind, .text)
      var items = ReportItems(form, lines, after: 0, subheading, hyphens)
      items.read()
      return entries += items.entries
    }
    for row in ActionRows.rows(of: lines) { add(row, part.form.kind, bodies: []) }
  }

  private mutating func readActions(_ lines: [Line]) {
    let table = ActionTable(lines)
    if table.rows.isEmpty {
      for row in ActionRows.rows(of: lines) { add(row, .priorityAction, bodies: []) }
    }
    for row in table.rows {
      let bodies = Bodies.names(in: row.bodies, area: area)
      for action in row.actions { add(action, .priorityAction, bodies: bodies) }
    }
  }

  private mutating func add(_ lines: [Line], _ kind: SectionKind, bodies: [String]) {
    var lines = lines
    var number: String?
    if let first = lines.first, let numbered = NumberedLine(first), numbered.number < 30 {
      number = numbered.printed
      lines[0].text = numbered.rest
    }
    let prose = Prose(lines.map { $0.withoutGlyph }, hyphens)
    guard !prose.text.isEmpty else { return }
    entries.append(
      Entry(kind: kind, subheading: "", prose: prose, number: number, bodies: bodies))
  }
}

/// The lines under a heading.
struct ReportSection {
  let form: SectionForm
  let heading: ReportHeading?
  var lines: [Line] = []
}

extension GradeWords {
  /// The last grade in a heading, as it stands.
  static func words(in heading: String) -> String {
    let words = heading.words
    guard let grade = all(in: words).last, let first = words[grade.words].first,
      let last = words[grade.words].last
    else { return "" }
    return String(heading[first.range.lowerBound..<last.range.upperBound])
  }
}

extension Line {
  /// The glyph that a bullet begins with, and the text after it.
  var bullet: (glyph: Unicode.Scalar, rest: String)? { text.bullet }

  /// The line without a bullet's glyph.
  var withoutGlyph: Line {
    guard let (_, rest) = bullet else { return self }
    var line = self
    line.text = rest
    return line
  }
}
