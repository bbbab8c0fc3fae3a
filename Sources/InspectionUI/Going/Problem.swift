public import InspectionModel

/// Something wrong in a file, as it is shown.
public struct Problem: Hashable, Sendable {
  /// `register.rec:12:3`
  public let place: String
  public let isError: Bool
  public let sentence: String
  /// The record it is in, if it could be read.
  public let row: Row?
  /// The line of the file and the column in it, from 1.
  public let line: Int
  public let column: Int
  /// The line as it stands in the file; empty where the problem is not one of a line.
  public let source: String
  /// The conflict to choose in, if it is one.
  let conflict: Row?

  public init(
    place: String, line: Int, column: Int = 1, isError: Bool, sentence: String, source: String = "",
    row: Row?
  ) {
    self.place = place
    (self.line, self.column) = (line, column)
    self.isError = isError
    self.sentence = sentence
    self.source = source
    self.row = row
    conflict = nil
  }

  init(_ conflict: Conflict, in file: String) {
    place = file
    (line, column) = (1, 1)
    isError = true
    sentence = conflict.sentence
    source = ""
    row = conflict.subject
    self.conflict = conflict.row
  }
}

extension Register {
  /// What is wrong, as records of a register of their own in the same order. O(problems).
  ///
  /// - Parameter register: that of the records which the problems are in.
  init(listing problems: [Problem], in register: Register) {
    var counts: [String: Int] = [:]
    let records = problems.map { problem in
      let name = "\(problem.place) \(problem.sentence)"
      counts[name, default: 0] += 1
      return problem.values(called: "\(name) \(counts[name] ?? 0)", register)
    }
    self.init(listing: records, of: .problem)
  }
}

extension Problem {
  private var kind: ProblemKind {
    if conflict != nil { return .choose }
    return isError ? .error : .warning
  }

  fileprivate func values(called name: String, _ register: Register) -> [FieldValue] {
    func key(of row: Row?) -> String? {
      row.flatMap { register.contains($0) ? register[$0].key : nil }
    }
    let values: [(Field, String?)] = [
      (.id, name), (.place, place), (.kind, kind.rawValue), (.problem, sentence),
      (.type, row?.type.name), (.record, key(of: row)), (.row, row.map { String($0.number) }),
      (.line, String(line)), (.column, String(column)), (.source, source.isEmpty ? nil : source),
      (.of, key(of: conflict)),
    ]
    return values.compactMap { field, value in value.map { FieldValue(field, $0) } }
  }
}
