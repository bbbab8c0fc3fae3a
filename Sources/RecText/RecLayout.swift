/// Where everything lies in a file's bytes; made once, of pieces that `RecLayoutBuilder` reads, and
/// never changed.
///
/// Invariants:
/// 1. Records do not overlap and stand in the order of the file: `starts[i] < ends[i] <= starts[i +
///    1]`.
/// 2. A record starts at the line of its first field (or of its first line that is not rec) and
///    ends after its last line; between two records there is at least one blank line. Comments
///    above a record are not part of it.
/// 3. `problems` is in the order of the file.
/// 4. 8 bytes a record: fields are found in the bytes when somebody asks for them.
final class RecLayout: Sendable {
  let bytes: RecBytes
  let starts: [UInt32]
  let ends: [UInt32]
  /// The records with a syntax problem inside, in ascending order; few, so they are searched.
  let damaged: [UInt32]
  let sets: [RecSet]
  let problems: [RecProblem]
  let lines: LineTable

  init(
    bytes: RecBytes, starts: [UInt32], ends: [UInt32], damaged: [UInt32], sets: [RecSet],
    problems: [RecProblem], lines: LineTable
  ) {
    self.bytes = bytes
    self.starts = starts
    self.ends = ends
    self.damaged = damaged
    self.sets = sets
    self.problems = problems
    self.lines = lines
  }

  var recordCount: Int { starts.count }

  /// The bytes of a record of the file.
  func range(of record: Int) -> Range<Int> { Int(starts[record])..<Int(ends[record]) }

  func isDamaged(_ record: Int) -> Bool {
    let at = damaged.partitioningIndex { $0 >= UInt32(record) }
    return at < damaged.count && damaged[at] == UInt32(record)
  }

  /// The set that a record of the file belongs to; a descriptor belongs to the set it opens.
  func set(of record: Int) -> Int {
    sets.partitioningIndex { ($0.descriptor?.index ?? 0) > record } - 1
  }
}

/// The line numbers of a file, one for every 64 KB: enough to find any other by reading little.
struct LineTable: Sendable {
  static let stride = 65_536
  /// Starts of lines, ascending.
  private(set) var offsets: [UInt32] = [0]
  /// Their numbers, from 1.
  private(set) var numbers: [UInt32] = [1]

  /// Notes that line `number` starts at `offset` if the last one noted is far enough away.
  @inline(__always)
  mutating func note(_ number: Int, at offset: Int, nextAt: inout Int) {
    guard offset >= nextAt else { return }
    offsets.append(UInt32(offset))
    numbers.append(UInt32(number))
    nextAt = offset + Self.stride
  }

  /// Takes over what was noted in a piece that starts at `offset` with the line after `line`.
  mutating func append(_ piece: LineTable, from offset: Int, after line: Int) {
    if offset > 0 {
      offsets.append(UInt32(offset))
      numbers.append(UInt32(line + 1))
    }
    offsets += piece.offsets.dropFirst()
    numbers += piece.numbers.dropFirst().map { $0 + UInt32(line) }
  }

  /// A line start at or before `offset`, and its number.
  func start(before offset: Int) -> (offset: Int, number: Int) {
    let at = offsets.partitioningIndex { Int($0) > offset } - 1
    return (Int(offsets[at]), Int(numbers[at]))
  }
}

extension Array {
  /// The index of the first element for which `belongs` holds, or `count`: false before true, as in
  /// a sorted array.
  func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
