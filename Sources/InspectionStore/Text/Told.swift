import InspectionModel
import RecText

/// Something wrong in a register's file, found and not yet put into words: of a million only those
/// that somebody reads are.
struct Told: Sendable {
  typealias Words = (sentence: String, row: Row?)

  let severity: Diagnostic.Severity
  /// In the file: the record it is about, or the very place.
  let range: Range<Int>
  /// The place inside the record.
  let place: (@Sendable () -> Int)?
  let words: @Sendable () -> Words

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
    words: @escaping @Sendable () -> Told.Words
  ) -> Told {
    let range = id.flatMap(text.document.fileRange) ?? 0..<1
    return Told(
      severity: severity, range: inFile(range.lowerBound)..<inFile(range.upperBound - 1) + 1,
      place: { self.inFile(place() ?? 0) }, words: words)
  }

  private func inFile(_ offset: Int) -> Int { marked?.offset(offset) ?? offset }
}

// MARK: In the order of the file

extension ReadRegister {
  /// All that does not fit, in the order of the file.
  public var diagnostics: [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    forEach(told, and: []) { diagnostics.append($0) }
    return diagnostics
  }

  /// Gives what was told, and what walks through the file tell one after another, in the order of
  /// the file. O(bytes + what was told).
  func forEach(
    _ told: [Told], and walks: [any IteratorProtocol<Told>],
    _ body: (Diagnostic) throws -> Void
  ) rethrows {
    let file = marked?.document ?? text.document
    var positions = RecPositions(file)
    var queue = ToldQueue(told, walks)
    while let group = queue.next() {
      for (offset, found) in group {
        let position = positions.position(of: offset)
        let (sentence, row) = found.words()
        try body(
          Diagnostic(
            severity: found.severity, line: position.line, column: position.column,
            text: file.text(in: position.lineRange, limit: 200), sentence: sentence, row: row))
      }
    }
  }
}

/// What was told, record by record.
private struct ToldQueue: IteratorProtocol {
  /// Those that were found at once, and the walks; each with what comes next of it.
  private var sources: [(walk: any IteratorProtocol<Told>, next: Told?)]

  init(_ told: [Told], _ walks: [any IteratorProtocol<Told>]) {
    let sorted = told.sorted { $0.range.lowerBound < $1.range.lowerBound }
    sources = ([sorted.makeIterator()] + walks).map { ($0, nil) }
    for index in sources.indices { sources[index].next = sources[index].walk.next() }
  }

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
    var first: (index: Int, start: Int)?
    for (index, source) in sources.enumerated() {
      guard let start = source.next?.range.lowerBound, start < first?.start ?? end else { continue }
      first = (index, start)
    }
    guard let first else { return nil }
    defer { sources[first.index].next = sources[first.index].walk.next() }
    return sources[first.index].next
  }
}
