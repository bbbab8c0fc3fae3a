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

  private let labels: [(keys: [String], aspect: Aspect?)]
  private let vocabulary: Set<String>

  /// Reads the lines that stand behind a report's title and dates.
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
    let cells = Self.cells(rows.map { lines[$0] })
    let found = labelled(
      cells.filter { !$0.isGrade }.flatMap { cell in cell.text.words.map { ($0.key, cell.line) } })
    let grades = Self.grades(cells.filter(\.isGrade))
    guard !found.isEmpty, !grades.isEmpty else { return }
    end = (rows.last ?? -1) + 1
    guard found.count == grades.count else {
      isUnreadable = true
      return
    }
    judgements = zip(found, grades).compactMap { label, grade in
      label.aspect.map { .init($0, grade.grade, grade.words, label.line.place) }
    }
  }

  private typealias TableCell = (text: String, isGrade: Bool, line: Line)

  /// The cells of the rows without the heads of the columns. Where a label fills its column, the
  /// place of the other grades tells where it ends.
  private static func cells(_ rows: [Line]) -> [TableCell] {
    let column = rows.compactMap { row in
      row.cells.dropFirst().first { GradeWords.isGrade($0.text) }?.column
    }.min()
    return rows.flatMap { row -> [TableCell] in
      var texts = row.cells.map(\.text)
      if texts.isEmpty { texts = [row.text] }
      if texts.count == 1, let column, !GradeWords.isGrade(texts[0]),
        let (left, right) = row.split(at: column), GradeWords.isGrade(right), !right.isEmpty
      {
        texts = [left, right]
      }
      return texts.filter { !heads.contains($0.lowercased()) }
        .map { ($0, GradeWords.isGrade($0), row) }
    }
  }

  private static let heads: Set = ["judgement", "judgment", "grade", "judgements", "grades"]

  /// The grades of the right column: a wording may run over three lines.
  private static func grades(_ cells: [TableCell]) -> [(grade: Grade?, words: String)] {
    var grades: [(grade: Grade?, words: String)] = []
    var open = ""
    for (index, cell) in cells.enumerated() {
      open = open.isEmpty ? cell.text : open + " " + cell.text
      let next = cells[at: index + 1]?.text.words.first?.key
      if let next, ["to", "be", "improvement"].contains(next) { continue }
      if let grade = GradeWords.all(in: open.words).first { grades.append((grade.grade, open)) }
      open = ""
    }
    return grades
  }

  /// The labels in a row of words, in their order.
  private func labelled(_ words: [(key: String, line: Line)]) -> [(
    aspect: Aspect?, line: Line
  )] {
    var found: [(aspect: Aspect?, line: Line)] = []
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
    func add(_ aspect: Aspect, _ start: Int, _ grade: GradeWords.Found) {
      guard !found.contains(where: { $0.aspect == aspect }), grade.grade != nil else {
        return
      }
      let covered = words[grade.words]
      guard let first = covered.first, let last = covered.last else { return }
      found.append(
        .init(
          aspect, grade.grade, String(prose.text[first.range.lowerBound..<last.range.upperBound]),
          prose.place(at: words[start].range.lowerBound)))
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
