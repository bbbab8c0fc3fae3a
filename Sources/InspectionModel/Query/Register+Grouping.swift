/// Records that hold the same on a path.
public struct RecordGroup: Hashable, Sendable {
  /// What they hold, as it is shown; empty for nothing.
  public let text: String
  public let count: Int
  /// Tells it from the other groups of the same path and register.
  public let number: Int
  /// What groups are sorted by where not by their size.
  public let key: SortValue
}

extension Register {
  /// Rows in the order of what they hold on a path, those that hold the same in the order in which
  /// they came.
  ///
  /// O(rows of the type + distinct values · log of those).
  public func sorted(
    _ rows: [Int32], of type: RecordType, by path: FieldPath, descending: Bool
  ) -> [Int32] {
    // A path leads through other tables, which may be large where this one is empty.
    if rows.count < 2 { return rows }
    let values = PathNumbers(path, of: type, in: self)
    let (ranks, highest) = values.ranks
    return RadixSort.sorted(rows, upTo: highest) { row in
      let rank = ranks[Int(values.numbers[Int(row)])]
      return descending ? highest - rank : rank
    }
  }

  /// The groups of some rows by what they hold on a path, the largest first. O(rows of the type).
  ///
  /// An array, as the iterator of any sequence would be called across modules for each row, at
  /// twice the cost of all else.
  public func groups(
    of rows: [Int32], of type: RecordType, by path: FieldPath
  ) -> [RecordGroup] {
    let values = PathNumbers(path, of: type, in: self)
    var counts = [Int](repeating: 0, count: values.count)
    for row in rows { counts[Int(values.numbers[Int(row)])] += 1 }
    return counts.indices.filter { counts[$0] > 0 }
      .map { number in
        RecordGroup(
          text: values.text(number), count: counts[number], number: number,
          key: values.key(number))
      }
      .sorted { $0.count == $1.count ? $0.key < $1.key : $0.count > $1.count }
  }

  /// The rows among some that hold on a path what a group holds. O(rows of the type).
  public func rows(
    among rows: [Int32], of type: RecordType, by path: FieldPath, holding text: String
  ) -> [Int32] {
    let values = PathNumbers(path, of: type, in: self)
    let wanted = values.numbers(for: text)
    return rows.filter { wanted.contains(values.numbers[Int($0)]) }
  }
}

/// Sorts numbers by small keys, stably, in passes of eleven bits.
enum RadixSort {
  private static let bits: UInt32 = 11

  static func sorted(_ rows: [Int32], upTo highest: UInt32, by key: (Int32) -> UInt32) -> [Int32] {
    var pairs = rows.map { (key: key($0), row: $0) }
    var other = pairs
    var shift: UInt32 = 0
    while shift < 32, highest >> shift > 0 {
      var starts = [Int](repeating: 0, count: 1 << bits + 1)
      for pair in pairs { starts[Int(pair.key >> shift & (1 << bits - 1)) + 1] += 1 }
      for place in 1..<starts.count { starts[place] += starts[place - 1] }
      for pair in pairs {
        let place = Int(pair.key >> shift & (1 << bits - 1))
        other[starts[place]] = pair
        starts[place] += 1
      }
      swap(&pairs, &other)
      shift += bits
    }
    return pairs.map(\.row)
  }
}
