import InspectionModel
import Synchronization

/// The rows that a filter lets pass, looked for by several threads at once, a batch of records
/// each, and given out in their order.
final class RowSearch: Sendable {
  private let query: Query
  private let register: Register
  private let count: Int
  private let state: Mutex<State>
  private let give: @Sendable (ListWork.Part) -> Bool

  /// The first batch is small, so that there is something to see at once; then each is as large as
  /// is worth a turn.
  static let firstBatch = 1 << 12
  private static let batch = 1 << 15

  private struct State: Sendable {
    var stream: RowStream
    /// The first row nobody looks at yet.
    var next = 0
    /// What was found in batches of which one before is not there yet, by the batches' first rows.
    var waiting: [Int: (rows: [Int32], end: Int)] = [:]
    /// Up to where rows were given out.
    var given = 0
    var isWanted = true
  }

  init(
    _ query: Query, in register: Register, rows: Int, _ stream: RowStream,
    _ give: @escaping @Sendable (ListWork.Part) -> Bool
  ) {
    (self.query, self.register, self.give) = (query, register, give)
    count = rows
    state = Mutex(State(stream: stream))
  }

  /// Looks at batch after batch until none is left or nobody wants more; for each of the threads.
  func work() {
    var run = QueryRun(query, in: register)
    while let rows = takeBatch() {
      deliver(run.next(in: rows), rows)
    }
  }

  private func takeBatch() -> Range<Int>? {
    state.withLock { state in
      guard state.isWanted, state.next < count else { return nil }
      let size = state.next < Self.batch ? Self.firstBatch : Self.batch
      let rows = state.next..<min(count, state.next + size)
      state.next = rows.upperBound
      return rows
    }
  }

  private func deliver(_ found: [Int32], _ rows: Range<Int>) {
    state.withLock { state in
      state.waiting[rows.lowerBound] = (found, rows.upperBound)
      while let batch = state.waiting.removeValue(forKey: state.given) {
        state.given = batch.end
        let part = state.stream.add(batch.rows, isEnd: batch.end == count)
        if let part, state.isWanted { state.isWanted = give(part) }
      }
    }
  }

  /// What was found, once all threads are done; nil where nobody wants it.
  func finish() -> RowStream? {
    state.withLock { $0.isWanted ? $0.stream : nil }
  }
}

/// Rows that are found bit by bit, and how they are given out.
struct RowStream: Sendable {
  private let number: Int
  private let isInOrder: Bool
  private var all: [Int32] = []
  private var given = 0
  private var time = ContinuousClock.now

  init(of work: ListWork) {
    (number, isInOrder) = (work.number, work.isInOrder)
  }

  /// Takes rows that were found; gives a part to be shown if it is time for one.
  mutating func add(_ found: [Int32], isEnd: Bool) -> ListWork.Part? {
    all += found
    if isEnd, isInOrder { return nil }
    let isDue = time.duration(to: .now) > .milliseconds(given == 0 ? 4 : 50)
    guard isEnd || (isDue && all.count > given) else { return nil }
    defer { (given, time) = (all.count, .now) }
    return ListWork.Part(
      number: number, rows: Array(all[given...]), isNew: given == 0, isLast: false)
  }

  /// The last part, with all rows in their order if that is not the one in which they were found.
  func last(_ ordered: ([Int32]) -> [Int32]) -> ListWork.Part {
    isInOrder
      ? ListWork.Part(number: number, rows: Array(all[given...]), isNew: given == 0, isLast: true)
      : ListWork.Part(number: number, rows: ordered(all), isNew: true, isLast: true)
  }
}
