import InspectionAnalysis
import InspectionModel
import TerminalCore

/// What a key or the mouse means.
extension State {
  mutating func press(_ key: Key) -> [Effect] {
    if key == .unknown {
      noteUnknownKey()
      return []
    }
    hasTyped = true
    if file.isLeaving {
      takeWhileLeaving(key)
      return []
    }
    let (name, former) = (placeName, screens)
    isTravelling = false
    defer { if !isTravelling, placeName != name { journey.leave(.screens(former)) } }
    if case .mouse(let event) = key { return takeMouse(event) }
    if case .cutPaste(let text) = key { return takeCutPaste(text) }
    message = nil
    return prompt == nil ? takeCommand(key) : takeInPrompt(key)
  }

  /// Says so and no more: what was begun by the keys before goes on.
  private mutating func noteUnknownKey() {
    guard prompt == nil, !file.isLeaving else { return }
    message = Message("the terminal sent a key that is not known here; \(showsKeys)")
  }

  private var showsKeys: String { "\(keymap.keys(for: .help) ?? ":help") shows the keys" }

  private mutating func takeCutPaste(_ text: String) -> [Effect] {
    let isTaken = prompt != nil
    // Half a word would be another word.
    let end = text.lastIndex(where: \.isWhitespace) ?? text.endIndex
    let effects = press(.paste(String(text[..<end])))
    if isTaken {
      let most = KeyParser.longestPaste >> 10
      message = Message("only the first \(most) KiB of what was pasted are taken in", .warning)
    }
    return effects
  }

  private mutating func takeInPrompt(_ key: Key) -> [Effect] {
    guard var prompt else { return [] }
    let steps: [Step]
    switch key {
    case .enter: steps = prompt.accept(context)
    case .escape, .control("c"): steps = prompt.cancel(context)
    default:
      if let taken = prompt.press(key, context) {
        steps = taken
      } else if prompt.editor.press(key) {
        steps = prompt.changed(context)
      } else {
        steps = []
      }
    }
    self.prompt = prompt
    return perform(steps)
  }

  private mutating func takeCommand(_ key: Key) -> [Effect] {
    if chord.isEmpty, case .character(let character) = key, let digit = character.wholeNumberValue,
      digit > 0 || count != nil
    {
      count = min((count ?? 0) * 10 + digit, 9_999_999)
      return []
    }
    if key == .escape, count != nil || !chord.isEmpty {
      (count, chord) = (nil, [])
      return []
    }
    chord.append(key)
    switch keymap.meaning(of: chord) {
    case .prefix:
      return []
    case .nothing:
      let what = if case .paste = key { "a paste" } else { KeyNotation.text(chord) }
      message = Message("\(what) does nothing; \(showsKeys)", .hint)
      (count, chord) = (nil, [])
      return []
    case .action(let action):
      let count = count
      (self.count, chord) = (nil, [])
      return perform(action, count: count)
    }
  }

  /// Leaves the mouse to the terminal, or takes it back.
  mutating func switchMouse() -> [Effect] {
    usesMouse.toggle()
    let keys = keymap.keys(for: .mouse) ?? ":mouse"
    message = Message(
      usesMouse
        ? "the mouse goes to rows and scrolls; \(keys) leaves it to the terminal"
        : "the mouse is the terminal's, to select text with; \(keys) takes it back")
    return [.useMouse(usesMouse)]
  }

  mutating func takeMouse(_ event: MouseEvent) -> [Effect] {
    switch event.kind {
    case .wheelDown: return perform(.down, count: 3)
    case .wheelUp: return perform(.up, count: 3)
    // A press comes before each click; taking both would open a row that one only meant to go to.
    case .click(.left) where prompt == nil && hintedAction(x: event.x, y: event.y) != nil:
      return hintedAction(x: event.x, y: event.y).map { perform($0, count: nil) } ?? []
    case .click(.left):
      guard prompt == nil, let line = frame.body.rows.firstIndex(of: event.y) else { return [] }
      let steps = screen.click(x: event.x, line: line - frame.body.rows.startIndex, context)
      noteLayout()
      return perform(steps ?? [])
    case .click, .press, .release: return []
    }
  }
}
