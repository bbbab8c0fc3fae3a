public import InspectionModel
import RecText

/// The audit trail as rec text: a record a change, as the journal has them, with who and when before.
///
///     When: 2026-11-25T09:41:07Z
///     Who: mh
///     Change: note on police + in jtai-liverpool-2016/s3
///     Set: Contribution Note C-0HX2M4RD
///     To: narrower now
///
/// It stands in a file of its own beside the register, to which lines are only ever appended: the register stays what people
/// read and merge, and two trails are merged by putting one after the other.
public enum TrailText {
  /// What stands on top of a new file.
  public static let head = """
    %rec: Trail
    %mandatory: When Who
    %doc: What was done to the register, when and by whom; jointview only ever appends to it.

    """

  /// The lines of one entry. Throws where a value cannot be written as rec.
  public static func encode(_ entry: TrailEntry) throws -> [UInt8] {
    let head = try RecWriter.encode([("When", entry.when), ("Who", entry.who)])
    return head + (try ChangeText.encode(entry.change))
  }

  /// All entries that can be read, in the order of the file; a torn one is left out. O(bytes).
  public static func decode(_ bytes: [UInt8]) -> [TrailEntry] {
    let document = RecDocument(RecBytes(bytes))
    return (0..<document.recordCount).compactMap { index in
      guard !document.isDamaged(RecordID(index)), let record = document.record(RecordID(index)),
        let when = record.first("When"), let who = record.first("Who"),
        let change = ChangeText.change(record.fields.dropFirst(2).map { ($0.name, $0.value) })
      else { return nil }
      return TrailEntry(when: when, who: who, change: change)
    }
  }
}
