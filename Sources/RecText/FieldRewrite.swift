/// Gives one record a new list of values for one field name, leaving every other line as it is.
///
/// Lines of values that stay are kept with their folding; a new value takes the place of one that
/// goes; what is left over goes after the last line of that name, or where the order of the type
/// puts it.
struct FieldRewrite {
  private let buffer: UnsafeRawBufferPointer
  private let name: String
  private let fields: [RecElement]
  private let present: [RecElement]
  private let ends: RecLineEnd

  /// - Parameters:
  ///   - buffer: the bytes of the record; used while this value is, so it must outlive it.
  ///   - ends: of the lines that are new.
  init(of name: String, in buffer: UnsafeRawBufferPointer, ending ends: RecLineEnd) {
    self.buffer = buffer
    self.name = name
    self.ends = ends
    var cursor = RecFieldCursor(buffer)
    var fields: [RecElement] = []
    while let field = cursor.next() { fields.append(field) }
    self.fields = fields
    present = fields.filter { UnsafeRawBufferPointer(rebasing: buffer[$0.nameRange]).spells(name) }
  }

  /// The record's new text.
  func text(values: [String], order: [String]) throws(RecWriteProblem) -> [UInt8] {
    guard !values.isEmpty || fields.count > present.count else { throw .noFieldLeft }
    guard !present.isEmpty else {
      return try splice([Splice(place(by: order), encode(values[...]))])
    }
    return try splice(replacements(for: values))
  }

  // MARK: Which lines change

  /// Bytes that take the place of a range of the old ones.
  private struct Splice {
    let range: Range<Int>
    let text: [UInt8]
    init(_ range: Range<Int>, _ text: [UInt8]) {
      self.range = range
      self.text = text
    }
  }

  /// Lines that stay, with what is new before them; lines that go, each replaced by what is new in
  /// its place if anything.
  private func replacements(for values: [String]) throws(RecWriteProblem) -> [Splice] {
    let change = ListChange(from: present.map(value), to: values.map { [UInt8]($0.utf8) })
    var splices: [Splice] = []
    var next = 0
    for (index, field) in present.enumerated() {
      let stays = !change.removed.contains(index)
      let start = next
      while change.inserted.contains(next), stays || next == start { next += 1 }
      let range = stays ? field.nameStart..<field.nameStart : wholeLines(of: field)
      splices.append(Splice(range, try encode(values[start..<next])))
      if stays { next += 1 }
    }
    let rest = values[next...]
    if !rest.isEmpty { splices.append(Splice(end(of: present), try encode(rest))) }
    return splices
  }

  /// The empty range after the last of `some` fields.
  private func end(of some: [RecElement]) -> Range<Int> {
    let end = some.last?.end(in: buffer.count) ?? buffer.count
    return end..<end
  }

  private func wholeLines(of field: RecElement) -> Range<Int> {
    field.start..<field.end(in: buffer.count)
  }

  /// Where a name that the record has not goes: after the last present field that comes before it
  /// in `order`, at the start if there is none, after the last field if `order` does not have it.
  private func place(by order: [String]) -> Range<Int> {
    guard let rank = order.firstIndex(of: name) else { return end(of: fields) }
    let earlier = Set(order[..<rank])
    let before = fields.filter {
      earlier.contains(String(decoding: buffer[$0.nameRange], as: UTF8.self))
    }
    if !before.isEmpty { return end(of: before) }
    let start = fields.first?.nameStart ?? 0
    return start..<start
  }

  /// The value as a caller has read it: bytes that are not UTF-8 compare as they were shown, so
  /// that they are kept.
  private func value(of field: RecElement) -> [UInt8] {
    let bytes = RecValue.unfold(UnsafeRawBufferPointer(rebasing: buffer[field.valueRange]))
    return [UInt8](String(decoding: bytes, as: UTF8.self).utf8)
  }

  private func encode(_ values: ArraySlice<String>) throws(RecWriteProblem) -> [UInt8] {
    var text: [UInt8] = []
    for value in values { text += try RecWriter.encode(name, value, ending: ends) }
    return text
  }

  // MARK: Bytes

  /// The old bytes with `splices`, which are in order, put in.
  private func splice(_ splices: [Splice]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(buffer.count + 64)
    var at = 0
    for splice in splices {
      text += buffer[at..<splice.range.lowerBound]
      let followsLastLine = at < buffer.count && splice.range.lowerBound == buffer.count
      if followsLastLine, !splice.text.isEmpty { text += buffer.missingLineEnd() }
      text += splice.text
      at = splice.range.upperBound
    }
    return text + buffer[at...]
  }
}

/// The fewest elements to take out of one list and to put in to make another.
private struct ListChange {
  /// Places in the old list.
  var removed: Set<Int> = []
  /// Places in the new list.
  var inserted: Set<Int> = []

  init(from old: [[UInt8]], to new: [[UInt8]]) {
    // Of one value in place of another there is nothing to find out.
    if old.count == 1, new.count == 1 {
      if old != new { (removed, inserted) = ([0], [0]) }
      return
    }
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
  }
}
