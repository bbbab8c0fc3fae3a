import InspectionModel
import TerminalCore

/// Searching the passage, then the letter after it, then what stands before it in the letter.
extension PassageScreen {
  func textLines(_ context: Context) -> [String] {
    let view = PassageView(passage: context.register.view(passage))
    let text = view.lines(width: panes(context).text.width).map { String($0.part) }
    guard let (lines, start, end) = linesAround else { return text }
    return text + (lines[end...] + lines[..<start]).map(\.text)
  }

  var topLine: Int { max(0, skip) }

  /// The number under which a line of the letter is searched; nil for one of the passage itself,
  /// which is searched where it stands large.
  func searched(_ line: Int, passageLines: Int) -> Int? {
    guard let (lines, start, end) = linesAround else { return nil }
    if line >= end { return passageLines + line - end }
    return line < start ? passageLines + lines.count - end + line : nil
  }

  mutating func reveal(line: Int, _ context: Context) {
    let panes = panes(context)
    let count = textLines(panes, context)
    guard line >= count, let (lines, start, end) = linesAround else {
      skip = Self.place(of: line, from: skip, height: panes.text.height)
      return
    }
    let after = lines.count - end
    let isAfter = line - count < after
    if panes.isLow {
      let place = isAfter ? line : line - count - after - start
      skip = Self.place(of: place, from: skip, height: panes.text.height)
    } else {
      let place = isAfter ? line - count : line - count - after - end
      letterOffset = Self.place(of: place, from: letterOffset, height: panes.after.height)
    }
  }

  /// From where a window shows a line: from where it is, if it shows it already.
  private static func place(of line: Int, from top: Int, height: Int) -> Int {
    (top..<top + max(1, height)).contains(line) ? top : line - height / 3
  }
}
