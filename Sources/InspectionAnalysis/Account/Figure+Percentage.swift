extension Figure.Value {
  /// A part of a whole in per cent, rounded: `23 %`, and one digit after the point below ten, as in
  /// `5.7 %`; nil where there is no whole, so that it is not known.
  public static func percent(_ part: Int, of whole: Int) -> String? {
    share(part, of: whole).map { "\($0.text) %" }
  }

  /// The same as a measure, for a column whose heading names the unit.
  public static func percentage(_ part: Int, of whole: Int) -> Figure.Value? {
    share(part, of: whole).map { .measure($0.number, digits: $0.digits) }
  }

  private static func share(
    _ part: Int, of whole: Int
  ) -> (number: Double, digits: Int, text: String)? {
    guard whole > 0 else { return nil }
    let number = Double(part) * 100 / Double(whole)
    // 9.96 is rounded to ten, which has no digit after the point.
    let digits = part == 0 || number >= 9.95 ? 0 : 1
    // What is there is never called nought.
    let text = part > 0 && number < 0.05 ? "under 0.1" : fixed(number, digits)
    return (number, digits, text)
  }
}
