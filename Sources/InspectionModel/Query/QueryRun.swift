extension Register {
  /// The records that pass a filter, in the order of the file. O(records of the type and of those
  /// they name), once a term.
  public func rows(matching query: Query) -> [Row] {
    var run = QueryRun(query, in: self)
    return run.next(rowCount(query.type)).map { Row(type: query.type, number: Int($0)) }
  }

  /// One more than the highest row of a type; rows of removed records count.
  public func rowCount(_ type: RecordType) -> Int { tables[Int(type.rawValue)].rowCount }
}

/// A filter being worked out, as many records at a time as one likes, so that first hits can be
/// shown early and a run that is no longer wanted be left. Several copies may look at different
/// records at once.
///
/// It goes column by column over blocks of records, and where a record is found already, further
/// columns are not asked. What holds of a record that others belong to or name is worked out when
/// the first of them asks, and remembered.
public struct QueryRun: Sendable {
  /// Which row comes next; the run is over once that is the type's row count.
  public private(set) var position = 0
  private let type: RecordType
  private let table: Table
  private let register: Register
  private var terms: [Term]
  private var coded: [Term]
  private let judged: JudgedRows?

  private typealias Term = (tests: [TermRun], isNegated: Bool)

  public init(_ query: Query, in register: Register) {
    type = query.type
    table = register.table(query.type)
    self.register = register
    func runs(_ terms: [Query.Term]) -> [Term] {
      terms.map { term in (term.tests.map { TermRun($0, in: register) }, term.isNegated) }
    }
    (terms, coded) = (runs(query.terms), runs(query.coded))
    judged = query.judged.isEmpty ? nil : JudgedRows(query.judged, of: query.type, in: register)
  }

  /// The rows that pass among the next so many.
  public mutating func next(_ count: Int) -> [Int32] {
    next(in: position..<max(position, min(table.rowCount, position + count)))
  }

  /// The rows that pass among some.
  public mutating func next(in rows: Range<Int>) -> [Int32] {
    var found: [Int32] = []
    position = rows.lowerBound
    while position < rows.upperBound {
      let block = position..<min(rows.upperBound, RowMarks.endOfBlock(position))
      var marks = RowMarks(block)
      if !table.removed.isEmpty {
        for row in block where table.removed.contains(row) { marks.leaveOut(row) }
      }
      for term in terms.indices {
        for test in terms[term].tests.indices { terms[term].tests[test].find(&marks, type) }
        marks.close(terms[term].isNegated)
      }
      marks.forEachOpen { found.append(Int32($0)) }
      position = block.upperBound
    }
    if let judged { found = found.filter { judged.contains(Int($0)) } }
    return coded.isEmpty ? found : found.filter { isCoded(Int($0)) }
  }

  /// Whether one of the contributions that stand in a passage is what the filter asks for.
  private mutating func isCoded(_ row: Int) -> Bool {
    !contributions(to: Row(type: type, number: row)).isEmpty
  }

  /// Those of the contributions that stand in a passage that are what the filter asks for; all
  /// where it asks for none.
  public mutating func contributions(to passage: Row) -> [Contribution] {
    let passage: Passage = register.view(passage)
    return passage.countedContributions.filter { contribution in
      let child = contribution.row.number
      var marks = RowMarks(child..<child + 1)
      for term in coded.indices {
        for test in coded[term].tests.indices {
          coded[term].tests[test].find(&marks, .contribution)
        }
        marks.close(coded[term].isNegated)
      }
      var holds = false
      marks.forEachOpen { _ in holds = true }
      return holds
    }
  }
}

/// What is known of the rows of one block while a term is looked at.
///
/// Invariant: the rows lie in one piece of each column.
struct RowMarks {
  enum Mark: UInt8 {
    /// It does not pass, whatever follows.
    case out
    /// Nothing is found in it yet.
    case open
    /// The term is found in it.
    case found
  }

  let rows: Range<Int>
  private var marks: [UInt8]

  init(_ rows: Range<Int>) {
    self.rows = rows
    marks = Array(repeating: Mark.open.rawValue, count: rows.count)
  }

  /// Where the block ends that a row lies in.
  static func endOfBlock(_ row: Int) -> Int {
    (row / Chunked<UInt64>.pieceSize + 1) * Chunked<UInt64>.pieceSize
  }

  mutating func leaveOut(_ row: Int) { marks[row - rows.lowerBound] = Mark.out.rawValue }

  /// Marks the open rows for which a test holds.
  @inline(__always)
  mutating func find(_ holds: (Int) -> Bool) {
    let first = rows.lowerBound
    marks.withUnsafeMutableBufferPointer { marks in
      for place in marks.indices where marks[place] == Mark.open.rawValue {
        if holds(first &+ place) { marks[place] = Mark.found.rawValue }
      }
    }
  }

  /// Of the rows in which the term was looked for, those in which it was found are open now; or,
  /// turned round, those in which it was not.
  mutating func close(_ isNegated: Bool) {
    let passing: Mark = isNegated ? .open : .found
    marks.withUnsafeMutableBufferPointer { marks in
      for place in marks.indices where marks[place] != Mark.out.rawValue {
        marks[place] = marks[place] == passing.rawValue ? Mark.open.rawValue : Mark.out.rawValue
      }
    }
  }

  func forEachOpen(_ body: (Int) -> Void) {
    for (place, mark) in marks.enumerated() where mark == Mark.open.rawValue {
      body(rows.lowerBound + place)
    }
  }

  func isFound(_ row: Int) -> Bool { marks[row - rows.lowerBound] == Mark.found.rawValue }
}
