import Dispatch
import InspectionStore
import InspectionUI
import Synchronization

/// How a session saves: beside the screen, so that keys work and edits are made safe meanwhile.
extension Session {
  /// Milliseconds that the screen waits for a stretch of a save: of a small one nobody should see that it began.
  private static let patience = 6

  /// Begins to save; once more after that if a save is under way.
  mutating func save(_ run: BackgroundRunner) {
    if isDry {
      apply(.saved(.done(unsaved: 0)))
      return
    }
    guard saving == nil, worked == nil else {
      savesAgain = true
      return
    }
    _ = putDown()
    let whole = state.whole
    guard let save = store?.beginSave(whole) else { return }
    savesAgain = false
    apply(.saving)
    work(on: save, run)
  }

  private mutating func work(on save: RegisterSave, _ run: BackgroundRunner) {
    let stretch = SaveStretch(save)
    saving = stretch
    run.start { _ in
      stretch.work()
      return .saveAdvanced
    }
    goOnSaving(run, waitingUpTo: Self.patience)
  }

  /// Takes up a save whose work is done, if it is.
  mutating func goOnSaving(_ run: BackgroundRunner, waitingUpTo milliseconds: Int = 0) {
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
      apply(.saved(.failed(error.description)))
    }
    // Left alone while the file was being written.
    apply(.fileTouched)
  }

  private mutating func noteSaved(_ report: SaveReport, _ run: BackgroundRunner) {
    if case .merged(let register, let diagnostics, let note) = report {
      reload(register, diagnostics, note)
    } else {
      apply(.saved(.done(unsaved: store?.unsaved.count ?? 0)))
      if let note = report.note { warn(note) }
      hasNews = true
      _ = putDown("saved")
      lookForProblems(run)
    }
  }

  /// Whether a save is to begin: something was changed while the last was written, or the program
  /// is to end.
  var isSaveDue: Bool {
    isOpen && saving == nil && worked == nil && state.isUnsaved
      && (savesAgain || state.file.isLeaving)
  }

  // MARK: - Leaving

  /// Saves what is not saved and ends. A save that fails keeps the program open: nothing is left behind unsaid.
  mutating func leave() {
    guard state.isUnsaved, state.file.readOnly == nil else {
      isOver = true
      return
    }
    apply(.leaving)
  }

  /// Waits for a save that is under way to end, when all else is over.
  @MainActor
  mutating func finishSaving() {
    isOver = true
    while saving != nil || worked != nil {
      saving?.work()
      goOnSaving(.idle, waitingUpTo: .max)
      carryOn(on: nil, run: .idle)
    }
  }
}

/// Work on a save that goes on beside the screen.
final class SaveStretch: Sendable {
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
  func take(within milliseconds: Int) -> RegisterSave? {
    let deadline: DispatchTime =
      milliseconds == .max ? .distantFuture : .now() + .milliseconds(milliseconds)
    guard done.wait(timeout: deadline) == .success else { return nil }
    return save.withLock { $0.take() }
  }
}
