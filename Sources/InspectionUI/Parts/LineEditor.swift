import InspectionModel
import TerminalCore

extension Key {
  /// Whether it brings characters into a line.
  fileprivate var isText: Bool {
    if case .character = self { return true }
    if case .paste = self { return true }
    return false
  }
}

/// One line being typed.
struct LineEditor: Hashable, Sendable {
  private(set) var text: String
  /// Where the next character goes, in characters from the start.
  private(set) var cursor: Int

  /// Whether the text is there to be replaced: the next character takes its place, any other key
  /// goes on with it.
  private(set) var isOffered = false

  init(_ text: String = "") {
    self.text = text
    cursor = text.count
  }

  /// A text that was typed before, to be replaced or to be mended. One that ends with a blank waits
  /// for more.
  init(offering text: String) {
    self.init(text)
    isOffered = !text.isEmpty && text.last != " "
  }

  /// Takes a key; false where it is none of a line's keys.
  mutating func press(_ key: Key) -> Bool {
    defer { isOffered = false }
    if isOffered, key.isText { delete(from: 0, to: text.count) }
    switch key {
    case .character(let character): insert(String(character))
    case .paste(let text): insert(Self.oneLine(text))
    case .backspace: delete(from: cursor - 1, to: cursor)
    case .delete, .control("d"): delete(from: cursor, to: cursor + 1)
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(text.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = text.count
    case .control("u"): delete(from: 0, to: cursor)
    case .control("k"): delete(from: cursor, to: text.count)
    case .control("w"): delete(from: startOfWord, to: cursor)
    default: return false
    }
    return true
  }

  /// Puts the cursor before a character, counted from 0.
  mutating func move(to place: Int) { cursor = max(0, min(place, text.count)) }

  /// The columns before the cursor.
  var cursorColumn: Int { Text.columns(text.prefix(cursor)) }

  /// The line from where its cursor still shows in so many columns, and the column of the cursor
  /// there.
  func window(columns: Int) -> (text: Substring, cursor: Int) {
    var shown = text[...]
    var column = cursorColumn
    while column >= columns, let first = shown.popFirst() { column -= Text.columns(String(first)) }
    return (shown, column)
  }

  private mutating func insert(_ new: String) {
    let characters = Array(text)
    text = String(characters[..<cursor]) + new + String(characters[cursor...])
    // Counted anew: a combining mark joins the character before it.
    cursor = min(text.count, text.count - (characters.count - cursor))
  }

  /// Pasted text as one can type it: a register's file has no place for what nobody sees.
  private static func oneLine(_ text: String) -> String {
    String(text.replacingUnseen(by: " ").map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }

  private mutating func delete(from: Int, to: Int) {
    let from = max(0, from)
    let to = min(text.count, to)
    guard from < to else { return }
    var characters = Array(text)
    characters.removeSubrange(from..<to)
    text = String(characters)
    cursor = from
  }

  private var startOfWord: Int {
    let characters = Array(text)
    var start = cursor
    while start > 0, characters[start - 1] == " " { start -= 1 }
    while start > 0, characters[start - 1] != " " { start -= 1 }
    return start
  }
}
