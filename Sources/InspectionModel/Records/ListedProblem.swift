/// What is wrong in a file, as it is listed.
public struct ListedProblem: RecordView {
  public static let type = RecordType.problem
  public let record: Record
  public init(_ record: Record) { self.record = record }

  /// A sentence.
  public var sentence: String { record.text(.problem) ?? "" }
  public var place: String { record.text(.place) ?? "" }
  public var kind: ProblemKind? { record.choice(.kind) }
  /// Its line in the file and the column in that, from 1.
  public var line: Int { record.number(.line) ?? 1 }
  public var column: Int { record.number(.column) ?? 1 }
  /// That line.
  public var source: String? { record.text(.source) }
  /// The key of the conflict to choose in.
  public var conflict: String? { record.text(.of) }

  /// The record that it is in, if that is there still: by its key, and of several that have it by
  /// its number.
  public func subject(in register: Register) -> Row? {
    guard let type = record.text(.type).flatMap(RecordType.init(name:)),
      let key = record.text(.record)
    else { return nil }
    let row = record.number(.row).map { Row(type: type, number: $0) }
    if let row, register.contains(row), register[row].key == key { return row }
    return register.row(type, key: key)
  }
}
