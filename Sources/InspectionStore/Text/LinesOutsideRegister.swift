import InspectionModel
import RecText

/// The lines of a register's text that no record of the register holds: comments, fields and types
/// it does not know, descriptors, a second record of one key, what is not rec.
struct LinesOutsideRegister {
  /// Lines, and what they are about: their record by its set and key, or nothing. Two texts say the
  /// same by the same lines about the same.
  struct Line: Hashable {
    let owner: String
    let bytes: [UInt8]
  }

  private(set) var all: [(line: Line, place: RecLines)] = []
  /// How often each of them stands there.
  private(set) var counts: [Line: Int] = [:]
  /// The owners that are records of the register, or descriptors of its sets.
  private(set) var records: Set<String> = []
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
    let bytes = document.text(lines.range)
    if let name = lines.fieldName, says(name) && isText(bytes) || isHead(name) { return }
    let line = Line(owner: current?.owner.name ?? "", bytes: bytes)
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

  /// Whether a register can tell it from all others: it holds the rest as something like it, or not
  /// at all.
  private func isText(_ line: [UInt8]) -> Bool {
    line.count < Self.longest && String(validating: line, as: UTF8.self) != nil
  }

  private static let longest = 1 << 24

  /// Whether it is what opens a set of a type that the register has, however it is spelled.
  private func isHead(_ name: String) -> Bool {
    name == "%rec" && current.map { document.isDescriptor($0.record) } ?? false
      && current.flatMap { document.set(of: $0.record)?.name }.flatMap { RecordType(name: $0) }
        != nil
  }

  private mutating func owner(of id: RecordID) -> Owner {
    guard let record = document.record(id) else { return Owner() }
    let set = document.set(of: id)?.name ?? ""
    if document.isDescriptor(id) {
      let name = "%rec: \(set)"
      if RecordType(name: set) != nil { records.insert(name) }
      return Owner(name: name)
    }
    guard let key = record.first("Id"), !key.isEmpty else {
      return Owner(name: "\(set): \(String(decoding: record.text, as: UTF8.self))")
    }
    let name = "\(set) \(key)"
    let type = seen.insert(name).inserted ? RecordType(name: set) : nil
    if type != nil { records.insert(name) }
    return Owner(name: name, type: type)
  }
}

extension LinesOutsideRegister {
  /// The lines that neither `other` has as often, nor, where it is known, the version that both
  /// once were.
  func missing(in other: LinesOutsideRegister, since base: LinesOutsideRegister?) -> [RecLines] {
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

extension LinesOutsideRegister {
  /// Whether these have as many of each line of two versions as a merge of them has: as the one has
  /// that changed it, or both.
  ///
  /// A version without a record, or a set, has changed nothing in it: whether it is there, the
  /// registers say.
  func merge(
    _ ours: LinesOutsideRegister, _ theirs: LinesOutsideRegister, since base: LinesOutsideRegister
  ) -> Bool {
    let lines = Set([ours, theirs].flatMap(\.counts.keys))
    return lines.allSatisfy { line in
      let isRecord = base.records.contains(line.owner)
      func count(in side: LinesOutsideRegister) -> Int {
        let isGone = isRecord && !side.records.contains(line.owner)
        return (isGone ? base : side).counts[line] ?? 0
      }
      let (former, mine, others) = (count(in: base), count(in: ours), count(in: theirs))
      if isRecord, !records.contains(line.owner) { return mine == former && others == former }
      let merged = mine == former ? others : others == former || mine == others ? mine : nil
      return merged == counts[line] ?? 0
    }
  }
}
