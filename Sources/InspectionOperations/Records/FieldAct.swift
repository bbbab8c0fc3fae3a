import InspectionModel

/// Other values for some fields of a record, as somebody sets them by the names of the fields.
struct Setting {
  let type: RecordType
  let key: String
  let values: SetFields.Values
  let reason: String?
  let register: Register

  init(
    _ type: RecordType, _ key: String, _ values: SetFields.Values, _ reason: String?,
    _ register: Register
  ) {
    (self.type, self.key, self.values) = (type, key, values)
    (self.reason, self.register) = (reason, register)
  }

  /// The first value that a field is to have.
  func value(_ field: Field) -> String? { values.first { $0.field == field }?.values.first }

  /// The record as it would be.
  ///
  /// - Throws: where the register does not take it.
  func after() throws(Refusal) -> Record {
    var after = register
    try after.make(Change("", values.compactMap { register.setting(type, key, $0) }))
    return try after.find(type, key)
  }
}

/// An act of the field, and the fields of a type that it sees to.
struct FieldAct: Sendable {
  let type: RecordType
  let fields: [Field]
  /// Nil where the fields may be set as they are.
  let operation: @Sendable (Setting) throws(Refusal) -> (any Operation)?

  private init(
    _ type: RecordType, _ fields: [Field],
    _ operation: @escaping @Sendable (Setting) throws(Refusal) -> (any Operation)?
  ) {
    (self.type, self.fields, self.operation) = (type, fields, operation)
  }

  /// Fields that only another act changes.
  private init(_ type: RecordType, _ fields: [Field], only act: Refusal.Act) {
    self.init(type, fields) { setting throws(Refusal) in
      guard let field = setting.values.first?.field else { return nil }
      throw .changesWith(act, type, field)
    }
  }

  /// All of them. Fields of which none is here may be set by themselves.
  static let all: [FieldAct] =
    codebook + contributions + reviews + inspections + [
      FieldAct(.judgement, [.grade, .reason], grade),
      FieldAct(.concern, [.standing, .evidence], judge),
      FieldAct(.pausePoint, DecidePause.fields, decide),
      FieldAct(.scenario, SetScenario.fields, setScenario),
      FieldAct(.estimate, MakeEstimate.fields, estimate),
    ]

  private static let codebook = [
    FieldAct(.criterion, [.status], only: .retire), FieldAct(.criterion, [.into], only: .merge),
    FieldAct(.criterion, [.version], only: .redefine),
    FieldAct(.criterion, Codebook.fields) { setting in
      RedefineCriterion(setting.key, setting.values, because: setting.reason ?? "")
    },
    FieldAct(.wording, RecordType.wording.fields.map(\.field), only: .redefine),
  ]

  private static let contributions = [
    FieldAct(.contribution, [.review, .pass], only: .codeInReview),
    FieldAct(.contribution, CodeDraft.fields) { setting throws(Refusal) in
      CodeDraft(Contribution(try setting.after())).map { ChangeContribution(setting.key, to: $0) }
    },
  ]

  private static let reviews = [
    FieldAct(.review, [.state], only: .closeReview),
    FieldAct(.review, [.pass, .of], only: .readAgain),
    FieldAct(.review, ChangeReviewRule.fields) { setting throws(Refusal) in
      let after = Review(try setting.after())
      return ChangeReviewRule(setting.key, to: after.rule, isBlind: after.isBlind)
    },
    // The last: from then on it is somebody else's.
    FieldAct(.review, [.reviewer]) { setting in
      setting.value(.reviewer).map { HandOverReview(setting.key, to: $0) }
    },
    FieldAct(.decision, [.review, .passage, .chosen], only: .settle),
  ]

  // MARK: - Inspections

  private static let inspections =
    // What the letter says is added to the note that is set.
    ([.note] + CorrectFact.fields.filter { $0 != .note }).map { field in
      FieldAct(.inspection, [field]) { setting in
        setting.values.first.map { CorrectFact(field, of: setting.key, $0.values) }
      }
    } + [FieldAct(.inspection, [.grade], gradeOverall)]

  /// Another grade, or why there is none; nil where that makes no sense, which the register then
  /// says.
  private static func grade(_ setting: Setting) -> (any Operation)? {
    let given = setting.values.compactMap(\.values.first)
    guard let judgement = try? setting.register.find(Judgement.self, setting.key),
      let aspect = judgement.aspect, let inspection = judgement.inspection, given.count == 1,
      let outcome = CorrectJudgement.Outcome(given[0]),
      setting.value(outcome.field.0) != nil
    else { return nil }
    return CorrectJudgement(aspect, of: inspection.key, outcome)
  }

  /// The grade of an inspection, where a judgement says it too; nil where none does.
  private static func gradeOverall(_ setting: Setting) -> (any Operation)? {
    let key = setting.key
    guard let inspection = try? setting.register.find(Inspection.self, key),
      inspection.judgements.contains(where: { $0.aspect == .overall })
    else { return nil }
    let word = setting.value(.grade)
    let outcome = word.flatMap(CorrectJudgement.Outcome.init)
    return (outcome == nil) == (word == nil) ? CorrectJudgement(.overall, of: key, outcome) : nil
  }

  // MARK: - The programme

  /// A new standing, with all of the evidence it rests on; nil where only the evidence changes.
  private static func judge(_ setting: Setting) throws(Refusal) -> (any Operation)? {
    let after = Concern(try setting.after())
    guard let standing = after.standing else { return nil }
    if standing.needsEvidence, after.evidence.isEmpty { throw .needsEvidence(standing) }
    guard setting.value(.standing) != nil else { return nil }
    return JudgeConcern(setting.key, standing, restingOn: after.evidence)
  }

  /// A decision, or that it is taken back, whole; nil where only its reason is worded otherwise.
  private static func decide(_ setting: Setting) throws(Refusal) -> (any Operation)? {
    let point = try setting.register.find(PausePoint.self, setting.key)
    let given = setting.values.first { $0.field == .outcome }?.values
    if given == [] {
      if setting.value(.reason) != nil {
        throw .fault("a decision that is taken back has no Reason; say why by --because")
      }
      return TakeBackDecision(setting.key)
    }
    if let field = setting.values.first(where: { [.member, .decided].contains($0.field) })?.field {
      throw .changesWith(.decide, setting.type, field)
    }
    guard let outcome = given?.first.flatMap(PauseOutcome.init) else {
      if point.outcome != nil, setting.value(.reason) == nil { throw .needsReason(.decide) }
      return nil
    }
    let reason = setting.value(.reason) ?? setting.reason ?? ""
    return DecidePause(setting.key, outcome, because: reason)
  }

  // MARK: - Burden

  private static func setScenario(_ setting: Setting) -> (any Operation)? {
    let terms = Dictionary(setting.values.map { ($0.field, $0.values) }) { $1 }
    return SetScenario(changing: setting.key, to: terms)
  }

  /// All that an estimate would say: whoever changes a part of it answers for all.
  private static func estimate(_ setting: Setting) throws(Refusal) -> (any Operation)? {
    let values = try setting.after().values.filter { MakeEstimate.fields.contains($0.field) }
    return MakeEstimate(changing: setting.key, to: values)
  }
}
