import TerminalCore

/// Searches the text on the screen as one types; Escape brings back what was searched for before,
/// and the place.
struct SearchPrompt: Prompt {
  let label = "/"
  var showsPosition: Bool { true }
  var editor = LineEditor()
  private let former: any Screen

  init(on screen: any Screen) { former = screen }

  /// Each time from where one was, however far the search has gone meanwhile.
  func changed(_ context: Context) -> [Step] {
    [.change(.search(editor.text, from: former.topLine))]
  }

  /// Without a word, what was searched for before is searched on.
  func accept(_ context: Context) -> [Step] {
    editor.text.isEmpty ? [.closePrompt, .act(.nextHit)] : [.closePrompt]
  }

  func cancel(_ context: Context) -> [Step] { [.change(.restore(former)), .closePrompt] }
}
