/// The character classes of POSIX that a scalar belongs to.
struct ScalarClasses: OptionSet, Sendable {
  let rawValue: UInt16

  static let alpha = ScalarClasses(rawValue: 1 << 0)
  static let digit = ScalarClasses(rawValue: 1 << 1)
  static let alnum = ScalarClasses(rawValue: 1 << 2)
  static let upper = ScalarClasses(rawValue: 1 << 3)
  static let lower = ScalarClasses(rawValue: 1 << 4)
  static let space = ScalarClasses(rawValue: 1 << 5)
  static let blank = ScalarClasses(rawValue: 1 << 6)
  static let punct = ScalarClasses(rawValue: 1 << 7)
  static let print = ScalarClasses(rawValue: 1 << 8)
  static let graph = ScalarClasses(rawValue: 1 << 9)
  static let cntrl = ScalarClasses(rawValue: 1 << 10)
  static let xdigit = ScalarClasses(rawValue: 1 << 11)
  /// Letters, digits and `_`.
  static let word = ScalarClasses(rawValue: 1 << 12)

  /// By their names between `[:` and `:]`.
  static let named: [String: ScalarClasses] = [
    "alpha": .alpha, "digit": .digit, "alnum": .alnum, "upper": .upper, "lower": .lower,
    "space": .space, "blank": .blank, "punct": .punct, "print": .print, "graph": .graph,
    "cntrl": .cntrl, "xdigit": .xdigit,
  ]
}

extension ScalarClasses {
  /// As glibc draws them up from Unicode: digits of other scripts are letters, and a blank that
  /// forbids a break is none.
  init(of scalar: Unicode.Scalar) {
    let category = scalar.properties.generalCategory
    self = Self.spacing(scalar, category)
    let isLetter = scalar.properties.isAlphabetic || (category == .decimalNumber && !scalar.isASCII)
    if isLetter { insert([.alpha, .alnum, .word]) }
    if scalar.properties.isUppercase { insert(.upper) }
    if scalar.properties.isLowercase { insert(.lower) }
    if scalar.isASCII, category == .decimalNumber {
      insert([.digit, .xdigit, .alnum, .word])
    }
    if scalar.isASCII, "abcdefABCDEF".unicodeScalars.contains(scalar) { insert(.xdigit) }
    if scalar == "_" { insert(.word) }
    if contains(.graph), !contains(.alnum) { insert(.punct) }
  }

  /// What shows, and what parts words.
  private static func spacing(
    _ scalar: Unicode.Scalar, _ category: Unicode.GeneralCategory
  ) -> ScalarClasses {
    switch category {
    case .control: (9...13).contains(scalar.value) ? controlSpace(scalar) : .cntrl
    case .lineSeparator, .paragraphSeparator: [.space, .cntrl]
    case .spaceSeparator where ![0xA0, 0x2007, 0x202F].contains(scalar.value):
      [.space, .blank, .print]
    case .unassigned, .surrogate: []
    default: [.print, .graph]
    }
  }

  private static func controlSpace(_ scalar: Unicode.Scalar) -> ScalarClasses {
    scalar == "\t" ? [.cntrl, .space, .blank] : [.cntrl, .space]
  }

  /// Those of the first 128 scalars.
  static let ascii = (UInt8.min..<128).map { ScalarClasses(of: Unicode.Scalar($0)) }
}
