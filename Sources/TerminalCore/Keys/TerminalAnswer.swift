/// What a terminal sends because it was asked, and nobody has pressed.
public enum TerminalAnswer: Hashable, Sendable {
  /// The colour behind its text (OSC 11), in its own words: `rgb:1e1e/1e1e/2e2e`.
  case ground(String)
  /// What kind of terminal it is (DA1), which all say, and none before what was asked earlier.
  case kind
}
