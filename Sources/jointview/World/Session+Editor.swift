import InspectionModel
import InspectionOperations
import InspectionUI
import TerminalCore

/// What is written in the editor of one's choice.
extension Session {
  /// Opens the file at a line, as editors since vi understand it; what was written is then taken
  /// over like anybody's.
  @MainActor
  mutating func edit(_ line: Int, on device: (any TerminalDevice)?) {
    guard let device, isOpen else { return }
    if let problem = Editor().open(path, at: line, on: device) {
      apply(.say(Message(problem, .error)))
    }
    lookOutside()
  }

  /// Has a memo written in the editor, and makes it.
  @MainActor
  mutating func compose(
    _ subject: MemoSubject, on device: (any TerminalDevice)?, _ run: BackgroundRunner
  ) {
    guard let device else {
      apply(.say(Message("an editor needs a terminal", .warning)))
      return
    }
    do throws(MemoProblem) {
      let file = try MemoFile(about: "memo on \(subject.key)", in: places.stateFolder ?? "/tmp")
      if let problem = Editor().open(file.path, on: device) {
        throw file.given(up: problem)
      }
      if file.isUntouched {
        // It may run on beside us, as `code` does, and write yet.
        throw MemoProblem(
          "the editor came back and nothing is written; if it is still open, let it wait "
            + "(code --wait); the draft is left at \(file.path)")
      }
      make(try file.text(), subject, from: file, on: device, run)
    } catch {
      apply(.say(Message(error.description, .warning)))
    }
  }

  /// Makes a memo; its file is kept where that fails.
  @MainActor
  private mutating func make(
    _ text: String, _ subject: MemoSubject, from file: MemoFile, on device: any TerminalDevice,
    _ run: BackgroundRunner
  ) {
    let before = state.whole.rows(.memo).count
    take(.composed(text, subject), on: device, run: run)
    if text.isEmpty || state.whole.rows(.memo).count > before && state.file.atRisk == 0 {
      file.remove()
    } else {
      let why = state.message?.text ?? "there is no memo"
      apply(.say(Message("\(why); what was written is in \(file.path)", .error)))
    }
  }
}

extension MemoFile {
  /// What is said where the editor failed: where the file is if somebody wrote in it, which else is
  /// removed.
  fileprivate func given(up problem: String) -> MemoProblem {
    if isUntouched {
      remove()
      return MemoProblem("\(problem), so there is no memo")
    }
    return MemoProblem("\(problem), so there is no memo; what was written is in \(path)")
  }
}
