/// The text that a record had before an edit; opaque, cheap to keep, made for undo.
public struct RecFormerText: Sendable {
  /// The record it belongs to.
  public let id: RecordID
  /// Nil when it was the file's own.
  let text: RecBytes?
}

/// Where an inserted record goes.
public enum RecPlace: Hashable, Sendable {
  /// Straight after this record, inserted ones and removed ones included; after a descriptor is the
  /// start of its set.
  case after(RecordID)
  /// After the last record of the set with this index in `RecDocument.sets`.
  case endOfSet(Int)
  /// Before the descriptor of the set with this index, and before the comments that stand straight
  /// above it: for descriptors alone.
  case beforeSet(Int)
}

extension RecDocument {
  /// Gives the record exactly these values of that name, in this order; none removes its lines.
  ///
  /// Comments, other fields and the lines of values that stay are not touched. A record set to what
  /// the file says has no edit any more.
  ///
  /// - Parameter order: the field names of the type in their order: where the first field of a name
  ///   goes.
  /// - Returns: what `restoreText` needs to undo this.
  @discardableResult
  public mutating func set(
    _ name: String, to values: [String], in id: RecordID, order: [String] = []
  ) throws(RecWriteProblem) -> RecFormerText {
    guard let record = record(id) else { throw .noSuchRecord(id) }
    guard !isDamaged(id) else { throw .damagedRecord(id) }
    guard RecWriter.isFieldName(name) else { throw .badFieldName(name) }
    guard name != "%rec" else { throw .changesSets }
    let former = RecFormerText(id: id, text: changes[id]?.text)
    let text = try record.rewriting(name, to: values, order: order, ending: lineEnd)
    restoreText(RecFormerText(id: id, text: isFileText(text, of: id) ? nil : RecBytes(text)))
    return former
  }

  /// Gives a record back the text it had, byte for byte: undoes `set`.
  public mutating func restoreText(_ former: RecFormerText) {
    update(former.id) { $0.text = former.text }
  }

  /// Puts a new record into the document, between blank lines. A field `%rec` makes it the
  /// descriptor of a new set.
  ///
  /// - Returns: the new record's name. Removing it undoes this.
  public mutating func insert(
    _ fields: [(name: String, value: String)], at place: RecPlace
  ) throws(RecWriteProblem) -> RecordID {
    let text = try RecWriter.encode(fields, ending: lineEnd)
    let (before, set) = try resolve(place)
    let descriptor = fields.first { $0.name == "%rec" }
    let isBetweenSets = set.map { lastRecords[$0] == before } ?? true
    guard descriptor == nil || isBetweenSets else { throw .descriptorInsideSet }
    let id = RecordID(recordCount + insertedCount)
    guard let ownSet = descriptor.map({ openSet(named: $0.value, by: id) }) ?? set else {
      throw .recordOutsideSets
    }
    insertedCount += 1
    link(id, RecBytes(text), after: before, in: ownSet)
    lastRecords[ownSet] = lastRecords[ownSet] == before ? id : lastRecords[ownSet]
    return id
  }

  /// Takes a record out of the document, with one of the blank lines around it. Unknown and removed
  /// ones are left alone.
  ///
  /// The records of a removed descriptor fall to the set before it when the printed file is read
  /// again.
  public mutating func remove(_ id: RecordID) {
    guard record(id) != nil else { return }
    update(id) { $0.isRemoved = true }
  }

  /// Puts a removed record back where it was, with the text it had: undoes `remove`.
  public mutating func restore(_ id: RecordID) {
    guard changes[id]?.isRemoved == true else { return }
    update(id) { $0.isRemoved = false }
  }

  // MARK: Bookkeeping

  /// Of lines that are new.
  private var lineEnd: RecLineEnd { endsLinesInCRLF ? .carriageReturnLineFeed : .lineFeed }

  private mutating func update(_ id: RecordID, _ change: (inout RecordChange) -> Void) {
    change(&changes[id, default: RecordChange()])
    if changes[id]?.isEmpty == true { changes[id] = nil }
  }

  private func isFileText(_ text: [UInt8], of id: RecordID) -> Bool {
    isOfFile(id) && layout.bytes.matches(text, in: layout.range(of: id.index))
  }

  /// The record to insert after, and the set that is the new record's unless it is a descriptor;
  /// before the first set there is none.
  private func resolve(_ place: RecPlace) throws(RecWriteProblem) -> (RecordID, set: Int?) {
    switch place {
    case .after(let id):
      guard let set = set(of: id) else { throw .noSuchRecord(id) }
      return (id, set.index)
    case .endOfSet(let set):
      precondition(lastRecords.indices.contains(set), "no set with this index")
      return (lastRecords[set], set)
    case .beforeSet(let set):
      precondition(lastRecords.indices.contains(set), "no set with this index")
      guard let descriptor = sets[set].descriptor else { return (.startOfFile, nil) }
      let last = record(before: descriptor)
      return (last, self.set(of: last)?.index)
    }
  }

  /// The record that stands before another, whether of the file or inserted. O(changes).
  private func record(before id: RecordID) -> RecordID {
    if let before = changes.first(where: { $0.value.next == id }) { return before.key }
    var last = id.index == 0 ? RecordID.startOfFile : RecordID(id.index - 1)
    while let next = changes[last]?.next { last = next }
    return last
  }

  private mutating func openSet(named name: String, by descriptor: RecordID) -> Int {
    let set = RecSet(
      index: lastRecords.count, name: RecValue.firstWord(of: name), descriptor: descriptor,
      baseRecords: recordCount..<recordCount)
    insertedSets.append(set)
    lastRecords.append(descriptor)
    return set.index
  }

  private mutating func link(_ id: RecordID, _ text: RecBytes, after before: RecordID, in set: Int)
  {
    changes[id] = RecordChange(text: text, next: changes[before]?.next, set: set)
    update(before) { $0.next = id }
  }
}

extension RecRecord {
  /// The record's text with another list of values for one name.
  fileprivate func rewriting(
    _ name: String, to values: [String], order: [String], ending ends: RecLineEnd
  ) throws(RecWriteProblem) -> [UInt8] {
    let outcome = withBytes { buffer -> Result<[UInt8], RecWriteProblem> in
      Result { () throws(RecWriteProblem) in
        try FieldRewrite(of: name, in: buffer, ending: ends).text(values: values, order: order)
      }
    }
    return try outcome.get()
  }
}
