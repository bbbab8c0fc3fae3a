import InspectionModel

/// What terms on contributions ask where nothing is coded: of the agencies found, or of passages.
struct ReadTerms {
  private var passages = ScopeTerms()
  private var agencies: [Substring] = []
  private var others: [String] = []

  mutating func add(_ word: Substring, at column: Int) {
    if let values = word.values(of: "agency") {
      agencies.append(values)
    } else if (try? Query(String(word), on: .passage)) != nil {
      passages.add(word, at: column)
    } else {
      others.append(String(word))
    }
  }

  /// The passages and agencies meant, nil for all, and the terms that cannot be answered.
  func taken(
    _ register: Register?
  ) throws(QueryProblem) -> (passages: Query?, agencies: Set<Row>?, others: [String]) {
    let query = passages.isEmpty ? nil : try passages.query(on: .passage, register)
    guard let register, !agencies.isEmpty else { return (query, nil, others) }
    var rows = Set(register.rows(.agency))
    for values in agencies {
      let meant = try ["id:", "name:"].map { field throws(QueryProblem) in
        register.rows(matching: try Query(field + values, on: .agency))
      }
      rows.formIntersection(meant.joined())
    }
    return (query, rows, others)
  }
}

extension Substring {
  /// What is asked of a field of this name; nil where the term is of another one, or turned round.
  fileprivate func values(of field: String) -> Substring? {
    guard lowercased().hasPrefix(field + ":") else { return nil }
    return dropFirst(field.count + 1)
  }
}
