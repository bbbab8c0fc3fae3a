import InspectionModel
import InspectionStore
import InspectionUI

/// What a session does to the register's file, and takes from it.
extension Session {
  /// - Parameter isShown: whether there is a screen to show it on.
  mutating func journal(_ change: Change, isShown: Bool) {
    let entry = TrailEntry.now(change, by: state.reviewer)
    if isDry {
      store?.rehearse(entry)
      return enter(entry)
    }
    if isShown {
      picture = Picture(of: state.updated(by: .entered(entry)).state)
    }
    let whole = state.whole
    do {
      try store?.keep(entry, whole)
      keptDraft = nil
      if state.file.atRisk > 0 { apply(.journalled) }
      enter(entry)
      sayWhatWasMended()
    } catch .text(let problem) {
      // What was drawn has not come true, and the state is as many updates old as if it had.
      picture = nil
      apply(.notWritten(change, problem.description))
    } catch .takenOver(let reason, let unsaved, let kept) {
      enter(entry)
      readOnly(.takenOver(reason, unsaved: unsaved, kept: kept), because: reason)
    } catch {
      enter(entry)
      apply(.notJournalled(error.description, atRisk: store?.atRisk ?? 0))
    }
  }

  mutating func keep(_ draft: Draft?) {
    if isDry { return }
    do {
      try store?.keep(draft)
      keptDraft = draft
    } catch {
      warn("what you type is not safe yet: \(error)")
    }
  }

  /// Says in one line what another program had removed from beside the register, and that it is there again.
  mutating func sayWhatWasMended() {
    guard let note = store?.takeNote() else { return }
    warn(note)
  }

  /// Goes on without the right to write: another program has the register.
  mutating func readOnly(
    _ problem: RegisterStore.Problem, because reason: RegisterFile.ReadOnlyReason
  ) {
    apply(
      .readOnly(
        because: reason.description, Message(problem.description, .error),
        atRisk: store?.atRisk ?? 0))
  }

  /// What was wrong may be mended, and what still is stands in other lines now; a file in order stays so.
  func lookForProblems(_ run: BackgroundRunner) {
    guard !state.problems.isEmpty, let store else { return }
    let (whole, name) = (state.whole, state.file.name)
    run.start { _ in
      let written = store.asWritten()
      return .problems(
        Problem.list(written.findings, in: name) { row in
          whole.row(row.type, key: written.register[row].key)
        })
    }
  }

  mutating func lookOutside() {
    do {
      switch try store?.takeOverOutside() {
      case .changed(let register, let diagnostics, let note): reload(register, diagnostics, note)
      case .removed: sayGone("removed")
      case .emptied: sayGone("emptied")
      case .back: apply(.say(Message("the file is there again, as it was")))
      case nil: break
      }
      sayWhatWasMended()
    } catch .takenOver(let reason, let unsaved, let kept) {
      readOnly(.takenOver(reason, unsaved: unsaved, kept: kept), because: reason)
    } catch {
      apply(.say(Message("cannot look at the file: \(error)", .warning)))
    }
  }

  private mutating func sayGone(_ how: String) {
    let words = "the file was \(how) outside; it is all here, and w writes it anew"
    apply(.gone(Message(words, .warning)))
  }

  mutating func reload(_ register: Register, _ diagnostics: [Diagnostic], _ note: String) {
    let problems = Problem.list(diagnostics, in: state.file.name)
    let kind: Message.Kind = note.contains("kept at") ? .warning : .good
    let event = Event.reloaded(
      register, problems, unsaved: store?.unsaved.count ?? 0,
      isMarked: store?.isMarked ?? false, note: Message(note, kind))
    apply(event)
    if isOver || state.file.isLeaving { lastNotes.append(note) }
  }
}
