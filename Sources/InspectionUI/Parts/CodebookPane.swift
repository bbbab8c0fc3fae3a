import InspectionModel
import TerminalCore

/// The criteria, with what each means, and the letters of agencies, beside a passage. All that they
/// say where there is room; else all that the one in hand says, and of the others what goes in.
struct CodebookPane {
  let register: Register
  /// The criterion one is thinking of: the one being typed, that of the contribution under the
  /// cursor, or the last coded.
  var inHand: Row?

  /// The columns it takes of a window: what a passage has no use for, and enough for a definition
  /// to be read.
  static func width(of columns: Int) -> Int { min(100, max(40, columns * 3 / 8, columns - 104)) }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    for y in rect.rows { canvas.draw("│", x: rect.x, y: y, width: 1, style: Style(.rule)) }
    let inner = rect.inset(left: 2)
    var writer = PaneWriter(inner)
    let criteria = register.all(Criterion.self).filter { $0.status == nil }
    let hand = criteria.first { $0.row == inHand } ?? criteria.first
    let plan = plan(criteria, hand, in: inner)
    for criterion in criteria {
      let isInHand = criterion.row == hand?.row
      writer.write(
        [
          (criterion.digit.map(String.init) ?? " ", .match),
          (" " + criterion.name, isInHand ? .heading : .text),
        ], on: &canvas)
      let detail = isInHand ? plan.inHand : plan.others
      CriterionText.write(criterion, detail, with: &writer, on: &canvas, indent: 2)
    }
    let agencies = Self.rows(of: register.all(Agency.self), width: inner.width)
    guard inner.height - writer.line > agencies.count else { return }
    writer.blank()
    for row in agencies { writer.write(row, on: &canvas) }
  }

  /// The most that goes in: first of all of them, then of the one in hand, then of the others.
  private func plan(
    _ criteria: [Criterion], _ hand: Criterion?, in rect: Rect
  ) -> (inHand: CriterionText.Detail, others: CriterionText.Detail) {
    func height(_ inHand: CriterionText.Detail, _ others: CriterionText.Detail) -> Int {
      criteria.reduce(0) { sum, criterion in
        let detail = criterion.row == hand?.row ? inHand : others
        return sum + 1 + CriterionText.height(criterion, detail, width: rect.width - 2)
      }
    }
    let plans: [(inHand: CriterionText.Detail, others: CriterionText.Detail)] = [
      (.parted, .parted), (.running, .running), (.parted, .definition), (.parted, .line),
      (.running, .line), (.parted, .name), (.running, .name),
    ]
    return plans.first { height($0.inHand, $0.others) <= rect.height } ?? (.name, .name)
  }

  /// Agencies with their letters, as many in a row as go in.
  private static func rows(of agencies: [Agency], width: Int) -> [[(String, Role)]] {
    let entries = agencies.map {
      CodeLegend.Entry(key: $0.letter.map { String($0) } ?? " ", name: $0.name)
    }
    return CodeLegend(groups: [entries]).rows(width: width)
  }
}
