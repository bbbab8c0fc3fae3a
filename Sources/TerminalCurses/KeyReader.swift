import CNcurses
import TerminalCore

/// Turns what ncurses reads into keys.
@MainActor
struct KeyReader {
  /// Numbers for the ends of a paste. ncurses numbers the keys it learns from 512 up.
  private static let pasteBegin: Int32 = 0x7001
  private static let pasteEnd: Int32 = 0x7002

  /// What ncurses reads for: a pad that is never shown. To read for a window would draw it.
  private let source: UnsafeMutablePointer<WINDOW>?

  /// What has come of a paste whose end has not.
  private var pasted: String.UnicodeScalarView?

  private var mouse = MouseReader()

  /// What the mouse did and nobody has taken yet.
  private var mouseKeys: ArraySlice<Key> = []

  /// What ncurses gives: a scalar, one of its own keys, or nothing yet.
  private enum Raw {
    case scalar(Unicode.Scalar)
    case code(Int32)
  }

  /// To be made once ncurses has started.
  init() {
    source = newpad(1, 1)
    keypad(source, true)
    nodelay(source, true)
    define_key("\u{1b}[200~", KeyReader.pasteBegin)
    define_key("\u{1b}[201~", KeyReader.pasteEnd)
  }

  /// The next key; nothing if none is waiting. Waits for 25 ms at most, after an escape.
  mutating func next() -> Key? {
    if let key = mouseKeys.popFirst() { return key }
    while let raw = read() {
      if let key = pasted == nil ? key(raw) : paste(raw) { return key }
    }
    return nil
  }

  private func read() -> Raw? {
    var value: wint_t = 0
    switch wget_wch(source, &value) {
    case OK: return .scalar(Unicode.Scalar(value) ?? "\u{FFFD}")
    case KEY_CODE_YES: return .code(Int32(bitPattern: value))
    default: return nil
    }
  }

  private mutating func key(_ raw: Raw) -> Key? {
    switch raw {
    case .scalar("\u{1b}"): return escape()
    case .scalar(let scalar): return KeyReader.typed(scalar)
    case .code(KeyReader.pasteBegin):
      pasted = String.UnicodeScalarView()
      return nil
    case .code(KEY_MOUSE):
      mouseKeys = mouse.events()[...]
      return mouseKeys.popFirst()
    case .code(let code): return KeyReader.named(code)
    }
  }

  /// Escape alone, or Alt and what comes with it at once.
  private mutating func escape() -> Key? {
    switch read() {
    case nil: return .escape
    case .scalar("\u{1b}"):
      ungetch(0x1b)
      return .escape
    case .scalar(let scalar):
      if case .character(let character) = KeyReader.typed(scalar) { return .alt(character) }
      return KeyReader.typed(scalar)
    case .code(let code): return key(.code(code))
    }
  }

  private mutating func paste(_ raw: Raw) -> Key? {
    switch raw {
    case .code(KeyReader.pasteEnd):
      defer { pasted = nil }
      return pasted.map { .paste(String($0)) }
    case .scalar("\r"): pasted?.append("\n")
    case .scalar(let scalar): pasted?.append(scalar)
    case .code: break
    }
    return nil
  }

  private static func typed(_ scalar: Unicode.Scalar) -> Key {
    switch scalar.value {
    case 0x09: .tab
    case 0x0D: .enter
    case 0x7F: .backspace
    case 0: .control(" ")
    case 1...26: .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x60)))
    case 27...31: .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x40)))
    default: .character(Character(scalar))
    }
  }

  private static let names: [Int32: Key] = [
    KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right,
    KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown, KEY_HOME: .home, KEY_END: .end,
    KEY_ENTER: .enter, KEY_BACKSPACE: .backspace, KEY_DC: .delete, KEY_IC: .insert,
    KEY_BTAB: .backTab,
  ]

  private static func named(_ code: Int32) -> Key? {
    if code > KEY_F0, code <= KEY_F0 + 63 { return .function(Int(code - KEY_F0)) }
    return names[code]
  }
}
