import InspectionModel
import TerminalCore

/// Asks where a passage is two: by the words that the second part begins with.
struct SplitPrompt: Prompt {
  let label = "second part begins with "
  var editor = LineEditor()
  private let passage: Row
  private let text: String

  init(_ passage: Passage) {
    self.passage = passage.row
    text = passage.text ?? ""
  }

  /// Where the words typed stand, at the start of a word, not at the start of the passage.
  private var place: String.Index? {
    guard !editor.text.isEmpty else { return nil }
    var rest = text.dropFirst()
    while let found = rest.firstRange(of: editor.text) {
      if !text[text.index(before: found.lowerBound)].isLetter { return found.lowerBound }
      rest = rest[rest.index(after: found.lowerBound)...]
    }
    return nil
  }

  mutating func accept(_ context: Context) -> [Step] {
    guard let place,
      let change = PassageActions.splitting(context.register.view(passage), at: place)
    else {
      return [.say(Message("“\(editor.text)” does not stand within the passage", .warning))]
    }
    return [.closePrompt, .change(change)]
  }

  func height(in rect: Rect, _ context: Context) -> Int { min(2, rect.height) }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    canvas.fill(rect, with: Style(.text))
    var pen = Pen(rect)
    guard let place else {
      pen.write("type its first words", .dim, on: &canvas)
      return
    }
    pen.write([("… ", .dim), (String(text[..<place].suffix(60)), .text)], on: &canvas)
    pen.write([("┃ ", .match), (String(text[place...]), .text)], on: &canvas)
  }
}
