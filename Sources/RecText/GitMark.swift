/// A line by which git marks a conflict: signs of one kind, and a name after a blank.
///
/// They are seven, or as many as the attribute `conflict-marker-size` says; where git merges the
/// versions that two branches have in common first, two more for each time.
struct GitMark {
  enum Kind {
    case start, base, middle, end
  }

  let kind: Kind
  /// How many signs.
  let length: Int
  /// Where it stands, without the end of its line.
  let range: Range<Int>

  /// A mark of fewer signs may be a quotation or a rule, unless others go with it.
  var isPlain: Bool { length >= 7 }

  init?(_ line: Slice<UnsafeRawBufferPointer>) {
    guard let first = line.first, let kind = Kind(first) else { return nil }
    let rest = line.drop { $0 == first }
    guard rest.first.map({ $0 == Byte.space || $0 == Byte.carriageReturn }) ?? true,
      kind != .middle || rest.count < 2
    else { return nil }
    self.kind = kind
    length = line.count - rest.count
    range = line.startIndex..<line.endIndex
  }
}

extension GitMark.Kind {
  fileprivate init?(_ sign: UInt8) {
    switch sign {
    case UInt8(ascii: "<"): self = .start
    case UInt8(ascii: "|"): self = .base
    case UInt8(ascii: "="): self = .middle
    case UInt8(ascii: ">"): self = .end
    default: return nil
    }
  }
}

/// The marks of a file, and which of them make a conflict together.
struct GitMarks {
  /// Marks of one length in the order in which git writes them.
  struct Conflict {
    let start: GitMark
    let base: GitMark?
    let middle: GitMark
    let end: GitMark
  }

  private(set) var conflicts: [Conflict] = []
  /// Those that make none. Marks of other lengths inside a conflict are lines of its versions, and
  /// not here.
  private(set) var unpaired: [GitMark] = []

  private let marks: [GitMark]
  /// For each mark the next of its length.
  private var following: [Int?]

  /// O(marks).
  init(_ marks: [GitMark]) {
    self.marks = marks
    following = Array(repeating: nil, count: marks.count)
    var next: [Int: Int] = [:]
    for index in marks.indices.reversed() {
      following[index] = next.updateValue(index, forKey: marks[index].length)
    }
    var at = 0
    while at < marks.count {
      if let last = addConflict(at) {
        at = last + 1
      } else {
        unpaired.append(marks[at])
        at += 1
      }
    }
  }

  /// Takes in the conflict that a mark starts; which mark ends it, or nil if there is none.
  private mutating func addConflict(_ start: Int) -> Int? {
    guard marks[start].kind == .start, var middle = following[start] else { return nil }
    let base = marks[middle].kind == .base ? marks[middle] : nil
    if base != nil {
      guard let next = following[middle] else { return nil }
      middle = next
    }
    guard marks[middle].kind == .middle, let end = following[middle], marks[end].kind == .end
    else { return nil }
    conflicts.append(
      Conflict(start: marks[start], base: base, middle: marks[middle], end: marks[end]))
    return end
  }
}
