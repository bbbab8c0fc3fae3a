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
  /// Where the stretches of each side come from.
  private let stretches: [Side: [Stretch]]

  private struct Stretch {
    var inSide: Int
    var inFile: Int
  }

  /// Nil where the file has no conflict, or where its marks do not pair. O(bytes).
  ///
  /// A mark is a line that is not rec. What a backslash joins to a value is none, so that no edit of a record makes or
  /// breaks a conflict.
  ///
  /// - Parameter both: lines of their versions that are to stand below ours in our version, too: where they start.
  public init?(_ bytes: RecBytes, keeping both: Set<Int> = []) {
    guard let scan = withExtendedLifetime(bytes, { Scan(bytes.buffer, both) }), !scan.ranges.isEmpty
    else { return nil }
    ours = scan.texts[.ours] ?? []
    theirs = scan.texts[.theirs] ?? []
    base = scan.baseCount == scan.ranges.count ? scan.texts[.base] : nil
    (theirName, ranges, stretches) = (scan.theirName, scan.ranges, scan.stretches)
  }

  /// The place in the file of a byte of a side.
  public func fileOffset(of offset: Int, in side: Side) -> Int {
    guard let stretches = stretches[side] else { return offset }
    let at = stretches.partitioningIndex { $0.inSide > offset } - 1
    guard at >= 0 else { return offset }
    return stretches[at].inFile + offset - stretches[at].inSide
  }

  /// Whose version it is.
  public enum Side: Hashable, Sendable {
    case ours, base, theirs
  }

  /// The way through the file.
  private struct Scan {
    var texts: [Side: [UInt8]] = [:]
    var ranges: [Range<Int>] = []
    var stretches: [Side: [Stretch]] = [:]
    var baseCount = 0
    var theirName = ""
    /// The side the lines belong to; nil outside of conflicts, where they belong to all.
    private var side: Side?
    private var start = 0
    private let both: Set<Int>
    private var keptLast = false

    init?(_ buffer: UnsafeRawBufferPointer, _ both: Set<Int>) {
      self.both = both
      var (at, isInRecord) = (0, false)
      var feeds = LineFeeds(buffer, from: 0)
      while at < buffer.count {
        let element = buffer.recElement(at: at, opensRecord: !isInRecord, &feeds)
        switch element.kind {
        case .blank: isInRecord = false
        case .field, .stray: isInRecord = true
        case .comment: break
        }
        let end = element.end(in: buffer.count)
        let mark = element.kind == .stray ? GitMark(buffer[at..<element.contentEnd]) : nil
        guard take(buffer[at..<end], mark: mark) else { return nil }
        at = end
      }
      if side != nil { return nil }
    }

    /// Takes in a mark, or the lines of something else; false where a mark stands out of its order.
    private mutating func take(_ lines: Slice<UnsafeRawBufferPointer>, mark: GitMark?) -> Bool {
      switch (side, mark) {
      case (nil, .start):
        (side, start) = (.ours, lines.startIndex)
      case (.ours, .base):
        side = .base
        baseCount += 1
      case (.ours, .middle), (.base, .middle):
        side = .theirs
      case (.theirs, .end(let name)):
        if ranges.isEmpty { theirName = name }
        ranges.append(start..<lines.endIndex)
        side = nil
      case (nil, nil), (nil, .middle):
        for side in [Side.ours, .base, .theirs] { add(lines, to: side) }
      case (let side?, nil):
        add(lines, to: side)
        if side == .theirs { keep(lines) }
      default:
        return false
      }
      return true
    }

    /// Puts lines of theirs below ours, if they are among those; the blank line that ends their record goes with them.
    private mutating func keep(_ lines: Slice<UnsafeRawBufferPointer>) {
      let isBlank = lines.allSatisfy { $0.isBlank || $0 == Byte.lineFeed }
      let isKept = both.contains(lines.startIndex) || isBlank && keptLast
      if isKept { add(lines, to: .ours) }
      keptLast = isKept && !isBlank
    }

    private mutating func add(_ lines: Slice<UnsafeRawBufferPointer>, to side: Side) {
      let length = texts[side]?.count ?? 0
      let last = stretches[side]?.last
      if last.map({ lines.startIndex - $0.inFile != length - $0.inSide }) ?? true {
        stretches[side, default: []].append(Stretch(inSide: length, inFile: lines.startIndex))
      }
      texts[side, default: []] += lines
    }
  }
}

/// A line by which git marks a conflict: seven signs, and a name after a blank.
enum GitMark {
  case start
  case base
  case middle
  case end(String)

  init?(_ line: Slice<UnsafeRawBufferPointer>) {
    guard let first = line.first, line.count >= 7, line.prefix(7).allSatisfy({ $0 == first })
    else { return nil }
    let rest = line.dropFirst(7)
    guard rest.first.map({ $0 == Byte.space || $0 == Byte.carriageReturn }) ?? true else {
      return nil
    }
    switch first {
    case UInt8(ascii: "<"): self = .start
    case UInt8(ascii: "|"): self = .base
    case UInt8(ascii: "=") where rest.count < 2: self = .middle
    case UInt8(ascii: ">"): self = .end(String(decoding: rest.dropFirst(), as: UTF8.self))
    default: return nil
    }
  }
}
