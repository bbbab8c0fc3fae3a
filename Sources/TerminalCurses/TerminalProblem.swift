/// Why there is no terminal to show anything on. The terminal is left untouched.
public enum TerminalProblem: Error, Hashable, Sendable {
  /// Standard input or output is a file or a pipe.
  case notATerminal
  /// `TERM` is not set, so nobody knows what the terminal understands.
  case noTerm
  /// The terminal descriptions on this machine do not have this name.
  case unknownTerm(String)
  /// The terminal of this name cannot move its cursor.
  case cannotMoveCursor(String)
}

extension TerminalProblem: CustomStringConvertible {
  /// A sentence for the person at the terminal.
  public var description: String {
    switch self {
    case .notATerminal:
      "Standard input and output must be a terminal; they are not."
    case .noTerm:
      "TERM is not set, so the terminal's kind is unknown; try TERM=xterm-256color."
    case .unknownTerm(let name):
      "The terminal description “\(name)” (from TERM) is not on this machine; "
        + "try TERM=xterm-256color."
    case .cannotMoveCursor(let name):
      "A “\(name)” terminal (from TERM) cannot move its cursor, so no screen can be drawn on it."
    }
  }
}
