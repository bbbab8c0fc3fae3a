import InspectionModel

extension TableImportWork {
  typealias Graded = TableObservation.Graded

  /// A grade goes into a new judgement.
  mutating func addJudgement(_ fitting: Graded, of inspection: String, _ visit: Visit) {
    guard makes(.judgement) else { return }
    let content: [(Field, String?)] = [
      (.grade, fitting.grade?.rawValue), (.words, fitting.words?.firstWords),
      (.reason, fitting.grade == nil ? fitting.reason?.rawValue : nil),
    ]
    let said = fitting.outcome
    let values =
      [
        FieldValue(.id, Judgement.key(of: inspection, fitting.aspect)),
        FieldValue(.inspection, inspection), FieldValue(.aspect, fitting.aspect.rawValue),
      ] + content.compactMap { field, text in text.map { FieldValue(field, $0) } }
      + author.signature + [origin(said.field, said.value)]
      + [visit.address, table.source].compactMap(\.self).map { FieldValue(.source, $0) }
    edits.append(.insert(.judgement, values))
  }

  /// A grade that its framework cannot give is kept as words. What is called “requires
  /// improvement” now was “adequate” before November 2013; official tables have the later word.
  mutating func onScale(_ graded: Graded, _ framework: String, _ row: Row) -> Graded {
    guard let grade = graded.grade else { return graded }
    let scale = FrameworkAspects.scale(of: graded.aspect, under: framework)
    var fitting = graded
    fitting.words = grade.name
    if isNarrative(framework) {
      (fitting.grade, fitting.reason) = (nil, .narrative)
      result.suspicious.append(
        Remark(
          row: row.number, column: graded.column,
          "no grade is given under \(framework); “\(grade.name)” is kept as words"))
      return fitting
    }
    if scale.contains(grade) { return graded }
    if grade == .requiresImprovement, scale.contains(.adequate) {
      fitting.grade = .adequate
      return fitting
    }
    (fitting.grade, fitting.reason) = (nil, .unreadable)
    result.suspicious.append(
      Remark(
        row: row.number, column: graded.column,
        "“\(grade.name)” is not on the scale of \(graded.aspect.name) under \(framework); "
          + "it is kept as words"))
    return fitting
  }

  private mutating func isNarrative(_ framework: String) -> Bool {
    if let known = narrative[framework] { return known }
    let row = register.row(.framework, key: framework)
    let isNarrative = row.map { register.view($0, as: Framework.self).isNarrative } ?? false
    narrative[framework] = isNarrative
    return isNarrative
  }

  /// Compares a grade with what the register has of a known inspection.
  mutating func compare(
    _ graded: Graded, _ visit: Visit, _ inspection: Inspection, _ row: Row
  ) {
    let framework = inspection.framework?.key ?? ""
    let fitting = onScale(graded, framework, row)
    let said = fitting.outcome
    let place = (row.number, graded.column)
    guard let judgement = inspection.judgement(on: graded.aspect) else {
      if graded.aspect == .overall, let own = inspection.grade {
        return compare(inspection.record, .grade, [own.rawValue], said.value, at: place)
      }
      // That a program could not read it says nothing of an inspection that is known.
      if fitting.reason == .unreadable, fitting.words == nil { return }
      let key = Judgement.key(of: inspection.key, fitting.aspect)
      let cell = TablePlan.CellChange(
        row: row.number, column: graded.column, type: .judgement, key: key, field: said.field,
        from: "", to: said.value)
      note(cell)
      addJudgement(fitting, of: inspection.key, visit)
      if graded.aspect == .overall { setOwnGrade(of: inspection, fitting.grade) }
      return
    }
    // What is absent says nothing against what is there.
    guard let grade = fitting.grade else { return }
    if judgement.grade == nil, judgement.reason == .unreadable {
      fill(judgement, grade, at: place)
    } else {
      let own = [judgement.grade?.rawValue ?? judgement.reason?.rawValue].compactMap(\.self)
      compare(judgement.record, .grade, own, grade.rawValue, at: place)
    }
  }

  private mutating func fill(_ judgement: Judgement, _ grade: Grade, at place: (Int, Int)) {
    let cell = TablePlan.CellChange(
      row: place.0, column: place.1, type: .judgement, key: judgement.key, field: .grade,
      from: "", to: grade.rawValue)
    change(judgement.record, cell)
  }

  /// The inspection itself has the overall grade too.
  private mutating func setOwnGrade(of inspection: Inspection, _ grade: Grade?) {
    guard let grade, Grade.council.contains(grade) else { return }
    set(inspection.record, .grade, [grade.rawValue])
  }

  /// A grade leaves no reason why there is none, and stands in the inspection too where it is the
  /// overall one.
  mutating func afterGrade(of record: Record, _ word: String) {
    guard record.row.type == .judgement else { return }
    set(record, .reason, [])
    let judgement: Judgement = register.view(record.row)
    if judgement.aspect == .overall, let inspection = judgement.inspection {
      setOwnGrade(of: inspection, Grade(rawValue: word))
    }
  }
}

extension TableObservation.Graded {
  /// What it says, and in which field of a judgement that stands.
  fileprivate var outcome: (field: Field, value: String) {
    grade.map { (.grade, $0.rawValue) } ?? (.reason, (reason ?? .unreadable).rawValue)
  }
}

extension Inspection {
  /// The judgement on an aspect, or the one that says it with another: until December 2022 one was
  /// on children in care and care leavers.
  fileprivate func judgement(on aspect: Aspect) -> Judgement? {
    let all = judgements
    if let exact = all.first(where: { $0.aspect == aspect }) { return exact }
    switch aspect {
    case .inCare, .careLeavers: return all.first { $0.aspect == .inCareAndCareLeavers }
    case .inCareAndCareLeavers: return all.first { $0.aspect == .inCare }
    case .overall, .leaders, .helpAndProtection, .adoption, .lscb, .send: return nil
    }
  }
}

extension String {
  /// As many words as a judgement may hold.
  fileprivate var firstWords: String {
    split(whereSeparator: \.isWhitespace).prefix(Judgement.mostWords).joined(separator: " ")
  }
}
