import InspectionModel
import TerminalCore

/// A line being typed at the bottom of the screen, and what comes of it.
protocol Prompt: Sendable {
  /// What stands before the line.
  var label: String { get }
  var editor: LineEditor { get set }
  /// What is to be kept of it should the program be killed; nil for a line that is soon typed
  /// again.
  var draft: Draft? { get }

  /// The criterion it is about just now, by its identifier, for the codebook beside it.
  var criterionInHand: String? { get }

  /// Whether the place in the list behind it stands at its end.
  var showsPosition: Bool { get }

  /// Takes a key before the line does; nil leaves it to the line.
  mutating func press(_ key: Key, _ context: Context) -> [Step]?
  /// The line has changed.
  mutating func changed(_ context: Context) -> [Step]
  /// Enter.
  mutating func accept(_ context: Context) -> [Step]
  /// Escape.
  func cancel(_ context: Context) -> [Step]

  /// Lines it needs above itself for a list or a legend.
  func height(in rect: Rect, _ context: Context) -> Int
  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context)
}

extension Prompt {
  var draft: Draft? { nil }
  var criterionInHand: String? { nil }
  var showsPosition: Bool { false }
  mutating func press(_ key: Key, _ context: Context) -> [Step]? { nil }
  mutating func changed(_ context: Context) -> [Step] { [] }
  func cancel(_ context: Context) -> [Step] { [.closePrompt] }
  func height(in rect: Rect, _ context: Context) -> Int { 0 }
  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {}
}
