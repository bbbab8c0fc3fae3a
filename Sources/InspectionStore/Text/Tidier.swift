import InspectionModel
import RecText

/// Puts a register's file in order: the sets in the order of their types, the records in that of
/// their keys, the fields in that of their type, and line ends as LF.
///
/// Every line stays: comments go with the record below them, those at the head and the foot stay
/// there, and what the register does not know stands after what it knows, in its own order.
struct Tidier {
  /// Why a file is left as it is.
  enum Refusal: Error, Hashable {
    /// Git's marks are in it.
    case marked
    /// What came of it does not read back as the same register.
    case selfCheck
  }

  private let read: ReadRegister
  private let rows: [RecordID: Row]
  private var document: RecDocument { read.text.document }

  /// - Parameter text: the file's bytes, with the changes that are not in it yet.
  init(_ text: [UInt8]) throws(Refusal) {
    read = RegisterReader.read(RecBytes(Self.plainLines(text)))
    // Marks that do not pair, or are another program's, mean what they mean only where they stand.
    let isMarked = read.text.document.problems.contains { $0.kind == .gitConflict }
    if read.isMarked || isMarked || read.text.refusesChanges { throw .marked }
    var rows: [RecordID: Row] = [:]
    for type in RecordType.allCases {
      for row in read.register.rows(type) {
        if let place = read.text.place(of: row) { rows[place] = row }
      }
    }
    self.rows = rows
  }

  /// The file in order. O(bytes + records · log records).
  func tidied() throws(Refusal) -> [UInt8] {
    var pieces = Pieces(document)
    var groups: [Group] = []
    for set in document.sets {
      let group = Group(set, pieces: pieces.pull(set), type: set.name.flatMap(RecordType.init))
      let twin = groups.firstIndex { $0.type != nil && $0.type == group.type }
      if twin.map({ !groups[$0].merge(over: group, in: document) }) ?? true { groups.append(group) }
    }
    var printer = Printer(head: pieces.head)
    for group in groups.enumerated().sorted(by: Group.isInOrder).map(\.element) {
      if let descriptor = group.descriptor { printer.print(descriptor) }
      for piece in sorted(group) { printer.print(arranged(piece, of: group.type)) }
    }
    let text = printer.finish(foot: pieces.foot)
    let again = RegisterReader.read(RecBytes(text))
    guard again.register.holdsTheSame(as: read.register),
      LineSum(text, but: groups) == LineSum(document)
    else { throw .selfCheck }
    return text
  }

  /// Lines that end in LF alone, and no mark before the first.
  private static func plainLines(_ text: [UInt8]) -> [UInt8] {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    return (text.starts(with: mark) ? Array(text.dropFirst(mark.count)) : text).withoutCR
  }

  // MARK: Order

  /// Records in the order of their keys; what is none of the register's stays behind them.
  private func sorted(_ group: Group) -> [Piece] {
    guard group.type != nil else { return group.records }
    return group.records.enumerated().sorted { one, other in
      guard let row = rows[one.element.id] else {
        return rows[other.element.id] == nil && one.offset < other.offset
      }
      guard let otherRow = rows[other.element.id] else { return true }
      if read.register.comesBefore(row, otherRow) { return true }
      return !read.register.comesBefore(otherRow, row) && one.offset < other.offset
    }
    .map(\.element)
  }

  /// The record with its fields in the order of its type, comments with the field below them.
  private func arranged(_ piece: Piece, of type: RecordType?) -> Piece {
    guard let type, !document.isDamaged(piece.id), let record = document.record(piece.id),
      let start = record.fileOffset
    else { return piece }
    var lines: [(rank: Int, text: ArraySlice<UInt8>)] = []
    var at = 0
    for field in record.fields {
      guard let range = field.fileRange else { return piece }
      let end = min(range.upperBound - start + 1, piece.lines.count)
      let rank = type.fields.firstIndex { $0.name == field.name } ?? type.fields.count
      lines.append((rank, piece.lines[at..<end]))
      at = end
    }
    if zip(lines, lines.dropFirst()).allSatisfy({ $0.rank <= $1.rank }) { return piece }
    var arranged = piece
    let inOrder = lines.enumerated().sorted {
      ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
    }
    arranged.lines = []
    for (_, line) in inOrder {
      arranged.lines +=
        line.text.last == UInt8(ascii: "\n") ? line.text : line.text + [UInt8(ascii: "\n")]
    }
    arranged.lines += piece.lines[at...]
    return arranged
  }
}
