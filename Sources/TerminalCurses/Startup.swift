import CNcurses
import Glibc
import TerminalCore

/// The steps by which ncurses starts, in the order in which none of them can end the program.
@MainActor
enum Startup {
  /// Finds out what terminal this is, before anything is sent to it.
  ///
  /// `newterm` ends the program itself when it does not know the terminal: hence the questions.
  static func identify() throws(TerminalProblem) -> String {
    useUTF8()
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    guard let term = getenv("TERM"), term.pointee != 0 else { throw .noTerm }
    let name = String(cString: term)
    var status: Int32 = 0
    guard setupterm(term, STDOUT_FILENO, &status) == OK, status == 1 else {
      throw .unknownTerm(name)
    }
    if Capability.text("cup").isEmpty { throw .cannotMoveCursor(name) }
    return name
  }

  /// Starts ncurses on copies of the standard streams, which it keeps to itself.
  ///
  /// - Returns: the descriptor that it writes to; nil where it does not know the terminal.
  static func newTerminal(_ name: String) -> Int32? {
    let descriptor = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    let output = fdopen(descriptor, "w")
    let input = fdopen(fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3), "r")
    return newterm(name, output, input) == nil ? nil : descriptor
  }

  /// Sets the terminal up and finds out what it can do about colour.
  static func configure(_ options: CursesTerminal.Options) -> CursesStyles {
    raw()
    noecho()
    nonl()
    // ncurses reads nothing, but asks the terminal to send what its description says.
    keypad(stdscr, true)
    idlok(stdscr, true)
    curs_set(0)
    let styles = styles(options)
    writeFramesWhole()
    return styles
  }

  private static func styles(_ options: CursesTerminal.Options) -> CursesStyles {
    guard options.usesColour, has_colors(), start_color() == OK else {
      return CursesStyles(depth: .none, hasDefault: false)
    }
    return CursesStyles(
      depth: ColourDepth(colours: Int(COLORS)), hasDefault: use_default_colors() == OK)
  }

  /// Keeps ncurses from breaking a frame off when a key comes, and, as ncurses 6.4 has it, from
  /// writing after each movement of the cursor until the screen was left once.
  private static func writeFramesWhole() {
    typeahead(-1)
    endwin()
  }

  /// UTF-8 by the person's locale, and if that has none by C.UTF-8.
  private static func useUTF8() {
    if setlocale(LC_CTYPE, "") == nil || String(cString: nl_langinfo(Int32(CODESET))) != "UTF-8" {
      _ = setlocale(LC_CTYPE, "C.UTF-8")
    }
  }
}
