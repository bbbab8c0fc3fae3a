import InspectionModel
import InspectionOperations
import InspectionUI
import TerminalCore

/// What is written in the editor of one's choice.
extension Session {
  /// Opens the file at a line, as editors since vi understand it; what was written is then taken
  /// over like anybody's.
  @MainActor
  mutating func edit(_ line: Int, _ state: State) -> [Event] {
    guard let device, isOpen else { return [] }
    let problem = Editor().open(path, at: line, on: device)
    return (problem.map { [.say(Message($0, .error))] } ?? []) + lookOutside(state)
  }

  /// Has a memo written in the editor, for it to be made.
  @MainActor
  mutating func compose(_ subject: MemoSubject, _ state: State) -> [Event] {
    guard let device else {
      return [.say(Message("an editor needs a terminal", .warning))]
    }
    do throws(MemoProblem) {
      let file = try MemoFile(about: "memo on \(subject.key)", in: places.stateFolder ?? "/tmp")
      if let problem = Editor().open(file.path, on: device) {
        throw file.given(up: problem)
      }
      if file.isUntouched {
        // It may run on beside us, as `code` does, and write yet.
        throw MemoProblem(
          "the editor returned and nothing was written; if it is still open, make it wait "
            + "(code --wait); the draft is left at \(file.path)")
      }
      let text = try file.text()
      memo = MemoOnItsWay(file: file, isEmpty: text.isEmpty, before: state.whole.count(.memo))
      return [.composed(text, subject)]
    } catch {
      return [.say(Message(error.description, .warning))]
    }
  }
}

/// A memo that was written in an editor, until it is known whether it was made.
struct MemoOnItsWay {
  let file: MemoFile
  /// Whether nothing was written, so that none is to be made.
  let isEmpty: Bool
  /// How many memos there were.
  let before: Int

  /// The file goes once the memo is made, and is kept where that failed.
  func end(_ state: State) -> [Event] {
    if isEmpty || state.whole.count(.memo) > before && state.file.atRisk == 0 {
      file.remove()
      return []
    }
    let why = state.message?.text ?? "there is no memo"
    return [.say(Message("\(why); what was written is in \(file.path)", .error))]
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
