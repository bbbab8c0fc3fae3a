/// Takes in records while a file is read for the first time.
public protocol RecSink {
  /// A record has ended; it is the so-and-so-many-th of its piece.
  ///
  /// - Parameters:
  ///   - fields: its fields in the order of the text; valid during the call only.
  ///   - opens: the name of the set it opens, if it is a descriptor.
  mutating func take(_ index: Int, _ fields: [RecFieldBytes], opens: String?)
}

/// Reads a piece of a file once, from its first byte to its last, and notes where everything lies.
struct RecLayoutBuilder {
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
  private var fields: [RecFieldBytes] = []
  private var inspector: RecInspector

  private init(_ buffer: UnsafeRawBufferPointer, from start: Int) {
    self.buffer = buffer
    self.start = start
    inspector = RecInspector(buffer)
  }

  /// What the bytes from `start` to the end of `buffer` hold: any bytes have a layout.
  static func read<Sink: RecSink>(
    _ buffer: UnsafeRawBufferPointer, from start: Int, into sink: inout Sink
  ) -> RecPiece {
    var builder = RecLayoutBuilder(buffer, from: start)
    builder.read(&sink)
    let endsBetweenRecords = !builder.isInRecord
    builder.endRecord(at: buffer.count, &sink)
    builder.inspector.inspectBytes(from: start)
    return RecPiece(
      range: start..<buffer.count, endsBetweenRecords: endsBetweenRecords,
      starts: builder.starts, ends: builder.ends, damaged: builder.damaged,
      openings: builder.openings, lines: builder.lines, lineCount: builder.line - 1,
      problems: builder.inspector.problemsInOrder)
  }

  // MARK: Elements

  private mutating func read<Sink: RecSink>(_ sink: inout Sink) {
    var at = start == 0 ? inspector.skipMark() : start
    var nextNoted = start + LineTable.stride
    while at < buffer.count {
      let element = buffer.recElement(at: at, opensRecord: !isInRecord)
      lines.note(line, at: at, nextAt: &nextNoted)
      take(element)
      if element.kind == .blank { endRecord(at: element.start, &sink) }
      line += element.lineCount
      at = element.end(in: buffer.count)
    }
  }

  @inline(__always)
  private mutating func take(_ element: RecElement) {
    switch element.kind {
    case .field:
      beginRecord(at: element.start)
      if buffer[element.nameStart] == Byte.percent { takeSpecialField(element) }
      if inspector.mayFindSomething(in: element) { inspector.inspect(element) }
      fields.append(RecFieldBytes(element, in: buffer))
    case .blank:
      if element.contentEnd > element.start { inspector.inspectBlank(element) }
    case .comment:
      inspector.inspectComment(element)
    case .stray:
      beginRecord(at: element.start)
      isDamaged = true
      inspector.inspectStray(element)
    }
  }

  @inline(__always)
  private mutating func beginRecord(at start: Int) {
    guard !isInRecord else { return }
    isInRecord = true
    starts.append(UInt32(start))
  }

  @inline(__always)
  private mutating func endRecord<Sink: RecSink>(at end: Int, _ sink: inout Sink) {
    guard isInRecord else { return }
    isInRecord = false
    ends.append(UInt32(end))
    if isDamaged { damaged.append(UInt32(starts.count - 1)) }
    isDamaged = false
    var opens: String?
    if let descriptor = descriptorOfRecord { opens = openSet(descriptor) }
    descriptorOfRecord = nil
    sink.take(starts.count - 1, fields, opens: opens)
    fields.removeAll(keepingCapacity: true)
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
