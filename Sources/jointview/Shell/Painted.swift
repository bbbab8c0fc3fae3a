import Glibc
import TerminalCore

/// A part of a line that is printed, and how a terminal is to show it.
struct Painted {
  let text: String
  /// Parameters of SGR; none leave it as the terminal has it.
  let sgr: [Int]

  init(_ text: String, sgr: [Int] = []) { (self.text, self.sgr) = (text, sgr) }
}

/// A line in parts.
typealias PaintedText = [Painted]

extension Output {
  /// What colours standard output can show: none where it is no terminal or the person wants none.
  static var depth: ColourDepth {
    guard isatty(STDOUT_FILENO) == 1, variable("NO_COLOR").isEmpty else { return .none }
    return depth(term: variable("TERM"), claim: variable("COLORTERM"))
  }

  /// By what terminals say in the environment, since no description is read for one command.
  ///
  /// - Parameter claim: of `COLORTERM`.
  static func depth(term: String, claim: String) -> ColourDepth {
    if ["", "dumb"].contains(term) || term.hasPrefix("vt") { return .none }
    if ["truecolor", "24bit"].contains(claim) || term.hasSuffix("-direct") { return .direct }
    if term.contains("256color") { return .indexed }
    return term.contains("16color") ? .sixteen : .eight
  }

  private static func variable(_ name: String) -> String {
    getenv(name).map { String(cString: $0) } ?? ""
  }

  /// Prints lines in colours. What is in the text is shown as ``write(_:)`` shows it: the colours
  /// are ours alone.
  static func write(painted lines: [PaintedText]) throws(Failure) {
    let text = lines.map { line in line.map(sequence).joined() + "\n" }.joined()
    try write(ours: text)
  }

  private static func sequence(_ part: Painted) -> String {
    if part.sgr.isEmpty { return part.text.printable }
    let codes = part.sgr.map(String.init).joined(separator: ";")
    return "\u{1b}[\(codes)m\(part.text.printable)\u{1b}[m"
  }
}
