import InspectionModel
import TerminalCore

/// What a criterion says, line by line.
enum CriterionText {
  /// Its definition, what belongs to it, what does not, and an example.
  static func write(
    _ criterion: Criterion, with pen: inout Pen, on canvas: inout Canvas, indent: Int = 0
  ) {
    if let definition = criterion.definition {
      pen.paragraph(definition, .text, on: &canvas, indent: indent)
    }
    let parts = [
      ("include", criterion.include), ("exclude", criterion.exclude),
      ("example", criterion.example),
    ]
    for (name, text) in parts {
      if let text { pen.paragraph("\(name): \(text)", .dim, on: &canvas, indent: indent) }
    }
  }

  /// The lines it takes at a width.
  static func height(_ criterion: Criterion, width: Int) -> Int {
    let texts = [
      criterion.definition, criterion.include.map { "include: " + $0 },
      criterion.exclude.map { "exclude: " + $0 }, criterion.example.map { "example: " + $0 },
    ]
    return texts.compactMap(\.self).map { Text.wrap($0, columns: max(1, width)).count }
      .reduce(0, +)
  }
}

/// The criteria, with what each means, beside a passage. What there is room for: all that they say, else their definitions
/// and all that the one in hand says, else their names.
struct CodeBookPane {
  let register: Register
  /// The criterion one is thinking of: that of the contribution under the cursor, or the one last coded.
  var inHand: Row?

  /// The columns it takes of a screen: more where there is room, so that names are whole.
  static func width(of columns: Int) -> Int { min(60, max(40, columns / 4)) }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    for y in rect.rows { canvas.draw("│", x: rect.x, y: y, width: 1, style: Style(.rule)) }
    let inner = rect.inset(left: 2)
    var pen = Pen(inner)
    let criteria = register.all(Criterion.self).filter { $0.status == nil }
    let agencies = register.all(Agency.self)
    let hand = criteria.first { $0.row == inHand } ?? criteria.first
    let agencyRows = Self.columns(agencies, width: inner.width)
    let names = criteria.count + agencyRows.count + 1
    let handHeight = hand.map { CriterionText.height($0, width: inner.width - 2) } ?? 0
    let everything = criteria.map { CriterionText.height($0, width: inner.width - 2) }.reduce(0, +)
    let definitions = criteria.compactMap(\.definition)
      .map { Text.wrap($0, columns: max(1, inner.width - 2)).count }.reduce(0, +)
    for criterion in criteria {
      let isInHand = criterion.row == hand?.row
      pen.write(
        [
          (criterion.digit.map(String.init) ?? " ", .match),
          (" " + criterion.name, isInHand ? .heading : .text),
        ], on: &canvas)
      if everything + names <= inner.height || (isInHand && names + handHeight <= inner.height) {
        CriterionText.write(criterion, with: &pen, on: &canvas, indent: 2)
      } else if names + handHeight + definitions <= inner.height,
        let definition = criterion.definition
      {
        pen.paragraph(definition, .dim, on: &canvas, indent: 2)
      }
    }
    pen.blank()
    for row in agencyRows { pen.write(row, on: &canvas) }
  }

  /// Agencies with their letters, two in a row.
  private static func columns(_ agencies: [Agency], width: Int) -> [[(String, Role)]] {
    let half = (agencies.count + 1) / 2
    let columns = width / 2 - 2
    return (0..<half).map { index in
      [index, index + half].filter(agencies.indices.contains).flatMap { index -> [(String, Role)] in
        let name = Text.fit(agencies[index].name, columns: columns - 1)
        let padding = String(repeating: " ", count: max(0, columns - Text.columns(name)))
        return [
          (agencies[index].letter.map(String.init) ?? " ", .match), (" " + name + padding, .text),
        ]
      }
    }
  }
}
