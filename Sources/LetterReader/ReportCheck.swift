import InspectionModel
import InspectionOperations

/// Lets reports through, and refuses what only looks like one, with the reason.
enum ReportCheck {
  /// Why a document with the title of a profile is not read; nil for a report.
  ///
  /// A title alone makes no report: a plan or a press release quotes it. One of the other parts may
  /// be missing, as in a report cut in half.
  static func refusal(_ report: Letter, _ front: ReportFront, _ lines: [Line]) -> Letter.Refusal? {
    if let page = second(lines, front) { return .several(page: page) }
    let isGraded = report.judgements.contains { $0.grade != nil }
    let tests: [(String, Bool)] = [
      ("the dates of the inspection", report.fieldworkFrom != nil),
      ("a judgement", isGraded),
      ("sections such as what needs to improve", report.passages.count > 3),
      ("its last page", report.hasSignature),
    ]
    let missing = tests.filter { !$0.1 }.map(\.0)
    return missing.count > 1
      ? .noReport(framework: front.profile.name, missing: missing) : nil
  }

  /// The page on which another report begins: with a title and the dates of an inspection.
  private static func second(_ lines: [Line], _ front: ReportFront) -> Int? {
    let starts = lines.indices.filter { lines[$0].startsPage && lines[$0].place.page > 1 }
    return starts.lazy.filter { start in
      let page = lines[start].place.page
      let head = Array(lines[start...].prefix(ReportFront.reach).prefix { $0.place.page == page })
      guard head.contains(where: { $0.text.isVisitLabel }) else { return false }
      return ReportFront(head, ReportReader.profiles)?.visit != nil
    }.first.map { lines[$0].place.page }
  }
}

/// Whether the passages of a report look as such passages do.
///
/// Text that was taken from the page wrongly (two columns, a watermark, a missing font) shows in
/// their shape: words of one letter, sentences without an end, a great share of the text in none.
enum Shape {
  /// Of a document of so many words at least, half of them stand in passages: of the published ones
  /// at hand, 75 % or more.
  private static let (leastWords, leastShare) = (1_500, 0.5)

  /// How many words stand in the lines of a document.
  static func wordCount(_ lines: [Line]) -> Int { lines.reduce(0) { $0 + $1.text.wordCount } }

  /// What looks wrong, as problems for a person.
  static func problems(_ report: Letter) -> [Letter.Problem] {
    let passages = report.passages.filter { $0.section != .context && $0.section != .other }
    guard passages.count >= 5, let first = passages.first else { return [] }
    func problem(_ message: String) -> Letter.Problem {
      Letter.Problem(field: "passages", message: message, place: first.place)
    }
    var problems: [Letter.Problem] = []
    let open = passages.count { !$0.text.endsSentence && $0.text.words.count > 25 }
    if open * 4 > passages.count {
      problems.append(
        problem("\(open) of \(passages.count) passages end without a full stop: check the text"))
    }
    let all = report.wordCount
    let read = report.passages.reduce(0) { $0 + $1.text.wordCount }
    if all >= leastWords, Double(read) < leastShare * Double(all) {
      problems.append(problem("Only \(read) of \(all) words stand in passages: much was not read"))
    }
    let letters = passages.count { $0.text.hasStrayLetters }
    if letters * 10 > passages.count {
      problems.append(
        problem(
          "Single letters stand in \(letters) of \(passages.count) passages: check for a watermark")
      )
    }
    if let longest = passages.max(by: { $0.text.utf8.count < $1.text.utf8.count }),
      longest.text.words.count > 600
    {
      problems.append(
        Letter.Problem(
          field: "passages",
          message: "A passage has \(longest.text.words.count) words: it may hold several",
          place: longest.place))
    }
    return problems
  }
}

extension String {
  fileprivate var wordCount: Int { utf8.split(separator: UInt8(ascii: " ")).count }

  /// Whether letters that are no words stand alone in it: more than "a", "I" and initials.
  fileprivate var hasStrayLetters: Bool {
    split(separator: " ").contains { word in
      guard word.utf8.count == 1, let letter = word.unicodeScalars.first else { return false }
      return letter.properties.isAlphabetic && !["a", "I", "A", "o", "O"].contains(letter)
    }
  }
}
