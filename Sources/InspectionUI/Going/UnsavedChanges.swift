import InspectionModel

/// The changes made since the file was last written.
struct UnsavedChanges: Sendable {
  /// Those of before the program started, or of before the register was read anew.
  private var former = 0
  private var changes = GrowingList<Change>()
  /// Those of `changes` that none of the others takes back.
  private var netChanges = GrowingList<Change>()

  /// All that the journal holds.
  var inJournal: Int { former + changes.count }

  /// What a save would write: a change and the undo of it are nothing.
  var toWrite: Int { former + netChanges.count }

  mutating func note(_ change: Change) {
    changes.append(change)
    if let last = netChanges.last, change.takesBack(last) {
      _ = netChanges.popLast()
    } else {
      netChanges.append(change)
    }
  }

  /// The file holds all but the last so many.
  mutating func keepLast(_ count: Int) {
    let kept = Array(changes).suffix(count)
    self = UnsavedChanges()
    former = count - kept.count
    for change in kept { note(change) }
  }
}
