/// Takes in records while a file is read for the first time.
public protocol RecSink: ~Copyable {
  /// The names that the fields of the records to come are likely to have; asked again after each
  /// descriptor.
  var names: RecNames { get }

  /// A record has ended; it is the so-and-so-many-th of its piece.
  ///
  /// - Parameters:
  ///   - fields: its fields in the order of the text; valid during the call only.
  ///   - opens: the name of the set it opens, if it is a descriptor.
  mutating func receive(_ index: Int, _ fields: UnsafeBufferPointer<RecFieldPlace>, opens: String?)
}

/// Reads a piece of a file once, from its first byte to its last, and notes where everything lies.
struct RecLayoutBuilder: ~Copyable {
  /// The file up to the end of the piece.
  private let buffer: UnsafeRawBufferPointer
  private let start: Int
  private var starts: [UInt32] = []
  private var ends: [UInt32] = []
  private var damaged: [UInt32] = []
  private var openings: [RecPiece.Opening] = []
  private var lines = LineTable()
  private var line = 1

  private var isInRecord = false
  private var isDamaged = false
  private var descriptorOfRecord: RecElement?
  private var fields = RecFieldList()
  private var inspector: RecInspector
  private var names = RecNames.none
  /// The number of the field before, among the names.
  private var expected = 0

  private init(_ buffer: UnsafeRawBufferPointer, from start: Int) {
    self.buffer = buffer
    self.start = start
    inspector = RecInspector(buffer)
  }

  /// What the bytes from `start` to the end of `buffer` hold: any bytes have a layout.
  static func read<Sink: RecSink & ~Copyable>(
    _ buffer: UnsafeRawBufferPointer, from start: Int, into sink: inout Sink
  ) -> RecPiece {
    var builder = RecLayoutBuilder(buffer, from: start)
    builder.read(&sink)
    let endsBetweenRecords = !builder.isInRecord
    builder.endRecord(at: buffer.count, &sink)
    return RecPiece(
      range: start..<buffer.count, endsBetweenRecords: endsBetweenRecords,
      starts: builder.starts, ends: builder.ends, damaged: builder.damaged,
      openings: builder.openings, lines: builder.lines, lineCount: builder.line - 1,
      problems: builder.inspector.problemsInOrder)
  }

  // MARK: Elements

  private mutating func read<Sink: RecSink & ~Copyable>(_ sink: inout Sink) {
    var at = start == 0 ? inspector.skipMark() : start
    var nextNoted = start + LineTable.stride
    var feeds = LineFeeds(buffer, from: start)
    names = sink.names
    while at < buffer.count {
      lines.note(line, at: at, nextAt: &nextNoted)
      if buffer[at] == Byte.lineFeed {
        endRecord(at: at, &sink)
        at &+= 1
        line &+= 1
        continue
      }
      let element = takeField(at: at, &feeds) ?? takeElement(at: at, &feeds)
      if element.kind == .blank { endRecord(at: element.start, &sink) }
      line &+= element.lineCount
      at = element.end(in: buffer.count)
    }
    if feeds.forbidden != 0 { inspector.inspectBytes(from: start) }
  }

  /// The field that a line begins, if its name is one of those expected: nearly all are.
  @inline(__always)
  private mutating func takeField(at start: Int, _ feeds: inout LineFeeds) -> RecElement? {
    guard start &+ RecNames.reach <= buffer.count else { return nil }
    let number = names.patterns.number(in: buffer, at: start, from: expected)
    guard number >= 0 else { return nil }
    expected = number
    let colon = start &+ names.patterns[number].length
    let field = buffer.recField(from: start, nameStart: start, colon: colon, &feeds)
    place(field, number)
    return field
  }

  @inline(never)
  private mutating func takeElement(at start: Int, _ feeds: inout LineFeeds) -> RecElement {
    let element = buffer.recElement(at: start, opensRecord: !isInRecord, &feeds)
    switch element.kind {
    case .field:
      let name = UnsafeRawBufferPointer(rebasing: buffer[element.nameRange])
      place(element, names.number(of: name) ?? -1)
      if name[0] == Byte.percent { takeSpecialField(element) }
    case .blank:
      if element.contentEnd > element.start { inspector.inspectBlank(element) }
    case .comment:
      inspector.inspectComment(element)
    case .stray:
      beginRecord(at: element.start)
      isDamaged = true
      inspector.inspectStray(element)
    }
    return element
  }

  @inline(__always)
  private mutating func place(_ field: RecElement, _ number: Int) {
    beginRecord(at: field.start)
    if inspector.mayFindSomething(in: field) { inspector.inspect(field) }
    fields.append(RecFieldPlace(field, number: number, in: buffer))
  }

  @inline(__always)
  private mutating func beginRecord(at start: Int) {
    guard !isInRecord else { return }
    isInRecord = true
    starts.append(UInt32(start))
  }

  @inline(__always)
  private mutating func endRecord<Sink: RecSink & ~Copyable>(at end: Int, _ sink: inout Sink) {
    guard isInRecord else { return }
    isInRecord = false
    ends.append(UInt32(end))
    if isDamaged { damaged.append(UInt32(starts.count - 1)) }
    isDamaged = false
    expected = 0
    if let descriptor = descriptorOfRecord {
      descriptorOfRecord = nil
      sink.receive(starts.count - 1, fields.places, opens: openSet(descriptor))
      names = sink.names
    } else {
      sink.receive(starts.count - 1, fields.places, opens: nil)
    }
    fields.removeAll()
  }

  // MARK: Sets

  private mutating func takeSpecialField(_ field: RecElement) {
    guard descriptorOfRecord == nil else { return }
    if buffer[field.nameRange].elementsEqual("%rec".utf8) { descriptorOfRecord = field }
  }

  private mutating func openSet(_ field: RecElement) -> String {
    let name = RecValue.firstWord(of: UnsafeRawBufferPointer(rebasing: buffer[field.valueRange]))
    openings.append(
      RecPiece.Opening(
        name: name, record: starts.count - 1, range: field.nameStart..<field.contentEnd))
    return name
  }
}
