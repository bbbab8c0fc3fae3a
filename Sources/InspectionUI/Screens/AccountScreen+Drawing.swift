import InspectionAnalysis
import InspectionModel
import TerminalCore

/// How it looks: the page, and below it the figure under the cursor in words.
extension AccountScreen {
  /// From how many columns the evidence of the figure under the cursor stands beside the page.
  private static let besideEvidence = 180

  func panes(_ context: Context) -> (page: Rect, detail: Rect) {
    let body = left(context).inset(left: 1, right: 1)
    return body.split(rows: body.height >= 12 ? body.height - 3 : body.height)
  }

  private func left(_ context: Context) -> Rect {
    let body = context.body
    return evidence(context).map { body.split(columns: $0.x - body.x - 3).0 } ?? body
  }

  /// The part of a wide window in which the evidence stands.
  private func evidence(_ context: Context) -> Rect? {
    let body = context.body
    guard body.width >= Self.besideEvidence, context.showsPreview != false else { return nil }
    return body.split(columns: body.width * 2 / 3 + 3).1.inset(right: 1)
  }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let (page, detail) = panes(context)
    guard let laidOut else {
      let said = problem.map { ($0.description, Role.warning) } ?? ("working it out …", .dim)
      var writer = PaneWriter(page)
      writer.paragraph(said.0, said.1, on: &canvas)
      return
    }
    let painter = AccountPainter(laidOut: laidOut, cursor: cursor, lefts: lefts)
    painter.draw(from: top, on: &canvas, in: page)
    drawDetail(laidOut, on: &canvas, in: detail)
    guard let evidence = evidence(context) else { return }
    for y in evidence.rows {
      canvas.draw("│", x: evidence.x - 2, y: y, width: 1, style: Style(.rule))
    }
    EvidencePane(current?.basis ?? [], context.register).draw(on: &canvas, in: evidence)
  }

  /// The figure under the cursor in words, and how many records stand behind it.
  private func drawDetail(_ laidOut: LaidOutAccount, on canvas: inout Canvas, in rect: Rect) {
    guard rect.height > 1, let cursor, let figure = current else { return }
    let rule = String(repeating: "─", count: rect.width)
    canvas.draw(rule, x: rect.x, y: rect.y, width: rect.width, style: Style(.rule))
    let n = figure.n.map { "  " + $0 } ?? ""
    var writer = PaneWriter(rect.inset(top: 1))
    if let problem { writer.paragraph(problem.description, .warning, on: &canvas) }
    writer.paragraph(laidOut.phrase(at: cursor) + n, on: &canvas)
  }
}
