/// A filter with those it names written out: `saved:"late plans"` stands for what was saved under
/// that name.
public struct SavedFilters: Sendable {
  /// The filter without names.
  public private(set) var text = ""
  /// Where pieces of the text come from: up to which column, from where on in what was typed, and
  /// the name of the saved filter.
  private var pieces: [(end: Int, column: Int, name: String?)] = []

  /// O(filters saved), where one is named.
  public init(_ typed: String, in register: Register) throws(QueryProblem) {
    guard typed.contains("saved:") else {
      text = typed
      return
    }
    for (word, column) in Query.terms(of: typed) {
      guard let term = FilterTerm(word, column: column), term.name?.text == "saved" else {
        add(String(word), column, nil)
        continue
      }
      if term.isNegated { throw QueryProblem(.savedTurnedRound, column: column) }
      for value in term.values {
        add(try Self.saved(value, register), column, value.text)
      }
    }
  }

  private mutating func add(_ piece: String, _ column: Int, _ name: String?) {
    text += (text.isEmpty ? "" : " ") + piece
    pieces.append((text.count, column, name))
  }

  private static func saved(
    _ value: FilterTerm.Part, _ register: Register
  ) throws(QueryProblem) -> String {
    let all = register.all(SavedFilter.self)
    let name = value.text.lowercased()
    guard let found = all.first(where: { $0.name.lowercased() == name || $0.key == value.text })
    else {
      let nearest = Nearest.to(value.text, among: all.map(\.name))
      throw QueryProblem(
        .noSuchRecord(value.text, .filter, nearest: nearest), column: value.column)
    }
    if found.filter.contains("saved:") {
      throw QueryProblem(.inSaved(found.name, .savedInSaved), column: value.column)
    }
    return found.filter
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
