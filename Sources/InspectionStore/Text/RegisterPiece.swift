import InspectionModel
import RecText

/// A piece of a register's text, read: where its records lie, and what they say.
struct RegisterPiece: Sendable {
  let layout: RecPiece
  let part: RegisterPart
  /// The records of each type, counted from the first of the piece.
  let places: [RecordRuns]
  /// Fields no type knows; their records are counted from the first of the piece.
  let unknownItems: [UnknownItem]
  /// The set that records belonged to where it began; nil for none.
  let setBefore: String?

  /// Reads the bytes from `start` to the end of `buffer`, whose first records belong to a set. One
  /// pass.
  init(_ buffer: UnsafeRawBufferPointer, from start: Int, in set: String?) {
    var decoder = RecordDecoder(buffer, in: set)
    layout = RecPiece(buffer, from: start, into: &decoder)
    (places, unknownItems) = (decoder.places, decoder.unknownItems)
    part = decoder.finish()
    setBefore = set
  }

  /// The set that records belong to where it ends.
  var setAfter: String? { layout.lastOpened ?? setBefore }
}

/// Makes rows of records while they are read.
private struct RecordDecoder: RecSink, ~Copyable {
  private let buffer: UnsafeRawBufferPointer
  private var rows = RecordRows()
  var places: [RecordRuns] = RecordType.allCases.map { _ in RecordRuns() }
  var unknownItems: [UnknownItem] = []
  private var type: RecordType?

  init(_ buffer: UnsafeRawBufferPointer, in set: String?) {
    self.buffer = buffer
    type = set.flatMap { RecordType(name: $0) }
  }

  consuming func finish() -> RegisterPart { rows.finish() }

  var names: RecNames { type.map { Self.names[Int($0.rawValue)] } ?? .none }

  /// The names of the fields of each type.
  private static let names = RecordType.allCases.map { RecNames($0.fields.map(\.name)) }

  mutating func receive(
    _ index: Int, _ fields: UnsafeBufferPointer<RecFieldPlace>, opens set: String?
  ) {
    if let set {
      type = RecordType(name: set)
    } else if let type, !fields.isEmpty {
      places[Int(type.rawValue)].append(index)
      if fields.contains(where: { $0.number < 0 }) { noteUnknownFields(fields, type, index) }
      if fields.contains(where: \.isFolded) {
        let values = fields.map { value($0) }
        rows.add(type, values.count, in: buffer) { values[$0] }
      } else {
        rows.add(type, fields.count, in: buffer) { Self.value(fields[$0]) }
      }
    }
  }

  private mutating func noteUnknownFields(
    _ fields: UnsafeBufferPointer<RecFieldPlace>, _ type: RecordType, _ index: Int
  ) {
    for field in fields where field.number < 0 {
      unknownItems.append(
        UnknownItem(
          field: field.name(in: buffer), of: type, in: RecordID(index), at: Int(field.nameOffset)))
    }
  }

  @inline(__always)
  private static func value(_ field: RecFieldPlace) -> RecordRows.Value {
    .init(Int(field.number), at: field.valueOffset, length: field.valueEnd - field.valueOffset)
  }

  /// The same of one that may have to be unfolded.
  private mutating func value(_ field: RecFieldPlace) -> RecordRows.Value {
    guard field.isFolded else { return Self.value(field) }
    return rows.value(Int(field.number), field.value(in: buffer))
  }
}
