/// A rec file: its bytes as read, where each record lies in them, and the edits made since.
///
/// Printing a document without edits gives back the very bytes, whatever they are; an edit changes
/// only the lines of one field. A document is a value: a copy may be printed on another thread
/// while this one is edited further.
///
/// Costs: reading is one pass, 8 bytes of tables a record. An edit costs the size of its record,
/// whatever the size of the file; the first one after the document was copied also copies the table
/// of edits.
public struct RecDocument: Sendable {
  /// The largest file that can be read, in bytes: offsets take four.
  public static let maximumSize = Int(UInt32.max) - 1

  let layout: RecLayout
  /// What became of records: only those that were edited, removed, inserted or have something
  /// inserted after them.
  var changes: [RecordID: RecordChange] = [:]
  /// The number of records ever inserted, also those removed again.
  var insertedCount = 0
  /// The sets whose descriptors were inserted.
  var insertedSets: [RecSet] = []
  /// The record at the end of each set, after which the next one goes.
  var lastRecords: [RecordID]

  /// Reads a file. Never fails: what is not rec is a problem, and stays in the file.
  ///
  /// - Precondition: `bytes.count <= RecDocument.maximumSize`; ask first, and refuse such a file in
  ///   words.
  public init(_ bytes: RecBytes) {
    precondition(bytes.count <= Self.maximumSize, "a rec file of 4 GB or more")
    var sink = NoSink()
    let piece = withExtendedLifetime(bytes) { RecPiece(bytes.buffer, from: 0, into: &sink) }
    self.init(bytes, pieces: [piece])
  }

  /// A file whose pieces have been read already.
  ///
  /// - Precondition: the pieces are all of the file in its order, without gaps, and each but the
  ///   last ends between records.
  public init(_ bytes: RecBytes, pieces: [RecPiece]) {
    layout = RecLayout.joining(pieces, of: bytes)
    lastRecords = layout.sets.map { set in
      set.baseRecords.last.map { RecordID($0) } ?? set.descriptor ?? .endOfFile
    }
  }

  /// The file as it was read.
  public var bytes: RecBytes { layout.bytes }

  /// Whether the first line ends in CR LF, and so most likely every line: then those that are new
  /// do, too. Where a CR stands before the end of a line it is part of that end, whatever other
  /// lines end in; recutils takes it for text.
  public var endsLinesInCRLF: Bool {
    withExtendedLifetime(layout.bytes) { Self.endsLinesInCRLF(layout.bytes.buffer) }
  }

  /// The same of a file whose bytes these are, or at least all of its first line. One that ends in
  /// a CR gets its LF with the next record.
  public static func endsLinesInCRLF(_ buffer: UnsafeRawBufferPointer) -> Bool {
    let end = buffer.endOfLine(from: 0)
    return end > 0 && buffer[end - 1] == Byte.carriageReturn
  }

  /// What is wrong with the file as read, in its order.
  public var problems: [RecProblem] { layout.problems }

  /// The record sets in the order of the file, then those whose descriptors were inserted.
  ///
  /// The first is nameless if records stand before the first descriptor or there is none. The same
  /// name may come twice. A set stays in the list when its descriptor is removed.
  public var sets: [RecSet] {
    insertedSets.isEmpty ? layout.sets : layout.sets + insertedSets
  }

  /// The number of records read from the file, descriptors and damaged ones among them: `RecordID`s
  /// below it.
  public var recordCount: Int { layout.recordCount }

  /// The text of a record as it now is, or nil when it was removed or never was.
  public func record(_ id: RecordID) -> RecRecord? {
    let change = changes[id]
    if change?.isRemoved == true { return nil }
    if let text = change?.text { return RecRecord(text) }
    guard isOfFile(id) else { return nil }
    let range = layout.range(of: id.index)
    return RecRecord(bytes: layout.bytes, range: range, fileOffset: range.lowerBound)
  }

  /// Where a record stands in the file as read; nil for one that was edited, removed or inserted.
  public func fileRange(of id: RecordID) -> Range<Int>? {
    guard isOfFile(id), changes[id].map({ $0.text == nil && !$0.isRemoved }) ?? true else {
      return nil
    }
    return layout.range(of: id.index)
  }

  /// Whether the record has a syntax problem inside: it is kept and shown, never rewritten. It can
  /// be removed.
  public func isDamaged(_ id: RecordID) -> Bool {
    isOfFile(id) && layout.isDamaged(id.index)
  }

  /// Whether the record opens a set.
  public func isDescriptor(_ id: RecordID) -> Bool {
    set(of: id)?.descriptor == id
  }

  /// The set that the record belongs to; a descriptor belongs to the one it opens. Nil for what
  /// never was a record.
  public func set(of id: RecordID) -> RecSet? {
    if isOfFile(id) { return layout.sets[layout.set(of: id.index)] }
    return changes[id]?.set.map { sets[$0] }
  }

  /// The records whose text is not the file's: edited and inserted ones, in no order. O(edits).
  public var edited: [RecordID] {
    changes.compactMap { $0.value.text != nil && !$0.value.isRemoved ? $0.key : nil }
  }

  /// Whether printing gives other bytes than were read.
  public var hasEdits: Bool {
    changes.contains { id, change in
      isOfFile(id)
        ? change.isRemoved || change.text != nil : change.text != nil && !change.isRemoved
    }
  }

  func isOfFile(_ id: RecordID) -> Bool { id.index >= 0 && id.index < layout.recordCount }
}

/// What became of one record since the file was read.
struct RecordChange: Sendable {
  /// Its text, if it is not the file's; always there for an inserted record.
  var text: RecBytes?
  /// Whether it is out of the document; its text stays, to be restored.
  var isRemoved = false
  /// The inserted record that comes next: records inserted after one of the file are a list that
  /// starts there.
  var next: RecordID?
  /// The set of an inserted record.
  var set: Int?

  /// Whether this says nothing, so that it need not be kept.
  var isEmpty: Bool { text == nil && !isRemoved && next == nil }
}
