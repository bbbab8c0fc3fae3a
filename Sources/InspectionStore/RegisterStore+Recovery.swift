import InspectionModel

extension RegisterStore.Opened {
  /// Makes the changes again that a run that was killed had journalled. They stay in the journal until a save.
  mutating func recover(_ recovery: Recovery) {
    let unfit = recovery.entries.filter { entry in
      ChangeText.decode(entry).map { !apply($0) } ?? true
    }
    let recovered = recovery.entries.count - unfit.count
    if recovered > 0 {
      notes.append("recovered \(Self.changes(recovered)) that the last run had not saved")
    }
    if !unfit.isEmpty { noteUnfit(unfit) }
    if recovery.droppedBytes > 0 {
      notes.append(
        "the last \(recovery.droppedBytes) bytes of the journal were torn and are left out")
    }
  }

  /// Puts changes that fit no more beside the register, as a save ends the journal they are in.
  private mutating func noteUnfit(_ entries: [[UInt8]]) {
    let bytes = Array(entries.joined(separator: [UInt8(ascii: "\n")]))
    // Named by what it holds, so that opening the register again makes no second one.
    let path = store.file.path + ".unfit-\(Fingerprint(of: bytes).description.prefix(8))"
    var place = "kept at \(path)"
    do {
      try store.file.disk.createFile(path, bytes)
    } catch {
      if !error.isTaken { place = "in the journal until a save" }
    }
    let verb = entries.count == 1 ? "does" : "do"
    notes.append(
      "\(Self.changes(entries.count)) of the last run \(verb) not fit the file any more: \(place)")
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
