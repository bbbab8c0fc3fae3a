import InspectionModel
import RecText

/// The lines of a register's text that no record of the register says: comments, fields and types it does not know,
/// descriptors, a second record of one key, what is not rec.
struct UnsaidLines {
  /// Lines, and what they are about: their record by its set and key, or nothing. Two texts say the same by the same lines
  /// about the same.
  struct Line: Hashable {
    let owner: String
    let bytes: [UInt8]
  }

  private(set) var all: [(line: Line, place: RecLines)] = []
  /// How often each of them stands there.
  private(set) var counts: [Line: Int] = [:]
  private let document: RecDocument
  private var seen: Set<String> = []
  private var current: (record: RecordID, owner: Owner)?

  /// O(bytes).
  init(_ text: RegisterText) {
    document = text.document
    document.forEachLines { add($0) }
  }

  private struct Owner {
    var name = ""
    /// The type of a record that the register holds.
    var type: RecordType?
    /// The fields that it has a value of.
    var said: Set<String> = []
  }

  private mutating func add(_ lines: RecLines) {
    if let record = lines.record, current?.record != record {
      current = (record, owner(of: record))
    } else if lines.record == nil {
      current = nil
    }
    if let name = lines.fieldName, says(name) || isHead(name) { return }
    let line = Line(owner: current?.owner.name ?? "", bytes: document.text(lines.range))
    all.append((line, lines))
    counts[line, default: 0] += 1
  }

  /// Whether the register has the value of the next field of that name.
  private mutating func says(_ name: String) -> Bool {
    guard let type = current?.owner.type,
      let spec = type.fields.first(where: { $0.name == name })
    else { return false }
    let isFirst = current?.owner.said.insert(name).inserted ?? false
    return isFirst || spec.isRepeated
  }

  /// Whether it is what opens a set of a type that the register has, however it is spelled.
  private func isHead(_ name: String) -> Bool {
    name == "%rec" && current.map { document.isDescriptor($0.record) } ?? false
      && current.flatMap { document.set(of: $0.record)?.name }.flatMap { RecordType(name: $0) }
        != nil
  }

  private mutating func owner(of id: RecordID) -> Owner {
    guard let record = document.record(id) else { return Owner() }
    let set = document.set(of: id)?.name ?? ""
    if document.isDescriptor(id) { return Owner(name: "%rec: \(set)") }
    guard let key = record.first("Id") else {
      return Owner(name: "\(set): \(String(decoding: record.text, as: UTF8.self))")
    }
    let name = "\(set) \(key)"
    let isNew = seen.insert(name).inserted
    return Owner(name: name, type: isNew ? RecordType(name: set) : nil)
  }
}

extension UnsaidLines {
  /// The lines that neither `other` has as often, nor, where it is known, the version that both once were.
  func missing(in other: UnsaidLines, since base: UnsaidLines?) -> [RecLines] {
    var (left, former) = (other.counts, base?.counts ?? [:])
    return all.compactMap { line, place in
      let isThere = left[line, default: 0] > 0
      let isOld = former[line, default: 0] > 0
      left[line, default: 0] -= 1
      former[line, default: 0] -= 1
      return isThere || isOld ? nil : place
    }
  }
}
