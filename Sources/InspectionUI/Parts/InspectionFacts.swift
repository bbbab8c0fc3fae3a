import InspectionAnalysis
import InspectionModel
import TerminalCore

/// What is known of an inspection, as a pane.
struct InspectionFacts {
  let inspection: Inspection
  /// What hides a part of the register, if anything does.
  let blinding: Blinding?
  let keymap: Keymap

  func draw(on canvas: inout Canvas, in rect: Rect, cursor: Int? = nil) {
    var writer = PaneWriter(rect)
    drawHead(with: &writer, on: &canvas)
    drawAgencies(with: &writer, on: &canvas, cursor: cursor)
  }

  /// What stands above the agencies.
  private func drawHead(with writer: inout PaneWriter, on canvas: inout Canvas) {
    writer.write(inspection.area?.name ?? inspection.key, .heading, on: &canvas)
    drawFacts(with: &writer, on: &canvas)
    writer.blank()
  }

  /// The agency on a line of the pane; nil where none is.
  func agency(onLine line: Int, in rect: Rect) -> Int? {
    var writer = PaneWriter(rect)
    var unseen = Canvas(size: Size(columns: rect.right, rows: rect.bottom), style: Style(.text))
    drawHead(with: &writer, on: &unseen)
    let index = line - writer.line - 1
    return tallies.indices.contains(index) ? index : nil
  }

  func drawFacts(with writer: inout PaneWriter, on canvas: inout Canvas) {
    writer.fact("Theme", inspection.theme?.name, on: &canvas)
    writer.fact("Framework", inspection.framework?.name, on: &canvas)
    writer.fact("Fieldwork", fieldwork, on: &canvas)
    writer.fact("Published", published, on: &canvas)
    writer.fact("By", inspection.inspectorates.joined(separator: ", "), on: &canvas)
    writer.fact("Grade", inspection.overall?.outcome, on: &canvas)
    writer.fact("Judged", inspection.judgedBesideOverall, on: &canvas)
    if inspection.hasPriorityAction == true {
      writer.fact("Priority", "the letter has an area for priority action", .shortfall, on: &canvas)
    }
    writer.fact("Statement", statement, on: &canvas)
    writer.fact(
      "Certainty", certainty, inspection.certainty == .partlyInferred ? .mixed : .text, on: &canvas)
    writer.fact("Note", inspection.note, .dim, on: &canvas)
    writer.fact("Source", inspection.sources.joined(separator: " "), .dim, on: &canvas)
  }

  /// The agencies coded so far, in the order in which they are shown.
  var tallies: [AgencyTally] { AgencyTally.tallies(of: inspection.passages) }

  /// The agencies coded so far, with a count a direction under its sign.
  ///
  /// - Parameter cursor: the agency that is under the cursor, if one is.
  func drawAgencies(with writer: inout PaneWriter, on canvas: inout Canvas, cursor: Int? = nil) {
    let passages = inspection.passages
    let tallies = tallies
    guard let most = tallies.flatMap(\.counts.values).max() else {
      writer.write("Agencies coded", .heading, on: &canvas)
      writer.paragraph(nothingCoded(passages), .dim, on: &canvas)
      return
    }
    let width = String(most).count + 2
    let name = min(28, writer.rect.width - width * Direction.allCases.count)
    let signs = Direction.allCases.map { (right($0.rawValue, width), $0.role) }
    writer.write([(left("Agencies coded", name), .heading)] + signs, on: &canvas)
    for (index, tally) in tallies.enumerated() {
      let agency: Agency = inspection.record.register.view(tally.agency)
      let counts = Direction.allCases.map { direction in
        let count = tally.count(direction)
        return count == 0
          ? (right("·", width), .dim) : (right(String(count), width), direction.role)
      }
      let role: Role = index == cursor ? .cursor : .text
      writer.write([(left(agency.name, name), role)] + counts, on: &canvas)
    }
  }

  private func left(_ text: String, _ columns: Int) -> String {
    let text = Text.fit(text, columns: columns - 1)
    return text + String(repeating: " ", count: max(0, columns - Text.columns(text)))
  }

  private func right(_ text: String, _ columns: Int) -> String {
    String(repeating: " ", count: max(0, columns - text.count)) + text
  }

  private func nothingCoded(_ passages: [Passage]) -> String {
    if passages.isEmpty { return noLetter }
    let count = counted(passages.count, "passage")
    guard let blinding, let hidden = blinding.sentence,
      passages.contains(where: { blinding.covers($0.row) })
    else { return "nothing coded yet in \(count)" }
    return "nothing by you in \(count); \(hidden)"
  }

  /// That there is no letter, and how one gets it.
  var noLetter: String {
    guard inspection.hasReadableReport else { return "reports under this framework are not read" }
    let key = keymap.keys(for: .readReport) ?? Action.readReport.spec.name
    return "no report read yet: \(key) reads one"
  }

  private var fieldwork: String? {
    guard let from = inspection.from else { return "days not known" }
    return inspection.to.map { "\(from) to \($0)" } ?? from.description
  }

  private var published: String? {
    if let published = inspection.published { return published.description }
    return inspection.listed.map { "listed \($0)" }
  }

  /// The day the statement of action is due, and the agencies that write or join it.
  private var statement: String? {
    let agencies = inspection.statementAgencies.map(\.name).joined(separator: ", ")
    let parts = [
      inspection.statementDue.map { "due \($0)" }, agencies.isEmpty ? nil : "from \(agencies)",
    ].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  private var certainty: String? {
    switch inspection.certainty {
    case .statedInLetter: "stated in the letter"
    case .statedElsewhere: "stated elsewhere"
    case .partlyInferred: "partly inferred"
    case nil: nil
    }
  }
}
