import RecText

/// Which records of a text the rows of one type are, in their order: runs of one after another, so
/// that a million take no more room than ten.
struct RecordRuns: Sendable {
  private struct Run {
    var row: Int
    var record: Int
  }

  private var runs: [Run] = []
  private(set) var count = 0

  /// The record of a row. O(log runs).
  subscript(row: Int) -> RecordID {
    var (low, high) = (0, runs.count)
    while low + 1 < high {
      let middle = (low + high) / 2
      if runs[middle].row <= row { low = middle } else { high = middle }
    }
    return RecordID(runs[low].record + row - runs[low].row)
  }

  /// The row that is a record, if there is one. O(log runs).
  func row(of record: RecordID) -> Int? {
    var (low, high) = (0, runs.count)
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].record <= record.index { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let row = runs[low - 1].row + record.index - runs[low - 1].record
    return row < (low < runs.count ? runs[low].row : count) ? row : nil
  }

  /// The next row is this record.
  mutating func append(_ record: Int) {
    if runs.last.map({ $0.record + count - $0.row }) != record {
      runs.append(Run(row: count, record: record))
    }
    count += 1
  }

  /// Takes over the rows of a piece of the text that begins with this record.
  mutating func append(_ piece: RecordRuns, from record: Int) {
    for run in piece.runs
    where runs.last.map({ $0.record + count + run.row - $0.row }) != record + run.record {
      runs.append(Run(row: count + run.row, record: record + run.record))
    }
    count += piece.count
  }
}
