import PseudoTerminal

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

/// A small generator of random numbers that a test can repeat from its seed.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
