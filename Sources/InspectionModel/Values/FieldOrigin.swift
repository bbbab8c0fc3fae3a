/// What one source said of one field, and on which day that was read; as one field of its record:
/// `Grade ofsted-history: good 2026-11-29`.
public struct FieldOrigin: Hashable, Sendable {
  /// The name of the field, such as `Grade`.
  public let name: String
  public let source: String
  public let value: String
  public let day: Day

  public init(name: String, source: String, value: String, day: Day) {
    (self.name, self.source, self.value, self.day) = (name, source, value, day)
  }

  /// Nil for a field that somebody wrote otherwise.
  public init?(_ field: String) {
    let parts = field.split(separator: " ").map(String.init)
    guard parts.count >= 4, parts[1].hasSuffix(":"), let day = Day(iso: parts[parts.count - 1])
    else { return nil }
    self.init(
      name: parts[0], source: String(parts[1].dropLast()),
      value: parts[2..<parts.count - 1].joined(separator: " "), day: day)
  }

  /// As it stands in the register.
  public var field: String { "\(name) \(source): \(value) \(day)" }
}

/// What is decided where a table and the register differ.
public enum TableChoice: String, CaseIterable, Sendable {
  /// What the register has stays.
  case keep
  /// What the table says goes into the register.
  case take
  /// Rows of an area that the register lacks are left out.
  case skip
}
