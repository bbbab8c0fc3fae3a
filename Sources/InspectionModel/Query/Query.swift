/// A filter as a person types it: words, and terms on fields.
///
///     missing                     any text of the record, or of the records it belongs to or names
///     agency:police               the key or the name of what the field refers to
///     agency:police,health        either of them
///     area:"Barking and Dagenham" a phrase, blanks and all; so is "named nurse"
///     criterion:=I1               all of the key, the name or the text: not I10
///     direction:-                 one of the field's words, whole
///     from:2016..2018             days and numbers, open at either end: `from:2019..`
///     theme:neglect !leadership   all terms must hold; `!` turns one round
///     passages>20                 how many records belong to it; also `<`, `=`, `>=` and `<=`
///     coded:no                    whether anything is coded in it, or by whom: `coded:mh`
///     words:"named nurse"         the words of a passage, or its summary
///     saved:"late plans"          what a filter asks that was saved under a name
///
/// A field that the type lacks is looked for in the record it belongs to: `theme:` on contributions
/// is the theme of the inspection, and `region:` that of its area.
///
/// Passages can be asked for by what is coded in them: `agency:police direction:-` is then every
/// passage with a contribution of the police that is a shortfall. Inspections, and all that belongs
/// to them or they belong to, can be asked for by judgements: `grade:inadequate
/// aspect:care-leavers` is every one with a judgement that is both.
public struct Query: Hashable, Sendable {
  /// What must hold: one of its tests or, turned round, none.
  struct Term: Hashable, Sendable {
    enum Test: Hashable, Sendable {
      case word(String)
      case field(RecordType, Field, String)
      /// How many records of a type belong to one of another.
      case count(RecordType, of: RecordType, QueryRange)
      /// Whether something is coded in a passage, or in one of an inspection: by anybody, by
      /// nobody, or by somebody.
      case coded(RecordType, String)
    }
    let tests: [Test]
    let isNegated: Bool
    /// Where what each test asks for stands in the filter.
    let columns: [Int]
  }

  let type: RecordType
  let terms: [Term]
  /// What must hold of one and the same contribution to a passage.
  let coded: [Term]
  /// What must hold of one and the same judgement of an inspection.
  let judged: [Term]

  public var isEmpty: Bool { terms.isEmpty && coded.isEmpty && judged.isEmpty }

  /// Whether it asks what is coded.
  public var asksForCodes: Bool { !coded.isEmpty }

  /// Reads a filter on records of a type. A term still being typed (`agency:`) is no problem: it
  /// asks that there is any.
  ///
  /// - Parameter asCoded: whether terms on agencies, criteria and the like ask what is coded in
  ///   passages, and not what the reader found there.
  public init(
    _ text: String, on type: RecordType, asCoded: Bool = false
  ) throws(QueryProblem) {
    self.type = type
    var (terms, coded, judged): ([Term], [Term], [Term]) = ([], [], [])
    let all = Self.terms(of: text).compactMap { FilterTerm($0.text, column: $0.column) }
    if all.count > Self.mostTerms {
      throw QueryProblem(.tooManyTerms(Self.mostTerms), column: all[Self.mostTerms].column)
    }
    let asCoded = try Self.reading(all, on: type) ?? asCoded
    for typed in all where typed.name?.text != "reading" || type != .passage {
      if asCoded, type == .passage, let name = typed.name?.text, Self.codeFields.contains(name) {
        coded.append(try Self.term(typed, on: .contribution))
      } else if let name = typed.name?.text, Self.isJudged(type, by: name) {
        judged.append(try Self.term(typed, on: .judgement))
      } else {
        terms.append(try Self.term(typed, on: type))
      }
    }
    (self.terms, self.coded, self.judged) = (terms, coded, judged)
  }

  /// What is longer was pasted by mistake, and would be looked for at every key.
  private static let mostTerms = 500

  /// Whether terms on passages ask what is coded there, where the filter says so: `reading:coded`,
  /// `reading:machine`.
  private static func reading(
    _ terms: [FilterTerm], on type: RecordType
  ) throws(QueryProblem) -> Bool? {
    guard type == .passage else { return nil }
    let words = ["machine", "coded"]
    for value in terms.filter({ $0.name?.text == "reading" }).flatMap(\.values) {
      guard let word = words.first(where: { $0.hasPrefix(value.text.lowercased()) }) else {
        throw QueryProblem(.noChoice(value.text, words), column: value.column)
      }
      return word == "coded"
    }
    return nil
  }

  /// The fields of a judgement that say what was judged and how.
  private static let judgedFields: [Field] = [.aspect, .grade, .words, .reason]

  /// Whether a term on records of a type asks for a judgement: the type is an inspection, belongs
  /// to one or is what they belong to, and has no such field but for the grade of an inspection.
  private static func isJudged(_ type: RecordType, by name: String) -> Bool {
    guard let field = judgedFields.first(where: { $0.name.lowercased() == name }),
      type != .judgement
    else { return false }
    let holders = holders(from: type)
    // Of passages they are those of the passage.
    if field == .words, holders.contains(.passage) { return false }
    guard type == .area || holders.contains(.inspection) else { return false }
    return holders.allSatisfy { $0 == .inspection || $0.column(of: field) == nil }
  }

  /// Whether a term by that name asks for a contribution to a passage, or for a judgement, and not
  /// for what the record itself holds.
  static func asksOfOthers(_ name: String, on type: RecordType, asCoded: Bool) -> Bool {
    asCoded && type == .passage && codeFields.contains(name) || isJudged(type, by: name)
  }

  /// The names of the fields of a contribution that say what is coded.
  private static let codeFields = Set(
    RecordType.contribution.fields.filter { ![.id, .passage].contains($0.field) }
      .map { $0.name.lowercased() })

  /// The same; what it names must be in a register, as far as that is a list that one knows by
  /// heart. O(records of the lists it names).
  public init(
    _ text: String, on type: RecordType, asCoded: Bool = false, in register: Register
  ) throws(QueryProblem) {
    let whole = try SavedFilters(text, on: type, in: register)
    do throws(QueryProblem) {
      try self.init(whole.text, on: type, asCoded: asCoded)
      for term in terms + coded + judged {
        for (test, column) in zip(term.tests, term.columns) {
          if let problem = register.problem(with: test, at: column) { throw problem }
        }
      }
    } catch {
      throw whole.placed(error)
    }
  }

  private static func term(
    _ typed: FilterTerm, on type: RecordType
  ) throws(QueryProblem) -> Term {
    guard let name = typed.name else {
      return Term(
        tests: typed.values.map { .word($0.text.lowercased()) }, isNegated: typed.isNegated,
        columns: typed.values.map(\.column))
    }
    if let term = try special(typed, name, on: type) { return term }
    guard let (holder, field) = place(of: name.text, from: type) else {
      throw QueryProblem(.noSuchField(name.text, type), column: name.column)
    }
    var values = typed.values.isEmpty ? [.init(text: "", column: name.column)] : typed.values
    // Of days, numbers and words of a list there is no part to find.
    if holder.spec(of: field)?.kind.isWide == false, holder.spec(of: field)?.target == nil {
      for index in values.indices where SoughtText.asksForWhole(values[index].text) {
        values[index].text.removeFirst()
      }
    }
    for value in values where !value.text.isEmpty { try check(value, field, of: holder) }
    return Term(
      tests: values.map { .field(holder, field, $0.text.lowercased()) },
      isNegated: typed.isNegated, columns: values.map(\.column))
  }

  /// A term that is on no field of its name; nil for any other.
  private static func special(
    _ typed: FilterTerm, _ name: FilterTerm.Part, on type: RecordType
  ) throws(QueryProblem) -> Term? {
    let holders = holders(from: type)
    func term(_ tests: [(Term.Test, Int)]) -> Term {
      Term(tests: tests.map(\.0), isNegated: typed.isNegated, columns: tests.map(\.1))
    }
    if let text = typed.noNumber {
      throw QueryProblem(.noNumber(text), column: name.column)
    }
    if let range = typed.count {
      for child in RecordType.allCases where child.noun.many == name.text {
        guard let holder = child.parentField?.target, holders.contains(holder) else { continue }
        return term([(.count(child, of: holder, range), name.column)])
      }
      throw QueryProblem(.nothingToCount(name.text, type), column: name.column)
    }
    let values =
      typed.values.isEmpty ? [FilterTerm.Part(text: "", column: name.column)] : typed.values
    if name.text == "words", holders.contains(.passage) {
      return term(
        values.flatMap { value in
          [Field.text, .summary].map {
            (.field(.passage, $0, value.text.lowercased()), value.column)
          }
        })
    }
    if name.text == "coded",
      let holder = [.passage, .inspection].first(where: holders.contains)
    {
      return term(values.map { (.coded(holder, $0.text.lowercased()), $0.column) })
    }
    return nil
  }

  /// What counts may be asked of records of a type: `passages`, `inspections`.
  static func countable(from type: RecordType) -> [String] {
    let holders = holders(from: type)
    var names: [String] = []
    for child in RecordType.allCases {
      if let above = child.parentField?.target, holders.contains(above) {
        names.append(child.noun.many)
      }
    }
    return names
  }

  /// The field of that name in the type, or in the type its records belong to.
  static func place(of name: String, from type: RecordType) -> (RecordType, Field)? {
    for holder in holders(from: type) {
      for spec in holder.fields where spec.name.lowercased() == name { return (holder, spec.field) }
    }
    return nil
  }

  /// A type, the one its records belong to, and so on up.
  private static func holders(from type: RecordType) -> [RecordType] {
    var holders = [type]
    while let parent = holders.last?.parentField?.target { holders.append(parent) }
    return holders
  }

  /// The names of all fields that a filter on a type may ask for, its own first.
  static func fieldNames(of type: RecordType) -> [String] {
    let own = holders(from: type).flatMap { $0.fields.map { $0.name.lowercased() } }
    let judged = judgedFields.map { $0.name.lowercased() }.filter { isJudged(type, by: $0) }
    let holders = holders(from: type)
    let special =
      (holders.contains(.passage) ? ["words"] : [])
      + (holders.contains(.passage) || holders.contains(.inspection) ? ["coded"] : [])
      + (type == .passage ? ["reading"] : []) + ["saved"]
    let all = own + judged + special
    return all.enumerated().filter { !all[..<$0.offset].contains($0.element) }.map(\.element)
  }

  private static func check(
    _ value: FilterTerm.Part, _ field: Field, of type: RecordType
  ) throws(QueryProblem) {
    guard let spec = type.spec(of: field) else { return }
    let (text, column) = (value.text, value.column)
    switch spec.kind {
    case .day where QueryRange(days: text) == nil:
      throw QueryProblem(.noDay(text), column: column)
    case .number where QueryRange(numbers: text) == nil:
      throw QueryProblem(.noNumber(text), column: column)
    case .choice(let options) where !options.contains { $0.hasPrefix(text.lowercased()) }:
      throw QueryProblem(.noChoice(text, options), column: column)
    case .key, .text, .day, .number, .choice, .reference:
      return
    }
  }
}

extension Register {
  /// A list that one knows by heart: what it lacks was mistyped. Of longer ones nothing is said.
  private static let longestKnownList = 5_000

  /// Why a test can hold of no record: it names what is not there.
  fileprivate func problem(with test: Query.Term.Test, at column: Int) -> QueryProblem? {
    if case .coded(_, let value) = test { return problem(withCoder: value, at: column) }
    guard case .field(let holder, let field, let value) = test, !value.isEmpty,
      let target = holder.spec(of: field)?.target, count(target) <= Self.longestKnownList
    else { return nil }
    let sought = SoughtText(term: value)
    let called = rows(target).map { row in
      [Field.id, .name, .gss, .dfe].compactMap { self[row].text($0) }
    }
    if called.contains(where: { $0.contains(where: sought.isIn) }) { return nil }
    let name = SoughtText.asksForWhole(value) ? String(value.dropFirst()) : value
    let nearest = Nearest.to(name, among: called.flatMap(\.self))
    return QueryProblem(.noSuchRecord(name, target, nearest: nearest), column: column)
  }

  private func problem(withCoder value: String, at column: Int) -> QueryProblem? {
    guard !["", "yes", "no"].contains(value), let coders else { return nil }
    if coders.contains(where: { $0.lowercased() == value }) { return nil }
    let nearest = Nearest.to(value, among: coders) ?? coders.first
    return QueryProblem(.noCoder(value, nearest: nearest), column: column)
  }
}
