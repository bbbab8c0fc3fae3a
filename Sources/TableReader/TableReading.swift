import InspectionModel
import InspectionOperations

/// Reads the rows of a table, once it is known how its columns are written.
struct TableReading {
  typealias Observation = TableObservation
  private let survey: TableSurvey
  private var table: TableObservation
  /// Which of the layouts the rows are under, by its place.
  private var under = -1
  private var unmapped: [Words: Observation.Unmapped] = [:]
  private var grades: [String: GradeCell] = [:]
  private var kinds: [String: [String]] = [:]
  private var cellWords = CellWords()
  /// How many rows have another number of cells than their headings.
  private var ragged = 0
  /// How many cells say that nobody was there yet.
  private var notInspected = 0

  private struct Words: Hashable {
    let words: String
    let column: Int
  }

  init(_ survey: TableSurvey, _ table: TableObservation) {
    (self.survey, self.table) = (survey, table)
    self.table.rows.reserveCapacity(survey.rowCount)
    if survey.startsRepeat { remark(nil, nil, Self.repeats(survey.same, survey.both)) }
    for (column, days) in survey.days.sorted(by: { $0.key < $1.key }) { remark(on: days, column) }
  }

  private static func repeats(_ same: Int, _ both: Int) -> String {
    "the start is the day of publication in \(same) of \(both) rows; such starts are ignored"
  }

  private mutating func remark(on days: DayColumn, _ column: Int) {
    if days.isMixed, let last = days.lastDayFirst, let first = days.firstMonthFirst {
      let words =
        "the day stands first (last in row \(last)) and the month stands first "
        + "(from row \(first)); days that can be read both ways are refused"
      remark(nil, column, words)
    } else if days.order == .monthFirst {
      remark(nil, column, "the month stands before the day")
    }
    if let turn = days.turn { remark(turn.row, column, turn.sentence) }
  }

  private mutating func remark(_ row: Int?, _ column: Int?, _ sentence: String) {
    table.remarks.append(Observation.Remark(row: row, column: column, sentence))
  }

  /// What was read of all rows.
  consuming func finished() -> TableObservation {
    let rest = ragged - Self.mostRagged
    if rest > 0 {
      remark(
        nil, nil,
        counted(rest, "more row has", "more rows have")
          + " another number of cells than the headings")
    }
    if notInspected > 0 {
      let cells = counted(notInspected, "cell says", "cells say")
      remark(nil, nil, "\(cells) “not yet inspected”; no inspection is made")
    }
    table.unmapped = unmapped.values.sorted { ($0.firstRow, $0.column) < ($1.firstRow, $1.column) }
    return table
  }

  // MARK: - Rows

  /// Reads a row; those above the headings and the headings themselves are none.
  mutating func add(_ row: borrowing CSVRow) -> Bool {
    let next = under + 1
    if next < survey.layouts.count, row.number >= survey.layouts[next].row {
      under = next
      remarkOnDoubles(survey.layouts[next])
      return true
    }
    guard under >= 0 else { return true }
    let layout = survey.layouts[under].layout
    guard let area = areaName(row, layout) else { return true }
    remarkOnCells(row, layout)
    var read = Observation.Row(row.number, area)
    for (number, frameworks) in layout.blocks.enumerated() {
      do throws(Refused) {
        let visit = try visit(row, layout, number, frameworks)
        if let visit { read.add(visit) }
      } catch {
        read.refusal = error.remark
        read.visits = []
        break
      }
    }
    table.rows.append(read)
    return true
  }

  /// How many rows are told one by one that are ragged.
  private static let mostRagged = 20

  private mutating func remarkOnCells(_ row: borrowing CSVRow, _ layout: TableHeadings) {
    let (own, all) = (row.count, layout.headings.count)
    // Converters leave out what is blank at the end of a row, and some write it.
    let hasMore = own > all && (all..<own).contains { !row.isEmpty($0) }
    guard hasMore || own < all && table.sheet == nil else { return }
    ragged += 1
    if ragged > Self.mostRagged { return }
    remark(row.number, nil, "it has \(counted(own, "cell")), the headings \(all)")
  }

  private mutating func remarkOnDoubles(_ place: (row: Int, layout: TableHeadings)) {
    for column in place.layout.doubles {
      let words = "another column holds the same kind of thing; only the first is read"
      remark(place.row, column, words)
    }
  }

  private struct Refused: Error {
    let remark: Observation.Remark
  }

  /// What the row calls its area; nil for a row without one, such as a note below the table.
  private mutating func areaName(
    _ row: borrowing CSVRow, _ layout: TableHeadings
  ) -> Observation.AreaName? {
    guard let column = layout.column(.area) ?? layout.column(.code) else { return nil }
    let written = cellWords.text(row, column)
    let code = layout.column(.code).map { cellWords.text(row, $0) } ?? ""
    let number = layout.column(.number).map { cellWords.text(row, $0) } ?? ""
    if written.isEmpty, code.isEmpty { return nil }
    return Observation.AreaName(
      code: code.isEmpty ? nil : code, number: number.isEmpty ? nil : number,
      name: written.isEmpty ? code : written, column: column)
  }

  // MARK: - Visits

  private mutating func visit(
    _ row: borrowing CSVRow, _ layout: TableHeadings, _ block: Int, _ frameworks: [String]
  ) throws(Refused) -> Observation.Visit? {
    var visit = Observation.Visit(frameworks: frameworks)
    visit.address = survey.mapping?.address
    visit.from = try day(row, layout, .from, block)
    visit.to = try day(row, layout, .to, block)
    visit.published = try day(row, layout, .published, block)
    dropRepeated(&visit, row.number)
    visit.grades.reserveCapacity(min(5, layout.columns.count))
    for column in layout.columns where column.block == block {
      if case .grade(let aspect) = column.role {
        if let graded = graded(row, aspect, column.place) { visit.grades.append(graded) }
      }
    }
    if visit.day == nil {
      guard let first = visit.grades.first(where: { $0.grade != nil }) else { return nil }
      throw Refused(
        remark: .init(row: row.number, column: first.column, "a grade without a day"))
    }
    try setFrameworks(&visit, row, layout, block)
    try checkOrder(visit, row.number)
    visit.joinCareLeavers()
    if let column = layout.column(.theme, block: block), !row.isEmpty(column) {
      visit.theme = Observation.Cell(row.line(column), column: column)
    }
    if let column = layout.column(.address, block: block) {
      let address = row.line(column)
      if address.hasPrefix("https://") || address.hasPrefix("http://") { visit.address = address }
    }
    return visit
  }

  private mutating func day(
    _ row: borrowing CSVRow, _ layout: TableHeadings, _ role: ColumnRole, _ block: Int
  ) throws(Refused) -> Observation.Cell<Day>? {
    guard let column = layout.column(role, block: block), !row.isEmpty(column) else { return nil }
    if row.isISO(column), let day = row.withBytes(column, { Day(iso: .init($0)) }),
      day.year > 1970, day.day != nil
    {
      return Observation.Cell(day, column: column)
    }
    let days = survey.days[column] ?? DayColumn()
    switch days.cell(row.line(column), short: table.kind.hasShortYears) {
    case .none: return nil
    case .notInspected:
      notInspected += 1
      return nil
    case .day(let day): return Observation.Cell(day, column: column)
    case .filler(let day):
      remark(row.number, column, "\(day) stands for no day; it is ignored")
      return nil
    case .fault(let sentence):
      throw Refused(remark: .init(row: row.number, column: column, sentence))
    }
  }

  /// Nothing is published on the day it starts.
  private mutating func dropRepeated(_ visit: inout Observation.Visit, _ row: Int) {
    guard let from = visit.from, from.value == visit.published?.value else { return }
    visit.from = nil
    if !survey.startsRepeat {
      remark(row, from.column, "the start is the day of publication; it is ignored")
    }
  }

  private func checkOrder(_ visit: Observation.Visit, _ row: Int) throws(Refused) {
    if let from = visit.from, let published = visit.published, from.value > published.value {
      let words = "it starts on \(from.value), after it was published on \(published.value)"
      throw Refused(remark: .init(row: row, column: from.column, words))
    }
    if let from = visit.from, let published = visit.published,
      let days = from.value.days(until: published.value), days > Self.daysToReport
    {
      let words =
        "it starts on \(from.value), more than a year before it was published on "
        + "\(published.value)"
      throw Refused(remark: .init(row: row, column: from.column, words))
    }
    if let from = visit.from, let to = visit.to, from.value > to.value {
      throw Refused(
        remark: .init(row: row, column: to.column, "it ends on \(to.value), before it starts"))
    }
  }

  /// Of all inspections that we know, the longest took 225 days to its report.
  private static let daysToReport = 366

  /// By the column that names the kind of inspection; by the day where there is none. What a table
  /// of no known kind calls it, the register may know.
  private mutating func setFrameworks(
    _ visit: inout Observation.Visit, _ row: borrowing CSVRow, _ layout: TableHeadings, _ block: Int
  ) throws(Refused) {
    if let column = layout.column(.type, block: block), !row.isEmpty(column) {
      let words = cellWords.text(row, column)
      let known = kinds[words] ?? Frameworks.named(words)
      let named = table.kind == .mapped ? [words] + (known ?? []) : known
      if let named {
        kinds[words] = known
        (visit.frameworks, visit.frameworkColumn) = (named, column)
        return
      }
      count(words, column, row.number)
      throw Refused(
        remark: .init(
          row: row.number, column: column, "“\(words)” is not a kind of inspection we know"))
    }
    if visit.frameworks == Frameworks.ilacs, let day = visit.day {
      visit.frameworks = Frameworks.likely(on: day)
    }
    if visit.frameworks.isEmpty {
      let column = layout.column(.type, block: block)
      let words = "it does not say which kind of inspection it was"
      throw Refused(remark: .init(row: row.number, column: column, words))
    }
  }

  private mutating func count(_ words: String, _ column: Int, _ row: Int) {
    let new = Observation.Unmapped(words, column: column, count: 0, firstRow: row)
    unmapped[Words(words: words, column: column), default: new].count += 1
  }

  // MARK: - Grades

  /// What a mapping says of the words of a cell; nil where it says nothing.
  private func mapped(_ text: String) -> GradeCell? {
    switch survey.mapping?.grades[text.lowercased()] {
    case .grade(let grade): .grade(grade)
    case .reason(let reason): .reason(reason)
    case nil: nil
    }
  }

  private mutating func graded(
    _ row: borrowing CSVRow, _ aspect: Aspect, _ column: Int
  ) -> Observation.Graded? {
    if row.isEmpty(column) { return nil }
    let text = cellWords.text(row, column)
    let cell = grades[text] ?? mapped(text) ?? GradeCell(text)
    // The words of a scale are few; sentences are not kept.
    if text.utf8.count < 40 { grades[text] = cell }
    switch cell {
    case .none: return nil
    case .grade(let grade): return Observation.Graded(aspect, grade, column: column)
    case .reason(let reason):
      return Observation.Graded(aspect, nil, reason: reason, column: column)
    case .footnote:
      remark(row.number, column, "“\(text)” has more in it than a grade; it is kept as words")
    case .unknown: count(text, column, row.number)
    }
    return Observation.Graded(aspect, nil, reason: .unreadable, words: text, column: column)
  }
}

extension TableObservation.Row {
  /// Two re-inspections that were published together, each on an aspect of its own, are one.
  fileprivate mutating func add(_ visit: TableObservation.Visit) {
    guard !visits.isEmpty else { return visits.append(visit) }
    let aspects = Set(visit.grades.map(\.aspect))
    let same = visits.firstIndex { other in
      other.frameworks == visit.frameworks && other.day == visit.day
        && aspects.isDisjoint(with: other.grades.map(\.aspect))
    }
    if let same { visits[same].grades += visit.grades } else { visits.append(visit) }
  }
}

extension TableObservation.Visit {
  /// Until December 2022 one grade was for children in care and care leavers; tables have it in the
  /// column of the first.
  fileprivate mutating func joinCareLeavers() {
    guard frameworks.contains("ilacs"),
      let place = grades.firstIndex(where: { $0.aspect == .inCare }),
      !grades.contains(where: { $0.aspect == .careLeavers && $0.grade != nil })
    else { return }
    if let from, from.value.year >= 2023 { return }
    // Known by its report alone, it is one of these if no grade is given to care leavers.
    if from == nil, let published, published.value.year > 2023 { return }
    grades[place].aspect = .inCareAndCareLeavers
    grades.removeAll { $0.aspect == .careLeavers }
  }
}
