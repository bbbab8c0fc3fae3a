extension PatternParser {
  /// What stands between brackets, the first of which has been taken.
  mutating func readBracket() throws(PatternFault) -> ScalarSet {
    let isNegated = consume("^")
    var ranges: [ClosedRange<UInt32>] = []
    var classes: ScalarClasses = []
    var isFirst = true
    while isFirst || next != "]" {
      switch try readElement(mayBeHyphen: isFirst) {
      case .ofClass(let more): classes.formUnion(more)
      case .equivalent(let scalar): ranges.append(scalar.value...scalar.value)
      case .one(let first):
        let last = try readEndOfRange() ?? first
        guard first <= last else { throw .malformed }
        ranges.append(first.value...last.value)
      }
      isFirst = false
    }
    _ = consume()
    return ScalarSet(ranges, classes, isNegated: isNegated)
  }

  private enum Element {
    case one(Unicode.Scalar)
    case equivalent(Unicode.Scalar)
    case ofClass(ScalarClasses)
  }

  /// - Parameter mayBeHyphen: a hyphen elsewhere stands for itself only where it is the last.
  private mutating func readElement(mayBeHyphen: Bool) throws(PatternFault) -> Element {
    guard let scalar = consume() else { throw .malformed }
    if scalar == "-", !mayBeHyphen, next != "]" { throw .malformed }
    guard scalar == "[", let sign = next, [".", "=", ":"].contains(sign) else {
      return .one(scalar)
    }
    let name = try readName(upTo: sign)
    if sign == ":" {
      guard let named = ScalarClasses.named[name] else { throw .malformed }
      return .ofClass(named)
    }
    // Where a locale orders scalars, they have names, and others beside them that are alike.
    guard let only = name.unicodeScalars.first else { throw .malformed }
    if name.utf8.count > 1 { note(.collation) }
    return sign == "." ? .one(only) : .equivalent(only)
  }

  /// What stands up to a sign and `]`.
  private mutating func readName(upTo sign: Unicode.Scalar) throws(PatternFault) -> String {
    _ = consume()
    var name = String.UnicodeScalarView()
    while let scalar = consume() {
      if scalar == sign, consume("]") { return String(name) }
      name.append(scalar)
      // glibc has room for no more.
      if name.count > 31 { break }
    }
    throw .malformed
  }

  /// The last scalar of a range; nil where no hyphen follows, or one that stands for itself.
  private mutating func readEndOfRange() throws(PatternFault) -> Unicode.Scalar? {
    guard next == "-", second != "]" else { return nil }
    _ = consume()
    guard case .one(let last) = try readElement(mayBeHyphen: true) else { throw .malformed }
    return last
  }
}
