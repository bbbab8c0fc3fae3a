/// A word of a text: letters and digits, without the hyphens and apostrophes around it.
package struct Word: Equatable {
  /// Folded for comparing: lower case, without a possessive `'s` or the plural `s` of an
  /// abbreviation.
  package let key: String
  /// Whether it is written in capitals, as abbreviations are.
  package let isCapitals: Bool
  /// Where it stands in its text.
  package let range: Range<String.Index>
}

extension String {
  /// The words of the text, in order. A hyphen or a space parts words, an apostrophe inside does
  /// not.
  package var words: [Word] {
    var found: [Word] = []
    var scalars = unicodeScalars[...]
    while let start = scalars.firstIndex(where: \.isWordPart) {
      let stop = unicodeScalars[start...].firstIndex { !$0.isWordPart && !$0.isApostrophe }
      var end = stop ?? endIndex
      while unicodeScalars[unicodeScalars.index(before: end)].isApostrophe {
        end = unicodeScalars.index(before: end)
      }
      let range = start..<end
      found.append(Word(self[range], range))
      scalars = unicodeScalars[range.upperBound...]
    }
    return found
  }

  /// Letters and digits alone, in lower case: equal for texts that differ in spacing, hyphens and
  /// punctuation.
  package var lettersAndDigits: String {
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: unicodeScalars.lazy.filter(\.isWordPart))
    return String(kept).lowercased()
  }

  /// Gives the same, a byte at a time, where all of them are of ASCII, as in most texts; false once
  /// one is not. It makes no text, since a folder of reports has millions of letters.
  func eachPlainLetterOrDigit(_ body: (UInt8) -> Void) -> Bool {
    for scalar in unicodeScalars where scalar.isWordPart {
      guard scalar.isASCII else { return false }
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      body((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    }
    return true
  }
}

extension Word {
  /// One pass over the scalars: this runs for every word of a letter, several times.
  fileprivate init(_ text: Substring, _ range: Range<String.Index>) {
    var scalars = text.unicodeScalars[...]
    if scalars.last == "s", scalars.dropLast().last?.isApostrophe == true { scalars.removeLast(2) }
    let hasPlural = scalars.last == "s"
    var folded = String.UnicodeScalarView()
    var length = 0
    var smallLetters = 0
    for scalar in scalars where !scalar.isApostrophe {
      length += 1
      smallLetters += scalar.isSmallLetter ? 1 : 0
      folded.append(folding: scalar)
    }
    let capitals = hasPlural ? length - 1 : length
    isCapitals = capitals > 1 && smallLetters == (hasPlural ? 1 : 0)
    if isCapitals && hasPlural { folded.removeLast() }
    key = String(folded)
    self.range = range
  }
}

extension String.UnicodeScalarView {
  /// Appends the scalar in lower case.
  fileprivate mutating func append(folding scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x41...0x5A: append(Unicode.Scalar(UInt8(scalar.value + 32)))
    case 0..<0x80: append(scalar)
    default: append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
    }
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is a letter or a digit.
  package var isWordPart: Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0..<0x80: false
    default: properties.isAlphabetic
    }
  }

  fileprivate var isSmallLetter: Bool {
    value < 0x80 ? (0x61...0x7A).contains(value) : properties.isLowercase
  }

  /// Whether the scalar is an apostrophe, straight or curved.
  package var isApostrophe: Bool { self == "'" || self == "\u{2019}" }
}
