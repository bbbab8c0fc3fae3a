public import InspectionModel

/// Who acts, and on which day; gives new records their keys.
public struct Author: Sendable {
  /// The name that stands in `By`.
  public let name: String
  /// The day that stands in `On`.
  public let day: Day
  /// Where random keys come from, as far as they were given out.
  public private(set) var keys: SplitMix
  /// The keys given out, which the register does not know yet.
  private var given: Set<String> = []

  /// Somebody on some day; equal seeds give equal keys.
  public init(_ name: String, on day: Day, keys: SplitMix) {
    (self.name, self.day, self.keys) = (name, day, keys)
  }

  /// The fields that say who made a record, and when.
  var signature: [FieldValue] {
    [FieldValue(.by, name), FieldValue(.on, day.description)]
  }

  /// A key that no record of the type has or had, nor another that is being made.
  mutating func newKey(for type: RecordType, in register: Register) -> String {
    while true {
      let key = RandomKey.key(for: type, in: register, using: &keys)
      if given.insert(key).inserted { return key }
    }
  }
}
