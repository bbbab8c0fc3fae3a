import InspectionAnalysis
import InspectionModel
import TerminalCore

/// The pane of the agencies coded so far, which one goes to and back from.
extension InspectionScreen {
  func facts(_ context: Context) -> InspectionFacts {
    InspectionFacts(
      inspection: context.register.view(inspection), blinding: context.blinding,
      keymap: context.keymap)
  }

  /// What an action means while the cursor is there, or is to go there; nil for all else.
  mutating func performOnAgencies(
    _ action: Action, count: Int?, _ context: Context
  ) -> [Step]? {
    guard agency != nil || action == .nextUncoded else { return nil }
    let tallies = facts(context).tallies
    if action == .nextUncoded {
      guard !tallies.isEmpty else { return [.say(Message("no agency is coded here", .hint))] }
      agency = agency == nil ? 0 : nil
      return []
    }
    guard let agency else { return nil }
    let own: Set<Action> = [.down, .up, .first, .last, .back, .left, .open, .right]
    guard own.contains(action) else { return nil }
    let times = count ?? 1
    let last = tallies.count - 1
    if action == .open || action == .right {
      return open(tallies[min(agency, last)].agency, context)
    }
    let places: [Action: Int] = [
      .down: min(agency + times, last), .up: max(0, agency - times), .first: 0, .last: last,
    ]
    self.agency = places[action]
    return []
  }

  /// The contributions that the pane counts of an agency, as a list.
  private func open(_ agency: Row, _ context: Context) -> [Step] {
    let inspection: Inspection = context.register.view(inspection)
    let rows = inspection.passages.flatMap(\.countedContributions).filter {
      $0.agency?.row == agency
    }
    let name = context.register.view(agency, as: Agency.self).name
    guard !rows.isEmpty else { return [] }
    return [.push(SomeRecords.screen(rows.map(\.row), title: name, context.register))]
  }

  mutating func clickAgency(x: Int, line: Int, _ context: Context) -> [Step]? {
    let pane = panes(context).facts
    guard pane.columns.contains(x), pane.y == panes(context).passages.y,
      let index = facts(context).agency(onLine: line, in: pane)
    else { return nil }
    if agency == index { return performOnAgencies(.open, count: nil, context) }
    agency = index
    return []
  }
}
