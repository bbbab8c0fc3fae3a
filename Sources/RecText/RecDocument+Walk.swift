extension RecDocument {
  /// The records of a set as they now are, in the order of the file: without the descriptor,
  /// without removed ones, with inserted ones where they were put.
  public func records(in set: RecSet) -> RecordWalk { RecordWalk(document: self, set: set) }
}

/// The records of one set, in order. A step costs a look into the table of edits.
public struct RecordWalk: Sequence, IteratorProtocol, Sendable {
  private let document: RecDocument
  private let set: RecSet
  /// The records of the file that are yet to come.
  private var base: Range<Int>
  /// The record given last, whether of the file or inserted: what was inserted after it comes next.
  private var previous: RecordID?

  init(document: RecDocument, set: RecSet) {
    self.document = document
    self.set = set
    base = set.baseRecords
    let startsWithInserted = set.descriptor == nil && base.isEmpty
    previous = startsWithInserted ? .endOfFile : set.descriptor
  }

  public mutating func next() -> RecordID? {
    while let id = nextInFile() {
      let isInSet = document.isOfFile(id) || document.changes[id]?.set == set.index
      if isInSet, document.changes[id]?.isRemoved != true { return id }
    }
    return nil
  }

  /// The next record, whether or not it was removed or begins another set.
  private mutating func nextInFile() -> RecordID? {
    if let previous, let inserted = document.changes[previous]?.next {
      self.previous = inserted
    } else {
      previous = base.popFirst().map { RecordID($0) }
    }
    return previous
  }
}
