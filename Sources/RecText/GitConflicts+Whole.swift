extension GitConflicts {
  /// Two whole versions of a file as one conflict, in which every byte of both stands.
  ///
  /// - Parameter length: how long the marks are to be at least; they are longer than any that the
  ///   versions hold.
  public static func between(_ ours: [UInt8], _ theirs: [UInt8], length: Int) -> [UInt8] {
    let longest = max(longestMark(in: ours), longestMark(in: theirs))
    let size = max(1, length, longest + 1)
    let isCRLF = ours.withUnsafeBytes { RecDocument.endsLinesInCRLF($0) }
    let end = isCRLF ? [Byte.carriageReturn, Byte.lineFeed] : [Byte.lineFeed]
    func mark(_ sign: Unicode.Scalar, _ name: String = "") -> [UInt8] {
      Array(repeating: UInt8(ascii: sign), count: size) + Array(name.utf8) + end
    }
    return mark("<", " ours") + closed(ours, end) + mark("=") + closed(theirs, end)
      + mark(">", " theirs")
  }

  /// A text after which a line stands for itself: no backslash joins it to the last, nor is it in a
  /// record.
  private static func closed(_ text: [UInt8], _ end: [UInt8]) -> [UInt8] {
    var text = text
    if let last = text.last, last != Byte.lineFeed { text += end }
    if text.dropLast().last == Byte.backslash { text.append(Byte.lineFeed) }
    return text + end
  }

  /// The most signs of one kind that a line begins with.
  private static func longestMark(in text: [UInt8]) -> Int {
    var (longest, start) = (0, 0)
    while start < text.count {
      if let sign = text[start...].first, [UInt8]("<|=>".utf8).contains(sign) {
        longest = max(longest, text[start...].prefix { $0 == sign }.count)
      }
      start = (text[start...].firstIndex(of: Byte.lineFeed) ?? text.count) + 1
    }
    return longest
  }
}
