public import InspectionModel

/// A record as somebody gives it, with a key, an author and a day where it has none.
///
/// What an act of the field would refuse is refused here, and what only such an act may say of a
/// record is not taken from the start.
public struct AddRecord: Operation {
  private let type: RecordType
  private let values: [FieldValue]

  public init(_ type: RecordType, _ values: [FieldValue]) {
    (self.type, self.values) = (type, values)
  }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    try refuseWhatComesLater()
    let record = completed(register, &author)
    let key = record.first { $0.field == .id }?.value ?? ""
    try checkReview(of: record, register, author)
    let change = Change("\(type.noun.one) \(key)", [.insert(type, record)])
    return try Proposal(change).withoutFaults(in: register)
  }

  /// The fields that a new record cannot have, each with the act that gives it them.
  private static let laterOnly: [(type: RecordType, fields: [Field], act: Refusal.Act)] = [
    (.criterion, [.status], .retire), (.criterion, [.into], .merge),
    (.criterion, [.version], .redefine), (.review, [.of], .readAgain),
    (.pausePoint, [.outcome, .reason, .member, .decided], .decide),
  ]

  /// The types of records that only an act makes, and that stay.
  static let made: [RecordType: Refusal.Act] = [.wording: .redefine, .decision: .settle]

  private func refuseWhatComesLater() throws(Refusal) {
    if let act = Self.made[type] { throw .madeBy(act, type) }
    for later in Self.laterOnly where later.type == type {
      if let given = values.first(where: { later.fields.contains($0.field) }) {
        throw .notYet(later.act, type, given.field)
      }
    }
    let pass = values.first { $0.field == .pass }?.value
    if type == .review, let pass, pass != Pass.first.rawValue {
      throw .notYet(.readAgain, type, .pass)
    }
    if type == .contribution, pass != nil, !values.contains(where: { $0.field == .review }) {
      throw .changesWith(.codeInReview, type, .pass)
    }
  }

  /// The values with those that go without saying.
  private func completed(_ register: Register, _ author: inout Author) -> [FieldValue] {
    var values = values
    func given(_ field: Field) -> String? { values.first { $0.field == field }?.value }
    func add(_ field: Field, _ value: @autoclosure () -> String?) {
      guard type.column(of: field) != nil, given(field) == nil, let value = value() else { return }
      values.append(FieldValue(field, value))
    }
    if type.keyLetter != nil { add(.id, author.newKey(for: type, in: register)) }
    if type == .judgement, let inspection = given(.inspection),
      let aspect = given(.aspect).flatMap(Aspect.init)
    {
      add(.id, Judgement.key(of: inspection, aspect))
    }
    if type == .contribution {
      add(.version, CodeDraft.version(of: given(.criterion), in: register)?.value)
    }
    if type == .contribution,
      let review = given(.review).flatMap({ register.row(.review, key: $0) })
    {
      add(.pass, register.view(review, as: Review.self).pass.rawValue)
    }
    // A day of making goes with somebody who made it; frameworks are by inspectorates.
    if type.column(of: .on) != nil {
      add(.by, author.name)
      add(.on, author.day.description)
    }
    return values
  }

  /// What is coded in a review is of somebody who may code there, and of its pass.
  private func checkReview(
    of values: [FieldValue], _ register: Register, _ author: Author
  ) throws(Refusal) {
    guard type == .contribution, let key = values.first(where: { $0.field == .review })?.value
    else { return }
    let review = try register.codedReview(key, for: author)
    let pass = values.first { $0.field == .pass }?.value
    if pass != review.pass.rawValue { throw .isOfAnotherPass(review: review.name) }
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
    let record = try register.find(type, key)
    if AddRecord.made[type] != nil { throw .stays(type) }
    if type == .contribution { _ = try register.ownContribution(key, for: author) }
    if type == .review, Review(record).reviewer != author.name {
      let review = Review(record)
      throw .notYours(review: review.name, of: review.reviewer, you: author.name)
    }
    let edit = Edit.remove(type, record.values)
    return Proposal(Change("removing \(type.noun.one) \(key)", [edit]))
  }
}
