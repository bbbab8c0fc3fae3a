import InspectionModel
import TerminalCore

/// Narrows a list as one types; Escape brings back what was listed before.
struct FilterPrompt: Prompt {
  let label = "/"
  var editor: LineEditor
  private let former: String

  init(_ filter: String) {
    former = filter
    editor = LineEditor(filter)
  }

  mutating func changed(_ context: Context) -> [Step] { [.filter(editor.text)] }

  /// The arrows move in the list while one types.
  mutating func take(_ key: Key, _ context: Context) -> [Step]? {
    switch key {
    case .down: [.act(.down)]
    case .up: [.act(.up)]
    default: nil
    }
  }

  mutating func accept(_ context: Context) -> [Step] { [.closePrompt] }

  func cancel(_ context: Context) -> [Step] { [.filter(former), .closePrompt] }
}
