extension RecDocument {
  /// Gives the file as it now is to `body`, piece by piece, in long runs of the bytes as read.
  ///
  /// The pieces are valid only inside `body`. Costs the number of edits and their size, and nothing
  /// for what is between.
  public func write(_ body: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    try withExtendedLifetime(layout.bytes) {
      var printer = RecPrinter(buffer: layout.bytes.buffer)
      try writeStart(with: &printer, body)
      for id in changes.keys.filter(isOfFile).sorted() {
        try write(id, with: &printer, body)
      }
      try printer.copy(upTo: printer.buffer.count, body)
      let inserted = inserted(after: .endOfFile)
      guard !inserted.isEmpty else { return }
      printer.joinToEndOfFile()
      for record in inserted { try printer.insert(record.bytes, body) }
    }
  }

  /// The file as it now is, in one piece.
  public func print() -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + 1024)
    write { text += $0 }
    return text
  }

  /// Prints what was inserted before the first record.
  private func writeStart(
    with printer: inout RecPrinter, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows {
    let inserted = inserted(after: .startOfFile)
    guard !inserted.isEmpty, recordCount > 0 else { return }
    try printer.copyHead(before: layout.range(of: 0).lowerBound, body)
    for record in inserted { try printer.insertBefore(record.bytes, body) }
  }

  /// Prints a record of the file that was changed, and what was inserted after it.
  private func write(
    _ id: RecordID, with printer: inout RecPrinter, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) rethrows {
    let range = layout.range(of: id.index)
    let inserted = inserted(after: id)
    if changes[id]?.isRemoved == true {
      try printer.skip(range, isFollowed: !inserted.isEmpty, body)
    } else if let text = changes[id]?.text {
      try printer.replace(range, by: text, body)
    } else {
      try printer.copy(upTo: range.upperBound, body)
    }
    guard !inserted.isEmpty else { return }
    printer.lineEnd = record(id)?.withBytes { $0.missingLineEnd() } ?? []
    for record in inserted { try printer.insert(record.bytes, body) }
  }

  /// The records inserted after a record of the file, before the first, or at the end of a file
  /// without any.
  private func inserted(after id: RecordID) -> [RecRecord] {
    var inserted: [RecRecord] = []
    var next = changes[id]?.next
    while let id = next {
      if let record = record(id) { inserted.append(record) }
      next = changes[id]?.next
    }
    return inserted
  }
}

extension RecDocument {
  /// Whether every record that was changed, inserted or removed, and those beside it, are read
  /// again as they are when the document is printed. O(changes): what is between is printed as it
  /// was read.
  ///
  /// - Precondition: the file has records.
  public var readsBack: Bool {
    // What was inserted before the first record is looked at with it.
    let keys = changes.keys.map { $0 == .startOfFile ? RecordID(0) : $0 }
    let changed = Set(keys).filter(isOfFile).sorted()
    var next = changed.startIndex
    while next < changed.endIndex {
      let start = next
      // Changes that are close have neighbours in common.
      while next + 1 < changed.endIndex, changed[next + 1].index <= changed[next].index + 2 {
        next += 1
      }
      if !readsBack(changed[start...next]) { return false }
      next += 1
    }
    return true
  }

  /// The same for changes to records that are close together.
  private func readsBack(_ changed: ArraySlice<RecordID>) -> Bool {
    guard let low = changed.first?.index, let high = changed.last?.index else { return true }
    let records = max(0, low - 1)...min(recordCount - 1, high + 1)
    var printed: [UInt8] = []
    withExtendedLifetime(layout.bytes) {
      let start = low == 0 ? 0 : layout.range(of: records.lowerBound).lowerBound
      var printer = RecPrinter(buffer: layout.bytes.buffer, from: start)
      if low == 0 { writeStart(with: &printer) { printed += $0 } }
      for id in changed { write(id, with: &printer) { printed += $0 } }
      printer.copy(upTo: layout.range(of: records.upperBound).upperBound) { printed += $0 }
    }
    let again = RecDocument(RecBytes(printed))
    let first = low == 0 ? inserted(after: .startOfFile) : []
    let expected =
      first
      + records.flatMap { index in
        [record(RecordID(index))].compactMap(\.self) + inserted(after: RecordID(index))
      }
    return again.recordCount == expected.count
      && expected.enumerated().allSatisfy { index, record in
        again.record(RecordID(index)).map { $0.holdsTheSame(as: record) } ?? false
      }
  }
}

extension RecRecord {
  fileprivate func holdsTheSame(as other: RecRecord) -> Bool {
    fields.elementsEqual(other.fields) { $0.name == $1.name && $0.valueBytes == $1.valueBytes }
  }
}

/// Puts a document together from stretches of the file and new texts, and minds the blank lines
/// between them.
private struct RecPrinter {
  typealias Body = (UnsafeRawBufferPointer) throws -> Void

  let buffer: UnsafeRawBufferPointer
  /// What an inserted record must be parted from the text before it by, besides a blank line: the
  /// end of a line that the file left open.
  var lineEnd: [UInt8] = []
  /// How much of the file has been printed or passed over.
  private var at: Int
  /// Whether nothing has been printed but a byte-order mark, so that no blank line is due.
  private var isEmpty = true
  private let markLength: Int
  private let blankLine: [UInt8]

  init(buffer: UnsafeRawBufferPointer, from start: Int = 0) {
    self.buffer = buffer
    at = start
    markLength = buffer.starts(with: Byte.mark) ? Byte.mark.count : 0
    let endsInCRLF = RecDocument.endsLinesInCRLF(buffer)
    blankLine = endsInCRLF ? [Byte.carriageReturn, Byte.lineFeed] : [Byte.lineFeed]
  }

  /// Prints the file up to `end`.
  mutating func copy(upTo end: Int, _ body: Body) rethrows {
    guard end > at else { return }
    try body(UnsafeRawBufferPointer(rebasing: buffer[at..<end]))
    isEmpty = isEmpty && end <= markLength
    at = end
  }

  /// Prints `text` instead of a record of the file.
  mutating func replace(_ range: Range<Int>, by text: RecBytes, _ body: Body) rethrows {
    try copy(upTo: range.lowerBound, body)
    try body(text.buffer)
    isEmpty = false
    at = range.upperBound
  }

  /// Prints a new record after a blank line.
  mutating func insert(_ text: RecBytes, _ body: Body) rethrows {
    if !isEmpty { lineEnd += blankLine }
    try lineEnd.withUnsafeBytes(body)
    try body(text.buffer)
    lineEnd = []
    isEmpty = false
  }

  /// Prints what stands above the first record, but for the comments straight above it, which
  /// belong to it.
  mutating func copyHead(before first: Int, _ body: Body) rethrows {
    var end = first
    while end > markLength {
      let line = Swift.max(buffer.startOfLine(before: end - 1), markLength)
      let text = buffer.skippingBlanks(from: line)
      guard text < end, buffer[text] == Byte.hash else { break }
      end = line
    }
    try copy(upTo: end, body)
  }

  /// Prints a new record with a blank line after it.
  mutating func insertBefore(_ text: RecBytes, _ body: Body) rethrows {
    try body(text.buffer)
    try blankLine.withUnsafeBytes(body)
    isEmpty = false
  }

  /// Passes over a record of the file and one blank line: the one before it, or at the start of a
  /// file the one after it, unless that is needed between an inserted record and the next.
  mutating func skip(_ range: Range<Int>, isFollowed: Bool, _ body: Body) rethrows {
    if let blank = blankLine(endingAt: range.lowerBound), blank >= at {
      try copy(upTo: blank, body)
      at = range.upperBound
    } else {
      try copy(upTo: range.lowerBound, body)
      at = range.upperBound
      guard isEmpty, !isFollowed, at < buffer.count else { return }
      at = Swift.min(buffer.endOfLine(from: at) + 1, buffer.count)
    }
  }

  /// Makes ready to insert after a file that holds comments and blank lines at most.
  mutating func joinToEndOfFile() {
    lineEnd = isEmpty ? [] : buffer.missingLineEnd()
    if lineEnd.isEmpty, blankLine(endingAt: buffer.count) != nil { isEmpty = true }
  }

  /// Where the blank line starts that ends at `end`, if there is one in the file.
  private func blankLine(endingAt end: Int) -> Int? {
    guard end > 0, buffer[end - 1] == Byte.lineFeed else { return nil }
    let start = Swift.max(buffer.startOfLine(before: end - 1), markLength)
    guard start < end else { return nil }
    let line = buffer[start..<end - 1]
    return line.allSatisfy { $0.isBlank || $0 == Byte.carriageReturn } ? start : nil
  }
}
