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
    for (term, column) in Self.terms(of: text) {
      guard let typed = FilterTerm(term, column: column) else { continue }
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

  /// The fields of a judgement that say what was judged and how.
  private static let judgedFields: [Field] = [.aspect, .grade, .words, .reason]

  /// Whether a term on records of a type asks for a judgement: the type is an inspection, belongs
  /// to one or is what they belong to, and has no such field but for the grade of an inspection.
  private static func isJudged(_ type: RecordType, by name: String) -> Bool {
    guard let field = judgedFields.first(where: { $0.name.lowercased() == name }),
      type != .judgement
    else { return false }
    let holders = holders(from: type)
    guard type == .area || holders.contains(.inspection) else { return false }
    return holders.allSatisfy { $0 == .inspection || $0.column(of: field) == nil }
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
    try self.init(text, on: type, asCoded: asCoded)
    for term in terms + coded + judged {
      for (test, column) in zip(term.tests, term.columns) {
        if let problem = register.problem(with: test, at: column) { throw problem }
      }
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
    guard let (holder, field) = place(of: name.text, from: type) else {
      throw QueryProblem(.noSuchField(name.text, type), column: name.column)
    }
    var values = typed.values.isEmpty ? [.init(text: "", column: name.column)] : typed.values
    // Of days, numbers and words of a list there is no part to find.
    if holder.spec(of: field)?.kind.isWide == false, holder.spec(of: field)?.target == nil {
      for index in values.indices where Needle.asksForWhole(values[index].text) {
        values[index].text.removeFirst()
      }
    }
    for value in values where !value.text.isEmpty { try check(value, field, of: holder) }
    return Term(
      tests: values.map { .field(holder, field, $0.text.lowercased()) },
      isNegated: typed.isNegated, columns: values.map(\.column))
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
    let all = own + judged
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
    case .choice(let words) where !words.contains { $0.hasPrefix(text.lowercased()) }:
      throw QueryProblem(.noChoice(text, words), column: column)
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
    guard case .field(let holder, let field, let value) = test, !value.isEmpty,
      let target = holder.spec(of: field)?.target, count(target) <= Self.longestKnownList
    else { return nil }
    let needle = Needle(term: value)
    let called = rows(target).map { row in
      [Field.id, .name, .gss, .dfe].compactMap { self[row].text($0) }
    }
    if called.contains(where: { $0.contains(where: needle.isIn) }) { return nil }
    let name = Needle.asksForWhole(value) ? String(value.dropFirst()) : value
    let nearest = Nearest.to(name, among: called.flatMap(\.self))
    return QueryProblem(.noSuchRecord(name, target, nearest: nearest), column: column)
  }
}
