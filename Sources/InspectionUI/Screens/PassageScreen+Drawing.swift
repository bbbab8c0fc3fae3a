import InspectionAnalysis
import InspectionModel
import InspectionOperations
import TerminalCore

/// How it looks: the passage, what is coded in it, the letter around it, the codebook beside it.
extension PassageScreen {
  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let panes = panes(context)
    let view = PassageView(passage: context.register.view(passage))
    view.drawHead(on: &canvas, in: panes.head, context.keymap)
    drawText(view, on: &canvas, in: panes.text)
    drawCoded(on: &canvas, in: panes.list, context)
    if !panes.isLow, let (lines, _, end) = linesAround {
      drawLetter(
        lines.dropFirst(end + letterOffset), on: &canvas, in: panes.after,
        passageLines: textLines(panes, context))
    }
    if let codebook = panes.codebook {
      CodebookPane(register: context.register, inHand: inHand(context))
        .draw(on: &canvas, in: codebook)
    }
  }

  /// The criterion being typed, else that of the contribution under the cursor, else the one last
  /// coded.
  private func inHand(_ context: Context) -> Row? {
    func row(_ id: String?) -> Row? { id.flatMap { context.register.row(.criterion, key: $0) } }
    let current = contributions.current.flatMap { context.register[$0].reference(.criterion) }
    return row(context.criterionInHand) ?? current ?? row(context.lastCode.last?.criterion)
  }

  /// The text from where it is scrolled to; before and after it, in a low window, the letter.
  private func drawText(_ view: PassageView, on canvas: inout Canvas, in rect: Rect) {
    let (above, rest) = rect.split(rows: max(0, -skip))
    let all = view.lines(width: rect.width).count
    let count = all - max(0, skip)
    let (text, below) = rest.split(rows: max(0, count))
    view.drawText(on: &canvas, in: text, skip: max(0, skip), search)
    guard let (lines, start, end) = linesAround else { return }
    drawLetter(
      lines.dropFirst(max(0, start + skip)), on: &canvas, in: above, passageLines: all)
    drawLetter(
      lines.dropFirst(end + max(0, -count)), on: &canvas, in: below, passageLines: all)
  }

  /// Lines of the letter around the passage, dimmed, the passage itself not.
  private func drawLetter(
    _ lines: ArraySlice<LaidOutLetter.Line>, on canvas: inout Canvas, in rect: Rect,
    passageLines: Int
  ) {
    for (offset, line) in lines.prefix(rect.height).enumerated() {
      let number = searched(lines.startIndex + offset, passageLines: passageLines)
      let role: Role = line.isHeading ? .heading : line.passage == passage ? .text : .dim
      let margin = line.part == nil ? 0 : LaidOutLetter.margin
      canvas.draw(
        line.label, x: rect.x, y: rect.y + offset, width: LaidOutLetter.margin, style: Style(role))
      let pieces = [(line.text, role)]
      var writer = PaneWriter(rect.row(offset).inset(left: margin))
      writer.write(number.flatMap { search?.marked(pieces, line: $0) } ?? pieces, on: &canvas)
    }
  }

  private func drawCoded(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    if contributions.rows.isEmpty {
      var writer = PaneWriter(rect)
      let isCovered = context.blinding?.covers(passage) ?? false
      writer.write(
        [
          (isCovered ? "Nothing by you yet. " : "Nothing coded yet. ", .dim), ("c", .match),
          (" opens the code line.", .dim),
        ], on: &canvas)
      if isCovered, let hidden = context.blinding?.sentence {
        writer.paragraph("What others coded here does not show: \(hidden).", .dim, on: &canvas)
      }
    } else if context.isTyping, rect.height == 1 {
      let book = CodeAlphabet(context.register)
      let coded = contributions.rows.map { book.code(of: context.register.view($0)) }
      var writer = PaneWriter(rect)
      writer.write([("coded ", .dim), (coded.joined(separator: " "), .match)], on: &canvas)
    } else {
      context.view(of: contributions).draw(
        on: &canvas, in: rect)
      drawSuspicion(on: &canvas, below: rect, context)
    }
  }

  /// Why the contribution under the cursor is suspect, on the blank line after the list.
  private func drawSuspicion(on canvas: inout Canvas, below rect: Rect, _ context: Context) {
    guard let row = contributions.current,
      let reason = context.register.view(row, as: Contribution.self).suspect
    else { return }
    let key = context.keymap.keys(for: .confirm).map { " (\($0) confirms it)" } ?? ""
    canvas.draw(
      Text.fit("suspect\(key): \(reason)", columns: rect.width - 1), x: rect.x + 1, y: rect.bottom,
      width: rect.width - 1, style: Style(.shortfall))
  }

  func textLines(_ panes: Panes, _ context: Context) -> Int {
    PassageView(passage: context.register.view(passage)).lines(width: panes.text.width).count
  }

  struct Panes {
    var head: Rect
    var text: Rect
    var list: Rect
    var after: Rect
    var codebook: Rect?

    /// There is no room for the letter under what is coded: it is scrolled into from the passage.
    var isLow: Bool { after.height <= 2 }
  }

  /// The text takes what it needs, up to half of the height, the list what it needs below, the
  /// letter the rest. While one types in a low window the text has all the room there is, and what
  /// is coded is one line.
  func panes(_ context: Context) -> Panes {
    let codebook = context.hasCodebook ? CodebookPane.width(of: context.body.width) : 0
    let (main, right) = context.body.split(columns: context.body.width - codebook)
    let (head, rest) = main.inset(left: 1, right: 1).split(rows: min(2, main.height))
    let view = PassageView(passage: context.register.view(passage))
    let listHeight = contributions.rows.isEmpty ? 1 : contributions.rows.count + 1
    let wanted = view.lines(width: rest.width).count
    let isShort = context.isTyping && wanted + min(listHeight, 5) + 1 > rest.height
    let (gap, least) = isShort ? (0, 1) : (1, min(listHeight, 5))
    let (text, below) = rest.split(rows: min(wanted, max(1, rest.height - least - gap)))
    let (list, after) = below.inset(top: gap).split(rows: isShort ? 1 : listHeight)
    return Panes(
      head: head, text: text, list: list, after: after.inset(top: 1),
      codebook: context.hasCodebook ? right : nil)
  }
}
