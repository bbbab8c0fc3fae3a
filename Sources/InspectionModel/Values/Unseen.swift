// What a text may hold and nobody sees: a terminal takes it for a command, or it turns, hides or
// parts what stands around it. One rule for all that reaches a terminal, and all that comes into a
// register from outside.

extension Unicode.Scalar {
  /// Whether it shows nothing, whatever stands around it; but for those that a script or a picture
  /// may need, of which ``UnseenScalars`` decides.
  ///
  /// These are the control characters but the line feed and the tab, the separators of lines and
  /// paragraphs, and what Unicode says to ignore where it is not known: controls of direction,
  /// marks of no width, tags. The soft hyphen is text: it shows where a line ends.
  public var isUnseen: Bool {
    if value >= 0x20, value < 0x7F { return false }
    if self == "\n" || self == "\t" || self == "\u{AD}" { return false }
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return true
    default: return properties.isDefaultIgnorableCodePoint
    }
  }

  /// As Unicode numbers and names it: `U+202E RIGHT-TO-LEFT OVERRIDE`. Controls have no name.
  public var codeName: String {
    let digits = String(value, radix: 16, uppercase: true)
    let number = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return properties.name.map { "\(number) \($0)" } ?? number
  }

  fileprivate var isJoiner: Bool { self == "\u{200C}" || self == "\u{200D}" }

  /// Whether joiners and selectors after it change how it is shown: a letter or mark of a script
  /// without capitals, as Arabic and those of India are, or a picture.
  fileprivate var takesJoiners: Bool {
    if isASCII { return false }
    if properties.isEmoji { return true }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark: return true
    default: return properties.isAlphabetic && !properties.isCased
    }
  }
}

/// Tells of the scalars of a text, one after another, which are unseen.
///
/// A joiner stays after a letter or picture that takes it, and so does a selector; a second in a
/// row never does, as it says nothing more.
public struct UnseenScalars {
  private var base: Unicode.Scalar?
  private var wasSelector = false
  private var wasJoiner = false

  public init() {}

  /// Whether the next scalar is unseen.
  public mutating func takes(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.isUnseen else {
      (base, wasSelector, wasJoiner) = (scalar, false, false)
      return false
    }
    guard let base, !wasJoiner else { return true }
    if scalar.isJoiner, base.takesJoiners {
      wasJoiner = true
      return false
    }
    if scalar.properties.isVariationSelector, !wasSelector,
      base.takesJoiners || base.properties.isEmoji
    {
      wasSelector = true
      return false
    }
    return true
  }
}

extension StringProtocol {
  /// The first scalar that is unseen. O(text), and little for ASCII.
  public var firstUnseen: Unicode.Scalar? {
    if isPlainASCII { return nil }
    var unseen = UnseenScalars()
    return unicodeScalars.first { unseen.takes($0) }
  }

  /// The text with another character for each that is unseen, or none.
  public func replacingUnseen(by mark: Unicode.Scalar?) -> String {
    // Nearly every text is returned as it is.
    if firstUnseen == nil { return String(self) }
    var unseen = UnseenScalars()
    var seen = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if !unseen.takes(scalar) {
        seen.append(scalar)
      } else if let mark {
        // The next joins the mark, if anything.
        _ = unseen.takes(mark)
        seen.append(mark)
      }
    }
    return String(seen)
  }

  private var isPlainASCII: Bool {
    utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F || $0 == 0x0A || $0 == 0x09 }
  }
}
