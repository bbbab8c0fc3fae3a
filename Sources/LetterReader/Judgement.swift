public import InspectionModel
import InspectionOperations

extension Letter {
  /// A grade on one aspect, in the report's words, or why there is none.
  public struct Judgement: Sendable, Equatable {
    public var aspect: Aspect
    /// The grade on the scale of its framework; nil where none was given or read.
    public var grade: Grade?
    /// The report's words for it, at most ten.
    public var words: String
    /// Why there is no grade.
    public var reason: Ungraded?
    public var place: Place

    /// A grade as the table, a heading or a sentence words it; nil for "not judged".
    init(_ aspect: Aspect, _ grade: Grade?, _ words: String, _ place: Place) {
      (self.aspect, self.grade, self.place) = (aspect, grade, place)
      self.words = words.firstWords(InspectionModel.Judgement.mostWords)
      reason = grade == nil ? .notJudged : nil
    }

    /// No grade, and why.
    init(_ aspect: Aspect, without reason: Ungraded, _ place: Place) {
      (self.aspect, grade, words, self.reason) = (aspect, nil, "", reason)
      self.place = place
    }
  }

  /// What the inspectorate says it will do next.
  public struct NextVisit: Sendable, Equatable {
    /// `full` or `monitoring`.
    public var kind: String
    public var withinMonths: Int
  }

  /// The first and the last day of an inspection before this one.
  public struct Visit: Sendable, Equatable {
    public var from: Day
    public var to: Day
  }
}

/// The grades of the council frameworks, as their reports word them.
struct GradeWords {
  /// A grade in a text: the words it covers.
  struct Found: Equatable {
    /// Nil for "not judged".
    let grade: Grade?
    let words: Range<Int>
  }

  /// The longest first of those that begin alike.
  private static let wordings: [(words: [String], grade: Grade?)] = [
    (["requires", "improvement", "to", "be", "good"], .requiresImprovement),
    (["require", "improvement", "to", "be", "good"], .requiresImprovement),
    (["requires", "improvement"], .requiresImprovement),
    (["require", "improvement"], .requiresImprovement),
    (["requiring", "improvement"], .requiresImprovement),
    (["outstanding"], .outstanding), (["good"], .good), (["inadequate"], .inadequate),
    (["adequate"], .adequate), (["not", "judged"], nil),
  ]

  /// The grades in a text, in its order.
  static func all(in words: [Word]) -> [Found] {
    var found: [Found] = []
    var index = 0
    while index < words.count {
      if let grade = at(index, words) {
        found.append(grade)
        index = grade.words.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  /// The grade that begins at a word.
  static func at(_ index: Int, _ words: [Word]) -> Found? {
    let keys = words[index...].prefix(5).map(\.key)
    return wordings.first { keys.starts(with: $0.words) }.map {
      Found(grade: $0.grade, words: index..<index + $0.words.count)
    }
  }

  /// Whether a cell of a table holds a grade, or a line of one, and nothing else.
  static func isGrade(_ text: String) -> Bool {
    let keys = text.words.map(\.key)
    return keys.allSatisfy(vocabulary.contains) && !keys.allSatisfy { Int($0) != nil }
  }

  /// Every word that a grade is made of.
  static let vocabulary = Set(wordings.flatMap(\.words) + ["grade", "1", "2", "3", "4"])
}
