import InspectionModel
import TerminalCore

/// Every action by name, with its keys, so that using it teaches them; filters that were saved,
/// each with the list it narrows; and the colour schemes, each shown while one is at it.
struct PalettePrompt: Prompt {
  let label = ":"
  var editor = LineEditor()
  private var entries: FuzzyList<Entry>
  /// The scheme that was shown before, and the one that is.
  private let former: String
  private var shown: String

  private enum Entry {
    case action(ActionSpec)
    case filter(RecordType, name: String, String)
    case scheme(String)

    var name: String {
      switch self {
      case .action(let spec): spec.name
      case .filter(let type, let name, _): "\(type.noun.many) “\(name)”"
      case .scheme(let name): "scheme \(name)"
      }
    }

    var summary: String {
      switch self {
      case .action(let spec): spec.summary
      case .filter(_, _, let filter): filter
      case .scheme: "Keep these colours"
      }
    }

    var scheme: String? {
      if case .scheme(let name) = self { name } else { nil }
    }
  }

  /// - Parameters:
  ///   - schemes: the names of all colour schemes.
  ///   - now: the one that is shown.
  init(schemes: [String], now: String, _ register: Register) {
    let filters = register.all(SavedFilter.self).compactMap { saved in
      saved.lists.map { Entry.filter($0, name: saved.name, saved.filter) }
    }
    let all = ActionSpec.table.map(Entry.action) + filters + schemes.map(Entry.scheme)
    // A name that fits comes before any summary that does.
    entries = FuzzyList(all) { typed, entry in
      Fuzzy.score(typed, in: entry.name).map { $0 + 1000 }
        ?? Fuzzy.score(typed, in: entry.summary)
    }
    (former, shown) = (now, now)
  }

  mutating func press(_ key: Key, _ context: Context) -> [Step]? {
    entries.press(key) ? show() : nil
  }

  mutating func changed(_ context: Context) -> [Step] {
    entries.narrow(to: editor.text)
    return show()
  }

  /// Shows the scheme one is at, or again the one of before.
  private mutating func show() -> [Step] {
    let wanted = entries.chosen?.scheme ?? former
    defer { shown = wanted }
    return wanted == shown ? [] : [.effect(.showScheme(wanted))]
  }

  private var showFormer: [Step] {
    shown == former ? [] : [.effect(.showScheme(former))]
  }

  mutating func accept(_ context: Context) -> [Step] {
    guard let chosen = entries.chosen else {
      return [.say(Message("nothing is called “\(editor.text)”", .warning))]
    }
    switch chosen {
    case .action(let spec): return [.closePrompt, .act(spec.action)]
    case .filter(let type, _, let filter):
      return [.closePrompt, .list(type), .change(.narrow(filter))]
    case .scheme(let name): return [.closePrompt, .effect(.chooseScheme(name))]
    }
  }

  func cancel(_ context: Context) -> [Step] { [.closePrompt] + showFormer }

  func height(in rect: Rect, _ context: Context) -> Int {
    min(FuzzyList<Entry>.lines, rect.height / 2)
  }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    canvas.fill(rect, with: Style(.text))
    let window = entries.window(height: rect.height)
    let width = window.reduce(20) { max($0, $1.choice.name.count) }
    for (line, (entry, isSelected)) in window.enumerated() {
      let keys = keys(of: entry, context)
      var writer = PaneWriter(rect.row(line))
      writer.write(
        [
          (isSelected ? "▌" : " ", .heading),
          (keys, .match), (pad("", 10 - Text.columns(keys)), .text),
          (pad(entry.name, width), isSelected ? .cursor : .text),
          (" " + entry.summary, .dim),
        ], on: &canvas)
    }
  }

  private func keys(of entry: Entry, _ context: Context) -> String {
    if case .action(let spec) = entry { context.keymap.keys(for: spec.action) ?? "" } else { "" }
  }

  private func pad(_ text: String, _ columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - Text.columns(text)))
  }
}
