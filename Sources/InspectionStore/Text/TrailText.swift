public import InspectionModel
import RecText

/// The audit trail as rec text: a record a change, as the journal has them, with who and when
/// before.
///
///     When: 2026-11-25T09:41:07Z
///     Who: mh
///     Change: note on police + in jtai-liverpool-2016/s3
///     Set: Contribution Note C-0HX2M4RD
///     To: narrower now
///
/// What is said on an entry later is a record of its own, which names it by its time and a mark
/// made of its text:
///
///     When: 2026-11-25T09:45:30Z
///     Who: mh
///     Because: the second half names the force
///     Of: 2026-11-25T09:41:07Z 9f3c2a1b
///
/// It stands in a file of its own beside the register, to which lines are only ever appended: the
/// register stays what people read and merge, and two trails are merged by putting one after the
/// other.
public enum TrailText {
  /// One record of a trail.
  public enum Record: Hashable, Sendable {
    case entry(TrailEntry)
    case remark(TrailRemark, on: Reference)

    public var entry: TrailEntry? { if case .entry(let entry) = self { entry } else { nil } }
  }

  /// Which entry is meant.
  public struct Reference: Hashable, Sendable {
    /// Its time, by which a person finds it.
    public let when: String
    /// Of several in one second, which.
    let mark: Substring

    fileprivate var text: String { "\(when) \(mark)" }

    fileprivate init?(_ text: String) {
      let words = text.split(separator: " ")
      guard words.count == 2 else { return nil }
      (when, mark) = (String(words[0]), words[1])
    }

    /// Throws where the entry cannot be written as rec.
    init(to entry: TrailEntry) throws(RecWriteProblem) {
      let fingerprint = Fingerprint(of: try TrailText.encode(.entry(entry)))
      (when, mark) = (entry.when, fingerprint.description.prefix(8))
    }
  }

  /// The lines of one record. Throws where a value cannot be written as rec.
  static func encode(_ record: Record) throws(RecWriteProblem) -> [UInt8] {
    switch record {
    case .entry(let entry): return try encode(entry)
    case .remark(let remark, let reference):
      return try RecWriter.encode([
        ("When", remark.when), ("Who", remark.who), ("Because", remark.text),
        ("Of", reference.text),
      ])
    }
  }

  /// The lines of an entry, as the journal and the trail have them.
  static func encode(_ entry: TrailEntry) throws(RecWriteProblem) -> [UInt8] {
    let head = try RecWriter.encode([("When", entry.when), ("Who", entry.who)])
    return head + (try ChangeText.encode(entry.change))
  }

  /// An entry of a journal; nil for text that is no change this version understands. An earlier
  /// version wrote them without a time and a name.
  static func journalled(_ lines: [UInt8]) -> TrailEntry? {
    if lines.starts(with: TrailPieces.start) { return record(lines)?.entry }
    return ChangeText.decode(lines).map { TrailEntry(when: "", who: "", change: $0) }
  }

  /// All records that can be read, in the order of the bytes. O(bytes).
  ///
  /// Each begins with a line `When:` and ends where the next begins, so that one that is torn, or
  /// that git put straight behind another, takes nothing else with it.
  ///
  /// - Parameter words: leaves out records with none of these in them, unread; none leaves out
  ///   nothing.
  public static func decode(_ bytes: [UInt8], mentioning words: [UInt8]...) -> [Record] {
    bytes.withUnsafeBytes { bytes in
      TrailPieces.ranges(in: bytes).compactMap { range in
        let piece = UnsafeRawBufferPointer(rebasing: bytes[range])
        return words.isEmpty || words.contains(where: piece.holds) ? record(Array(piece)) : nil
      }
    }
  }

  /// The line that says whose a record is, without its end, which git may have made another.
  public static func signature(of who: String) -> [UInt8] {
    (try? RecWriter.encode("Who", who).dropLast()) ?? []
  }

  /// How each remark begins.
  public static let remarks = Array("\nBecause:".utf8)

  private static func record(_ bytes: [UInt8]) -> Record? {
    let document = RecDocument(RecBytes(bytes))
    guard !document.isDamaged(RecordID(0)), let record = document.record(RecordID(0)) else {
      return nil
    }
    let fields = record.fields.map { (name: $0.name, value: $0.value) }
    guard fields.count > 2, fields[0].name == "When", fields[1].name == "Who" else { return nil }
    let (when, who, rest) = (fields[0].value, fields[1].value, Array(fields.dropFirst(2)))
    if rest.map(\.name) == ["Because", "Of"] {
      let remark = TrailRemark(when: when, who: who, text: rest[0].value)
      return Reference(rest[1].value).map { .remark(remark, on: $0) }
    }
    return ChangeText.change(rest).map { .entry(TrailEntry(when: when, who: who, change: $0)) }
  }
}

extension [TrailText.Record] {
  /// The entries with what was said on them. A remark on an entry that is not here says nothing.
  public var entries: [TrailEntry] {
    var remarks: [TrailText.Reference: [TrailRemark]] = [:]
    var times: Set<String> = []
    for case .remark(let remark, let reference) in self {
      remarks[reference, default: []].append(remark)
      times.insert(reference.when)
    }
    return compactMap(\.entry).map { entry in
      guard times.contains(entry.when), let reference = try? TrailText.Reference(to: entry) else {
        return entry
      }
      var entry = entry
      entry.remarks = remarks[reference, default: []]
      return entry
    }
  }
}
