import InspectionModel

extension ReportImport {
  /// Adds the judgements that the register lacks, fills what is empty in those it has, and notes
  /// what differs.
  mutating func addJudgements(to key: String, _ inspection: Inspection?) {
    let known = inspection?.judgements ?? []
    for judgement in judgements {
      if let fault = fault(of: judgement) {
        notes.append(.refused(judgement.aspect.name, fault))
      } else if let same = known.first(where: { $0.aspect == judgement.aspect }) {
        fill(same, judgement)
      } else if agrees(judgement, inspection) {
        edits.append(.insert(.judgement, values(judgement, of: key)))
        if judgement.aspect == .overall { fillOwnGrade(of: inspection) }
      }
    }
  }

  /// The grade of the report that the inspection itself can hold.
  var ownGrade: [String] {
    let overall = judgements.first { $0.aspect == .overall }
    guard let grade = overall?.grade, Grade.council.contains(grade) else { return [] }
    return [grade.rawValue]
  }

  /// The first on each aspect.
  private var judgements: [ReportObservation.Judgement] {
    Aspect.allCases.compactMap { aspect in report.judgements.first { $0.aspect == aspect } }
  }

  /// Why a judgement is not taken over; nil where it is.
  private func fault(of judgement: ReportObservation.Judgement) -> String? {
    guard let grade = judgement.grade else {
      return judgement.reason == nil ? "neither a grade nor why there is none" : nil
    }
    let scale = FrameworkAspects.scale(of: judgement.aspect, under: report.framework.key)
    return scale.contains(grade) ? nil : "\(grade.rawValue) is not on its scale"
  }

  /// Whether the inspection itself has no other overall grade; notes it where it has.
  private mutating func agrees(
    _ judgement: ReportObservation.Judgement, _ inspection: Inspection?
  ) -> Bool {
    guard judgement.aspect == .overall, let own = inspection?.grade, own != judgement.grade else {
      return true
    }
    noteDifference(judgement, own.rawValue)
    return false
  }

  private mutating func fillOwnGrade(of inspection: Inspection?) {
    guard let record = inspection?.record, record.texts(.grade).isEmpty, !ownGrade.isEmpty else {
      return
    }
    edits.append(.set(.inspection, key: record.key, .grade, from: [], to: ownGrade))
  }

  private mutating func fill(_ known: Judgement, _ judgement: ReportObservation.Judgement) {
    let outcome = known.record.text(.grade) ?? known.record.text(.reason)
    if let outcome, outcome != judgement.outcome {
      noteDifference(judgement, outcome)
      return
    }
    for (field, value) in content(judgement) where known.record.texts(field).isEmpty {
      edits.append(.set(.judgement, key: known.key, field, from: [], to: [value]))
    }
  }

  private mutating func noteDifference(_ judgement: ReportObservation.Judgement, _ known: String) {
    notes.append(
      .judgedOtherwise(
        judgement.aspect, register: known, report: judgement.outcome,
        called: report.framework.report))
  }

  private func values(
    _ judgement: ReportObservation.Judgement, of key: String
  ) -> [FieldValue] {
    let head = [
      FieldValue(.id, Judgement.key(of: key, judgement.aspect)), FieldValue(.inspection, key),
      FieldValue(.aspect, judgement.aspect.rawValue),
    ]
    let content = content(judgement).map { FieldValue($0, $1) }
    return head + content + author.signature + [FieldValue(.source, report.file)]
  }

  /// What the report itself gives of a judgement, by field.
  private func content(_ judgement: ReportObservation.Judgement) -> [(Field, String)] {
    let words = judgement.words.split(separator: " ").prefix(Judgement.mostWords)
    let all: [(Field, String?)] = [
      (.grade, judgement.grade?.rawValue),
      (.words, words.isEmpty ? nil : words.joined(separator: " ")),
      (.reason, judgement.grade == nil ? judgement.reason?.rawValue : nil),
      (.page, judgement.page.map { String($0) }), (.found, judgement.found?.field),
    ]
    return all.compactMap { field, value in value.map { (field, $0) } }
  }
}

extension ReportObservation.Judgement {
  /// The grade, or why there is none, as it stands in the register.
  fileprivate var outcome: String { grade?.rawValue ?? reason?.rawValue ?? "" }
}
