import RecText

extension TrailText {
  /// Two versions of a trail as one: the one whose own entries begin earlier, and below it what the
  /// other has more. So both people get the same. Nil where one is no trail, or holds lines that
  /// are not rec. O(bytes).
  ///
  /// A merge by lines would make one garbled entry of two that begin alike.
  static func merge(_ ours: RecBytes, _ theirs: RecBytes) -> [UInt8]? {
    guard let mine = TrailBlocks(ours), let others = TrailBlocks(theirs) else { return nil }
    let (new, newThere) = (mine.missing(in: others), others.missing(in: mine))
    let isOursFirst: Bool
    if let own = new.first, let other = newThere.first {
      // Each begins with its time.
      isOursFirst = own.lexicographicallyPrecedes(other)
    } else if new.isEmpty, newThere.isEmpty {
      isOursFirst = ours.buffer.lexicographicallyPrecedes(theirs.buffer)
    } else {
      isOursFirst = newThere.isEmpty
    }
    let lineEnd = UInt8(ascii: "\n")
    var text = Array((isOursFirst ? ours : theirs).buffer)
    if let last = text.last, last != lineEnd { text.append(lineEnd) }
    for block in isOursFirst ? newThere : new { text += [lineEnd] + block }
    return text
  }
}

/// What blank lines part in a trail: its descriptor, its entries, and comments that somebody wrote
/// between them.
private struct TrailBlocks {
  private let all: [[UInt8]]

  init?(_ bytes: RecBytes) {
    let document = RecDocument(bytes)
    let isRec = document.problems.allSatisfy {
      $0.isWarning || $0.kind == .carriageReturnOnBlankLine
    }
    guard isRec, !document.sets.isEmpty, document.sets.allSatisfy({ $0.name == "Trail" })
    else { return nil }
    var blocks: [[UInt8]] = []
    var record: RecordID?
    document.forEachLines { lines in
      let isNew = lines.record == nil ? lines.blankAbove != nil : lines.record != record
      if isNew || blocks.isEmpty { blocks.append([]) }
      blocks[blocks.count - 1] += document.text(lines.range)
      record = lines.record
    }
    all = blocks
  }

  /// The blocks that another version has not as often, each with the end of its last line.
  func missing(in other: TrailBlocks) -> [[UInt8]] {
    var left: [[UInt8]: Int] = [:]
    for block in other.all { left[Self.plain(block), default: 0] += 1 }
    return all.filter { block in
      let plain = Self.plain(block)
      guard let count = left[plain], count > 0 else { return true }
      left[plain] = count - 1
      return false
    }.map { $0.last == UInt8(ascii: "\n") ? $0 : $0 + [UInt8(ascii: "\n")] }
  }

  /// Without what git may have made of the ends of lines.
  private static func plain(_ block: [UInt8]) -> [UInt8] {
    (block.last == UInt8(ascii: "\n") ? block : block + [UInt8(ascii: "\n")]).withoutCR
  }
}
