import InspectionModel

/// What a cell in a column of grades says.
enum GradeCell: Equatable {
  case none
  case grade(Grade)
  case reason(Ungraded)
  /// A grade with something else in the cell, such as the number of a footnote.
  case footnote
  case unknown

  /// Letters alone count: a file broke `Requires i mprovement` at the end of its line.
  init(_ text: String) {
    let lower = text.lowercased()
    // So the history of inspections says that a judgement came in only later.
    if Blank.marks.contains(lower) || lower == "inspection_pre_dates_judgement" {
      self = .none
      return
    }
    let letters = String(lower.unicodeScalars.filter(\.properties.isAlphabetic).map(Character.init))
    let others = lower.unicodeScalars.contains {
      !$0.properties.isAlphabetic && $0 != " " && $0 != "-" && $0 != "_" && $0 != "."
    }
    if let grade = Self.grades[letters] {
      self = others ? .footnote : .grade(grade)
    } else if let reason = Self.reasons[letters] {
      self = .reason(reason)
    } else if let grade = Self.sentence(letters) {
      self = .grade(grade)
    } else {
      let starts = Self.grades.keys.contains { $0.count > 3 && letters.hasPrefix($0) }
      self = starts ? .footnote : .unknown
    }
  }

  private static let grades: [String: Grade] = [
    "outstanding": .outstanding, "good": .good, "requiresimprovement": .requiresImprovement,
    "requiresimprovementtobegood": .requiresImprovement, "inadequate": .inadequate,
    "adequate": .adequate, "typicallypositive": .typicallyPositive,
    "inconsistent": .inconsistent, "systemicfailings": .systemicFailings,
  ]

  private static let reasons: [String: Ungraded] = [
    "dataunreadable": .unreadable, "unreadable": .unreadable, "notread": .unreadable,
    "notreportedpostreform": .notReported, "notreported": .notReported,
    "notjudged": .notJudged, "notgraded": .notJudged, "notinspected": .notJudged,
    "nograde": .notJudged, "narrative": .narrative,
  ]

  /// The three outcomes of area inspections are sentences.
  private static func sentence(_ letters: String) -> Grade? {
    // What is denied, or said beside another outcome, is none of them.
    if letters.contains("nottypically") || letters.contains("nosystemic") { return nil }
    let said = sentences.filter { letters.contains($0.key) }.map(\.value)
    return said.count == 1 ? said[0] : nil
  }

  private static let sentences: [String: Grade] = [
    "typicallyleadto": .typicallyPositive, "inconsistentexperiences": .inconsistent,
    "systemicfailings": .systemicFailings,
  ]
}
