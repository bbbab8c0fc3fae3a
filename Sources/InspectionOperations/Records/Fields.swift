public import InspectionModel

/// Fields of one record get other values. A field that an act of the field sees to changes by that
/// act, or not at all.
public struct SetFields: Operation {
  /// The values that each field is to have; none empties it.
  public typealias Values = [(field: Field, values: [String])]

  private let type: RecordType
  private let key: String
  private let values: Values
  private let reason: String?

  /// Other values for some fields of a record.
  public init(_ type: RecordType, _ key: String, _ values: Values, because reason: String? = nil) {
    (self.type, self.key, self.values, self.reason) = (type, key, values, reason)
  }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    let record = try register.find(type, key)
    let changed = values.filter { record.setting($0.field, to: $0.values) != nil }
    var (plain, operations) = (changed, [any Operation]())
    for act in acts {
      let own = plain.filter { act.fields.contains($0.field) }
      guard !own.isEmpty, let operation = try act.operation(own, register) else { continue }
      operations.append(operation)
      plain.removeAll { act.fields.contains($0.field) }
    }
    operations.insert(PlainFields(type: type, key: key, values: plain), at: 0)
    var proposal = try register.together(operations, by: &author)
    proposal.change.summary = "\(type.words.one) \(key)"
    proposal.change.why = reason
    return try proposal.withoutFaults(in: register)
  }

  /// An act of the field, and the fields that it sees to.
  private struct Act {
    let fields: [Field]
    /// Nil where the fields may be set as they are.
    let operation: (Values, Register) throws(Refusal) -> (any Operation)?
  }

  /// The acts that see to fields of the record.
  private var acts: [Act] {
    let all: [RecordType: [Act]] = [
      .criterion: [
        refusing([.status], .retire), refusing([.into], .merge), refusing([.version], .redefine),
        Act(fields: Codebook.words) { values, _ in
          RedefineCriterion(key, values, because: reason ?? "")
        },
      ],
      .review: [refusing([.state], .closeReview)],
      .contribution: [
        Act(fields: CodeDraft.fields) { values, register throws(Refusal) in
          try draft(with: values, register).map { ChangeContribution(key, to: $0) }
        }
      ],
      .concern: [Act(fields: [.standing, .evidence], operation: judge)],
      .pausePoint: [
        Act(fields: [.outcome, .reason], operation: decide),
        refusing([.member, .decided], .decide),
      ],
      .inspection: CorrectFact.fields.map { field in
        Act(fields: [field]) { values, _ in
          values.first.map { CorrectFact(field, of: key, $0.values) }
        }
      } + [Act(fields: [.grade], operation: gradeOverall)],
      .judgement: [Act(fields: [.grade, .reason], operation: grade)],
    ]
    return all[type] ?? []
  }

  private func refusing(_ fields: [Field], _ act: Refusal.Act) -> Act {
    Act(fields: fields) { values, _ throws(Refusal) in
      guard let field = values.first?.field else { return nil }
      throw .changesWith(act, type, field)
    }
  }

  /// What a contribution would say with other values; nil where they make no sense, which the
  /// register then says.
  private func draft(with values: Values, _ register: Register) throws(Refusal) -> CodeDraft? {
    var after = register
    let edits = values.compactMap { register.setting(type, key, $0) }
    try after.make(Change("", edits))
    return CodeDraft(try after.find(Contribution.self, key))
  }

  /// A new standing, with what is added to the evidence; nil where only the evidence changes.
  private func judge(_ values: Values, _ register: Register) -> (any Operation)? {
    guard let text = values.value(.standing), let standing = ConcernStanding(rawValue: text),
      let concern = try? register.find(Concern.self, key)
    else { return nil }
    let evidence = values.first { $0.field == .evidence }?.values ?? concern.evidence
    guard evidence.starts(with: concern.evidence) else { return nil }
    return JudgeConcern(
      key, standing, evidence: Array(evidence.dropFirst(concern.evidence.count)))
  }

  /// Another grade, or why there is none; nil where that makes no sense, which the register then
  /// says.
  private func grade(_ values: Values, _ register: Register) -> (any Operation)? {
    let given = values.compactMap(\.values.first)
    guard let judgement = try? register.find(Judgement.self, key), let aspect = judgement.aspect,
      let inspection = judgement.inspection, given.count == 1,
      let outcome = CorrectJudgement.Outcome(given[0]),
      values.contains(where: { $0.field == outcome.field.0 && !$0.values.isEmpty })
    else { return nil }
    return CorrectJudgement(aspect, of: inspection.key, outcome)
  }

  /// The grade of an inspection, where a judgement says it too; nil where none does.
  private func gradeOverall(_ values: Values, _ register: Register) -> (any Operation)? {
    guard let inspection = try? register.find(Inspection.self, key),
      inspection.judgements.contains(where: { $0.aspect == .overall })
    else { return nil }
    let word = values.value(.grade)
    let outcome = word.flatMap(CorrectJudgement.Outcome.init)
    return (outcome == nil) == (word == nil) ? CorrectJudgement(.overall, of: key, outcome) : nil
  }

  /// A decision; nil where one is taken back, or only its reason worded otherwise.
  private func decide(_ values: Values, _ register: Register) -> (any Operation)? {
    guard let outcome = values.value(.outcome).flatMap(PauseOutcome.init) else { return nil }
    return DecidePause(key, outcome, because: values.value(.reason) ?? reason ?? "")
  }
}

/// Fields that no act sees to.
private struct PlainFields: Operation {
  let type: RecordType
  let key: String
  let values: SetFields.Values

  func proposal(for register: Register, by author: inout Author) throws(Refusal) -> Proposal {
    Proposal(Change("", values.compactMap { register.setting(type, key, $0) }))
  }
}

extension Register {
  fileprivate func setting(
    _ type: RecordType, _ key: String, _ value: (field: Field, values: [String])
  ) -> Edit? {
    row(type, key: key).flatMap { self[$0].setting(value.field, to: value.values) }
  }
}

extension SetFields.Values {
  fileprivate func value(_ field: Field) -> String? { first { $0.field == field }?.values.first }
}

/// A record as somebody gives it, with a key, an author and a day where it has none.
public struct AddRecord: Operation {
  private let type: RecordType
  private let values: [FieldValue]

  public init(_ type: RecordType, _ values: [FieldValue]) {
    (self.type, self.values) = (type, values)
  }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    var values = values
    func add(_ field: Field, _ value: @autoclosure () -> String?) {
      guard type.column(of: field) != nil, !values.contains(where: { $0.field == field }),
        let value = value()
      else { return }
      values.append(FieldValue(field, value))
    }
    if type.keyLetter != nil { add(.id, author.newKey(for: type, in: register)) }
    if type == .judgement,
      let inspection = values.first(where: { $0.field == .inspection })?.value,
      let word = values.first(where: { $0.field == .aspect })?.value,
      let aspect = Aspect(rawValue: word)
    {
      add(.id, Judgement.key(of: inspection, aspect))
    }
    if type == .contribution {
      let criterion = values.first { $0.field == .criterion }?.value
      add(.version, CodeDraft.version(of: criterion, in: register)?.value)
    }
    // A day of making goes with somebody who made it; frameworks are by inspectorates.
    if type.column(of: .on) != nil {
      add(.by, author.name)
      add(.on, author.day.description)
    }
    let key = values.first { $0.field == .id }?.value ?? ""
    let change = Change("\(type.words.one) \(key)", [.insert(type, values)])
    return try Proposal(change).withoutFaults(in: register)
  }
}

/// A record that no other names goes.
public struct RemoveRecord: Operation {
  private let type: RecordType
  private let key: String

  public init(_ type: RecordType, _ key: String) { (self.type, self.key) = (type, key) }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    let edit = Edit.remove(type, try register.find(type, key).values)
    return Proposal(Change("removing \(type.words.one) \(key)", [edit]))
  }
}
