import InspectionUI
import TerminalCore

/// What is written in the editor of one's choice.
extension Session {
  /// Opens the file at a line, as editors since vi understand it; what was written is then taken over like anybody's.
  @MainActor
  mutating func edit(_ line: Int, on device: (any TerminalDevice)?) {
    guard let device, isOpen else { return }
    if let problem = Self.runEditor(["+\(line)", path], on: device) {
      apply(.say(Message(problem, .error)))
    }
    lookOutside()
  }

  /// Runs `$VISUAL` or `$EDITOR` to its end; why it could not, if it could not.
  @MainActor
  private static func runEditor(
    _ arguments: [String], on device: any TerminalDevice
  ) -> String? {
    let editor = Places.variable("VISUAL") ?? Places.variable("EDITOR") ?? "vi"
    let result = device.yieldTerminal {
      Command.runInTerminal(["/bin/sh", "-c", editor + " \"$@\"", editor] + arguments)
    }
    if case .failure(let problem) = result { return "cannot start \(editor): \(problem)" }
    return nil
  }

  /// Has a memo written in the editor, and makes it.
  @MainActor
  mutating func compose(
    _ draft: RecordDraft, on device: (any TerminalDevice)?, _ run: BackgroundRunner
  ) {
    guard let device else {
      apply(.say(Message("an editor needs a terminal", .warning)))
      return
    }
    let written = MemoFile.write(about: draft.summary, in: places.stateFolder ?? "/tmp") { path in
      Self.runEditor([path], on: device)
    }
    switch written {
    case .success(let text): apply(.composed(text, draft))
    case .failure(let problem):
      apply(.say(Message(problem.description, .error)))
    }
  }
}
