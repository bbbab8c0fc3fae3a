/// A file in which git left two versions standing, taken apart into the files they come from.
///
///     <<<<<<< HEAD
///     Direction: +
///     ||||||| 5f3ab21        only with git's diff3 style
///     Direction: 0
///     =======
///     Direction: -
///     >>>>>>> review
///
/// Source: `git-merge`(1), "How conflicts are presented".
public struct GitConflicts: Sendable {
  /// The whole file as one's own side has it.
  public let ours: [UInt8]
  /// The whole file as the side that was merged has it.
  public let theirs: [UInt8]
  /// The whole file as both sides once had it; nil unless git wrote that into every conflict.
  public let base: [UInt8]?
  /// What git calls the other side of the first conflict: a branch or a commit.
  public let theirName: String
  /// Where the conflicts stand in the file, their marks among them, in its order; never empty.
  public let ranges: [Range<Int>]
  /// Where the segments of each side come from, in its order.
  private let segments: [Side: [Segment]]

  /// Lines of a side that follow one another in the file, too: where they begin in both.
  private struct Segment {
    var startInSide: Int
    var startInFile: Int
  }

  /// Nil where the file has no conflict, or where its marks do not pair. O(bytes).
  ///
  /// A mark is a line that is not rec. What a backslash joins to a value is none, so that no edit
  /// of a record makes or breaks a conflict. Marks of any length count; those of other lengths
  /// between them are lines of the versions.
  ///
  /// - Parameter both: lines of their versions that are to stand below ours in our version, too:
  ///   where they start.
  public init?(_ bytes: RecBytes, keeping both: Set<Int> = []) {
    guard let scan = withExtendedLifetime(bytes, { Scan(bytes.buffer, both) }), !scan.ranges.isEmpty
    else { return nil }
    ours = scan.texts[.ours] ?? []
    theirs = scan.texts[.theirs] ?? []
    base = scan.baseCount == scan.ranges.count ? scan.texts[.base] : nil
    (theirName, ranges, segments) = (scan.theirName, scan.ranges, scan.segments)
  }

  /// The place in the file of a byte of a side.
  public func fileOffset(of offset: Int, in side: Side) -> Int {
    guard let segments = segments[side] else { return offset }
    let at = segments.partitioningIndex { $0.startInSide > offset } - 1
    guard at >= 0 else { return offset }
    return segments[at].startInFile + offset - segments[at].startInSide
  }

  /// Whose version it is.
  public enum Side: Hashable, Sendable {
    case ours, base, theirs
  }

  /// The way through the file.
  private struct Scan {
    var texts: [Side: [UInt8]] = [:]
    var ranges: [Range<Int>] = []
    var segments: [Side: [Segment]] = [:]
    var baseCount = 0
    var theirName = ""
    /// The side the lines belong to; nil outside of conflicts, where they belong to all.
    private var side: Side?
    private var start = 0
    /// The marks that make a conflict, by where they stand.
    private var marks: [Int: GitMark] = [:]
    private let both: Set<Int>
    private var keptLast = false

    init?(_ buffer: UnsafeRawBufferPointer, _ both: Set<Int>) {
      self.both = both
      var found: [GitMark] = []
      buffer.forEachElement { element, _ in
        guard element.kind == .stray else { return }
        if let mark = GitMark(buffer[element.start..<element.contentEnd]) { found.append(mark) }
      }
      let pairs = GitMarks(found)
      if pairs.unpaired.contains(where: { $0.isPlain && $0.kind != .middle }) { return nil }
      for conflict in pairs.conflicts {
        for mark in [conflict.start, conflict.base, conflict.middle, conflict.end] {
          if let mark { marks[mark.range.lowerBound] = mark }
        }
      }
      if marks.isEmpty { return nil }
      buffer.forEachElement { element, end in read(buffer[element.start..<end]) }
    }

    /// Takes in a mark, or the lines of something else.
    private mutating func read(_ lines: Slice<UnsafeRawBufferPointer>) {
      guard let mark = marks[lines.startIndex] else { return add(lines) }
      switch mark.kind {
      case .start:
        (side, start) = (.ours, lines.startIndex)
      case .base:
        side = .base
        baseCount += 1
      case .middle:
        side = .theirs
      case .end:
        if ranges.isEmpty {
          let name = lines.prefix(mark.range.count).dropFirst(mark.length + 1)
          theirName = String(decoding: name, as: UTF8.self)
        }
        ranges.append(start..<lines.endIndex)
        side = nil
      }
    }

    private mutating func add(_ lines: Slice<UnsafeRawBufferPointer>) {
      guard let side else {
        for side in [Side.ours, .base, .theirs] { add(lines, to: side) }
        return
      }
      add(lines, to: side)
      if side == .theirs { keep(lines) }
    }

    /// Puts lines of theirs below ours, if they are among those; the blank line that ends their
    /// record goes with them.
    private mutating func keep(_ lines: Slice<UnsafeRawBufferPointer>) {
      let isBlank = lines.allSatisfy { $0.isBlank || $0 == Byte.lineFeed }
      let isKept = both.contains(lines.startIndex) || isBlank && keptLast
      if isKept { add(lines, to: .ours) }
      keptLast = isKept && !isBlank
    }

    private mutating func add(_ lines: Slice<UnsafeRawBufferPointer>, to side: Side) {
      let length = texts[side]?.count ?? 0
      let last = segments[side]?.last
      if last.map({ lines.startIndex - $0.startInFile != length - $0.startInSide }) ?? true {
        segments[side, default: []].append(
          Segment(startInSide: length, startInFile: lines.startIndex))
      }
      texts[side, default: []] += lines
    }
  }
}

extension UnsafeRawBufferPointer {
  /// Gives what stands in the text, each with the end of its last line. O(bytes).
  fileprivate func forEachElement(_ body: (RecElement, Int) -> Void) {
    var (at, isInRecord) = (0, false)
    var feeds = LineFeeds(self, from: 0)
    while at < count {
      let element = recElement(at: at, opensRecord: !isInRecord, &feeds)
      switch element.kind {
      case .blank: isInRecord = false
      case .field, .stray: isInRecord = true
      case .comment: break
      }
      let end = element.end(in: count)
      body(element, end)
      at = end
    }
  }
}
