/// Keys for new records: the letter of their type, a dash, and 8 letters of Crockford's base 32,
/// without I, L, O and U.
///
/// Random, so that two people's new records seldom stand on neighbouring lines and never share a
/// counter.
public enum RandomKey {
  private static let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  /// A key that no record of the type has or had.
  /// - Precondition: records of the type get random keys.
  public static func key(
    for type: RecordType, in register: Register, using generator: inout some RandomNumberGenerator
  ) -> String {
    guard let letter = type.keyLetter else { preconditionFailure("a type with keys of its own") }
    while true {
      let random = (0..<8).map { _ in letters[Int.random(in: 0..<32, using: &generator)] }
      let key = "\(letter)-" + String(random)
      if register.everHeld(type, key: key) == nil { return key }
    }
  }
}
