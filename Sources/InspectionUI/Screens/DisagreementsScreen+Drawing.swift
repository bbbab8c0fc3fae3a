import InspectionAnalysis
import InspectionModel
import InspectionOperations
import TerminalCore

/// How it looks: the passage, and under it what the two passes say, A and B.
extension DisagreementsScreen {
  struct Panes {
    var head: Rect
    var text: Rect
    var readings: Rect
    var codebook: Rect?
    /// What each says is one line, as one would type it, so that a line typed below leaves both in
    /// view.
    var isShort: Bool
  }

  /// The readings have the lines they need; the passage the rest.
  func panes(_ unit: PassComparison.Unit, _ context: Context) -> Panes {
    let codebook = context.hasCodebook ? CodebookPane.width(of: context.body.width) : 0
    let (main, right) = context.body.split(columns: context.body.width - codebook)
    let (head, rest) = main.inset(left: 1, right: 1).split(rows: min(3, main.height))
    let view = PassageView(passage: context.register.view(unit.passage))
    let wanted = view.lines(width: rest.width).count
    let said = 3 + [unit.first, unit.second].map { max(1, $0.count) }.reduce(0, +)
    let isShort = context.isTyping && wanted + said > rest.height
    let lines = isShort ? 2 : min(said, max(0, rest.height - 3))
    let (text, below) = rest.split(rows: min(wanted, max(1, rest.height - lines)))
    return Panes(
      head: head, text: text, readings: isShort ? below : below.inset(top: 1),
      codebook: context.hasCodebook ? right : nil, isShort: isShort)
  }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    guard let unit else {
      var writer = PaneWriter(rect.inset(left: 1))
      writer.write("Both passes code every passage alike.", .good, on: &canvas)
      return
    }
    let panes = panes(unit, context)
    drawHead(unit, on: &canvas, in: panes.head, context)
    let view = PassageView(passage: context.register.view(unit.passage))
    view.drawText(on: &canvas, in: panes.text, skip: skip)
    if panes.isShort {
      drawShort(unit, on: &canvas, in: panes.readings, context.register)
    } else {
      drawReadings(unit, on: &canvas, in: panes.readings, context.register)
    }
    guard let codebook = panes.codebook else { return }
    let typed = context.criterionInHand.flatMap(context.criterion)?.row
    let inHand = typed ?? unit.first.first?.criterion?.row
    CodebookPane(register: context.register, inHand: inHand).draw(on: &canvas, in: codebook)
  }

  private func drawHead(
    _ unit: PassComparison.Unit, on canvas: inout Canvas, in rect: Rect, _ context: Context
  ) {
    let left = units.count { !settled.contains($0.passage) }
    var writer = PaneWriter(rect)
    writer.write(
      [
        ("\(left) of \(units.count) left", .heading),
        (" · \(Int((unit.distance * 100).rounded())) % apart", .dim),
        (settled.contains(unit.passage) ? " · settled" : "", .strength),
      ], on: &canvas)
    PassageView(passage: context.register.view(unit.passage))
      .drawHead(on: &canvas, in: rect.inset(top: 1), context.keymap)
  }

  /// A and B with what each says.
  private func readings(
    _ unit: PassComparison.Unit, _ register: Register
  ) -> [(name: String, said: [Contribution])] {
    let isSwapped = showsSecondAsA(unit, register)
    let (a, b) = isSwapped ? (unit.second, unit.first) : (unit.first, unit.second)
    return [("A", a), ("B", b)]
  }

  private func drawShort(
    _ unit: PassComparison.Unit, on canvas: inout Canvas, in rect: Rect, _ register: Register
  ) {
    let book = CodeAlphabet(register)
    var writer = PaneWriter(rect)
    for (name, said) in readings(unit, register) {
      let codes = said.isEmpty ? "nothing" : said.map(book.code).joined(separator: " ")
      writer.write([(name, .key), (" ", .text), (codes, .match)], on: &canvas)
    }
  }

  private func drawReadings(
    _ unit: PassComparison.Unit, on canvas: inout Canvas, in rect: Rect, _ register: Register
  ) {
    var writer = PaneWriter(rect)
    let readings = readings(unit, register)
    let codings = readings.map { Set($0.said.compactMap(Coding.init)) }
    for (index, (name, said)) in readings.enumerated() {
      writer.write([(name, .key)], on: &canvas)
      if said.isEmpty { writer.write("   nothing to code", .dim, on: &canvas) }
      for contribution in said {
        let isShared = Coding(contribution).map(codings[1 - index].contains) ?? false
        write(contribution, isShared: isShared, with: &writer, on: &canvas)
      }
    }
    let decisions = register.view(agreed, as: Review.self).decisions
    if let decision = decisions.first(where: { $0.passage?.row == unit.passage }) {
      writer.blank()
      writer.paragraph("settled: \(decision.reason)", .strength, on: &canvas)
    }
  }

  /// What both say is dimmed, so that what differs stands out.
  private func write(
    _ contribution: Contribution, isShared: Bool, with writer: inout PaneWriter,
    on canvas: inout Canvas
  ) {
    guard let draft = CodeDraft(contribution) else { return }
    let criterion = contribution.criterion.map { " \($0.key) \($0.name)" } ?? ""
    writer.write(
      [
        ("   ", .text), (draft.direction.rawValue + " ", isShared ? .dim : draft.direction.role),
        (contribution.agency?.name ?? draft.agency, isShared ? .dim : .text),
        (criterion + draft.partners, .dim), (isShared ? "  both" : "", .dim),
      ], on: &canvas)
    if let note = contribution.note { writer.paragraph(note, .dim, on: &canvas, indent: 5) }
  }
}
