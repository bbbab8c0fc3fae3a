import InspectionModel

/// The rows of a table, packed: a million of them take a quarter of the room that they would take
/// one by one. A row is put together when it is asked for, in O(its cells).
public struct TableRows: RandomAccessCollection, ExpressibleByArrayLiteral, Sendable {
  private var rows: [PackedRow] = []
  private var visits: [PackedVisit] = []
  private var grades: [PackedGrade] = []
  /// The few rows that are refused, by their place.
  private var refusals: [Int: TableObservation.Remark] = [:]
  private var areas = Numbered<TableObservation.AreaName>()
  private var frameworks = Numbered<[String]>()
  /// Addresses, themes and words of cells.
  private var texts: [String] = []

  public init(arrayLiteral rows: TableObservation.Row...) {
    for row in rows { append(row) }
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { rows.count }

  /// Makes room for so many rows.
  public mutating func reserveCapacity(_ count: Int) { rows.reserveCapacity(count) }

  public mutating func append(_ row: TableObservation.Row) {
    if let refusal = row.refusal { refusals[rows.count] = refusal }
    for visit in row.visits { append(visit) }
    rows.append(
      PackedRow(
        number: UInt32(row.number), area: areas.number(of: row.area),
        visitsEnd: UInt32(visits.count)))
  }

  public subscript(place: Int) -> TableObservation.Row {
    let packed = rows[place]
    var row = TableObservation.Row(Int(packed.number), areas[packed.area])
    let start = place == 0 ? 0 : Int(rows[place - 1].visitsEnd)
    row.visits = (start..<Int(packed.visitsEnd)).map(visit)
    row.refusal = refusals[place]
    return row
  }

  // MARK: - Visits

  private mutating func append(_ visit: TableObservation.Visit) {
    for graded in visit.grades {
      grades.append(
        PackedGrade(
          aspect: graded.aspect, grade: graded.grade, reason: graded.reason,
          column: UInt16(clamping: graded.column), words: add(graded.words)))
    }
    visits.append(
      PackedVisit(
        from: visit.from, to: visit.to, published: visit.published,
        frameworks: UInt16(clamping: frameworks.number(of: visit.frameworks)),
        frameworkColumn: visit.frameworkColumn.map { UInt16(clamping: $0) },
        theme: add(visit.theme?.value), themeColumn: UInt16(clamping: visit.theme?.column ?? 0),
        address: add(visit.address), gradesEnd: UInt32(grades.count)))
  }

  private func visit(_ place: Int) -> TableObservation.Visit {
    let packed = visits[place]
    var visit = TableObservation.Visit(frameworks: frameworks[UInt32(packed.frameworks)])
    visit.frameworkColumn = packed.frameworkColumn.map(Int.init)
    (visit.from, visit.to, visit.published) = (packed.from, packed.to, packed.published)
    visit.theme = text(packed.theme).map {
      TableObservation.Cell($0, column: Int(packed.themeColumn))
    }
    visit.address = text(packed.address)
    let start = place == 0 ? 0 : Int(visits[place - 1].gradesEnd)
    visit.grades = grades[start..<Int(packed.gradesEnd)].map { graded in
      TableObservation.Graded(
        graded.aspect, graded.grade, reason: graded.reason, words: text(graded.words),
        column: Int(graded.column))
    }
    return visit
  }

  // MARK: - Texts

  /// The number of a text, from 1; 0 for none.
  private mutating func add(_ text: String?) -> UInt32 {
    guard let text else { return 0 }
    if texts.last != text { texts.append(text) }
    return UInt32(texts.count)
  }

  private func text(_ number: UInt32) -> String? { number == 0 ? nil : texts[Int(number) - 1] }
}

private struct PackedRow {
  let number: UInt32
  let area: UInt32
  /// Where its visits end; they begin where those of the row before end.
  let visitsEnd: UInt32
}

private struct PackedVisit {
  let from: TableObservation.Cell<Day>?
  let to: TableObservation.Cell<Day>?
  let published: TableObservation.Cell<Day>?
  let frameworks: UInt16
  let frameworkColumn: UInt16?
  let theme: UInt32
  let themeColumn: UInt16
  let address: UInt32
  let gradesEnd: UInt32
}

private struct PackedGrade {
  let aspect: Aspect
  let grade: Grade?
  let reason: Ungraded?
  let column: UInt16
  let words: UInt32
}

/// Values that come again and again, each kept once.
private struct Numbered<Value: Hashable & Sendable>: Sendable {
  private var values: [Value] = []
  private var numbers: [Value: UInt32] = [:]

  private var last: (value: Value, number: UInt32)?

  mutating func number(of value: Value) -> UInt32 {
    if let last, last.value == value { return last.number }
    let number = numbers[value] ?? UInt32(values.count)
    if number == values.count {
      values.append(value)
      numbers[value] = number
    }
    last = (value, number)
    return number
  }

  subscript(number: UInt32) -> Value { values[Int(number)] }
}
