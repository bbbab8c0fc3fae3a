import Glibc
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

  /// All entries that can be read, in the order of the bytes. O(bytes).
  ///
  /// Each begins with a line `When:` and ends where the next begins, so that one that is torn, or that git put straight
  /// behind another, takes nothing else with it.
  ///
  /// - Parameter words: leaves out entries without these bytes in them, unread.
  public static func decode(_ bytes: [UInt8], mentioning words: [UInt8] = []) -> [TrailEntry] {
    bytes.withUnsafeBytes { bytes in
      entries(in: bytes).compactMap { range in
        let part = UnsafeRawBufferPointer(rebasing: bytes[range])
        return part.holds(words) ? entry(Array(part)) : nil
      }
    }
  }

  /// Where the first entry begins in bytes cut out of a trail, of which the first line may be half; nil where none does.
  public static func firstEntry(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBytes { bytes in entries(in: bytes).first { $0.lowerBound > 0 }?.lowerBound }
  }

  /// The line that says whose an entry is, without its end, which git may have made another.
  public static func signature(of who: String) -> [UInt8] {
    (try? RecWriter.encode("Who", who).dropLast()) ?? []
  }

  /// An entry begins where a line does.
  private static func entries(in bytes: UnsafeRawBufferPointer) -> [Range<Int>] {
    var starts: [Int] = []
    var line: Int? = 0
    while let at = line, at < bytes.count {
      if bytes.holds(start, at: at) { starts.append(at) }
      line = bytes.firstPlace(of: UInt8(ascii: "\n"), from: at).map { $0 + 1 }
    }
    return zip(starts, starts.dropFirst() + [bytes.count]).map { $0..<$1 }
  }

  private static let start = Array("When: ".utf8)

  private static func entry(_ bytes: [UInt8]) -> TrailEntry? {
    let document = RecDocument(RecBytes(bytes))
    guard !document.isDamaged(RecordID(0)), let record = document.record(RecordID(0)) else {
      return nil
    }
    // Each entry for itself: git may have ended the lines of older ones otherwise.
    let dropsCR = document.endsLinesInCRLF
    let fields = record.fields.map { field in
      (name: field.name, value: dropsCR ? LineEnds.withoutCR(field.value) : field.value)
    }
    guard fields.count > 2, fields[0].name == "When", fields[1].name == "Who",
      let change = ChangeText.change(Array(fields.dropFirst(2)))
    else { return nil }
    return TrailEntry(when: fields[0].value, who: fields[1].value, change: change)
  }
}

extension UnsafeRawBufferPointer {
  fileprivate func firstPlace(of byte: UInt8, from start: Int) -> Int? {
    guard start < count, let base = baseAddress else { return nil }
    return memchr(base + start, Int32(byte), count - start).map { UnsafeRawPointer($0) - base }
  }

  fileprivate func holds(_ words: [UInt8], at place: Int) -> Bool {
    guard let base = baseAddress, place + words.count <= count else { return false }
    return memcmp(base + place, words, words.count) == 0
  }

  /// Whether some bytes stand somewhere in these. O(bytes), most of it at the speed of memory.
  fileprivate func holds(_ words: [UInt8]) -> Bool {
    guard let first = words.first else { return true }
    var at = 0
    while let place = firstPlace(of: first, from: at) {
      if holds(words, at: place) { return true }
      at = place + 1
    }
    return false
  }
}
