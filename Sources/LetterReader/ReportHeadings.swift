import InspectionModel
import InspectionOperations

/// A heading found in a report.
struct ReportHeading: Equatable {
  let lines: Range<Int>
  /// As printed, on one line.
  let text: String
  /// The place of its form in the profile.
  let form: Int
  /// What a graded heading says.
  var aspect: Aspect?
  var grade: Grade?
}

/// Finds the headings of a profile among the lines of a report.
///
/// A heading begins with a capital where what stands above it is finished, and its words may run
/// over three lines. Lines of a table of contents carry a page number and are none.
struct ReportHeadings {
  private let profile: Profile
  private let lines: [Line]
  /// The opening words of each form, as keys.
  private let openings: [(form: Int, keys: [String])]
  private let labels: [(keys: [String], aspect: Aspect?)]
  private static let mostLines = 3
  private static let mostWords = 26

  init(_ profile: Profile, _ lines: [Line]) {
    (self.profile, self.lines) = (profile, lines)
    openings = profile.sections.enumerated()
      .flatMap { form, section in
        section.openings.map { (form, $0.split(separator: " ").map(String.init)) }
      }
      .sorted { $0.1.count > $1.1.count }
    labels = profile.labels.map { ($0.words.split(separator: " ").map(String.init), $0.aspect) }
  }

  /// The heading that begins at a line, if one does.
  func heading(at index: Int) -> ReportHeading? {
    let line = lines[index]
    guard line.text.startsWithCapital, line.text.first?.isLetter == true, !isListed(index),
      mayBegin(index)
    else { return nil }
    return graded(at: index) ?? plain(at: index)
  }

  /// Whether a line of a table of contents ends with a page's number.
  private func isListed(_ index: Int) -> Bool {
    let cells = lines[index].cells
    return cells.count > 1 && cells.last.map { Int($0.text) != nil } ?? false
  }

  /// Whether what stands above is finished.
  private func mayBegin(_ index: Int) -> Bool {
    guard index > 0, !lines[index].afterGap || lines[index].startsPage else { return true }
    let above = lines[index - 1]
    return above.text.endsSentence || above.text.utf8.count < 60 || lines[index].startsPage
  }

  // MARK: - Headings without a grade

  private func plain(at index: Int) -> ReportHeading? {
    for count in 1...Self.mostLines where index + count <= lines.count {
      guard !isListed(index + count - 1) else { return nil }
      let text = joined(index, count)
      let keys = text.withoutMarker.words.map(\.key)
      guard keys.count <= Self.mostWords else { return nil }
      for opening in openings where keys.starts(with: opening.keys) {
        guard ends(profile.sections[opening.form], keys, opening.keys, text, index + count)
        else { continue }
        return ReportHeading(lines: index..<index + count, text: text, form: opening.form)
      }
      let mayGoOn = openings.contains { opening in
        opening.keys.starts(with: keys)
          || (profile.sections[opening.form].ending != .whole && keys.starts(with: opening.keys))
      }
      guard mayGoOn else { return nil }
    }
    return nil
  }

  private func ends(
    _ form: SectionForm, _ keys: [String], _ opening: [String], _ text: String, _ next: Int
  ) -> Bool {
    if form.shape == .end, form.ending == .open { return true }
    switch form.ending {
    case .whole: return keys.count == opening.count
    case .graded: return false
    case .because: return keys.last == "because"
    case .open:
      if text.hasSuffix("?") { return true }
      guard !text.hasSuffix(","), keys.count <= 16, keys.last.map({ Int($0) == nil }) ?? false
      else { return false }
      return isOver(next, text)
    }
  }

  /// Whether a heading without a mark at its end is over: a gap follows, or something that begins
  /// anew.
  private func isOver(_ next: Int, _ text: String) -> Bool {
    guard lines.indices.contains(next), !lines[next].afterGap else { return true }
    if lines[next].bullet != nil || NumberedLine(lines[next]) != nil { return true }
    return !text.endsSentence && lines[next].text.startsWithCapital
      && lines[next - 1].text.utf8.count < 50
  }

  private func joined(_ index: Int, _ count: Int) -> String {
    lines[index..<index + count].map(\.text).joined(separator: " ")
  }

  // MARK: - Headings with a grade

  /// A heading's words, what is judged and how.
  private typealias Graded = (text: String, aspect: Aspect?, grade: Grade)

  private func graded(at index: Int) -> ReportHeading? {
    guard let form = profile.sections.firstIndex(where: { $0.ending == .graded }) else {
      return nil
    }
    for count in 1...Self.mostLines where index + count <= lines.count {
      let parts = lines[index..<index + count]
      guard count == 1 || !parts[index + count - 1].afterGap || parts[index + count - 1].startsPage
      else { return nil }
      let text = joined(index, count)
      guard text.utf8.count < 260 else { return nil }
      if let found = beside(Array(parts)) ?? sentence(text) {
        // The rest of a wording such as "to be good" may stand on the next line.
        if count < Self.mostLines, index + count < lines.count,
          ["to be good", "be good"].contains(lines[index + count].text.lowercased())
        {
          continue
        }
        return ReportHeading(
          lines: index..<index + count, text: found.text, form: form, aspect: found.aspect,
          grade: found.grade)
      }
    }
    return nil
  }

  /// "The experiences and progress of children in care: good"; "Leadership … are good".
  private func sentence(_ text: String) -> Graded? {
    let words = text.withoutMarker.words
    var start = 0
    for lead in Self.leads where words.map(\.key).starts(with: lead) { start = lead.count; break }
    for first in start..<min(start + 2, words.count) {
      guard let (aspect, end) = label(at: first, words) else { continue }
      var index = end
      while index < words.count, Self.verbs.contains(words[index].key) { index += 1 }
      guard index < words.count, let found = GradeWords.at(index, words),
        found.words.upperBound == words.count, let grade = found.grade
      else { continue }
      return (text, aspect, grade)
    }
    return nil
  }

  /// A label over some lines with its grade in a cell to the right, or between its lines.
  private func beside(_ lines: [Line]) -> Graded? {
    let cells = lines.flatMap(\.cells)
    guard cells.contains(where: { $0.column > 20 && GradeWords.isGrade($0.text) }) else {
      return nil
    }
    let text = cells.filter { !GradeWords.isGrade($0.text) }.map(\.text).joined(separator: " ")
    let left = text.words
    let right = cells.filter { GradeWords.isGrade($0.text) }.map(\.text).joined(separator: " ")
      .words
    guard !right.isEmpty, let found = GradeWords.at(0, right), found.words.count == right.count,
      let grade = found.grade
    else { return nil }
    for first in 0..<min(2, left.count) {
      if let (aspect, end) = label(at: first, left), end == left.count {
        return (text, aspect, grade)
      }
    }
    return nil
  }

  private func label(at index: Int, _ words: [Word]) -> (aspect: Aspect?, end: Int)? {
    let keys = words[index...].map(\.key)
    for label in labels where keys.starts(with: label.keys) {
      var end = index + label.keys.count
      // "… (LSCB)", "… on social work practice with children and families".
      while end < words.count, Self.tails.contains(words[end].key) { end += 1 }
      return (label.aspect, end)
    }
    return nil
  }

  private static let leads: [[String]] = [
    ["the", "graded", "judgement", "for", "the"], ["the", "graded", "judgement", "for"],
    ["the", "graded", "judgment", "for", "the"], ["the", "graded", "judgment", "for"],
    ["the", "graded", "judgement", "about", "the"], ["the", "graded", "judgement", "about"],
    ["the", "graded", "judgment", "about", "the"], ["the", "judgement", "for", "the"],
    ["the", "judgement", "on", "the"], ["the", "judgment", "for", "the"],
  ]
  private static let verbs: Set = ["is", "are", "that", "it", "they", "was", "remains", "remain"]
  private static let tails: Set = [
    "lscb", "on", "social", "work", "practice", "with", "children", "and", "families",
  ]
}

extension String {
  /// The text without a footnote's number raised on its last word.
  var withoutMarker: String {
    let digits = unicodeScalars.reversed().prefix { ("0"..."9").contains($0) }.count
    guard (1...2).contains(digits) else { return self }
    let rest = unicodeScalars.dropLast(digits)
    guard let last = rest.last, last != " ", !("0"..."9").contains(last) else { return self }
    return String(rest)
  }
}
