import InspectionModel

/// The lines under one heading, or those that go on with a section after a box has ended.
struct Run: Equatable {
  let kind: SectionKind
  /// The heading's line; nil for a run that goes on with an earlier section.
  let heading: Line?
  var lines: [ClassifiedLine] = []
}

/// Parts the body of a letter into runs.
///
/// Boxes (case and practice studies) stand in the flow. Nothing in the text marks where one ends
/// when no heading follows, so that is told from the shape: a gap and then a bullet of the list it
/// interrupted, or lines wider than the box.
struct Runs {
  /// A box in the flow: what it interrupted, and its shape so far.
  private struct Box {
    let outer: Run
    var last: Line?
    var lines = 0
    var width = 0.0
    var indent = Int.max
    var hasBullets = false

    /// Whether paragraphs stand around it: those of findings, or of a list without glyphs.
    var isInProse: Bool {
      switch outer.kind {
      case .mainFinding, .headline: true
      case .strength, .improvement, .priorityAction: !outer.lines.contains(where: \.isBullet)
      case .caseStudy, .nextSteps, .context, .other, .areaForImprovement, .experience,
        .recommendation, .finding:
        false
      }
    }

    mutating func add(_ line: ClassifiedLine) {
      last = line.line
      lines += 1
      width = max(width, TypeWidth.of(line.line.text))
      indent = min(indent, line.line.indent)
      hasBullets = hasBullets || line.isBullet
    }
  }

  private(set) var runs: [Run] = []
  private var box: Box?

  /// Parts the lines between salutation and signatures; what stands before the first heading is no
  /// run.
  init(_ lines: [ClassifiedLine]) {
    for (index, line) in lines.enumerated() {
      switch line.kind {
      case .address, .salutation, .signature: continue
      case .heading(let kind) where !isTitle(line.line, kind): begin(kind, line.line)
      case .heading, .bullet, .body: append(line, block: lines[index...])
      }
    }
  }

  /// Whether a heading is a title inside the box at hand: "Context", or one that is set in as the
  /// box is.
  private func isTitle(_ line: Line, _ kind: SectionKind) -> Bool {
    // What is to be done next is never told in a box.
    guard let box, kind != .caseStudy, kind != .nextSteps else { return false }
    let isSetIn = box.lines > 0 && box.indent > 0 && line.indent >= box.indent
    return kind == .context || kind == .other || isSetIn
  }

  private mutating func begin(_ kind: SectionKind, _ heading: Line) {
    if kind == .caseStudy {
      let outer = box?.outer ?? runs.last
      box = outer.flatMap { $0.kind == .caseStudy ? nil : Box(outer: $0) }
    } else {
      box = nil
    }
    runs.append(Run(kind: kind, heading: heading))
  }

  private mutating func append(_ line: ClassifiedLine, block: ArraySlice<ClassifiedLine>) {
    guard !runs.isEmpty else { return }
    if let ended = box, ends(ended, before: line, block) {
      runs.append(Run(kind: ended.outer.kind, heading: nil))
      box = nil
    }
    box?.add(line)
    runs[runs.count - 1].lines.append(line)
  }

  private func ends(
    _ box: Box, before line: ClassifiedLine, _ block: ArraySlice<ClassifiedLine>
  ) -> Bool {
    guard line.line.afterGap, box.last?.text.endsSentence == true else { return false }
    if line.isBullet { return resumesList(line, after: box) }
    if resumesSentence(line.line, after: box) { return true }
    return box.isInProse && (line.line.indent < box.indent || isWider(block, than: box))
  }

  /// Whether a bullet belongs to the list around the box: the box has none and is set no less, or
  /// lies further in.
  private func resumesList(_ line: ClassifiedLine, after box: Box) -> Bool {
    guard let bullet = box.outer.lines.first(where: \.isBullet) else { return false }
    let isAlike = line.kind == bullet.kind && line.line.indent <= bullet.line.indent
    return isAlike && (line.line.indent < box.indent || !box.hasBullets)
  }

  /// Whether a page begins in the middle of a sentence that was left open before the box.
  private func resumesSentence(_ line: Line, after box: Box) -> Bool {
    guard line.startsPage, line.text.startsWithSmallLetter, let open = box.outer.lines.last
    else { return false }
    return !open.line.text.endsSentence
  }

  /// Whether the next lines fill more than the box does: its column is narrower than the page's.
  private func isWider(_ block: ArraySlice<ClassifiedLine>, than box: Box) -> Bool {
    guard box.lines >= 6 else { return false }
    let next = block.prefix(6).prefix { $0.kind == .body }.map { TypeWidth.of($0.line.text) }
    return next.count >= 3 && next.sorted()[next.count / 2] > box.width * 1.01
  }
}

extension ClassifiedLine {
  /// Whether a bullet begins here.
  var isBullet: Bool {
    if case .bullet = kind { true } else { false }
  }
}
