/// Keys as people write them: `j`, `<Enter>`, `<C-d>`, `<A-x>`, `<S-Tab>`, `<F1>`, `<lt>`.
///
/// The names are those of vi. A character stands for itself, except the blank (`<Space>`) and `<`
/// (`<lt>`). Pastes and the mouse have a notation too (`<Paste:two%20words>`, `<LeftClick:12,3>`),
/// so that whatever a person did can be written down and played again.
public enum KeyNotation {
  /// A word that names no key.
  public struct Problem: Error, Hashable, Sendable {
    /// The word.
    public var word: String
    /// Where it begins, in characters, from 1.
    public var column: Int
  }

  /// Reads keys with blanks between them: `g i / c r o y <Enter> j`.
  public static func parse(_ text: String) throws(Problem) -> [Key] {
    var keys: [Key] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      guard let key = key(word) else {
        let column = text.distance(from: text.startIndex, to: word.startIndex) + 1
        throw Problem(word: String(word), column: column)
      }
      keys.append(key)
    }
    return keys
  }

  /// One key; nothing if the word names none.
  private static func key(_ word: Substring) -> Key? {
    if word.count == 1 { return word == "<" ? nil : word.first.map(Key.character) }
    guard word.hasPrefix("<"), word.hasSuffix(">") else { return nil }
    let name = String(word.dropFirst().dropLast())
    if let key = named.first(where: { $0.name == name }) { return key.key }
    if let character = characterNames.first(where: { $0.name == name }) {
      return .character(character.character)
    }
    return modified(name) ?? function(name) ?? paste(name) ?? mouse(name)
  }

  /// Writes a key down so that ``key(_:)`` reads it back.
  public static func text(_ key: Key) -> String {
    switch key {
    case .character(let character): return plain(character)
    case .control(let character): return "<C-\(inside(character))>"
    case .alt(let character): return "<A-\(inside(character))>"
    case .function(let number): return "<F\(number)>"
    case .paste(let text): return "<Paste:\(PercentText.encode(text))>"
    case .cutPaste(let text): return "<CutPaste:\(PercentText.encode(text))>"
    case .mouse(let event): return "<\(kind(event.kind)):\(event.x),\(event.y)>"
    case .enter, .escape, .tab, .backTab, .backspace, .delete, .insert,
      .up, .down, .left, .right, .pageUp, .pageDown, .home, .end, .altLeft, .altRight, .unknown:
      return named.first { $0.key == key }.map { "<\($0.name)>" } ?? ""
    }
  }

  /// Writes keys down with blanks between them.
  public static func text(_ keys: [Key]) -> String {
    keys.map(text).joined(separator: " ")
  }
}

// MARK: - Names

extension KeyNotation {
  private static let named: [(name: String, key: Key)] = [
    ("Enter", .enter), ("Esc", .escape), ("Tab", .tab), ("S-Tab", .backTab),
    ("BS", .backspace), ("Del", .delete), ("Ins", .insert),
    ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right),
    ("PgUp", .pageUp), ("PgDn", .pageDown), ("Home", .home), ("End", .end),
    ("A-Left", .altLeft), ("A-Right", .altRight), ("Unknown", .unknown),
  ]

  private static let characterNames: [(name: String, character: Character)] = [
    ("Space", " "), ("lt", "<"),
  ]

  private static func inside(_ character: Character) -> String {
    characterNames.first { $0.character == character }?.name ?? String(character)
  }

  private static func plain(_ character: Character) -> String {
    let name = inside(character)
    return name.count == 1 ? name : "<\(name)>"
  }

  private static func modified(_ name: String) -> Key? {
    let rest = name.dropFirst(2)
    let character = characterNames.first { $0.name == rest }?.character
    guard let character = character ?? (rest.count == 1 ? rest.first : nil) else { return nil }
    return switch name.prefix(2) {
    case "C-": .control(character)
    case "A-": .alt(character)
    default: nil
    }
  }

  private static func function(_ name: String) -> Key? {
    guard name.hasPrefix("F"), let number = Int(name.dropFirst()), (1...63).contains(number) else {
      return nil
    }
    return .function(number)
  }

  private static func paste(_ name: String) -> Key? {
    let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let text = PercentText.decode(parts[1])
    return switch parts[0] {
    case "Paste": text.map(Key.paste)
    case "CutPaste": text.map(Key.cutPaste)
    default: nil
    }
  }
}

// MARK: - The mouse

extension KeyNotation {
  private static let mouseKinds: [MouseEvent.Kind] =
    [.wheelUp, .wheelDown]
    + MouseEvent.Button.allCases.flatMap { [.press($0), .release($0), .click($0)] }

  private static func kind(_ kind: MouseEvent.Kind) -> String {
    switch kind {
    case .press(let button): "\(button.rawValue)Press"
    case .release(let button): "\(button.rawValue)Release"
    case .click(let button): "\(button.rawValue)Click"
    case .wheelUp: "WheelUp"
    case .wheelDown: "WheelDown"
    }
  }

  private static func mouse(_ name: String) -> Key? {
    let parts = name.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let kind = mouseKinds.first(where: { self.kind($0) == parts[0] }) else {
      return nil
    }
    let place = parts[1].split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
    guard place.count == 2, let x = place[0], let y = place[1] else { return nil }
    return .mouse(MouseEvent(x: x, y: y, kind: kind))
  }
}
