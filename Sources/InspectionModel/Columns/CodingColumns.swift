/// How what is coded is listed: passages, contributions, criteria, memos, reviews.
extension TableColumn {
  static let ofPassages: [TableColumn] =
    [
      TableColumn("Inspection", 20...26, by: FieldPath(.inspection, .title), isShown: false),
      TableColumn("Passage", 9...9, by: FieldPath(.index, .place), text: { Passage($0).code }),
      TableColumn("Page", 4...4, rank: 2, by: FieldPath(.page)),
      TableColumn("Coded", 12...12, rank: 1) { Passage($0).codedInShort },
      TableColumn(
        "Text or ≈ summary", 20...20, by: FieldPath(.text, or: .summary), called: "words",
        text: { Passage($0).listed }),
      TableColumn("Section", 11...20, rank: 3, by: FieldPath(.section), isShown: false),
      TableColumn("Heading", 20...40, rank: 3, by: FieldPath(.heading), isShown: false),
    ] + ofTheirInspection(up: 1, published: nil)

  static let ofContributions: [TableColumn] =
    [
      TableColumn(
        "Passage", 26...34, by: FieldPath(.index, .place, up: 1),
        text: { Contribution($0).passage?.title ?? "" }),
      TableColumn("Agency", 22...28, by: FieldPath(.agency, .name)),
      TableColumn(
        "±", 2...2, by: FieldPath(.direction), called: "direction",
        text: { record in
          let sign = record.text(.direction) ?? ""
          return record.text(.suspect) == nil ? sign : sign + "!"
        }),
      TableColumn("Criterion", 24...46, rank: 2, by: FieldPath(.criterion, .keyAndName)),
      TableColumn(
        "Words", 30...90, rank: 3, by: FieldPath(.text, or: .summary, up: 1),
        text: { Contribution($0).passage?.listed ?? "" }),
      TableColumn("Page", 4...4, rank: 4, by: FieldPath(.page, up: 1)),
      TableColumn("With", 14...30, rank: 6, by: FieldPath(.with, .name)),
      TableColumn("By", 8...8, rank: 7, by: FieldPath(.by)),
      TableColumn("On", 11...11, rank: 8, by: FieldPath(.on)),
      TableColumn("Pass", 6...6, rank: 10, by: FieldPath(.pass)),
      TableColumn("Note", 16...16, rank: 9, by: FieldPath(.note)),
      TableColumn("Section", 11...20, rank: 3, by: FieldPath(.section, up: 1), isShown: false),
      TableColumn("Inspection", 20...26, by: FieldPath(.inspection, .title, up: 1), isShown: false),
    ] + ofTheirInspection(up: 2, published: 5)

  /// What the inspection says that a record belongs to, so many steps above it.
  ///
  /// - Parameter rank: of the day of publication; nil where that is shown only when asked for.
  private static func ofTheirInspection(up steps: Int, published rank: Int?) -> [TableColumn] {
    func column(
      _ heading: String, _ width: ClosedRange<Int>, _ rank: Int, _ path: FieldPath,
      isShown: Bool = false
    ) -> TableColumn {
      TableColumn(heading, width, rank: rank, by: path, isShown: isShown)
    }
    return [
      column(
        "Published", 10...10, rank ?? 2, FieldPath(.published, up: steps), isShown: rank != nil),
      column("Area", 20...26, 1, FieldPath(.area, .name, up: steps)),
      column("Region", 20...24, 3, FieldPath(.region, up: steps + 1)),
      column("Theme", 20...40, 3, FieldPath(.theme, .name, up: steps)),
      column("Framework", 11...40, 4, FieldPath(.framework, .name, up: steps)),
      column("Year", 4...4, 1, FieldPath(.from, .year, or: .published, up: steps)),
      column("Fieldwork", 10...10, 3, FieldPath(.from, up: steps)),
    ]
  }

  static let ofCriteria: [TableColumn] = [
    TableColumn("Key", 5...5, by: FieldPath(.id)),
    TableColumn("Criterion", 30...44, by: FieldPath(.name), called: "name"),
    TableColumn(
      "Version", 7...7, rank: 1, by: FieldPath(.version),
      text: {
        String(Criterion($0).version)
      }),
    TableColumn("Status", 16...16, rank: 1, by: FieldPath(.status)) { record in
      let criterion = Criterion(record)
      return criterion.into.map { "merged into \($0.key)" } ?? criterion.status?.rawValue ?? ""
    },
    TableColumn("Definition", 20...90, rank: 2, by: FieldPath(.definition)),
  ]

  static let ofMemos: [TableColumn] = [
    TableColumn("Kind", 12...12, by: FieldPath(.kind)),
    TableColumn(
      "On", 24...34, called: "about", text: { Memo($0).subjectTitle },
      place: { record in
        Memo.subjects.first { record.text($0) != nil }.map { FieldPath($0, .name) }
      }),
    TableColumn("Text", 24...90, by: FieldPath(.text)) { Memo($0).text.replacing("\n", with: " ") },
    TableColumn("By", 8...8, rank: 1, by: FieldPath(.by)),
    TableColumn("Written", 10...10, rank: 2, by: FieldPath(.on)),
    TableColumn("Review", 16...24, rank: 3, by: FieldPath(.review, .name)),
  ]

  static let ofReviews: [TableColumn] = [
    TableColumn("Name", 20...40, by: FieldPath(.name)),
    TableColumn("Reviewer", 10...16, by: FieldPath(.reviewer)),
    TableColumn("Pass", 6...6, by: FieldPath(.pass)),
    TableColumn("State", 8...8, by: FieldPath(.state)),
    TableColumn("On", 10...10, rank: 1, by: FieldPath(.on)),
    TableColumn("Theme", 20...40, rank: 2, by: FieldPath(.theme, .name)),
    TableColumn("Filter", 20...40, rank: 3, by: FieldPath(.filter)),
  ]
}

extension TableColumn {
  static let ofFilters: [TableColumn] = [
    TableColumn("Name", 20...40, by: FieldPath(.name)),
    TableColumn("Lists", 13...13, by: FieldPath(.lists)),
    TableColumn("Filter", 30...90, by: FieldPath(.filter)),
    TableColumn("By", 8...8, rank: 1, by: FieldPath(.by)),
    TableColumn("On", 10...10, rank: 2, by: FieldPath(.on)),
  ]
}

extension Passage {
  /// Its words; where they are not kept, its summary with a mark.
  public var listed: String { text ?? summary.map { "≈ " + $0 } ?? "" }

  /// What is coded in it, agency by agency: `p-= h+`, and `!` after a letter whose contributions
  /// are suspect.
  public var codedInShort: String {
    var letters: [String] = []
    var signs: [String: String] = [:]
    for contribution in countedContributions {
      let letter = contribution.agency?.letter.map(String.init) ?? "?"
      if signs[letter] == nil { letters.append(letter) }
      let sign = (contribution.direction?.rawValue ?? "") + (contribution.suspect == nil ? "" : "!")
      for character in sign where !(signs[letter] ?? "").contains(character) {
        signs[letter, default: ""].append(character)
      }
      signs[letter] = signs[letter] ?? ""
    }
    return letters.map { $0 + (signs[$0] ?? "") }.joined(separator: " ")
  }
}
