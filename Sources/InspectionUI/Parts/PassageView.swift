import InspectionModel
import TerminalCore

/// How a passage is shown large, with the letter that goes on after it.
struct PassageView {
  let passage: Passage

  /// Longer lines are hard to follow from end to start.
  private static let longestLine = 100

  /// Where it stands, and the agencies the reader found in it.
  func drawHead(on canvas: inout Canvas, in rect: Rect) {
    var pen = Pen(rect)
    let place = [
      passage.index.map { "\(passage.section?.name ?? "passage") \($0)" },
      passage.page.map { "page \($0)" }, passage.inspection?.title, passage.heading,
    ].compactMap(\.self).joined(separator: " · ")
    pen.write(place, passage.section?.role ?? .heading, on: &canvas)
    let suggested = passage.suggested.map(\.name).joined(separator: ", ")
    pen.write(
      suggested.isEmpty ? [] : [("agencies named: ", .dim), (suggested, .match)], on: &canvas)
  }

  func lines(width: Int) -> [Substring] {
    Text.wrap(passage.text, columns: max(1, min(Self.longestLine, width)))
  }

  /// The text from a line on, the words of the agencies named in it marked; a mark in the margin says where it goes on above or below.
  func drawText(on canvas: inout Canvas, in rect: Rect, skip: Int) {
    let lines = lines(width: rect.width)
    let marked = MarkedText(passage)
    for (line, part) in lines.dropFirst(skip).prefix(rect.height).enumerated() {
      var x = rect.x
      for (text, role) in marked.pieces(of: part) where x < rect.right {
        x += canvas.draw(
          text, x: x, y: rect.y + line, width: rect.right - x, style: Style(role))
      }
    }
    if skip > 0 { canvas.draw("↑", x: rect.x - 1, y: rect.y, style: Style(.match)) }
    if lines.count > skip + rect.height, rect.height > 0 {
      canvas.draw("↓", x: rect.x - 1, y: rect.bottom - 1, style: Style(.match))
    }
  }

  /// The passages that follow in the letter, as many as there is room for.
  func drawLetterAfter(on canvas: inout Canvas, in rect: Rect) {
    guard rect.height > 2, let passages = passage.inspection?.letterPassages,
      let index = passages.firstIndex(where: { $0.row == passage.row })
    else { return }
    var pen = Pen(rect)
    var former = passage
    for next in passages.dropFirst(index + 1) where !pen.isFull {
      if next.place != former.place { pen.write(next.place, .heading, on: &canvas) }
      former = next
      let label = next.code + String(repeating: " ", count: max(1, 5 - next.code.count))
      let lines = Text.wrap(next.text, columns: max(1, min(Self.longestLine, rect.width) - 5))
      for (number, line) in lines.enumerated() where !pen.isFull {
        pen.write([((number == 0 ? label : "     ") + line, .dim)], on: &canvas)
      }
    }
  }
}

extension Passage {
  /// The section it stands in and the heading above it: what changes from one page of a letter to the next.
  var place: String {
    let section = section.map { $0.name.prefix(1).uppercased() + $0.name.dropFirst() }
    return [section, heading].compactMap(\.self).joined(separator: " · ")
  }
}

/// The criteria, with what each means, beside a passage.
struct CodeBookPane {
  let register: Register

  /// The columns it takes of a screen: more where there is room, so that names are whole.
  static func width(of columns: Int) -> Int { min(60, max(40, columns / 4)) }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    for y in rect.rows { canvas.draw("│", x: rect.x, y: y, width: 1, style: Style(.rule)) }
    var pen = Pen(rect.inset(left: 2))
    for criterion in register.all(Criterion.self) {
      pen.write(
        [(criterion.digit.map(String.init) ?? " ", .match), (" " + criterion.name, .text)],
        on: &canvas)
      if let definition = criterion.definition, rect.height >= 30 {
        pen.paragraph(definition, .dim, on: &canvas, indent: 2)
      }
    }
    pen.blank()
    for agency in register.all(Agency.self) {
      pen.write(
        [(agency.letter.map(String.init) ?? " ", .match), (" " + agency.name, .text)], on: &canvas)
    }
  }
}
