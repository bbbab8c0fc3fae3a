/// What stands at one place of a rec text, with all the lines that belong to it.
struct RecElement {
  enum Kind {
    /// A line of nothing but spaces and tabs (and carriage returns, which recutils refuses): it
    /// ends a record.
    case blank
    /// A line that starts with `#`.
    case comment
    /// A name, a colon, a value, with its `+` lines and the lines joined by a backslash.
    case field
    /// A line that is none of these: not rec.
    case stray
  }

  var kind: Kind
  /// Where its first line starts.
  var start: Int
  /// Where the field's name starts: after `start` only when blanks stand before a record's first
  /// field.
  var nameStart: Int
  /// Where the field's colon stands.
  var colon: Int
  /// Where the field's value starts, after the one blank that is not part of it.
  var valueStart: Int
  /// The end of its last line, without the line feed.
  var contentEnd: Int
  /// The number of its lines.
  var lineCount: Int
}

extension RecElement {
  /// Where the next element starts, in a text of `count` bytes.
  @inline(__always)
  func end(in count: Int) -> Int { Swift.min(contentEnd + 1, count) }

  /// The bytes of the field's name.
  var nameRange: Range<Int> { nameStart..<colon }

  /// The bytes of the field's value, still folded.
  var valueRange: Range<Int> { valueStart..<contentEnd }

  /// Whether the value takes more than one line, so that it must be unfolded to be read.
  var isFolded: Bool { lineCount > 1 }
}

extension UnsafeRawBufferPointer {
  /// The element that starts at `start`, which must be the start of a line and not the end of the
  /// text.
  ///
  /// This function is the whole grammar; everything that reads rec text goes through it.
  ///
  /// - Parameters:
  ///   - opensRecord: no field of this record has been read yet, so blanks may stand before a field
  ///     or comment.
  ///   - feeds: the text's, asked for none before `start` again.
  @inline(__always)
  func recElement(at start: Int, opensRecord: Bool, _ feeds: inout LineFeeds) -> RecElement {
    let first = self[start]
    if first.startsFieldName, let field = recField(from: start, nameStart: start, &feeds) {
      return field
    }
    if first == Byte.hash { return recLine(.comment, from: start, &feeds) }
    return recElementAfterBlanks(at: start, opensRecord: opensRecord, &feeds)
  }

  @inline(never)
  private func recElementAfterBlanks(
    at start: Int, opensRecord: Bool, _ feeds: inout LineFeeds
  ) -> RecElement {
    var at = skippingBlanks(from: start)
    if opensRecord, at > start, at < count {
      if self[at] == Byte.hash { return recLine(.comment, from: start, &feeds) }
      if self[at].startsFieldName, let field = recField(from: start, nameStart: at, &feeds) {
        return field
      }
    }
    while at < count, self[at].isBlank || self[at] == Byte.carriageReturn { at += 1 }
    let isBlank = at == count || self[at] == Byte.lineFeed
    return recLine(isBlank ? .blank : .stray, from: start, &feeds)
  }

  /// A one-line element.
  @inline(__always)
  private func recLine(
    _ kind: RecElement.Kind, from start: Int, _ feeds: inout LineFeeds
  ) -> RecElement {
    RecElement(
      kind: kind, start: start, nameStart: start, colon: start, valueStart: start,
      contentEnd: feeds.next(from: start), lineCount: 1)
  }

  /// The field whose name starts at `nameStart`, or nil if no colon ends the name.
  @inline(__always)
  private func recField(
    from start: Int, nameStart: Int, _ feeds: inout LineFeeds
  ) -> RecElement? {
    let colon = endOfName(from: nameStart + 1)
    guard colon < count, self[colon] == Byte.colon else { return nil }
    return recField(from: start, nameStart: nameStart, colon: colon, &feeds)
  }

  /// The field of which name and colon are known.
  @inline(__always)
  func recField(
    from start: Int, nameStart: Int, colon: Int, _ feeds: inout LineFeeds
  ) -> RecElement {
    var valueStart = colon + 1
    if valueStart < count, self[valueStart].isBlank { valueStart += 1 }
    var field = RecElement(
      kind: .field, start: start, nameStart: nameStart, colon: colon, valueStart: valueStart,
      contentEnd: feeds.next(from: valueStart), lineCount: 1)
    while let next = startOfContinuation(after: field.contentEnd) {
      field.contentEnd = feeds.next(from: next)
      field.lineCount += 1
    }
    return field
  }

  /// Where the value goes on after the line that ends at `lineEnd`, or nil if it ends there.
  ///
  /// A backslash before the line feed joins the next line whatever it holds, even nothing or what
  /// looks like a field; a `+` continues the value on a line of its own.
  @inline(__always)
  private func startOfContinuation(after lineEnd: Int) -> Int? {
    let next = lineEnd + 1
    guard next <= count else { return nil }
    if self[lineEnd - 1] == Byte.backslash { return next }
    return next < count && self[next] == Byte.plus ? next : nil
  }
}
