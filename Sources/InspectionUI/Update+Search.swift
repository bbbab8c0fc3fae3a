import InspectionModel

/// Searching in the text of a screen.
extension State {
  /// Searches the text on the screen, and shows the first hit from a line on.
  mutating func search(for wanted: String, from line: Int) {
    let context = context
    let lines = screen.textLines(context)
    screen.search?.find(wanted, in: lines, from: line)
    screen.reveal(line: screen.search?.line ?? line, context)
  }

  /// Goes on to another hit.
  mutating func goToHit(by step: Int) {
    guard let search = screen.search else {
      let way = screen.list == nil ? "" : "; \(keys(.filter)) narrows the list"
      message = Message("there is no text here to search\(way)", .hint)
      return
    }
    guard search.isOn else {
      message = Message("nothing is searched for; \(keys(.filter)) searches this text", .hint)
      return
    }
    if screen.search?.move(by: step) == true {
      message = Message("the search goes on from the \(step > 0 ? "top" : "end")")
    }
    if let line = screen.search?.line { screen.reveal(line: line, context) }
  }

  /// Finds again what is searched for, where the text has changed or is laid out anew.
  mutating func renewSearch() {
    guard screen.search?.isOn == true else { return }
    let lines = screen.textLines(context)
    screen.search?.renew(lines)
  }

  private func keys(_ action: Action) -> String { keymap.keys(for: action) ?? action.spec.name }
}
