/// Reads a file once, from its first byte to its last, and notes where everything lies.
struct RecLayoutBuilder {
  private let bytes: RecBytes
  private let buffer: UnsafeRawBufferPointer
  private var starts: [UInt32] = []
  private var ends: [UInt32] = []
  private var damaged: [UInt32] = []
  private var sets: [RecSet] = []
  private var problems: [RecProblem] = []
  private var lines = LineTable()

  private var isInRecord = false
  private var isDamaged = false
  private var descriptorOfRecord: RecElement?
  /// The problems that are told once a file and have been.
  private var told: Set<RecProblem.Kind> = []

  private init(_ bytes: RecBytes) {
    self.bytes = bytes
    buffer = bytes.buffer
  }

  /// The layout of `bytes`: any bytes have one. Takes about 0.2 s for a million records of 300
  /// bytes.
  static func layout(of bytes: RecBytes) -> RecLayout {
    withExtendedLifetime(bytes) {
      var builder = RecLayoutBuilder(bytes)
      builder.read()
      builder.findForbiddenBytes()
      return builder.layout()
    }
  }

  private func layout() -> RecLayout {
    RecLayout(
      bytes: bytes, starts: starts, ends: ends, damaged: damaged, sets: setsWithRecords(),
      problems: problems.sorted { $0.offset < $1.offset }, lines: lines)
  }

  // MARK: Elements

  private mutating func read() {
    var at = skipMark()
    var line = 1
    var nextNoted = LineTable.stride
    while at < buffer.count {
      let element = buffer.recElement(at: at, opensRecord: !isInRecord)
      lines.note(line, at: at, nextAt: &nextNoted)
      take(element)
      line += element.lineCount
      at = element.end(in: buffer.count)
    }
    endRecord(at: buffer.count)
  }

  @inline(__always)
  private mutating func take(_ element: RecElement) {
    switch element.kind {
    case .field:
      beginRecord(at: element.start)
      if buffer[element.nameStart] == Byte.percent { takeSpecialField(element) }
      if needsInspection(element) { inspect(element) }
    case .blank:
      endRecord(at: element.start)
      if element.contentEnd > element.start { inspectBlank(element) }
    case .comment:
      break
    case .stray:
      beginRecord(at: element.start)
      isDamaged = true
      report(strayKind(element), from: element.start, to: element.contentEnd)
    }
  }

  @inline(__always)
  private mutating func beginRecord(at start: Int) {
    guard !isInRecord else { return }
    isInRecord = true
    starts.append(UInt32(start))
  }

  @inline(__always)
  private mutating func endRecord(at end: Int) {
    guard isInRecord else { return }
    isInRecord = false
    ends.append(UInt32(end))
    if isDamaged { damaged.append(UInt32(starts.count - 1)) }
    isDamaged = false
    if let descriptor = descriptorOfRecord { openSet(descriptor) }
    descriptorOfRecord = nil
  }

  // MARK: Sets

  private mutating func takeSpecialField(_ field: RecElement) {
    guard descriptorOfRecord == nil else { return }
    if buffer[field.nameRange].elementsEqual("%rec".utf8) { descriptorOfRecord = field }
  }

  private mutating func openSet(_ field: RecElement) {
    let name = RecValue.firstWord(of: UnsafeRawBufferPointer(rebasing: buffer[field.valueRange]))
    if sets.contains(where: { $0.name == name }) {
      report(.repeatedType(name), from: field.nameStart, to: field.contentEnd)
    }
    let record = starts.count - 1
    if sets.isEmpty, record > 0 { appendSet(named: nil, descriptor: nil, firstRecord: 0) }
    appendSet(named: name, descriptor: RecordID(record), firstRecord: record + 1)
  }

  private mutating func appendSet(named name: String?, descriptor: RecordID?, firstRecord: Int) {
    let none = firstRecord..<firstRecord
    sets.append(
      RecSet(index: sets.count, name: name, descriptor: descriptor, baseRecords: none))
  }

  /// The sets, each with its records up to the next descriptor.
  private func setsWithRecords() -> [RecSet] {
    guard !sets.isEmpty else {
      return [RecSet(index: 0, name: nil, descriptor: nil, baseRecords: 0..<starts.count)]
    }
    var result = sets
    for index in result.indices {
      let isLast = index + 1 == result.count
      let end = isLast ? starts.count : result[index + 1].descriptor?.index ?? starts.count
      result[index].baseRecords = result[index].baseRecords.lowerBound..<end
    }
    return result
  }

  // MARK: Problems

  private mutating func report(_ kind: RecProblem.Kind, from start: Int, to end: Int) {
    problems.append(RecProblem(kind: kind, offset: start, length: end - start))
  }

  private mutating func reportOnce(_ kind: RecProblem.Kind, from start: Int, to end: Int) {
    if told.insert(kind).inserted { report(kind, from: start, to: end) }
  }

  /// Notes a mark before the first line; returns where the first line starts.
  private mutating func skipMark() -> Int {
    if buffer.starts(with: Byte.mark) {
      report(.byteOrderMark, from: 0, to: Byte.mark.count)
      return Byte.mark.count
    }
    if buffer.starts(with: [0xFF, 0xFE]) || buffer.starts(with: [0xFE, 0xFF]) {
      report(.utf16, from: 0, to: 2)
    }
    return 0
  }

  private func strayKind(_ element: RecElement) -> RecProblem.Kind {
    if buffer[element.start] == Byte.plus { return .nothingToContinue }
    let at = buffer.skippingBlanks(from: element.start)
    let line = UnsafeRawBufferPointer(rebasing: buffer[at..<element.contentEnd])
    return at > element.start && line.looksLikeField ? .indentedLaterField : .notRec
  }

  /// Whether `inspect` could find anything in `field`: one test of rare things for the many fields
  /// that have none.
  @inline(__always)
  private func needsInspection(_ field: RecElement) -> Bool {
    field.isFolded || field.nameStart > field.start || field.contentEnd == buffer.count
      || buffer[field.colon + 1] >= 0x80 || buffer[field.contentEnd - 1] == Byte.carriageReturn
  }

  private mutating func inspect(_ field: RecElement) {
    if field.nameStart > field.start {
      report(.indentedFirstField, from: field.start, to: field.nameStart)
    }
    if field.colon + 1 < buffer.count, buffer[field.colon + 1] >= 0x80 {
      report(.noBlankAfterColon, from: field.colon + 1, to: field.colon + 2)
    }
    if buffer[field.contentEnd - 1] == Byte.carriageReturn {
      reportOnce(.carriageReturnInValue, from: field.contentEnd - 1, to: field.contentEnd)
    }
    if field.isFolded { inspectLines(of: field) }
    if field.contentEnd == buffer.count { inspectEnd(of: field) }
  }

  private mutating func inspectBlank(_ blank: RecElement) {
    let line = buffer[blank.start..<blank.contentEnd]
    guard let found = line.firstIndex(of: Byte.carriageReturn) else { return }
    reportOnce(.carriageReturnOnBlankLine, from: found, to: found + 1)
  }

  /// Looks for lines that a backslash has joined although they look like fields.
  private mutating func inspectLines(of field: RecElement) {
    var lineEnd = buffer.endOfLine(from: field.valueStart)
    while lineEnd < field.contentEnd {
      let next = lineEnd + 1
      let isJoined = buffer[lineEnd - 1] == Byte.backslash
      lineEnd = buffer.endOfLine(from: next)
      let line = UnsafeRawBufferPointer(rebasing: buffer[next..<lineEnd])
      if isJoined, line.looksLikeField { report(.swallowedField, from: next, to: lineEnd) }
    }
  }

  private mutating func inspectEnd(of field: RecElement) {
    let last = buffer.count - 1
    if last == field.colon {
      report(.endsAfterColon, from: last, to: last + 1)
    } else if buffer[last] == Byte.backslash {
      report(.endsInBackslash, from: last, to: last + 1)
    } else if buffer[last] == Byte.plus, field.endsInBarePlus(of: buffer) {
      report(.endsAfterPlus, from: last, to: last + 1)
    }
  }

  private mutating func findForbiddenBytes() {
    for offset in ForbiddenBytes(buffer) {
      if buffer[offset] == 0 {
        report(.nul, from: offset, to: offset + 1)
      } else if buffer[buffer.startOfLine(before: offset)] != Byte.hash {
        report(.byteFF, from: offset, to: offset + 1)
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
