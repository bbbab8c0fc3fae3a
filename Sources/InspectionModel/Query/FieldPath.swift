/// What records are sorted and grouped by: a field of theirs, or of the record they belong to, and
/// so on up.
public struct FieldPath: Hashable, Sendable {
  public enum Manner: Hashable, Sendable {
    /// What the field holds.
    case value
    /// The name of the record it names.
    case name
    /// The key and the name of the record it names.
    case keyAndName
    /// What people call the record it names: `Liverpool 2016`.
    case title
    /// The year of the day it holds.
    case year
    /// The record's place among others of its kind: passages as they stand in letters.
    case place
  }

  /// How many steps up: to the record it belongs to, to that one's, and so on.
  public let steps: Int
  public let field: Field
  /// What takes its place where it is empty, as a summary does where the words are not kept.
  public let substitute: Field?
  public let manner: Manner

  public init(
    _ field: Field, _ manner: Manner = .value, or substitute: Field? = nil, up steps: Int = 0
  ) {
    (self.field, self.manner, self.substitute) = (field, manner, substitute)
    self.steps = steps
  }

  /// The types on the way to the field, from records of a type on.
  public func types(from type: RecordType) -> [RecordType] {
    (0..<steps).reduce(into: [type]) { types, _ in
      if let target = types[types.count - 1].parentField?.target { types.append(target) }
    }
  }

  /// The type whose field it is, from records of a type.
  func holder(from type: RecordType) -> RecordType? {
    var holder: RecordType? = type
    for _ in 0..<steps { holder = holder?.parentField?.target }
    return holder
  }
}

/// What rows are sorted by. Numbers come before texts, and nothing comes last of all.
public enum SortValue: Hashable, Comparable, Sendable {
  case number(Int)
  case text(String)
  case nothing

  /// Days sort by time.
  public static func day(_ day: Day?) -> SortValue {
    day.map { .number(Int($0.packed)) } ?? .nothing
  }

  init(year: String) { self = Int(year).map { .number($0) } ?? .text(year) }

  /// Days and numbers by their size, all else by its letters.
  init(_ values: [PackedValue], _ text: String) {
    if values.count == 1, let day = values[0].day {
      self = .number(Int(day.packed))
    } else if values.count == 1, let number = values[0].number {
      self = .number(number)
    } else {
      self = .text(text.lowercased())
    }
  }
}

extension Register {
  /// A value as it is shown.
  func text(of value: PackedValue, _ spec: FieldSpec, _ manner: FieldPath.Manner) -> String {
    if manner == .year, let day = value.day { return String(day.year) }
    guard manner != .value, manner != .year, let number = value.reference, let target = spec.target
    else { return text(of: value, spec) }
    let row = Row(type: target, number: number)
    if manner == .title { return title(of: row) }
    guard let name = self[row].text(.name) else { return text(of: value, spec) }
    return manner == .keyAndName ? "\(text(of: value, spec)) \(name)" : name
  }

  /// Of each row of a type, how many keys come before its own.
  func keyRanks(_ type: RecordType) -> [Int] {
    let order = (0..<rowCount(type)).sorted {
      keyBytes(type, $0).lexicographicallyPrecedes(keyBytes(type, $1))
    }
    var ranks = Array(repeating: 0, count: order.count)
    for (rank, row) in order.enumerated() { ranks[row] = rank }
    return ranks
  }
}
