import Dispatch
import InspectionStore
import InspectionUI
import Synchronization

/// How a session saves: beside the screen, so that keys work and edits are made safe meanwhile.
extension Session {
  /// Milliseconds that the screen waits for a stretch of a save: of a small one nobody should see that it began.
  private static let patience = 6

  /// Begins to save; once more after that if a save is under way.
  ///
  /// - Parameter run: does the work that takes long; without one it is done at once.
  mutating func save(_ run: BackgroundRunner?) {
    if isDry {
      _ = state.update(.saved(.done(unsaved: 0)))
      return
    }
    guard saving == nil, worked == nil else {
      savesAgain = true
      return
    }
    _ = putDown()
    guard let save = store?.beginSave(state.whole) else { return }
    savesAgain = false
    _ = state.update(.saving)
    work(on: save, run)
  }

  private mutating func work(on save: RegisterSave, _ run: BackgroundRunner?) {
    let stretch = SaveStretch(save)
    saving = stretch
    if let run {
      run.start { _ in
        stretch.work()
        return .saveAdvanced
      }
    } else {
      stretch.work()
    }
    goOnSaving(run, waitingUpTo: Self.patience)
  }

  /// Takes up a save whose work is done, if it is.
  mutating func goOnSaving(_ run: BackgroundRunner?, waitingUpTo milliseconds: Int = 0) {
    if let save = saving?.take(within: milliseconds) { (saving, worked) = (nil, save) }
    guard var save = worked else { return }
    // The line being typed is about records as they were when it was begun.
    if state.isTyping, !isOver, let store, store.wouldMerge(save) { return }
    worked = nil
    do {
      guard let report = try store?.goOn(with: &save) else { return work(on: save, run) }
      let ended = save
      DispatchQueue.global(qos: .utility).async { ended.letGo() }
      noteSaved(report, run)
      sayWhatWasMended()
    } catch .takenOver(let reason, let unsaved, let kept) {
      savesAgain = false
      readOnly(.takenOver(reason, unsaved: unsaved, kept: kept), because: reason)
    } catch {
      savesAgain = false
      _ = state.update(.saved(.failed(error.description)))
    }
    // Left alone while the file was being written.
    if state.update(.fileTouched).contains(.lookOutside) { lookOutside() }
    goOnLeaving(run)
  }

  private mutating func noteSaved(_ report: SaveReport, _ run: BackgroundRunner?) {
    if case .merged(let register, let diagnostics, let note) = report {
      reload(register, diagnostics, note)
    } else {
      _ = state.update(.saved(.done(unsaved: store?.unsaved.count ?? 0)))
      if let note = report.note { _ = state.update(.say(Message(note, .warning))) }
      hasNews = true
      _ = putDown("saved")
      if let run { lookForProblems(run) }
    }
  }

  private mutating func goOnLeaving(_ run: BackgroundRunner?) {
    if state.file.isLeaving, !state.isUnsaved { isOver = true }
    if state.isUnsaved, savesAgain || state.file.isLeaving { save(run) }
  }

  // MARK: - Leaving

  /// Saves what is not saved and ends. A save that fails keeps the program open: nothing is left behind unsaid.
  mutating func leave(_ run: BackgroundRunner? = nil) {
    guard state.isUnsaved, state.file.readOnly == nil else {
      isOver = true
      return
    }
    _ = state.update(.leaving)
    save(run)
  }

  /// Waits for a save that is under way to end, when all else is over.
  mutating func finishSaving() {
    isOver = true
    while saving != nil || worked != nil { goOnSaving(nil, waitingUpTo: .max) }
  }
}

/// Work on a save that goes on beside the screen.
final class SaveStretch: Sendable {
  private let save: Mutex<RegisterSave?>
  private let done = DispatchSemaphore(value: 0)

  init(_ save: RegisterSave) { self.save = Mutex(save) }

  /// Does it; on any thread, once.
  func work() {
    guard let begun = save.withLock({ $0.take() }) else { return }
    let worked = begun.work()
    save.withLock { $0 = worked }
    done.signal()
  }

  /// The save, if its work is done within so many milliseconds. Gives it once.
  func take(within milliseconds: Int) -> RegisterSave? {
    let deadline: DispatchTime =
      milliseconds == .max ? .distantFuture : .now() + .milliseconds(milliseconds)
    guard done.wait(timeout: deadline) == .success else { return nil }
    return save.withLock { $0.take() }
  }
}
