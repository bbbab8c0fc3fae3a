import InspectionModel
import InspectionOperations

/// What the box at the front of an area SEND report says: the outcome, and what comes next.
struct Outcome {
  private(set) var judgement: Letter.Judgement?
  private(set) var next: [Letter.NextVisit] = []

  /// The outcomes, each with the words that only it has.
  /// Source: area SEND framework and handbook, Ofsted and CQC, 2022.
  private static let grades: [(words: String, grade: Grade)] = [
    ("typically lead to positive experiences", .typicallyPositive),
    ("lead to inconsistent experiences", .inconsistent),
    ("widespread and/or systemic failings", .systemicFailings),
    ("widespread and systemic failings", .systemicFailings),
    ("widespread or systemic failings", .systemicFailings),
  ]

  /// Reads the text of the box.
  init(_ box: Prose) {
    let text = box.text.lowercased()
    let found = Self.grades.compactMap { words, grade in
      text.firstRange(of: words).map { (at: $0.lowerBound, words: words, grade: grade) }
    }
    let grades = Set(found.map(\.grade))
    let first = found.min { $0.at < $1.at }
    if let first, grades.count == 1 {
      judgement = .init(.send, first.grade, first.words, box.place)
    } else {
      judgement = .init(.send, without: .unreadable, box.place)
    }
    next = box.sentences.compactMap { Self.next(String(box.text[$0])) }
  }

  /// "The next full reinspection will be within approximately three years."
  private static func next(_ sentence: String) -> Letter.NextVisit? {
    let words = sentence.words.map(\.key)
    guard let within = words.firstIndex(of: "within") else { return nil }
    let isMonitoring = words.prefix(within).contains("monitoring")
    guard isMonitoring || words.prefix(within).contains("full") else { return nil }
    for index in words[within...].indices.dropLast() {
      guard let number = number(words[index]) else { continue }
      switch words[index + 1] {
      case "year", "years":
        return .init(kind: isMonitoring ? "monitoring" : "full", withinMonths: number * 12)
      case "month", "months":
        return .init(kind: isMonitoring ? "monitoring" : "full", withinMonths: number)
      default: continue
      }
    }
    return nil
  }

  private static func number(_ key: String) -> Int? {
    let names = [
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
      "twelve",
    ]
    return Int(key) ?? names.firstIndex(of: key).map { $0 + 1 } ?? (key == "eighteen" ? 18 : nil)
  }
}

/// Who shares the duty for an area: "… are jointly responsible for the planning and commissioning".
enum ResponsibleBodies {
  static func names(in prose: Prose, area: String?) -> [Letter.Found<String>] {
    for range in prose.sentences {
      let sentence = String(prose.text[range])
      guard let end = sentence.firstRange(of: " responsible for") else { continue }
      var subject = String(sentence[..<end.lowerBound])
      for verb in [" are jointly", " are both", " are", " is jointly", " is", " have joint"] {
        if let cut = subject.ranges(of: verb).last, subject[cut.upperBound...].utf8.count < 24 {
          subject = String(subject[..<cut.lowerBound])
          break
        }
      }
      let place = prose.place(at: range.lowerBound)
      return Bodies.names(in: subject, area: area).map { Letter.Found($0, at: place) }
    }
    return []
  }
}
