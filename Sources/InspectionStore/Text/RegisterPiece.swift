import InspectionModel
import RecText

/// A piece of a register's text, read: where its records lie, and what they say.
struct RegisterPiece: Sendable {
  let layout: RecPiece
  let part: RegisterPart
  /// The records of each type, counted from the first of the piece.
  let places: [RecordRuns]
  /// Fields no type knows; their records are counted from the first of the piece.
  let strangers: [Stranger]
  /// The set that records belonged to where it began; nil for none.
  let setBefore: String?

  /// Reads the bytes from `start` to the end of `buffer`, whose first records belong to a set. One pass.
  init(_ buffer: UnsafeRawBufferPointer, from start: Int, in set: String?) {
    var decoder = RecordDecoder(buffer, in: set)
    layout = RecPiece(buffer, from: start, into: &decoder)
    (part, places, strangers) = (decoder.part, decoder.places, decoder.strangers)
    setBefore = set
  }

  /// The set that records belong to where it ends.
  var setAfter: String? { layout.lastOpened ?? setBefore }
}

/// Makes rows of records while they are read.
private struct RecordDecoder: RecSink {
  private let buffer: UnsafeRawBufferPointer
  /// A CR at the end of a line is part of its end here, not of a value.
  private let dropsCR: Bool
  var part = RegisterPart()
  var places: [RecordRuns] = RecordType.allCases.map { _ in RecordRuns() }
  var strangers: [Stranger] = []
  private var names: FieldNames?
  private var values: [RegisterPart.Value] = []

  init(_ buffer: UnsafeRawBufferPointer, in set: String?) {
    self.buffer = buffer
    dropsCR = RecDocument.endsLinesInCRLF(buffer)
    names = set.flatMap { RecordType(name: $0) }.map(FieldNames.init)
  }

  mutating func take(_ index: Int, _ fields: [RecFieldBytes], opens set: String?) {
    if let set {
      names = RecordType(name: set).map(FieldNames.init)
    } else if let names, !fields.isEmpty {
      places[Int(names.type.rawValue)].append(index)
      decode(fields, names, index)
      part.add(names.type, values, in: buffer)
    }
  }

  private mutating func decode(_ fields: [RecFieldBytes], _ names: FieldNames, _ index: Int) {
    values.removeAll(keepingCapacity: true)
    var expected = 0
    for field in fields {
      guard let column = names.column(of: field, expected: expected) else {
        let name = String(decoding: field.name, as: UTF8.self)
        let start = field.valueOffset - field.name.count
        strangers.append(Stranger(field: name, of: names.type, in: RecordID(index), at: start))
        continue
      }
      expected = column + 1
      values.append(value(field, column))
    }
  }

  @inline(__always)
  private mutating func value(_ field: RecFieldBytes, _ column: Int) -> RegisterPart.Value {
    if field.isFolded {
      let value = field.unfolded()
      guard dropsCR else { return part.value(column, value) }
      let lines = LineEnds.withoutCR(String(decoding: value, as: UTF8.self))
      return part.value(column, Array(lines.utf8))
    }
    let dropped = dropsCR && field.rawValue.last == UInt8(ascii: "\r") ? 1 : 0
    return .init(column, at: field.valueOffset, length: field.rawValue.count - dropped)
  }
}

/// The names of a type's fields, told apart by their first and last eight bytes.
private struct FieldNames {
  let type: RecordType
  private let starts: [UInt64]
  private let ends: [UInt64]
  private let names: [[UInt8]]

  init(_ type: RecordType) {
    self.type = type
    names = type.fields.map { Array($0.name.utf8) }
    starts = names.map { Self.number($0.prefix(8)) }
    ends = names.map { Self.number($0.suffix(8)) }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Fields mostly stand in their order, so the next one, or the same again, is the first guess.
  @inline(__always)
  func column(of field: RecFieldBytes, expected: Int) -> Int? {
    if expected < starts.count, isName(expected, of: field) { return expected }
    if expected > 0, isName(expected - 1, of: field) { return expected - 1 }
    return starts.indices.first { isName($0, of: field) }
  }

  @inline(__always)
  private func isName(_ column: Int, of field: RecFieldBytes) -> Bool {
    guard starts[column] == field.nameStart, names[column].count == field.name.count else {
      return false
    }
    let length = field.name.count
    if length <= 8 { return true }
    let end = field.name.loadUnaligned(fromByteOffset: length - 8, as: UInt64.self).littleEndian
    return ends[column] == end && (length <= 16 || field.name.elementsEqual(names[column]))
  }
}
