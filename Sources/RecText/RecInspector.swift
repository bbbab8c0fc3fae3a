/// Notes what is wrong with a file while it is read; what is right costs it one test a field.
struct RecInspector {
  private let buffer: UnsafeRawBufferPointer
  private var problems: [RecProblem] = []
  /// The kinds that are told once and have been.
  private var told: Set<RecProblem.Kind> = []
  /// The starts of comments that hold 0xFF, which harms only values.
  private var commentsWithFF: Set<Int> = []
  /// Where the last comment ended, and whether it takes out a field.
  private var lastComment = (end: -1, isField: false)
  /// The lines that git may have marked conflicts by.
  private var marks: [GitMark] = []

  init(_ buffer: UnsafeRawBufferPointer) { self.buffer = buffer }

  /// What was found, in the order of the file.
  var problemsInOrder: [RecProblem] { (problems + marked).sorted { $0.offset < $1.offset } }

  /// Of a conflict its first mark; of other marks each, those that only look like some as what else
  /// they are.
  private var marked: [RecProblem] {
    let marks = GitMarks(marks)
    let conflicts = marks.conflicts.map { ($0.start, RecProblem.Kind.gitConflict) }
    let others = marks.unpaired.map { mark in
      (mark, mark.isPlain && mark.kind == .start ? .gitConflict : RecProblem.Kind.notRec)
    }
    return (conflicts + others).map { mark, kind in
      RecProblem(kind: kind, offset: mark.range.lowerBound, length: mark.range.count)
    }
  }

  /// Notes a problem with some bytes of the file.
  mutating func report(_ kind: RecProblem.Kind, in range: Range<Int>) {
    problems.append(RecProblem(kind: kind, offset: range.lowerBound, length: range.count))
  }

  private mutating func reportOnce(_ kind: RecProblem.Kind, in range: Range<Int>) {
    if told.insert(kind).inserted { report(kind, in: range) }
  }

  /// Notes a mark before the first line; returns where the first line starts.
  mutating func skipMark() -> Int {
    if buffer.starts(with: Byte.mark) {
      report(.byteOrderMark, in: 0..<Byte.mark.count)
      return Byte.mark.count
    }
    if let encoding = RecEncoding(buffer) {
      report(.encoding(encoding), in: 0..<Swift.min(2, buffer.count))
    }
    return 0
  }

  /// Tells of a line that is not rec, and how it may have come about.
  mutating func inspectStray(_ line: RecElement) {
    let range = line.start..<line.contentEnd
    if let mark = GitMark(buffer[range]) {
      marks.append(mark)
    } else {
      report(strayKind(line), in: range)
    }
  }

  private func strayKind(_ line: RecElement) -> RecProblem.Kind {
    if buffer[line.start] == Byte.plus { return .nothingToContinue }
    let at = buffer.skippingBlanks(from: line.start)
    let text = UnsafeRawBufferPointer(rebasing: buffer[at..<line.contentEnd])
    return at > line.start && text.looksLikeField ? .indentedLaterField : .notRec
  }

  /// Whether `inspect` could find anything in `field`: one test of rare things for the many fields
  /// that have none.
  @inline(__always)
  func mayFindSomething(in field: RecElement) -> Bool {
    field.isFolded || field.nameStart > field.start || field.contentEnd == buffer.count
      || buffer[field.colon + 1] >= 0x80 || buffer[field.contentEnd - 1] == Byte.carriageReturn
  }

  /// Tells of what recutils refuses in a field, or reads otherwise than people mean.
  mutating func inspect(_ field: RecElement) {
    if field.nameStart > field.start {
      report(.indentedFirstField, in: field.start..<field.nameStart)
    }
    if field.colon + 1 < buffer.count, buffer[field.colon + 1] >= 0x80 {
      report(.noBlankAfterColon, in: field.colon + 1..<field.colon + 2)
    }
    if field.isFolded { inspectLines(of: field) }
    if buffer[field.contentEnd - 1] == Byte.carriageReturn {
      reportOnce(.carriageReturnInValue, in: field.contentEnd - 1..<field.contentEnd)
    }
    if field.contentEnd == buffer.count { inspectEnd(of: field) }
  }

  /// Tells of a blank line that is not blank to recutils.
  mutating func inspectBlank(_ blank: RecElement) {
    let line = buffer[blank.start..<blank.contentEnd]
    guard let found = line.firstIndex(of: Byte.carriageReturn) else { return }
    reportOnce(.carriageReturnOnBlankLine, in: found..<found + 1)
  }

  /// Remembers what may stand in a comment though not in a value, and tells of fields that are
  /// taken out by comments one below another.
  mutating func inspectComment(_ comment: RecElement) {
    let text = UnsafeRawBufferPointer(rebasing: buffer[comment.start..<comment.contentEnd])
    let words = text.drop { $0 == Byte.hash || $0.isBlank }
    let isField = UnsafeRawBufferPointer(rebasing: words).looksLikeField
    if comment.start == lastComment.end, comment.start > 0, isField || lastComment.isField {
      reportOnce(.gluedComments, in: comment.start..<comment.contentEnd)
    }
    lastComment = (comment.end(in: buffer.count), isField)
    if buffer[comment.start..<comment.contentEnd].contains(0xFF) {
      commentsWithFF.insert(comment.start)
    }
  }

  /// Looks for lines that a backslash has joined although they look like fields.
  private mutating func inspectLines(of field: RecElement) {
    var lineEnd = buffer.endOfLine(from: field.valueStart)
    while lineEnd < field.contentEnd {
      let next = lineEnd + 1
      let isJoined = buffer[lineEnd - 1] == Byte.backslash
      lineEnd = buffer.endOfLine(from: next)
      let line = UnsafeRawBufferPointer(rebasing: buffer[next..<lineEnd])
      if buffer[next - 2] == Byte.carriageReturn {
        reportOnce(.carriageReturnInValue, in: next - 2..<next - 1)
      }
      if isJoined { reportJoin(of: line, in: next..<lineEnd) }
    }
  }

  private mutating func reportJoin(of line: UnsafeRawBufferPointer, in range: Range<Int>) {
    if line.looksLikeField {
      report(.swallowedField, in: range)
    } else if line.isEmpty, range.lowerBound > 2, buffer[range.lowerBound - 3] == Byte.backslash {
      report(.trailingBackslash, in: range.lowerBound - 3..<range.lowerBound - 1)
    } else {
      report(.joinedLine, in: range)
    }
  }

  private mutating func inspectEnd(of field: RecElement) {
    let last = buffer.count - 1
    if last == field.colon {
      report(.endsAfterColon, in: last..<last + 1)
    } else if buffer[last] == Byte.backslash {
      report(.endsInBackslash, in: last..<last + 1)
    } else if buffer[last] == Byte.plus, field.endsInBarePlus(of: buffer) {
      report(.endsAfterPlus, in: last..<last + 1)
    }
  }

  /// Looks through the text from an offset on for the two bytes that recutils cannot read.
  mutating func inspectBytes(from start: Int) {
    for offset in ForbiddenBytes(buffer, from: start) {
      if buffer[offset] == 0 {
        report(.nul, in: offset..<offset + 1)
      } else if !commentsWithFF.contains(buffer.startOfLine(before: offset)) {
        report(.byteFF, in: offset..<offset + 1)
      }
    }
  }
}

extension RecElement {
  /// Whether the last line of this field, which ends the file, is a `+` and nothing else that
  /// continues it.
  fileprivate func endsInBarePlus(of buffer: UnsafeRawBufferPointer) -> Bool {
    let last = contentEnd - 1
    guard last - 2 >= valueStart - 1, buffer[last - 1] == Byte.lineFeed else { return false }
    return buffer[last - 2] != Byte.backslash
  }
}

extension UnsafeRawBufferPointer {
  /// Whether a name and a colon stand at the start.
  fileprivate var looksLikeField: Bool {
    guard let first, first.startsFieldName else { return false }
    var at = 1
    while at < count, self[at].continuesFieldName { at += 1 }
    return at < count && self[at] == Byte.colon
  }
}
