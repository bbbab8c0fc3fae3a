import InspectionModel
import RecText

/// Something wrong in a register's file, found and not yet put into words: of a million only those
/// that somebody reads are.
struct Told: Sendable {
  typealias Said = (sentence: String, row: Row?)

  let severity: Diagnostic.Severity
  /// In the file: the record it is about, or the very place.
  let range: Range<Int>
  /// The place inside the record.
  let place: (@Sendable () -> Int)?
  let say: @Sendable () -> Said

  /// In the file.
  var offset: Int { place?() ?? range.lowerBound }
}

extension Diagnostics {
  /// - Parameter offset: in the text.
  func told(
    _ severity: Diagnostic.Severity, at offset: Int,
    _ sentence: @autoclosure @escaping @Sendable () -> String, _ row: Row? = nil
  ) -> Told {
    told(severity, inFile: inFile(offset), sentence(), row)
  }

  /// - Parameter offset: in the file.
  func told(
    _ severity: Diagnostic.Severity, inFile offset: Int,
    _ sentence: @autoclosure @escaping @Sendable () -> String, _ row: Row? = nil
  ) -> Told {
    Told(severity: severity, range: offset..<offset + 1, place: nil) { (sentence(), row) }
  }

  /// - Parameters:
  ///   - id: the record that it is about.
  ///   - place: in the text; asked for when its turn comes.
  func told(
    _ severity: Diagnostic.Severity, in id: RecordID?, at place: @escaping @Sendable () -> Int?,
    say: @escaping @Sendable () -> Told.Said
  ) -> Told {
    let range = range(of: id)
    return Told(
      severity: severity, range: inFile(range.lowerBound)..<inFile(range.upperBound - 1) + 1,
      place: { self.inFile(place() ?? 0) }, say: say)
  }

  /// Where the range of what is told of a row's record starts.
  func start(of row: Row) -> Int { start(of: text.place(of: row)) }

  /// The same of a record.
  func start(of id: RecordID?) -> Int { inFile(range(of: id).lowerBound) }

  private func range(of id: RecordID?) -> Range<Int> {
    id.flatMap(text.document.fileRange) ?? 0..<1
  }

  /// Where a place of the text stands in the file.
  func inFile(_ offset: Int) -> Int { marked?.offset(offset) ?? offset }
}

// MARK: In the order of the file

/// Looks for what is to be told in the order of the file, and only as far as it is asked to.
protocol ToldWalk {
  /// The next; nil if none starts before that place of the file.
  mutating func next(before end: Int) -> Told?
}

/// What was found before, to be told in its order.
struct FoundWalk<Found>: ToldWalk {
  private let found: [Found]
  private let starts: [UInt32]
  /// Nil where they are in order already.
  private let order: [Int]?
  private var at = 0
  private let tell: (Found) -> Told

  /// O(found), O(found · log found) where they are not in order.
  ///
  /// - Parameters:
  ///   - start: where the range of what is told starts.
  ///   - tell: asked when the turn of one comes.
  init(_ found: [Found], start: (Found) -> Int, tell: @escaping (Found) -> Told) {
    (self.found, self.tell) = (found, tell)
    let starts = found.map { UInt32(start($0)) }
    self.starts = starts
    let isSorted = zip(starts, starts.dropFirst()).allSatisfy { $0 <= $1 }
    order = isSorted ? nil : starts.indices.sorted { starts[$0] < starts[$1] }
  }

  mutating func next(before end: Int) -> Told? {
    guard at < found.count else { return nil }
    let index = order?[at] ?? at
    guard starts[index] < end else { return nil }
    at += 1
    return tell(found[index])
  }
}

extension FoundWalk<Told> {
  init(_ found: [Told]) { self.init(found, start: \.range.lowerBound) { $0 } }
}

extension ReadRegister {
  /// All that does not fit, in the order of the file.
  public var diagnostics: [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    forEach(in: readingProblems.walks) { diagnostics.append($0) }
    return diagnostics
  }

  /// Gives what walks through the file tell one after another, in the order of the file; of one
  /// place, in that of the walks. O(bytes + what is told).
  func forEach(in walks: [any ToldWalk], _ body: (Diagnostic) throws -> Void) rethrows {
    let file = marked?.document ?? text.document
    var positions = RecPositions(file)
    var queue = ToldQueue(walks)
    while let group = queue.next() {
      for (offset, found) in group {
        let position = positions.position(of: offset)
        let (sentence, row) = found.say()
        try body(
          Diagnostic(
            severity: found.severity, line: position.line, column: position.column,
            text: file.text(in: position.lineRange, limit: 200), sentence: sentence, row: row))
      }
    }
  }
}

/// What is told, record by record.
private struct ToldQueue: IteratorProtocol {
  private struct Source {
    var walk: any ToldWalk
    /// What comes next of it, as far as it was looked for, and where that starts.
    var next: Told?
    var start = Int.max
  }

  private var sources: [Source]

  init(_ walks: [any ToldWalk]) { sources = walks.map { Source(walk: $0) } }

  /// All that is told of the next record or between two, in its order.
  mutating func next() -> [(offset: Int, told: Told)]? {
    guard let first = pop(before: .max) else { return nil }
    var group = [(offset: first.offset, told: first)]
    var end = first.range.upperBound
    while let next = pop(before: end) {
      group.append((next.offset, next))
      end = max(end, next.range.upperBound)
    }
    return group.count == 1 ? group : group.sorted { $0.offset < $1.offset }
  }

  private mutating func pop(before end: Int) -> Told? {
    var first: (index: Int?, start: Int) = (nil, end)
    for index in sources.indices {
      if sources[index].start == .max { look(for: index, before: first.start) }
      let start = sources[index].start
      if start < first.start { first = (index, start) }
    }
    guard let index = first.index else { return nil }
    sources[index].start = .max
    return sources[index].next.take()
  }

  private mutating func look(for index: Int, before end: Int) {
    guard let next = sources[index].walk.next(before: end) else { return }
    sources[index].start = next.range.lowerBound
    sources[index].next = next
  }
}
