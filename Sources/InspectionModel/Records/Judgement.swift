/// A grade on one aspect of an inspection, or why there is none.
public struct Judgement: RecordView {
  public static let type = RecordType.judgement
  public let record: Record
  public init(_ record: Record) { self.record = record }

  /// The most words of a report that it holds.
  public static let mostWords = 10

  public var inspection: Inspection? {
    record.reference(.inspection).map { Inspection(record.register[$0]) }
  }
  public var aspect: Aspect? { record.choice(.aspect) }
  public var grade: Grade? { record.choice(.grade) }
  /// The report's own words for the grade.
  public var words: String? { record.text(.words) }
  /// Why there is no grade.
  public var reason: Ungraded? { record.choice(.reason) }
  /// The page of the report, from 1.
  public var page: Int? { record.number(.page) }
  /// Where the reader of reports found it, and how.
  public var finding: LetterFinding? { record.text(.found).flatMap(LetterFinding.init) }
  public var sources: [String] { record.texts(.source) }

  /// The key of an inspection's judgement on an aspect.
  public static func key(of inspection: String, _ aspect: Aspect) -> String {
    "\(inspection)/\(aspect.rawValue)"
  }

  /// The grades that its aspect can have under its framework; all of them where its aspect is not
  /// known.
  public var scale: [Grade] {
    aspect.map { FrameworkAspects.scale(of: $0, under: inspection?.framework?.key) }
      ?? Grade.allCases
  }
}

extension Judgement {
  /// Why it cannot be counted, in a sentence; nil where it is sound.
  public var fault: String? {
    guard let inspection, let aspect else { return nil }
    let key = Self.key(of: inspection.key, aspect)
    if self.key != key { return "the key of this judgement is \(key)" }
    if grade != nil, reason != nil { return "a judgement with a Grade needs no Reason" }
    if record.text(.grade) == nil, record.text(.reason) == nil {
      return "a judgement needs a Grade, or a Reason why there is none"
    }
    let count = words?.split(separator: " ").count ?? 0
    if count > Self.mostWords {
      return "Words are at most \(Self.mostWords) of the report's; these are \(count)"
    }
    guard let grade, !scale.contains(grade) else { return nil }
    let framework = inspection.framework.map { " under \($0.key)" } ?? ""
    return "\(grade.rawValue) is not on the scale of \(aspect.rawValue)\(framework): "
      + scale.map(\.rawValue).joined(separator: " ")
  }
}

/// What an inspection says of one aspect: a judgement, or the grade that stands in the inspection
/// itself.
public struct Judged: Hashable, Sendable {
  public let aspect: Aspect
  public let grade: Grade?
  public let reason: Ungraded?

  /// The grade in words, or why there is none: `good`, `not judged`.
  public var outcome: String { Self.outcome(grade, reason) }

  fileprivate static func outcome(_ grade: Grade?, _ reason: Ungraded?) -> String {
    grade?.name ?? reason?.name ?? "no grade"
  }
}

extension Judgement {
  /// The grade in words, or why there is none.
  public var outcome: String { Judged.outcome(grade, reason) }
}

extension Inspection {
  /// The records of its grades, in the order of the aspects.
  public var judgements: [Judgement] {
    record.register.children(.judgement, of: row)
      .map { Judgement(record.register[$0]) }.inOrder { $0.aspect?.order ?? .max }
  }

  /// What it says of each aspect, in the order of the aspects; its own grade as the overall one.
  public var judged: [Judged] {
    let all = judgements.compactMap { judgement in
      judgement.aspect.map {
        Judged(aspect: $0, grade: judgement.grade, reason: judgement.reason)
      }
    }
    guard let own = ownGrade, !all.contains(where: { $0.aspect == .overall }) else { return all }
    return [Judged(aspect: .overall, grade: own, reason: nil)] + all
  }

  /// The overall grade, whether a judgement has it or the inspection itself; nil where the
  /// framework gives none or it is not known.
  public var grade: Grade? {
    let rows = record.register.tree.rows(.judgement, of: row)
    for row in rows {
      let judgement = Judgement(record.register[Row(type: .judgement, number: row)])
      if judgement.aspect == .overall { return judgement.grade }
    }
    return ownGrade
  }

  /// The grade that stands in the inspection itself.
  var ownGrade: Grade? { record.choice(.grade) }
}

extension Aspect {
  fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
