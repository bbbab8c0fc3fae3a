import RecText

extension TrailText {
  /// Two versions of a trail as one: ours, and below it what theirs has more. Nil where one is no trail, or holds lines that
  /// are not rec. O(bytes).
  ///
  /// A merge by lines would make one garbled entry of two that begin alike.
  static func merge(_ ours: RecBytes, _ theirs: RecBytes) -> [UInt8]? {
    let (mine, others) = (RecDocument(ours), RecDocument(theirs))
    guard mine.isTrail, others.isTrail else { return nil }
    var known = Dictionary(grouping: mine.entries) { $0 }.mapValues(\.count)
    let new = others.entries.filter { entry in
      guard let count = known[entry], count > 0 else { return true }
      known[entry] = count - 1
      return false
    }
    let lineEnd = UInt8(ascii: "\n")
    var text = Array(ours.buffer)
    if let last = text.last, last != lineEnd { text.append(lineEnd) }
    for entry in new { text += [lineEnd] + entry + [lineEnd] }
    return text
  }
}

extension RecDocument {
  fileprivate var isTrail: Bool {
    problems.isEmpty && !sets.isEmpty && sets.allSatisfy { $0.name == "Trail" }
  }

  /// The lines of each record without the end of the last, the descriptor's among them.
  fileprivate var entries: [[UInt8]] {
    (0..<recordCount).compactMap { index in
      record(RecordID(index)).map { record in
        Array(record.text.reversed().drop { $0 == UInt8(ascii: "\n") }.reversed())
      }
    }
  }
}
