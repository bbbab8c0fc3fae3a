import InspectionModel
import InspectionStore
import InspectionUI

/// What a session does to the register's file, and takes from it.
extension Session {
  @MainActor
  func entry(of change: Change, by who: String) -> TrailEntry { .now(change, by: who) }

  @MainActor
  mutating func journal(
    _ entry: TrailEntry, for next: State
  ) throws(NotWritten) -> Journalled {
    hasNews = true
    own.append(TrailMark(entry))
    if isDry {
      store?.rehearse(entry)
      return Journalled()
    }
    let ahead = device.map { FrameAhead(of: next, on: $0) }
    do throws(NotWritten) {
      let (events, isKept) = try keep(entry, next)
      return Journalled(events, frame: ahead?.finish(isTrue: isKept))
    } catch {
      _ = ahead?.finish(isTrue: false)
      throw error
    }
  }

  private mutating func keep(
    _ entry: TrailEntry, _ next: State
  ) throws(NotWritten) -> (events: [Event], isKept: Bool) {
    do {
      try store?.keep(entry, next.whole)
      keptDraft = nil
      return ((next.file.atRisk > 0 ? [.journalled] : []) + mended(next), true)
    } catch .text(let problem) {
      throw NotWritten(why: problem.description)
    } catch .takenOver(let reason, let unsaved, let kept) {
      let event = readOnly(.takenOver(reason, unsaved: unsaved, kept: kept), because: reason)
      return ([event], false)
    } catch {
      return ([.notJournalled(error.description, atRisk: store?.atRisk ?? 0)], false)
    }
  }

  mutating func keep(_ draft: Draft?, _ state: State) -> [Event] {
    if isDry { return [] }
    do {
      try store?.keep(draft)
      keptDraft = draft
      return []
    } catch {
      return [warning("what you type is not safe yet: \(error)", state)]
    }
  }

  /// Says in one line what another program had removed from beside the register, and that it is
  /// there again.
  mutating func mended(_ state: State) -> [Event] {
    warnings(store?.takeNotes() ?? [], state)
  }

  mutating func warnings(_ notes: [RegisterNote], _ state: State) -> [Event] {
    notes.isEmpty ? [] : [warning(notes.sentence(problemKeys), state)]
  }

  /// Goes on without the right to write: another program has the register.
  mutating func readOnly(
    _ problem: RegisterStore.Problem, because reason: RegisterFile.ReadOnlyReason
  ) -> Event {
    .readOnly(
      because: reason.description, Message(problem.description, .error),
      atRisk: store?.atRisk ?? 0)
  }

  /// Looks for all that is wrong with a register that was just opened.
  mutating func findProblems() {
    guard let findAll else { return }
    self.findAll = nil
    run.start { [pathGiven] _ in
      defer { Memory.giveBack() }
      return .checked(Problem.list(findAll(), in: pathGiven))
    }
  }

  /// What was wrong may be mended, and what still is stands in other lines now; a file in order
  /// stays so.
  func lookForProblems(_ state: State) {
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

  mutating func lookOutside(_ state: State) -> [Event] {
    do {
      let events: [Event] =
        switch try store?.takeOverOutside() {
        case .changed(let register, let diagnostics, let notes):
          [reloaded(register, diagnostics, notes, state)]
        case .removed: [.gone(wasRemoved: true)]
        case .emptied: [.gone(wasRemoved: false)]
        case .back: [.say(Message("the file is back, unchanged"))]
        case nil: []
        }
      return events + mended(state)
    } catch .takenOver(let reason, let unsaved, let kept) {
      return [readOnly(.takenOver(reason, unsaved: unsaved, kept: kept), because: reason)]
    } catch {
      return [.say(Message("cannot look at the file: \(error)", .warning))]
    }
  }

  mutating func reloaded(
    _ register: Register, _ diagnostics: [Diagnostic], _ notes: [RegisterNote], _ state: State
  ) -> Event {
    let problems = Problem.list(diagnostics, in: state.file.name)
    let kind: Message.Kind = notes.contains(where: \.isLoss) ? .warning : .good
    let words = notes.sentence(problemKeys)
    if isOver || state.file.isLeaving { lastNotes.append(words) }
    return .reloaded(
      register, problems, unsaved: store?.unsaved.count ?? 0,
      isMarked: store?.isMarked ?? false, note: Message(words, kind))
  }
}
