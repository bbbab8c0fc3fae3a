extension Figure.Value {
  /// A part of a whole in per cent as a measure, for a column whose heading names the unit; nil
  /// where there is no whole, so that it is not known.
  public static func percentage(_ part: Int, of whole: Int) -> Figure.Value? {
    Proportion(part, of: whole).percentage.map { .measure($0.number, digits: $0.digits) }
  }
}
