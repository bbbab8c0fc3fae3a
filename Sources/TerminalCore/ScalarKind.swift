/// What a Unicode scalar does to a line of cells.
enum ScalarKind {
  /// Takes one column.
  case narrow
  /// Takes two columns.
  case wide
  /// Joins what stands before it.
  case mark
  /// A tab or a line end: shown as a blank.
  case space
  /// Shows nothing and is dropped: joiners, selectors, direction marks.
  case ignored
  /// Must not reach a terminal, or nobody knows how wide it is: shown as U+FFFD.
  case unshowable

  /// Finds what a scalar does. Cost: nothing below U+0300 and for the marks of prose, else up to
  /// three searches in tables of a few hundred ranges.
  init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value >= 0x20, value < 0x7F {
      self = .narrow
    } else if value < 0x300 {
      self = ScalarKind.latin(value)
    } else if ScalarKind.ofProse.contains(value) {
      self = .narrow
    } else if WidthTable.contains(value, in: WidthTable.ignored) {
      self = .ignored
    } else if WidthTable.contains(value, in: WidthTable.marks) {
      self = .mark
    } else if WidthTable.contains(value, in: WidthTable.wide) {
      self = .wide
    } else {
      self = scalar.properties.generalCategory == .unassigned ? .unshowable : .narrow
    }
  }

  /// Dashes, quotation marks, bullets and the ellipsis, which letters are full of.
  private static let ofProse: ClosedRange<UInt32> = 0x2010...0x2027

  /// The same below U+0300, where control characters and the soft hyphen are all that matters.
  private static func latin(_ value: UInt32) -> ScalarKind {
    switch value {
    case 0x09, 0x0A, 0x0D: .space
    case 0xAD: .ignored
    case 0..<0x20, 0x7F..<0xA0: .unshowable
    default: .narrow
    }
  }
}

extension WidthTable {
  /// Whether a value lies in one of the ranges of a table of first and last values in order.
  static func contains(_ value: UInt32, in table: [UInt32]) -> Bool {
    var low = 0
    var high = table.count / 2
    while low < high {
      let middle = (low + high) / 2
      if table[2 * middle + 1] < value { low = middle + 1 } else { high = middle }
    }
    return low < table.count / 2 && table[2 * low] <= value
  }
}
