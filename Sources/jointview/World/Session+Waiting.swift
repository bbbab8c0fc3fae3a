import InspectionStore
import InspectionUI

/// What a session does while its register is opened, or only read because somebody else has it.
extension Session {
  /// Shows what has been read of the register, and goes on with it once it is open.
  mutating func goOnOpening(_ state: State, waitingUpTo milliseconds: Int = 0) -> [Event] {
    guard !isOpen, !isOver, let opening else { return [] }
    if let outcome = opening.outcome(within: milliseconds) {
      self.opening = nil
      return adopt(outcome, hasTyped: state.hasTyped)
    }
    return opening.takeProgress().map { [.reading($0.register, $0.share)] } ?? []
  }

  /// Whether it reads only until somebody else is done.
  private var isWaiting: Bool { store?.file.isWaiting ?? false }

  /// Opens the register again beside the screen, this time to change it: whoever had it is done.
  mutating func openAgain() {
    guard reopening == nil, isWaiting else { return }
    let post = run.post
    reopening = RegisterOpening(pathGiven, places) { event in
      // What is shown stays until all is there.
      if case .readFurther = event { return }
      post(event)
    }
  }

  /// Takes the register, once it is open and nobody is typing: what they type is about records as
  /// they were.
  mutating func takeAgain(_ state: State) -> [Event] {
    if let reopening, reopened == nil, let outcome = reopening.outcome(within: 0) {
      reopened = try? outcome.get()
      if reopened == nil { self.reopening = nil }
    }
    guard let opened = reopened, !state.isTyping, !isOver else { return [] }
    (reopening, reopened) = (nil, nil)
    return takeAgain(opened)
  }

  /// Goes on with the right to write, and with what whoever had the register has saved meanwhile.
  private mutating func takeAgain(_ opened: RegisterStore.Opened) -> [Event] {
    var opened = opened
    guard isWaiting, let former = store, opened.store.file.access == .writable else {
      opened.store.close()
      return []
    }
    var sentences = ["you can edit now: the other program is done with the register"]
    do {
      try opened.makeAgain(former)
    } catch {
      sentences.append("not safe yet: \(error)")
    }
    store?.close()
    return adopt(opened, saying: sentences)
  }

  /// Ends the watch, and gives back what was opened again and came too late.
  mutating func stopWatching() {
    watch?.stop()
    var late = reopened ?? (try? reopening?.outcome(within: 1000)?.get())
    late?.store.close()
  }

  /// Watches the register where it is now, as long as it may be changed or not as it may now.
  mutating func watchFile() {
    guard let file = store?.file, watched?.path != file.path || watched?.access != file.access
    else { return }
    watched = (file.path, file.access)
    watch?.stop()
    let post = run.post
    watch = FileWatch(file) { post($0 == .free ? .fileFree : .fileTouched) }
  }
}
