import InspectionModel
import InspectionOperations
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

  private var place: String.Index? { SplitPassage.place(of: editor.text, in: text) }

  mutating func accept(_ context: Context) -> [Step] {
    let key = context.register[passage].key
    guard place != nil else {
      return [.say(Message("“\(editor.text)” is not in the passage", .warning))]
    }
    return [.closePrompt, .run(SplitPassage(key, where: editor.text))]
  }

  func height(in rect: Rect, _ context: Context) -> Int { min(2, rect.height) }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    canvas.fill(rect, with: Style(.text))
    var writer = PaneWriter(rect)
    guard let place else {
      writer.write("type its first words", .dim, on: &canvas)
      return
    }
    writer.write([("… ", .dim), (String(text[..<place].suffix(60)), .text)], on: &canvas)
    writer.write([("┃ ", .match), (String(text[place...]), .text)], on: &canvas)
  }
}
