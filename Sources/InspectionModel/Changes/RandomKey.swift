/// Keys for new contributions: `C-` and 8 letters of Crockford's base 32, without I, L, O and U.
///
/// Random, so that two people's new records seldom stand on neighbouring lines and never share a counter.
public enum RandomKey {
  private static let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  /// A key that no record of the register has or had.
  public static func contribution(
    in register: Register, using generator: inout some RandomNumberGenerator
  ) -> String {
    while true {
      let key =
        "C-" + String((0..<8).map { _ in letters[Int.random(in: 0..<32, using: &generator)] })
      if register.everHeld(.contribution, key: key) == nil { return key }
    }
  }
}
