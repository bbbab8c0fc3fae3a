import InspectionModel

/// One of two sides that are compared: what was read or coded in some reports, by agency and by
/// criterion, report by report.
struct ComparedSide {
  /// What stands in the share, of what it is a share of.
  struct Cell {
    var part: [Row] = []
    var whole: [Row] = []
    private var tally = ReportTally()

    var reports: [Proportion] { tally.reports }
    var share: Proportion { tally.total }

    mutating func add(_ row: Row, _ report: Int32, isPart: Bool) {
      whole.append(row)
      if isPart { part.append(row) }
      tally.add(report, isPart: isPart)
    }
  }

  /// What it is called: its filter, or `the rest`.
  let name: String
  /// The inspections whose report was read.
  let read: [Inspection]
  let unread: Int
  /// By the row of an agency, or of a criterion.
  private(set) var cells: [Row: Cell] = [:]
  let behind: String
  /// How the words are spread; nil as coded, where sections play no part.
  let layout: Proportion?

  /// As read. The share is of passages that name an agency: those in sections for improvement.
  init(_ name: String, asRead: AsRead, takesAll: Bool) {
    (self.name, read, unread) = (name, asRead.read, asRead.unread.count)
    behind = Backing.phrase(asRead)
    layout = asRead.layout()
    for sighting in asRead.all where takesAll || sighting.direction != nil {
      cells[sighting.agency, default: Cell()].add(
        sighting.passage, sighting.report, isPart: sighting.direction == .shortfall)
    }
  }

  /// As coded. The share is of contributions with a finding: shortfalls.
  init(_ name: String, codings: Codings, _ uncoded: Uncoded) {
    (self.name, read, unread, layout) = (name, codings.read, codings.unread.count, nil)
    behind = Backing.phrase(codings, uncoded)
    var agencies = [Cell](repeating: Cell(), count: codings.register.rowCount(.agency))
    var criteria = [Cell](repeating: Cell(), count: codings.register.rowCount(.criterion))
    for coding in codings.all where coding.isFinding {
      let (row, report) = (coding.row, coding.inspectionNumber)
      let isPart = coding.direction == .shortfall
      agencies[Int(coding.agency)].add(row, report, isPart: isPart)
      if coding.criterion >= 0 {
        criteria[Int(coding.criterion)].add(row, report, isPart: isPart)
      }
    }
    collect(agencies, .agency)
    collect(criteria, .criterion)
  }

  private mutating func collect(_ all: [Cell], _ type: RecordType) {
    for (number, cell) in all.enumerated() where !cell.whole.isEmpty {
      cells[Row(type: type, number: number)] = cell
    }
  }

  /// What was counted, an agency at a time: all of it has an agency.
  var counted: [Row] { cells.filter { $0.key.type == .agency }.flatMap(\.value.whole) }

  /// Inspections with an area for priority action, of those of which it is known.
  var priority: (part: [Row], whole: [Row]) {
    let known = read.filter { $0.hasPriorityAction != nil }
    return (known.filter { $0.hasPriorityAction == true }.map(\.row), known.map(\.row))
  }
}
