import InspectionAnalysis
import InspectionModel
import TerminalCore

/// The frame that all screens share: where one is on top, the keys that matter and how things stand
/// below.
struct Frame {
  let size: Size
  /// Lines a prompt takes above the line being typed.
  let promptHeight: Int

  /// Small windows lose the line of keys first, then the title; the content stays.
  var hasTitle: Bool { size.rows >= 3 }
  var hasHints: Bool { size.rows >= 6 && promptHeight == 0 }

  var title: Rect { Rect(size).split(rows: hasTitle ? 1 : 0).0 }
  var status: Rect { Rect(size).inset(top: max(0, size.rows - (size.rows > 1 ? 1 : 0))) }
  var hints: Rect {
    hasHints ? Rect(size).row(size.rows - 2) : Rect(x: 0, y: 0, width: 0, height: 0)
  }
  var body: Rect {
    Rect(size).inset(
      top: title.height, bottom: status.height + (hasHints ? 1 : 0) + promptHeight)
  }
  var promptPane: Rect {
    Rect(size).inset(top: body.bottom, bottom: status.height)
  }
}

extension State {
  /// The frame with the prompt as it is now. The body a prompt sees is the one without it.
  var frame: Frame {
    let plain = Frame(size: size, promptHeight: 0)
    guard let prompt else { return plain }
    let height = prompt.height(in: plain.body, context(body: plain.body))
    return Frame(size: size, promptHeight: height)
  }

  /// The whole window as it now is. Pure, but for the rows that it keeps for the next frame.
  public func draw() -> DrawnFrame {
    defer { drawnRows.endFrame() }
    var canvas = Canvas(size: size, style: Style(.text))
    let frame = frame
    let context = context(body: frame.body)
    screen.draw(on: &canvas, in: frame.body, context)
    drawTitle(on: &canvas, in: frame.title)
    drawHints(on: &canvas, in: frame.hints)
    if let prompt {
      prompt.draw(on: &canvas, in: frame.promptPane, context)
      // Before the canvas is given back, or what is typed would be on a copy of it.
      let cursor = drawPrompt(prompt, on: &canvas, in: frame.status)
      return (canvas, cursor)
    }
    drawStatus(on: &canvas, in: frame.status)
    drawContinuations(on: &canvas, above: frame.hints.isEmpty ? frame.status : frame.hints)
    return (canvas, nil)
  }

  private func drawTitle(on canvas: inout Canvas, in rect: Rect) {
    canvas.fill(rect, with: Style(.bar))
    let trail = screens.map { $0.title(register) }.joined(separator: " ▸ ")
    let file = " " + file.name + (file.readOnly == nil ? "" : " (read only)") + " "
    let room = max(0, rect.width - Text.columns(file) - 1)
    let used = canvas.draw(
      fitEnd(" jointview ▸ " + trail, columns: room), x: rect.x, y: rect.y, width: room,
      style: Style(.bar))
    guard used < rect.width else { return }
    canvas.draw(file, x: max(used, rect.right - Text.columns(file)), y: rect.y, style: Style(.bar))
  }

  /// Cuts at the start, since the end of a trail says where one is.
  private func fitEnd(_ text: String, columns: Int) -> String {
    guard Text.columns(text) > columns else { return text }
    var rest = text[...]
    while Text.columns(rest) > columns - 1, !rest.isEmpty { rest = rest.dropFirst() }
    return "…" + rest
  }

  private func drawHints(on canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    canvas.fill(rect, with: Style(.bar))
    for hint in placedHints(in: rect) {
      let used = canvas.draw(hint.keys, x: hint.x, y: rect.y, style: Style(.key))
      canvas.draw(hint.name, x: hint.x + used, y: rect.y, style: Style(.bar))
    }
  }

  private typealias PlacedHint = (action: Action, keys: String, name: String, x: Int, width: Int)

  /// The keys of this screen, as many as fit whole, and the help last of all.
  private func placedHints(in rect: Rect) -> [PlacedHint] {
    let help = hint(.help)
    var x = rect.x + 1
    return (liveHints + [.help]).compactMap { action in
      guard let hint = hint(action) else { return nil }
      let room = rect.right - x - (action == .help ? 0 : help?.width ?? 0)
      guard hint.width <= room else { return nil }
      defer { x += hint.width }
      return (action, hint.keys, hint.name, x, hint.width)
    }
  }

  /// The action whose key is shown at a place of the window.
  func hintedAction(x: Int, y: Int) -> Action? {
    let rect = frame.hints
    guard !rect.isEmpty, y == rect.y else { return nil }
    return placedHints(in: rect).first { ($0.x..<$0.x + $0.width - 2).contains(x) }?.action
  }

  /// The actions of this screen that come to something: where nothing may be changed, those that
  /// change nothing.
  private var liveHints: [Action] {
    let context = context
    return screen.hints.filter { action in
      if file.readOnly != nil, action.changesRegister { return false }
      if action == .undo { return history.canUndo || !lookingBack.hasLooked }
      if action == .save { return isUnsaved || file.isMarked }
      return screen.offers(action, context)
    }
  }

  /// The key of an action and its name, with the columns they take; nil where no key asks for it.
  private func hint(_ action: Action) -> (keys: String, name: String, width: Int)? {
    keymap.keys(for: action).map { keys in
      let name = " " + (screen.hintName(action) ?? action.spec.name)
      return (keys, name, Text.columns(keys + name) + 2)
    }
  }

  private func drawStatus(on canvas: inout Canvas, in rect: Rect) {
    canvas.fill(rect, with: Style(.bar))
    let right = " " + statusParts.joined(separator: "  ") + " "
    let room = max(0, rect.width - Text.columns(right))
    let (text, role) = saying
    if message == nil || Text.columns(text) < room || size.rows < 3 {
      canvas.draw(
        Text.fit(" " + text, columns: room), x: rect.x, y: rect.y, width: room, style: Style(role))
    } else {
      drawLong(text, role, on: &canvas, above: rect)
    }
    canvas.draw(right, x: rect.x + room, y: rect.y, width: rect.width - room, style: Style(.bar))
  }

  /// A sentence that is too long for the status line, whole, over what stands above it until the
  /// next key.
  private func drawLong(_ text: String, _ role: Role, on canvas: inout Canvas, above rect: Rect) {
    let lines = Text.wrap(text, columns: max(1, size.columns - 2)).prefix(max(1, rect.y / 2))
    let pane = Rect(x: 0, y: rect.y - lines.count, width: size.columns, height: lines.count)
    canvas.fill(pane, with: Style(role))
    for (line, part) in lines.enumerated() {
      canvas.draw(part, x: 1, y: pane.y + line, style: Style(role))
    }
  }

  /// What was last said; else the count being typed, the filter, or what may need attention.
  private var saying: (String, Role) {
    if let message { return (message.text, message.kind.role) }
    if let count { return (String(count), .key) }
    if let search = screen.search, search.isOn { return (search.phrase, .key) }
    if let unread = log.unread.last { return (unread.text, unread.kind.role) }
    if let filter = screen.list?.filter, !filter.isEmpty { return ("filter: \(filter)", .key) }
    if file.isBeingRead { return ("codes are shown once the whole file is read", .bar) }
    let count = register.count(.conflict) + shownProblems.count
    if count > 0, screens.count == 1 {
      let keys = keymap.keys(for: .goProblems) ?? ":problems"
      let found = counted(count, "problem") + (file.isBeingChecked ? " so far" : "")
      return ("\(found) in the file: \(keys) lists \(count == 1 ? "it" : "them")", .warning)
    }
    return ("", .bar)
  }

  /// Background work, unsaved changes, position.
  private var statusParts: [String] {
    let unsaved = unsaved.toWrite == 0 ? nil : "\(unsaved.toWrite) unsaved"
    let log = keymap.keys(for: .goLog) ?? ":messages"
    // One alone says itself, unless a search is told of in its place.
    let count = self.log.unread.count
    let isTold = count == 0 || count == 1 && screen.search?.isOn != true
    let unread = isTold ? nil : "\(count) unread: \(log)"
    let saving = file.isSaving ? "saving" : nil
    let checking = file.isBeingChecked && screen.list?.type == .problem ? "looking…" : nil
    let stop = canStopReading ? keymap.keys(for: .back).map { "\($0) stops" } : nil
    return [unread, file.work, stop, saving, checking, unsaved, hiddenCount, screen.position]
      .compactMap(\.self)
  }

  /// How much is hidden of what the screen lists.
  private var hiddenCount: String? {
    guard let type = screen.list?.type, Blinding.hideable.contains(type) else { return nil }
    return hidden.map { "\($0.blinding.extent.contributions) hidden" }
  }

  private func drawPrompt(_ prompt: any Prompt, on canvas: inout Canvas, in rect: Rect) -> (
    x: Int, y: Int
  )? {
    canvas.fill(rect, with: Style(.entry))
    let label = canvas.draw(
      prompt.label, x: rect.x, y: rect.y, width: rect.width, style: Style(.key))
    let (shown, cursor) = prompt.editor.window(columns: max(1, rect.width - label))
    let style = Style(prompt.editor.isOffered ? .cursor : .entry)
    canvas.draw(shown, x: rect.x + label, y: rect.y, style: style)
    // How many rows are left is what one looks for while one types.
    let count = " " + (screen.search.map { $0.isOn ? $0.phrase : "" } ?? screen.position)
    let start = rect.right - Text.columns(count)
    if prompt.showsPosition, start > rect.x + label + Text.columns(shown) + 1 {
      canvas.draw(count, x: start, y: rect.y, style: Style(.entry))
    }
    if let message { drawLong(message.text, message.kind.role, on: &canvas, above: rect) }
    return rect.isEmpty ? nil : (min(rect.right - 1, rect.x + label + cursor), rect.y)
  }

  /// After the first key of a chord: what may follow.
  private func drawContinuations(on canvas: inout Canvas, above rect: Rect) {
    let entries = chord.isEmpty ? [] : keymap.continuations(of: chord)
    // The title and the heads of columns stay.
    let most = rect.y > 4 ? rect.y - 2 : max(0, rect.y - 1)
    guard !entries.isEmpty, most > 0 else { return }
    // In two columns where they are more than one has room for.
    let columns = entries.count > most ? 2 : 1
    let height = min(most, (entries.count + columns - 1) / columns)
    let each = columns == 1 ? 34 : 24
    let width = min(size.columns, columns * each)
    let pane = Rect(x: size.columns - width, y: rect.y - height, width: width, height: height)
    canvas.fill(pane, with: Style(.bar))
    for (place, entry) in entries.prefix(height * columns).enumerated() {
      let y = pane.y + place % height
      var x = pane.x + 1 + place / height * each
      x += canvas.draw(KeyNotation.text(entry.key), x: x, y: y, style: Style(.key)) + 1
      canvas.draw(entry.action.spec.name, x: x, y: y, style: Style(.bar))
    }
  }
}

extension Message.Kind {
  var role: Role {
    switch self {
    case .note: .bar
    case .good: .good
    case .hint, .warning: .warning
    case .error: .error
    }
  }
}
