/// Names a record of one document: those of the file by their place in it, then those inserted
/// since.
///
/// It stays the same through edits, removal and restoring; it means nothing to another document.
public struct RecordID: Hashable, Comparable, Sendable {
  /// Counted from 0 in the order of the file; inserted records have the numbers from
  /// `RecDocument.recordCount` on.
  public let index: Int

  /// Names the record at `index`; the document says whether there is one.
  public init(_ index: Int) { self.index = index }

  public static func < (left: RecordID, right: RecordID) -> Bool { left.index < right.index }

  /// Where records go in a file that holds none.
  static let endOfFile = RecordID(.max)
  /// What records stand after that go before the first of the file.
  static let startOfFile = RecordID(-1)
}

/// The records of one type: a descriptor and the records up to the next descriptor.
public struct RecSet: Sendable {
  /// Its place in `RecDocument.sets`.
  public let index: Int
  /// The record type, the first word of `%rec`; nil for the records before the first descriptor.
  public let name: String?
  /// The record that holds `%rec`.
  public let descriptor: RecordID?
  /// The records read from the file, without the descriptor; inserted ones are not in it.
  public internal(set) var baseRecords: Range<Int>
}
