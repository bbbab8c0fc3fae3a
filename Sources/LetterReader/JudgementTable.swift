import InspectionModel
import InspectionOperations

/// The table in which a report gives its grades, and the sentences at its front that give others.
///
/// A label runs over three lines, a grade over two, and either may begin above the other, so the
/// labels and the grades are read apart, each in its order. A table whose numbers of labels and
/// grades differ is not read at all: no grade is made up.
struct JudgementTable {
  private(set) var judgements: [Letter.Judgement] = []
  /// How many of the lines the table ends behind; 0 where there is none.
  private(set) var end = 0
  /// Whether there are labels and grades, but not as many of one as of the other.
  private(set) var isUnreadable = false

  private let labels: [(keys: [String], aspect: Letter.Aspect)]
  private let vocabulary: Set<String>

  /// Reads the lines before the first heading of a report.
  init(_ lines: [Line], _ profile: Profile) {
    labels = profile.labels.map { ($0.words.split(separator: " ").map(String.init), $0.aspect) }
    vocabulary = Set(labels.flatMap(\.keys)).union(GradeWords.vocabulary)
      .union([
        "judgement", "judgment", "on", "social", "work", "practice", "with", "families", "and",
      ])
    let table = lines.indices.filter { isOfTable(lines[$0]) }
    read(lines, Self.first(table, lines))
  }

  /// The rows of the table: they stand together, and what comes after is text.
  private static func first(_ rows: [Int], _ lines: [Line]) -> [Int] {
    guard let first = rows.first else { return [] }
    var last = first
    return rows.prefix { row in
      defer { last = row }
      return row - last <= 3
    }
  }

  private func isOfTable(_ line: Line) -> Bool {
    let keys = line.text.words.map(\.key)
    return !keys.isEmpty && !line.text.hasSuffix(".") && keys.allSatisfy(vocabulary.contains)
  }

  private mutating func read(_ lines: [Line], _ rows: [Int]) {
    var left: [(word: Word, text: String, line: Line)] = []
    var grades: [(grade: String, words: String, line: Line)] = []
    var right: [(text: String, line: Line)] = []
    for row in rows {
      let line = lines[row]
      let cells = line.cells.isEmpty ? [Cell(column: 0, text: line.text)] : line.cells
      for cell in cells {
        let keys = cell.text.words.map(\.key)
        if keys == ["judgement"] || keys == ["judgment"] || keys == ["grade"] { continue }
        if GradeWords.isGrade(cell.text) {
          right.append((cell.text, line))
        } else {
          left += cell.text.words.map { ($0, String(cell.text[$0.range]), line) }
        }
      }
    }
    var open = ""
    var start: Line?
    for (index, part) in right.enumerated() {
      open = open.isEmpty ? part.text : open + " " + part.text
      start = start ?? part.line
      let next = right[at: index + 1]?.text.words
      if let next, next.first.map({ ["to", "be", "improvement"].contains($0.key) }) ?? false {
        continue
      }
      let words = open.words
      if let grade = GradeWords.all(in: words).first, let line = start {
        grades.append((grade.grade, open, line))
      }
      (open, start) = ("", nil)
    }
    let found = labelled(left.map { ($0.word.key, $0.line) })
    guard !found.isEmpty || !grades.isEmpty else { return }
    guard found.count == grades.count else {
      isUnreadable = true
      return
    }
    end = (rows.last ?? -1) + 1
    judgements = zip(found, grades).compactMap { label, grade in
      label.aspect == .other
        ? nil
        : Letter.Judgement(
          aspect: label.aspect, grade: grade.grade == "not-judged" ? nil : grade.grade,
          words: grade.words.firstWords(10),
          reason: grade.grade == "not-judged" ? "not-judged" : nil,
          place: label.line.place)
    }
  }

  /// The labels in a row of words, in their order.
  private func labelled(_ words: [(key: String, line: Line)]) -> [(
    aspect: Letter.Aspect, line: Line
  )] {
    var found: [(aspect: Letter.Aspect, line: Line)] = []
    var index = 0
    while index < words.count {
      let keys = words[index...].prefix(16).map(\.key)
      if let label = labels.first(where: { keys.starts(with: $0.keys) }) {
        found.append((label.aspect, words[index].line))
        index += label.keys.count
      } else {
        index += 1
      }
    }
    return found
  }
}

/// The sentences at a report's front that give a grade: "Children's services in … are good".
enum JudgementSentences {
  /// The overall grade and that of the safeguarding board, as far as the text gives them.
  static func judgements(in prose: Prose) -> [Letter.Judgement] {
    let words = prose.text.words
    var found: [Letter.Judgement] = []
    func add(_ aspect: Letter.Aspect, _ start: Int, _ grade: GradeWords.Found) {
      guard !found.contains(where: { $0.aspect == aspect }), grade.grade != "not-judged" else {
        return
      }
      let covered = words[grade.words]
      guard let first = covered.first, let last = covered.last else { return }
      found.append(
        Letter.Judgement(
          aspect: aspect, grade: grade.grade,
          words: String(prose.text[first.range.lowerBound..<last.range.upperBound]), reason: nil,
          place: prose.place(at: words[start].range.lowerBound)))
    }
    for index in words.indices {
      let keys = words[index...].prefix(4).map(\.key)
      if Self.overall.contains(where: keys.starts) {
        let sentence = words[index...].prefix(24)
        if let grade = (sentence.indices).lazy.compactMap({ given(at: $0, words) }).first {
          add(.overall, index, grade)
        }
      }
      if let board = Self.boards.first(where: { keys.starts(with: $0) }) {
        var next = index + board.count
        while next < words.count, ["lscb", "is", "are", "that", "it"].contains(words[next].key) {
          next += 1
        }
        if next < words.count, let grade = GradeWords.at(next, words) { add(.lscb, index, grade) }
      }
    }
    return found
  }

  /// A grade that a verb gives: "are good", "is inadequate", "require improvement".
  private static func given(at index: Int, _ words: [Word]) -> GradeWords.Found? {
    guard let grade = GradeWords.at(index, words), index > 0 else { return nil }
    let isVerb = words[index].key.hasPrefix("require")
    return isVerb || ["is", "are", "be", "as"].contains(words[index - 1].key) ? grade : nil
  }

  private static let overall: [[String]] = [
    ["children", "services", "in"], ["overall", "judgement"], ["overall", "judgment"],
    ["overall", "effectiveness"], ["services", "for", "children", "in"],
  ]
  private static let boards: [[String]] = [
    ["local", "safeguarding", "children", "board"], ["lscb"],
  ]
}

extension String {
  /// The first `count` words of the text.
  func firstWords(_ count: Int) -> String {
    split(separator: " ").prefix(count).joined(separator: " ")
  }
}
