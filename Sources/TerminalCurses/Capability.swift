import CNcurses
import Glibc

/// What the description of the terminal says it understands.
@MainActor
enum Capability {
  /// A capability by its terminfo name; empty if the terminal lacks it.
  ///
  /// Delays such as `$<2>`, for terminals of the 1970s, are left out.
  static func text(_ name: String) -> String {
    guard let text = tigetstr(name), text != UnsafeMutablePointer(bitPattern: -1) else { return "" }
    return withoutDelays(String(cString: text))
  }

  private static func withoutDelays(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      if character == "$", rest.first == "<", let end = rest.firstIndex(of: ">") {
        rest = rest[rest.index(after: end)...]
      } else {
        result.append(character)
      }
    }
    return result
  }
}

/// The sequences that ncurses does not send, or cannot send any more.
@MainActor
struct Sequences {
  /// Asks the terminal to say where a paste begins and ends, and to stop saying so.
  let pasteOn: String
  let pasteOff: String

  /// Asks the terminal to tell of the mouse, in the way that knows columns beyond the 223rd.
  let mouseOn: String
  let mouseOff: String

  /// Asks the terminal for the colour behind its text, and then of what kind it is: to that all
  /// have an answer, so that nobody waits for the first where none comes. Empty for terminals that
  /// would show the question.
  let ground: String

  /// All that gives the terminal back, for a program that has crashed.
  let farewell: String

  /// To be made once the terminal is identified.
  init(of name: String) {
    // No capability tells who brackets pastes; those are the terminals that know a mouse.
    let isModern = !Capability.text("kmous").isEmpty
    pasteOn = isModern ? "\u{1b}[?2004h" : ""
    pasteOff = isModern ? "\u{1b}[?2004l" : ""
    mouseOn = isModern ? "\u{1b}[?1000h\u{1b}[?1006h" : ""
    mouseOff = isModern ? "\u{1b}[?1006l\u{1b}[?1000l" : ""
    let canAsk = isModern && !name.hasPrefix("linux")
    ground = canAsk ? "\u{1b}]11;?\u{1b}\\\u{1b}[c" : ""
    let names = ["sgr0", "rmkx", "cnorm", "rmcup"]
    farewell = pasteOff + mouseOff + names.map(Capability.text).joined()
  }
}
