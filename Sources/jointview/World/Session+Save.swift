import Dispatch
import InspectionStore
import InspectionUI
import Synchronization

/// How a session saves: beside the screen, so that keys work and edits are made safe meanwhile.
extension Session {
  /// Milliseconds that the screen waits for the work on a save: of a small one nobody should see
  /// that it began.
  private static let patience = 6

  /// Begins to save; once more after that if a save is under way.
  mutating func save(_ state: State) -> [Event] {
    if isDry { return [.saved(.done(unsaved: 0))] }
    guard saving == nil, worked == nil else {
      savesAgain = true
      return []
    }
    let events = putDown("done", state)
    guard let save = store?.beginSave(state.whole) else { return events }
    savesAgain = false
    return events + [.saving] + work(on: save, state)
  }

  private mutating func work(on save: RegisterSave, _ state: State) -> [Event] {
    let saveWork = SaveWork(save)
    saving = saveWork
    run.start { _ in
      saveWork.work()
      return .saveAdvanced
    }
    return goOnSaving(state, waitingUpTo: Self.patience)
  }

  /// Takes up a save whose work is done, if it is. Once the program ends, all of it is done here.
  mutating func goOnSaving(_ state: State, waitingUpTo milliseconds: Int = 0) -> [Event] {
    if isOver { saving?.work() }
    if let save = saving?.outcome(within: isOver ? .max : milliseconds) {
      (saving, worked) = (nil, save)
    }
    guard var save = worked else { return [] }
    // The line being typed is about records as they were when it was begun.
    if state.isTyping, !isOver, let store, store.wouldMerge(save) { return [] }
    worked = nil
    do {
      guard let report = try store?.goOn(with: &save) else { return work(on: save, state) }
      let ended = save
      DispatchQueue.global(qos: .utility).async { ended.letGo() }
      // The file was left alone while it was being written.
      return saved(report, state) + mended(state) + [.fileTouched]
    } catch .takenOver(let reason, let unsaved, let kept) {
      savesAgain = false
      return [
        readOnly(.takenOver(reason, unsaved: unsaved, kept: kept), because: reason), .fileTouched,
      ]
    } catch {
      savesAgain = false
      return [.saved(.failed(error.description)), .fileTouched]
    }
  }

  private mutating func saved(_ report: SaveReport, _ state: State) -> [Event] {
    if case .merged(let register, let diagnostics, let notes) = report {
      return [reloaded(register, diagnostics, notes, state)]
    }
    let events =
      [.saved(.done(unsaved: store?.unsaved.count ?? 0))]
      + warnings(report.notes, state)
    hasNews = true
    lookForProblems(state)
    return events + putDown("saved", state)
  }

  /// Whether a save is to begin: something was changed while the last was written, or the program
  /// is to end.
  func isSaveDue(_ state: State) -> Bool {
    isOpen && saving == nil && worked == nil && state.isUnsaved
      && (savesAgain || state.file.isLeaving)
  }

  /// Saves what is not saved and ends. A save that fails keeps the program open: nothing is left
  /// behind unsaid.
  mutating func leave(_ state: State) -> [Event] {
    if state.isUnsaved, state.file.readOnly == nil { return [.leaving] }
    isOver = true
    return []
  }
}

/// Work on a save that goes on beside the screen.
final class SaveWork: Sendable {
  private let save: Mutex<RegisterSave?>
  private let done = DispatchSemaphore(value: 0)

  init(_ save: RegisterSave) { self.save = Mutex(save) }

  /// Does it; on any thread. Where that is begun or done already, nothing.
  func work() {
    guard let begun = save.withLock({ $0.take() }) else { return }
    let worked = begun.work()
    save.withLock { $0 = worked }
    done.signal()
  }

  /// The save, if its work is done within so many milliseconds. Gives it once.
  func outcome(within milliseconds: Int) -> RegisterSave? {
    let deadline: DispatchTime =
      milliseconds == .max ? .distantFuture : .now() + .milliseconds(milliseconds)
    guard done.wait(timeout: deadline) == .success else { return nil }
    return save.withLock { $0.take() }
  }
}
