/// What a text is whose bytes mean nothing as rec text.
public enum RecEncoding: Hashable, Sendable {
  /// UTF-16 or UTF-32, by the name under which iconv knows it.
  case unicode(String)
  /// Lines end in a CR alone, as on a Mac of old, so that all is one line.
  case carriageReturns

  /// Nil for what may be rec text. Looks at the first 64 KB.
  init?(_ text: UnsafeRawBufferPointer) {
    if let name = Self.nameByMark(text) ?? Self.nameByZeros(text) {
      self = .unicode(name)
    } else if Self.hasLoneReturn(text) {
      self = .carriageReturns
    } else {
      return nil
    }
  }

  private static func nameByMark(_ text: UnsafeRawBufferPointer) -> String? {
    if text.starts(with: [0xFF, 0xFE, 0, 0]) || text.starts(with: [0, 0, 0xFE, 0xFF]) {
      return "UTF-32"
    }
    return text.starts(with: [0xFF, 0xFE]) || text.starts(with: [0xFE, 0xFF]) ? "UTF-16" : nil
  }

  /// Where no mark tells: rec text begins with ASCII letters, the other bytes of which are NUL in
  /// these.
  private static func nameByZeros(_ text: UnsafeRawBufferPointer) -> String? {
    guard text.count >= 8 else { return nil }
    switch text.prefix(8).map({ $0 == 0 }) {
    case [false, true, false, true, false, true, false, true]: return "UTF-16LE"
    case [true, false, true, false, true, false, true, false]: return "UTF-16BE"
    case [false, true, true, true, false, true, true, true]: return "UTF-32LE"
    case [true, true, true, false, true, true, true, false]: return "UTF-32BE"
    default: return nil
    }
  }

  /// Whether a text without a line feed goes on behind a CR with what begins a line of rec text. A
  /// value may hold a CR, but nobody writes a register of one line.
  private static func hasLoneReturn(_ text: UnsafeRawBufferPointer) -> Bool {
    let line = UnsafeRawBufferPointer(rebasing: text.prefix(1 << 16))
    guard line.endOfLine(from: 0) == line.count else { return false }
    var at = 0
    while let found = line[at...].firstIndex(of: Byte.carriageReturn) {
      at = found + 1
      guard at < line.count else { return false }
      if line[at] == Byte.hash { return true }
      if line[at].startsFieldName {
        let end = line.endOfName(from: at + 1)
        if end < line.count, line[end] == Byte.colon { return true }
      }
    }
    return false
  }
}

extension RecEncoding: CustomStringConvertible {
  /// What it is and what makes rec text of it, without a period.
  public var description: String {
    switch self {
    case .unicode(let name):
      "the text is \(name); iconv -f \(name) -t UTF-8 FILE > NEW converts it"
    case .carriageReturns:
      "lines end in a carriage return alone; tr '\\r' '\\n' < FILE > NEW converts them"
    }
  }
}
