import InspectionModel
import TerminalCore

/// A letter as lines of a page: its facts, what does not fit, then headings and passages as they
/// are read.
struct LaidOutLetter {
  /// A line of the page.
  struct Line {
    /// What stands in the margin: the number of a passage on its first line.
    var label = ""
    var pieces: [(String, Role)] = []
    /// The passage that the line belongs to.
    var passage: Row?
    /// The part of what the passage says that stands here, for the words of agencies to be marked
    /// in it.
    var part: Substring?
  }

  /// Columns at the left: the mark of the cursor and a passage's number.
  static let margin = 6
  /// Longer lines are hard to follow from end to start.
  static let longestLine = 100

  private(set) var lines: [Line] = []
  /// The passages in the letter's order, and the line that each begins on.
  private(set) var passages: [(row: Row, line: Int)] = []
  private let width: Int

  /// - Parameters:
  ///   - hasFacts: whether the facts of the inspection stand above its letter.
  ///   - emptiness: what stands where there is no letter.
  init(_ inspection: Inspection, width: Int, hasFacts: Bool, emptiness: String = "") {
    self.width = max(12, min(Self.longestLine, width - Self.margin))
    if hasFacts { addFacts(inspection) }
    addRemarks(inspection)
    let passages = inspection.letterPassages
    var headings = inspection.headings[...]
    for (index, passage) in passages.enumerated() {
      let position = passage.position ?? (headings.isEmpty ? 0 : Int.max)
      let due = headings.prefix { $0.position <= position }
      for heading in due { add(heading) }
      headings = headings.dropFirst(due.count)
      if inspection.headings.isEmpty {
        addPlace(of: passage, after: index == 0 ? nil : passages[index - 1])
      }
      add(passage)
    }
    for heading in headings { add(heading) }
    if passages.isEmpty { lines += [Line(), Line(pieces: [(" " + emptiness, .dim)])] }
    while lines.first?.isBlank == true { lines.removeFirst() }
  }

  private mutating func addFacts(_ inspection: Inspection) {
    for fact in LetterFact.all(of: inspection) {
      for pieces in fact.lines(width: width + Self.margin - 1) {
        lines.append(Line(pieces: [(" ", .text)] + pieces))
      }
    }
  }

  private mutating func addRemarks(_ inspection: Inspection) {
    let remarks = inspection.remarks
    if remarks.isEmpty { return }
    lines.append(Line())
    for remark in remarks {
      let sentence = "! page \(remark.page), line \(remark.line): \(remark.sentence)"
      for (index, part) in Text.wrap(sentence, columns: width + Self.margin - 3).enumerated() {
        lines.append(Line(pieces: [(index == 0 ? " " : "   ", .text), (String(part), .warning)]))
      }
    }
  }

  private mutating func add(_ heading: LetterHeading) {
    if lines.last?.isBlank == false, lines.last?.isHeading == false { lines.append(Line()) }
    let isSection = heading.level == 1
    let title = isSection ? heading.text.uppercased() : heading.text
    let page = "page \(heading.page)"
    for part in Text.wrap(title, columns: width - page.count - 2) {
      lines.append(Line(pieces: [(isSection ? " " : "      ", .text), (String(part), .heading)]))
    }
    lines[lines.count - 1].pieces.append(("  " + page, .dim))
  }

  /// The section and the heading above a passage, where the letter's own headings are not known.
  private mutating func addPlace(of passage: Passage, after former: Passage?) {
    guard passage.place != former?.place else { return }
    if !lines.isEmpty { lines.append(Line()) }
    lines.append(Line(pieces: [(" ", .text), (passage.place, .heading)]))
  }

  private mutating func add(_ passage: Passage) {
    if lines.last?.isBlank == false { lines.append(Line()) }
    passages.append((passage.row, lines.count))
    for (index, part) in Text.wrap(passage.listed, columns: width).enumerated() {
      lines.append(
        Line(label: index == 0 ? passage.code : "", passage: passage.row, part: part))
    }
    addSummary(of: passage)
    addNote(on: passage)
  }

  /// The summary of a passage whose text stands above it.
  private mutating func addSummary(of passage: Passage) {
    guard passage.text != nil, let summary = passage.summary else { return }
    let margin = String(repeating: " ", count: Self.margin)
    for part in Text.wrap("≈ " + summary, columns: width) {
      lines.append(Line(pieces: [(margin, .text), (String(part), .dim)], passage: passage.row))
    }
  }

  /// The page, the agencies named, and what is coded: after them, or below where there is no room.
  private mutating func addNote(on passage: Passage) {
    let margin = (String(repeating: " ", count: Self.margin), Role.text)
    let first = passage.page.map { "page \($0)" }
    let pages = passage.pageTo.map { "\(first ?? "") to \($0)" } ?? first
    let agencies = passage.suggested.map(\.name).joined(separator: ", ")
    let note = [pages, agencies].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")
    let coded = passage.codedInShort
    for part in Text.wrap(note, columns: width) {
      lines.append(Line(pieces: [margin, (String(part), .dim)], passage: passage.row))
    }
    guard !coded.isEmpty else { return }
    let last = lines[lines.count - 1].pieces.dropFirst().reduce(0) { $0 + Text.columns($1.0) }
    if last + Text.columns("  coded " + coded) <= width {
      lines[lines.count - 1].pieces += [("  coded ", .dim), (coded, .match)]
    } else {
      lines.append(
        Line(pieces: [margin, ("coded ", .dim), (coded, .match)], passage: passage.row))
    }
  }
}

extension LaidOutLetter.Line {
  /// What it says, without its margin.
  var text: String { part.map(String.init) ?? pieces.map(\.0).joined() }
  var isBlank: Bool { pieces.isEmpty && part == nil }
  var isHeading: Bool { pieces.contains { $0.1 == .heading } }
}

extension Inspection {
  /// The passages of its letter as they are read; those whose place is not known by section, after
  /// the others.
  var letterPassages: [Passage] {
    passages.enumerated()
      .sorted { ($0.1.position ?? .max, $0.0) < ($1.1.position ?? .max, $1.0) }.map(\.1)
  }
}

/// A fact of a letter, with where it stands and how it is known.
struct LetterFact {
  let name: String
  let value: String
  let finding: LetterFinding?

  /// The facts that the register has of an inspection's letter.
  static func all(of inspection: Inspection) -> [LetterFact] {
    let findings = inspection.findings
    func fact(_ name: String, _ value: String?, _ field: Field) -> LetterFact? {
      guard let value, !value.isEmpty else { return nil }
      return LetterFact(
        name: name, value: value, finding: findings.first { $0.name == field.name })
    }
    let days = [inspection.from, inspection.to].compactMap { $0?.description }
    let rest = inspection.addressees.dropFirst().map {
      LetterFact(name: "", value: $0, finding: nil)
    }
    let facts = [
      fact("Area", inspection.area?.name, .area),
      fact("Theme", inspection.theme?.name, .theme),
      fact("Fieldwork", days.joined(separator: " to "), .from),
      fact("Published", inspection.published?.description, .published),
      fact("Inspected by", inspection.inspectorates.joined(separator: ", "), .inspectorate),
      fact("Statement due", inspection.statementDue?.description, .statementDue),
      fact("Statement by", inspection.statementBy, .statementBy),
      fact("Addressed to", inspection.addressees.first, .addressee),
    ]
    return facts.compactMap(\.self) + rest
      + [fact("Note", inspection.note, .note)].compactMap(\.self)
  }

  private static let nameWidth = 15

  /// The fact on lines of a width, its place after it.
  func lines(width: Int) -> [[(String, Role)]] {
    let parts = Text.wrap(value, columns: max(8, width - Self.nameWidth))
    var lines = parts.enumerated().map { index, part in
      [(named(index == 0 ? name : ""), Role.dim), (String(part), Role.text)]
    }
    let room = width - Self.nameWidth - Text.columns(parts[parts.count - 1])
    if place.reduce(0, { $0 + Text.columns($1.0) }) <= room {
      lines[lines.count - 1] += place
    } else {
      lines.append([(named(""), .dim)] + place)
    }
    return lines
  }

  private func named(_ name: String) -> String {
    let name = Text.fit(name, columns: Self.nameWidth - 1)
    return name + String(repeating: " ", count: Self.nameWidth - Text.columns(name))
  }

  private var place: [(String, Role)] {
    guard let finding else { return [] }
    return [
      ("  p\(finding.page) l\(finding.line) ", .dim),
      (finding.how, finding.how == "stated" ? .dim : .mixed),
    ]
  }
}
