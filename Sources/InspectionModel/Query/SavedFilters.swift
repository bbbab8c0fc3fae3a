/// A filter with those it names written out: `saved:"late plans"` stands for what was saved under
/// that name.
public struct SavedFilters: Sendable {
  /// The filter without names.
  public private(set) var text = ""
  /// Where pieces of the text come from: up to which column, from where on in what was typed, and
  /// the name of the saved filter.
  private var pieces: [(end: Int, column: Int, name: String?)] = []

  private static let field = "saved"

  /// O(filters saved), where one is named.
  ///
  /// - Parameter type: what the filter is on: of two saved under one name, that for this is meant.
  public init(
    _ typed: String, on type: RecordType?, in register: Register
  ) throws(QueryProblem) {
    let terms = Query.terms(of: typed).map { ($0.text, FilterTerm($0.text, column: $0.column)) }
    guard terms.contains(where: { $0.1?.name?.text == Self.field }) else {
      text = typed
      return
    }
    for (word, term) in terms {
      guard let term else { continue }
      guard let name = term.name, name.text == Self.field else {
        add(String(word), term.column, nil)
        continue
      }
      if term.isNegated { throw QueryProblem(.savedTurnedRound, column: term.column) }
      guard term.values.count == 1, let value = term.values.first else {
        throw QueryProblem(.oneSaved, column: name.column)
      }
      add(try Self.saved(value, type, register), term.column, value.text)
    }
  }

  private mutating func add(_ piece: String, _ column: Int, _ name: String?) {
    text += (text.isEmpty ? "" : " ") + piece
    pieces.append((text.count, column, name))
  }

  private static func saved(
    _ value: FilterTerm.Part, _ type: RecordType?, _ register: Register
  ) throws(QueryProblem) -> String {
    let all = register.all(SavedFilter.self)
    let name = value.text.lowercased()
    let found = all.filter { $0.name.lowercased() == name || $0.key == value.text }
    guard let filter = (found.first { $0.lists == type } ?? found.first)?.filter else {
      let nearest = Nearest.to(value.text, among: all.map(\.name))
      throw QueryProblem(
        .noSuchRecord(value.text, .filter, nearest: nearest), column: value.column)
    }
    let isNested = Query.terms(of: filter).contains {
      FilterTerm($0.text, column: 1)?.name?.text == Self.field
    }
    if isNested { throw QueryProblem(.inSaved(value.text, .savedInSaved), column: value.column) }
    return filter
  }

  /// A problem with the text, at its place in what was typed.
  public func placed(_ problem: QueryProblem) -> QueryProblem {
    var start = 0
    for piece in pieces {
      if problem.column <= piece.end {
        if let name = piece.name {
          return QueryProblem(.inSaved(name, problem.kind), column: piece.column)
        }
        let offset = problem.column - start - (start == 0 ? 1 : 2)
        return QueryProblem(problem.kind, column: piece.column + max(0, offset))
      }
      start = piece.end
    }
    return problem
  }
}
