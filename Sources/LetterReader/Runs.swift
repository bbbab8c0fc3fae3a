/// The lines under one heading, or those that go on with a section after a box has ended.
struct Run: Equatable {
  let kind: Letter.SectionKind
  /// The heading's line; nil for a run that goes on with an earlier section.
  let heading: Line?
  var lines: [ClassifiedLine] = []
}

/// Parts the body of a letter into runs.
///
/// Boxes (case and practice studies) stand in the flow. Nothing in the text marks where one ends when no heading follows, so
/// that is told from the shape: a gap and then a bullet of the list it interrupted, or lines wider than the box.
struct Runs {
  private(set) var runs: [Run] = []
  /// The run that the box at hand stands in.
  private var interrupted: Run?

  /// Parts the lines between salutation and signatures; what stands before the first heading is no run.
  init(_ lines: [ClassifiedLine]) {
    for (index, line) in lines.enumerated() {
      switch line.kind {
      case .address, .salutation, .signature: continue
      case .heading(let kind): begin(kind, line.line)
      case .bullet, .body: append(line, block: lines[index...])
      }
    }
  }

  private mutating func begin(_ kind: Letter.SectionKind, _ heading: Line) {
    if kind != .caseStudy {
      interrupted = nil
    } else if let last = runs.last, last.kind != .caseStudy {
      interrupted = last
    }
    runs.append(Run(kind: kind, heading: heading))
  }

  private mutating func append(_ line: ClassifiedLine, block: ArraySlice<ClassifiedLine>) {
    guard let run = runs.last else { return }
    if run.kind == .caseStudy, let outer = interrupted, endsBox(run, before: line, block, in: outer)
    {
      runs.append(Run(kind: outer.kind, heading: nil))
      interrupted = nil
    }
    runs[runs.count - 1].lines.append(line)
  }

  private func endsBox(
    _ box: Run, before line: ClassifiedLine, _ block: ArraySlice<ClassifiedLine>, in outer: Run
  ) -> Bool {
    guard let last = box.lines.last, line.line.afterGap, last.line.text.endsSentence else {
      return false
    }
    if case .bullet = line.kind { return resumesList(line, outer, box) }
    if resumesSentence(line.line, outer) { return true }
    return outer.kind == .mainFinding && (isSetOut(line, of: box) || isWider(block, than: box))
  }

  /// Whether a line is set in less than the whole box is.
  private func isSetOut(_ line: ClassifiedLine, of box: Run) -> Bool {
    box.lines.allSatisfy { $0.line.indent > line.line.indent }
  }

  /// Whether a bullet belongs to the list around the box: the box has none and is set no less, or lies further in.
  private func resumesList(_ line: ClassifiedLine, _ outer: Run, _ box: Run) -> Bool {
    guard let bullet = outer.lines.first(where: \.isBullet) else { return false }
    let isAlike = line.kind == bullet.kind && line.line.indent <= bullet.line.indent
    return isAlike && (isSetOut(line, of: box) || !box.lines.contains { $0.isBullet })
  }

  /// Whether a page begins in the middle of a sentence that was left open before the box.
  private func resumesSentence(_ line: Line, _ outer: Run) -> Bool {
    guard line.startsPage, line.text.startsWithSmallLetter, let open = outer.lines.last else {
      return false
    }
    return !open.line.text.endsSentence
  }

  private func isWider(_ block: ArraySlice<ClassifiedLine>, than box: Run) -> Bool {
    guard box.lines.count >= 4 else { return false }
    let widest = box.lines.map { TypeWidth.of($0.line.text) }.max() ?? 0
    let next = block.prefix(6).prefix { $0.kind == .body }.map { TypeWidth.of($0.line.text) }
    return next.count >= 3 && next.sorted()[next.count / 2] > widest * 1.01
  }
}

extension ClassifiedLine {
  /// Whether a bullet begins here.
  var isBullet: Bool {
    if case .bullet = kind { true } else { false }
  }
}
