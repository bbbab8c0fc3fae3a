import InspectionStore
import InspectionUI

/// What a session does that only reads because somebody else has the register.
extension Session {
  /// Whether it reads only until somebody else is done.
  var isWaiting: Bool { store?.file.isWaiting ?? false }

  /// Goes on with the right to write, and with what whoever had the register has saved meanwhile.
  mutating func takeAgain(_ opened: RegisterStore.Opened) {
    var opened = opened
    guard isWaiting, let former = store, opened.store.file.access == .writable else {
      return opened.store.close()
    }
    opened.notes.insert("you can edit now: whoever had the register is done", at: 0)
    do {
      try opened.makeAgain(former)
    } catch {
      opened.notes.append("not safe yet: \(error)")
    }
    store?.close()
    warnings = []
    adopt(opened)
  }
}
