import InspectionAnalysis
import InspectionModel
import TerminalCore

/// What is known of an inspection, as a pane.
struct InspectionFacts {
  let inspection: Inspection

  func draw(on canvas: inout Canvas, in rect: Rect) {
    var pen = Pen(rect)
    pen.write(inspection.area?.name ?? inspection.key, .heading, on: &canvas)
    drawFacts(with: &pen, on: &canvas)
    pen.blank()
    drawAgencies(with: &pen, on: &canvas)
  }

  func drawFacts(with pen: inout Pen, on canvas: inout Canvas) {
    pen.fact("Theme", inspection.theme?.name, on: &canvas)
    pen.fact("Framework", inspection.framework?.name, on: &canvas)
    pen.fact("Fieldwork", fieldwork, on: &canvas)
    pen.fact("Published", published, on: &canvas)
    pen.fact("By", inspection.inspectorates.joined(separator: ", "), on: &canvas)
    if inspection.hasPriorityAction == true {
      pen.fact("Priority", "the letter has an area for priority action", .shortfall, on: &canvas)
    }
    pen.fact("Statement", inspection.statementDue.map { "due \($0)" }, on: &canvas)
    pen.fact(
      "Certainty", certainty, inspection.certainty == .partlyInferred ? .mixed : .text, on: &canvas)
    pen.fact("Note", inspection.note, .dim, on: &canvas)
    pen.fact("Source", inspection.sources.joined(separator: " "), .dim, on: &canvas)
  }

  /// The agencies coded so far, each with a sign and a count a direction.
  func drawAgencies(with pen: inout Pen, on canvas: inout Canvas) {
    let passages = inspection.passages
    pen.write("Agencies coded", .heading, on: &canvas)
    let tallies = AgencyTally.tallies(of: passages)
    if tallies.isEmpty { pen.write(nothingCoded(passages.count), .dim, on: &canvas) }
    for tally in tallies { pen.write(line(tally), on: &canvas) }
  }

  private func line(_ tally: AgencyTally) -> [(String, Role)] {
    let name = Text.fit(
      inspection.record.register.view(tally.agency, as: Agency.self).name, columns: 27)
    let padding = String(repeating: " ", count: 28 - Text.columns(name))
    return [(name + padding, .text)]
      + Direction.allCases.flatMap { direction -> [(String, Role)] in
        let count = tally.count(direction)
        let text = count == 0 ? "    ·" : "  \(direction.rawValue)\(count)"
        return [
          (
            String(repeating: " ", count: max(0, 5 - text.count)) + text,
            count == 0 ? .dim : direction.role
          )
        ]
      }
  }

  private func nothingCoded(_ passages: Int) -> String {
    passages == 0
      ? "no letter read yet: R reads one" : "nothing coded yet in \(passages) passages"
  }

  private var fieldwork: String? {
    guard let from = inspection.from else { return "days not known" }
    return inspection.to.map { "\(from) to \($0)" } ?? from.description
  }

  private var published: String? {
    if let published = inspection.published { return published.description }
    return inspection.listed.map { "listed \($0)" }
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
