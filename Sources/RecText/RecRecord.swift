/// The text of one record, as it is now; its fields are found when asked for.
public struct RecRecord: Sendable {
  let bytes: RecBytes
  let range: Range<Int>
  /// Where the record starts in the file, or nil if it was edited or inserted since the file was
  /// read.
  public let fileOffset: Int?

  /// The fields in the order of the text; comments, and lines that are not rec, are skipped.
  public var fields: RecFields { RecFields(record: self) }

  /// The values of every field of that name, in the order of the text.
  public func values(of name: String) -> [String] {
    fields.filter { $0.isNamed(name) }.map(\.value)
  }

  /// The value of the first field of that name, or nil if there is none.
  public func first(_ name: String) -> String? {
    fields.first { $0.isNamed(name) }?.value
  }

  /// The record's bytes: its lines, with comments, and the line feed of the last line if it has
  /// one.
  public var text: [UInt8] { bytes.copy(range) }

  /// Reads the record's bytes without copying them; the buffer is valid only inside `body`.
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    withExtendedLifetime(bytes) { body(UnsafeRawBufferPointer(rebasing: bytes.buffer[range])) }
  }
}

extension RecRecord {
  init(_ text: RecBytes) {
    bytes = text
    range = 0..<text.count
    fileOffset = nil
  }
}

/// The fields of a record, found one after the other.
public struct RecFields: Sequence, Sendable {
  let record: RecRecord

  public func makeIterator() -> Iterator { Iterator(record) }

  /// Keeps the record's bytes alive while it walks over them.
  public struct Iterator: IteratorProtocol {
    private let record: RecRecord
    private var cursor: RecFieldCursor

    init(_ record: RecRecord) {
      self.record = record
      cursor = RecFieldCursor(UnsafeRawBufferPointer(rebasing: record.bytes.buffer[record.range]))
    }

    public mutating func next() -> RecField? {
      withExtendedLifetime(record) {
        cursor.next().map { RecField(record: record, element: $0) }
      }
    }
  }
}

/// One field of a record: its name, and its value as the lines of the text make it.
public struct RecField: Sendable {
  let record: RecRecord
  /// Its offsets count from the start of the record.
  let element: RecElement

  /// The field's name; always ASCII.
  public var name: String { decode(element.nameRange) }

  /// The value, unfolded, without the ends of its lines, be they LF or CR LF. Bytes that are not
  /// UTF-8 are shown as U+FFFD; `isUTF8` tells.
  public var value: String {
    if isFolded { return String(decoding: valueBytes, as: UTF8.self) }
    return record.withBytes { text in
      let end = RecValue.end(element.valueRange, in: text)
      return String(decoding: text[element.valueStart..<end], as: UTF8.self)
    }
  }

  /// The bytes of that value.
  public var valueBytes: [UInt8] {
    record.withBytes { RecValue.unfold(UnsafeRawBufferPointer(rebasing: $0[element.valueRange])) }
  }

  /// Whether the value is UTF-8, so that `value` is all of it.
  public var isUTF8: Bool { String(validating: valueBytes, as: UTF8.self) != nil }

  /// Whether the value takes more than one line of the text.
  public var isFolded: Bool { element.isFolded }

  /// Whether the field has this name, compared byte by byte.
  public func isNamed(_ other: String) -> Bool {
    record.withBytes { UnsafeRawBufferPointer(rebasing: $0[element.nameRange]).spells(other) }
  }

  /// The field's lines as the file has them, from name to the end of the value, or nil if the
  /// record is not as in the file.
  public var fileRange: Range<Int>? { inFile(element.nameStart..<element.contentEnd) }

  /// The value's bytes as the file has them, still folded, or nil if the record is not as in the
  /// file.
  public var valueFileRange: Range<Int>? { inFile(element.valueRange) }

  private func inFile(_ range: Range<Int>) -> Range<Int>? {
    record.fileOffset.map { $0 + range.lowerBound..<$0 + range.upperBound }
  }

  private func decode(_ range: Range<Int>) -> String {
    record.withBytes { String(decoding: $0[range], as: UTF8.self) }
  }
}
