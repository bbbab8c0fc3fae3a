import InspectionModel
import InspectionOperations

/// The headings and passages of a letter.
struct Outline {
  private(set) var sections: [Letter.Section] = []
  private(set) var entries: [Entry] = []
  private(set) var problems: [Letter.Problem] = []

  private let hyphens: Hyphens
  private var subheading = ""
  private var leadIn: [Line] = []
  /// The lines of the entry at hand.
  private var open: [Line] = []

  /// Reads the runs of a letter.
  init(_ runs: [Run], _ hyphens: Hyphens) {
    self.hyphens = hyphens
    for run in runs { read(run) }
  }

  private mutating func read(_ run: Run) {
    if let heading = run.heading {
      addHeading([heading], run.kind, level: 1)
      subheading = ""
      leadIn = []
    }
    let run = run.heading == nil ? reopened(run) : run
    if run.kind == .caseStudy {
      readBox(run)
    } else if run.kind.isList, run.lines.contains(where: \.isBullet) {
      readList(run)
    } else if run.kind.isList, run.heading != nil {
      readUnmarkedList(run)
    } else {
      readProse(run)
    }
  }

  /// A run that goes on after a box, less the lines that finish the sentence left open before it.
  private mutating func reopened(_ run: Run) -> Run {
    guard let last = entries.lastIndex(where: { $0.kind == run.kind }),
      run.lines.first?.line.text.startsWithSmallLetter == true
    else { return run }
    let lines = run.lines.map(\.line)
    let paragraphs = Paragraphs(lines)
    let end = run.lines.indices.dropFirst().first {
      run.lines[$0].isBullet || paragraphs.isBreak(after: lines[$0 - 1], before: lines[$0])
    }
    let rest = lines[..<(end ?? lines.count)]
    entries[last].prose = entries[last].prose.continued(rest, hyphens)
    return Run(kind: run.kind, heading: nil, lines: Array(run.lines[rest.count...]))
  }

  private mutating func addHeading(_ lines: [Line], _ kind: SectionKind, level: Int) {
    let prose = Prose(lines, hyphens)
    sections.append(
      Letter.Section(heading: prose.text, kind: kind, level: level, place: prose.place))
  }

  /// Ends the entry at hand, if there is one.
  private mutating func close(_ kind: SectionKind) {
    defer { open = [] }
    let prose = Prose(open, hyphens)
    guard !prose.text.isEmpty else { return }
    if kind.isList, prose.text.saysThereIsNone {
      problems.append(
        Letter.Problem(
          field: "passages", message: "The letter says: \(prose.text)", place: prose.place))
      return
    }
    // The last sentence leads in; what stands before it speaks of the whole.
    let lead = Prose(leadIn, hyphens)
    let leadingIn = lead.sentences.last.map { String(lead.text[$0]) } ?? ""
    entries.append(Entry(kind: kind, subheading: subheading, prose: prose, leadIn: leadingIn))
  }
}

// MARK: - The four shapes of a section

extension Outline {
  private mutating func readBox(_ run: Run) {
    open = run.lines.map(\.line)
    close(.caseStudy)
  }

  /// Bullets: what stands between two glyphs is one passage, but for sub-headings and what leads
  /// in.
  private mutating func readList(_ run: Run) {
    var list = ListShape(run.lines)
    var hasBegun = run.heading == nil
    while let part = list.next() {
      switch part {
      case .bullet(let line):
        close(run.kind)
        open = [line]
        hasBegun = true
      case .text(let line) where hasBegun: open.append(line)
      case .text(let line): leadIn.append(line)
      case .subheading(let lines):
        close(run.kind)
        begin(lines, run.kind)
        hasBegun = false
      }
    }
    close(run.kind)
  }

  private mutating func begin(_ lines: [Line], _ kind: SectionKind) {
    addHeading(lines, kind, level: 2)
    subheading = sections.last?.heading ?? ""
    leadIn = []
  }

  /// A list without glyphs: its paragraphs are the passages.
  private mutating func readUnmarkedList(_ run: Run) {
    let before = entries.count
    readProse(run)
    guard entries.count > before, let heading = run.heading else { return }
    problems.append(
      Letter.Problem(
        field: "passages",
        message:
          "\u{201C}\(heading.text)\u{201D} has no bullet glyphs: each paragraph is a passage",
        place: heading.place))
  }

  private mutating func readProse(_ run: Run) {
    let lines = run.lines.map(\.line)
    let paragraphs = Paragraphs(lines)
    for (index, line) in lines.enumerated() {
      let next = lines.dropFirst(index + 1).first
      if let next, paragraphs.isSubheading(line, after: open.last, before: next) {
        close(run.kind)
        begin([line], run.kind)
        continue
      }
      if let last = open.last, beginsEntry(run.lines[index], after: last, paragraphs) {
        close(run.kind)
      }
      open.append(line)
    }
    close(run.kind)
  }

  private func beginsEntry(_ line: ClassifiedLine, after last: Line, _ paragraphs: Paragraphs)
    -> Bool
  {
    if line.isBullet { return last.text.endsSentence }
    return paragraphs.isBreak(after: last, before: line.line)
  }
}

extension Paragraphs {
  /// Whether a line between two paragraphs is a heading of its own: short, open, and capitals
  /// before and after.
  func isSubheading(_ line: Line, after last: Line?, before next: Line) -> Bool {
    guard line.text.startsWithCapital, !line.text.endsSentence, share(line) < 0.95,
      line.text.last.map({ ",;:-\u{2013}".contains($0) }) == false, next.text.startsWithCapital
    else { return false }
    return (last?.text.endsSentence ?? true) && isShort(line, before: next)
  }
}

extension String {
  /// Whether the text says that a section has nothing in it.
  fileprivate var saysThereIsNone: Bool {
    guard utf8.count <= 200 else { return false }
    let keys = words.map(\.key)
    guard keys.contains("priority") || keys.contains("area") || keys.contains("areas") else {
      return false
    }
    let openings = [
      ["there", "are", "no"], ["there", "were", "no"], ["no", "areas"], ["none"],
      ["inspectors", "found", "no"],
      ["inspectors", "identified", "no"], ["there", "is", "no"], ["there", "was", "no"],
    ]
    return openings.contains { keys.starts(with: $0) }
  }
}
