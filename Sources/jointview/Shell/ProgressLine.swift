import Glibc

/// How far a command has come that takes long, on standard error: on one line of a terminal, and
/// elsewhere on a line each where that is wanted.
struct ProgressLine: Sendable {
  private let isTerminal = isatty(STDERR_FILENO) == 1
  /// Whether it is told where no terminal shows it.
  private let isLogged: Bool

  init(isLogged: Bool = false) { self.isLogged = isLogged }

  func tell(_ words: String) {
    if isTerminal {
      Output.error("\r\u{1b}[K\(words.printable)")
    } else if isLogged {
      Output.error("\(words.printable)\n")
    }
  }

  /// Takes the line away.
  func end() {
    if isTerminal { Output.error("\r\u{1b}[K") }
  }
}
