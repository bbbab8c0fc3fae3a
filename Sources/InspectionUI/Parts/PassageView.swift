import InspectionModel
import TerminalCore

/// How a passage is shown large, with the letter that goes on after it.
struct PassageView {
  let passage: Passage

  /// Longer lines are hard to follow from end to start.
  private static let longestLine = 100

  /// Where it stands, and the agencies the reader found in it; without the letter's text, the key
  /// that reads the letter.
  func drawHead(on canvas: inout Canvas, in rect: Rect, _ keymap: Keymap) {
    var writer = PaneWriter(rect)
    let place = [
      passage.index.map { "\(passage.section?.name ?? "passage") \($0)" },
      passage.page.map { "page \($0)" }, passage.inspection?.title, passage.heading,
    ].compactMap(\.self).joined(separator: " · ")
    writer.write(place, passage.section?.role ?? .heading, on: &canvas)
    let suggested = passage.suggested.map(\.name).joined(separator: ", ")
    if !suggested.isEmpty {
      writer.write([("agencies named: ", .dim), (suggested, .match)], on: &canvas)
    } else if passage.text == nil, let key = keymap.keys(for: .readReport) {
      writer.write(
        [
          ("the letter's own text is not in the register: ", .dim), (key, .match),
          (" reads it", .dim),
        ],
        on: &canvas)
    }
  }

  /// A line of what a passage says, and whether it is the letter that says it.
  struct Line {
    let part: Substring
    let isLetters: Bool
  }

  /// The letter's text, then the summary, as far as there is either.
  func lines(width: Int) -> [Line] {
    let columns = max(1, min(Self.longestLine, width))
    let text = passage.text.map { Text.wrap($0, columns: columns) } ?? []
    let author = passage.record.text(.by).map { " by \($0)" } ?? ""
    let summary =
      passage.summary.map { Text.wrap("≈ Summary\(author): \($0)", columns: columns) } ?? []
    return text.map { Line(part: $0, isLetters: true) }
      + summary.map { Line(part: $0, isLetters: false) }
  }

  /// The text from a line on, the words of the agencies named in it marked; a mark in the margin
  /// says where it goes on above or below.
  func drawText(
    on canvas: inout Canvas, in rect: Rect, skip: Int, _ search: TextSearch? = nil
  ) {
    let lines = lines(width: rect.width)
    let marked = MarkedText(passage, in: passage.text ?? "")
    let plain: Role = passage.text == nil ? .text : .dim
    for (number, line) in lines.dropFirst(skip).prefix(rect.height).enumerated() {
      var x = rect.x
      let pieces = line.isLetters ? marked.pieces(of: line.part) : [(String(line.part), plain)]
      let shown = search?.marked(pieces, line: skip + number) ?? pieces
      for (text, role) in shown where x < rect.right {
        x += canvas.draw(
          text, x: x, y: rect.y + number, width: rect.right - x, style: Style(role))
      }
    }
    if skip > 0, rect.height > 0 {
      canvas.draw("↑", x: rect.x - 1, y: rect.y, style: Style(.match))
    }
    if lines.count > skip + rect.height, rect.height > 0 {
      canvas.draw("↓", x: rect.x - 1, y: rect.bottom - 1, style: Style(.match))
    }
  }
}

extension Passage {
  /// The section it stands in and the heading above it: what changes from one page of a letter to
  /// the next.
  var place: String {
    let section = section.map { $0.name.prefix(1).uppercased() + $0.name.dropFirst() }
    return [section, heading].compactMap(\.self).joined(separator: " · ")
  }
}
