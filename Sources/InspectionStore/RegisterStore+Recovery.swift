import InspectionModel

extension RegisterStore.Opened {
  /// Makes the changes again that a run that was killed had journalled. They stay in the journal until a save.
  mutating func recover(_ recovery: Recovery) {
    var recovered = 0
    for entry in recovery.entries {
      if let change = ChangeText.decode(entry), apply(change) { recovered += 1 }
    }
    let lost = recovery.entries.count - recovered
    if recovered > 0 {
      notes.append("recovered \(Self.changes(recovered)) that the last run had not saved")
    }
    if lost > 0 {
      notes.append(
        "\(Self.changes(lost)) of the last run no longer fit the file and stay in the journal")
    }
    if recovery.droppedBytes > 0 {
      notes.append(
        "the last \(recovery.droppedBytes) bytes of the journal were torn and are left out")
    }
  }

  /// True if the change could be made.
  private mutating func apply(_ change: Change) -> Bool {
    var trial = register
    do {
      try trial.apply(change)
      try store.redo(change, trial)
    } catch {
      return false
    }
    register = trial
    return true
  }

  private static func changes(_ count: Int) -> String {
    count == 1 ? "1 change" : "\(count) changes"
  }
}
