import PseudoTerminal
import Seeded

let probePath = "\(PseudoTerminal.products)/TerminalProbe"

/// The probe, with its first frame on the screen.
func startProbe(
  _ arguments: String..., environment: [String: String] = [:], columns: Int = 80, rows: Int = 24
) throws -> PseudoTerminal {
  let terminal = try PseudoTerminal(
    probePath, arguments, environment: environment, columns: columns, rows: rows)
  try terminal.wait(for: "the first frame") { $0.fences > 0 }
  return terminal
}

extension StringProtocol {
  /// Without the blanks at its end.
  var trimmingEnd: String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}
