/// Something in a file that is not rec, or that recutils reads otherwise than its writer is likely
/// to have meant.
public struct RecProblem: Hashable, Sendable {
  /// What is wrong.
  public let kind: Kind
  /// Where it stands: bytes from the start of the file.
  public let offset: Int
  /// How many bytes of the file it takes.
  public let length: Int

  /// What can be wrong with rec text.
  public enum Kind: Hashable, Sendable {
    /// The line is not a field, a comment or blank. Its record is damaged: kept, shown, never
    /// rewritten.
    case notRec
    /// A `+` line with no value before it to continue. Its record is damaged.
    case nothingToContinue
    /// Blanks before a field that is not the first of its record. The record is damaged.
    case indentedLaterField
    /// The first mark of a conflict that git left; its other marks are not told. The records it
    /// touches are damaged; ``GitConflicts`` takes the two versions apart.
    case gitConflict
    /// The text is in another encoding, or has other line ends, so nothing in it can be read.
    case encoding(RecEncoding)
    /// A byte-order mark before the first line.
    case byteOrderMark
    /// A CR on a line that is blank otherwise, as between the records of a CR LF file: recutils
    /// refuses it. It ends a record all the same. Told once a file.
    case carriageReturnOnBlankLine
    /// A NUL byte: recutils drops the rest of the line when it writes.
    case nul
    /// The byte 0xFF, which recutils takes for the end of the file.
    case byteFF
    /// A byte above 0x7F straight after the colon: recutils refuses it, a blank before it helps.
    case noBlankAfterColon
    /// The file ends straight after a colon.
    case endsAfterColon
    /// The file ends straight after the `+` of a continuation.
    case endsAfterPlus
    /// The file ends in a backslash.
    case endsInBackslash
    /// A record type that an earlier descriptor has declared already.
    case repeatedType(String)
    /// A CR before the end of a line, of which it is part; to recutils it is part of the value.
    /// Told once a file.
    case carriageReturnInValue
    /// Blanks before the first field of a record. Harmless to recutils.
    case indentedFirstField
    /// A trailing backslash makes this line, which looks like a field, text of the value before it.
    case swallowedField
    /// A trailing backslash makes this line part of the line before it.
    case joinedLine
    /// The line ends in a backslash, spelled so that nothing is joined to it; recutils spells it
    /// otherwise.
    case trailingBackslash
    /// Comments one below another, of which one is a field that may be meant to come back. Told
    /// once a file.
    case gluedComments
  }
}

extension RecProblem {
  /// What the text is that cannot be read, if it is that.
  public var encoding: RecEncoding? {
    if case .encoding(let encoding) = kind { encoding } else { nil }
  }

  /// Whether recutils reads the file all the same, as its writer may or may not have meant.
  public var isWarning: Bool {
    switch kind {
    case .carriageReturnInValue, .indentedFirstField, .swallowedField, .joinedLine,
      .trailingBackslash, .gluedComments:
      true
    case .notRec, .nothingToContinue, .indentedLaterField, .gitConflict, .encoding,
      .byteOrderMark, .carriageReturnOnBlankLine, .nul, .byteFF, .noBlankAfterColon,
      .endsAfterColon, .endsAfterPlus, .endsInBackslash, .repeatedType:
      false
    }
  }
}

extension RecProblem.Kind: CustomStringConvertible {
  /// A sentence for people, without a period.
  public var description: String {
    switch self {
    case .notRec: "not a field, a comment or a blank line"
    case .nothingToContinue: "this `+` line has no value before it to continue"
    case .indentedLaterField: "blanks before a field that is not the first of its record"
    case .gitConflict: "git left two versions of the lines from here on"
    case .encoding(let encoding): encoding.description
    case .byteOrderMark: "there is a byte-order mark before the first line"
    case .carriageReturnOnBlankLine:
      "a carriage return on a blank line; lines end in LF alone, as jointview tidy makes them"
    case .nul: "a NUL byte; recutils would drop the rest of the line"
    case .byteFF: "the byte 0xFF; recutils cannot read it"
    case .noBlankAfterColon: "recutils needs a blank between the colon and this character"
    case .endsAfterColon: "the file ends straight after a colon; a line end is missing"
    case .endsAfterPlus: "the file ends straight after a `+`; a line end is missing"
    case .endsInBackslash: "the file ends in a backslash"
    case .repeatedType(let name): "the record type \(name) is declared a second time"
    case .carriageReturnInValue:
      "this line ends in CR LF; recutils takes the CR for text, and jointview tidy takes it away"
    case .indentedFirstField: "blanks before the first field of a record"
    case .swallowedField:
      "looks like a field, but the backslash before it makes it text of the value"
    case .joinedLine: "the backslash before this line joins it to the line above"
    case .trailingBackslash:
      "this ends in a backslash; when recutils writes the file, it swallows the field below"
    case .gluedComments:
      "when recutils writes the file, it makes one line of this comment and the one above"
    }
  }
}
