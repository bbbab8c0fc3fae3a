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
    // ASCII, letters of Latin, quotation marks and dashes are most of all text.
    switch value {
    case 0x20..<0x7F, 0xA0..<0x34F, 0x2010..<0x2028: return false
    case 0x09, 0x0A: return false
    default: break
    }
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
    isPlainASCII ? nil : UnseenScalars.first(in: String(self))
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
    utf8.withContiguousStorageIfAvailable { $0.allSatisfy(\.isPlainASCII) }
      ?? utf8.allSatisfy(\.isPlainASCII)
  }
}

extension UnseenScalars {
  fileprivate static func first(in text: String) -> Unicode.Scalar? {
    var unseen = UnseenScalars()
    return text.unicodeScalars.first { unseen.takes($0) }
  }
}

extension UInt8 {
  fileprivate var isPlainASCII: Bool { self >= 0x20 && self < 0x7F || self == 0x0A || self == 0x09 }
}
