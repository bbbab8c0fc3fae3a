// What an open does about the run before, under the lock.

extension RegisterFile {
  /// Reads the register and the journal, after finishing a save in place that broke off.
  mutating func recover(
    _ watch: (ArrivingBytes) -> Void
  ) throws(FileProblem) -> OpenedRegister {
    takeFormerTrail()
    let text = try journal.resume(environment)
    var read = try disk.readFile(path, watch)
    var kept: [String] = []
    if let text, let whole = try interruptedSave(of: read, text) {
      kept.append(try finish(whole, over: read))
      read = try disk.readFile(path, watch)
    }
    let known = KnownVersion(read)
    self.known = known
    dropSafetyCopy(text, now: known.fingerprint)
    kept += tidyTemporaries(text, now: known.fingerprint)
    let recovery = text.flatMap {
      Recovery($0, altered: journal.altered?.path, for: known.fingerprint)
    }
    journal.resumed(unsaved: recovery?.entries.count ?? 0, draft: recovery?.draft)
    if let text { trail.catchUp(with: text.entries) }
    return OpenedRegister(file: self, bytes: read.bytes, recovery: recovery, keptBeside: kept)
  }

  /// Gives the trail its name of a register that does not end in `.rec`: it once had that of the
  /// one that does.
  private func takeFormerTrail() {
    guard !path.hasSuffix(".rec"), (try? disk.statusIfPresent(at: path + ".rec")) == .some(nil)
    else { return }
    try? disk.rename(RegisterPlace.trail(of: path + ".rec"), to: trail.path, .ifFree)
  }

  /// The text that a save in place was writing when it broke off; nil if none did.
  ///
  /// The safety copy counts if the journal has announced it, and if the register is neither that
  /// text nor any other that the journal knows.
  private func interruptedSave(
    of read: ReadFile, _ text: JournalText
  ) throws(FileProblem) -> [UInt8]? {
    if text.knows(read.fingerprint) { return nil }
    for copy in place.safetyCopies where try disk.statusIfPresent(at: copy) != nil {
      let whole = try disk.readFile(copy, as: .readingOwn)
      if text.knows(whole.fingerprint) { return whole.array }
    }
    return nil
  }

  /// Finishes a save in place; what the register held is kept first, as it may be more than a half
  /// written text: somebody may have mended it by hand.
  private func finish(_ whole: [UInt8], over read: ReadFile) throws(FileProblem) -> String {
    let kept = try keep(read.array)
    try overwrite(with: FileContents(whole))
    try removeSafetyCopy()
    return kept
  }

  /// Removes a safety copy that has served, before it could be taken for one of a later save.
  private func dropSafetyCopy(_ text: JournalText?, now: Fingerprint?) {
    guard let text, let now, text.knows(now) else { return }
    try? removeSafetyCopy()
  }

  /// Writes another's version beside the register, or beside the safety copy where that takes no
  /// file.
  private func keep(_ bytes: [UInt8]) throws(FileProblem) -> String {
    let base = isPrivate ? safetyCopy : path
    var number = 0
    while true {
      let name = RegisterPlace.external(of: base, at: environment.timestamp, number: number)
      do {
        try disk.createFile(name, bytes, likeRegister: model)
        return name
      } catch {
        guard error.isTaken else { throw error }
        number += 1
      }
    }
  }

  /// Removes what a save that was killed left under its temporary names, and keeps under a plain
  /// name what may be another's; returns those.
  ///
  /// A temporary file is ours if the journal knows its bytes, or if the register is a version from
  /// before the last save: then the exchange was not reached, and the file is our unfinished text,
  /// whose edits are in the journal. Otherwise the exchange may have put another's bytes there.
  private func tidyTemporaries(_ text: JournalText?, now: Fingerprint?) -> [String] {
    let names = (try? disk.names(in: place.folder)) ?? []
    for name in names where place.isUnfinished(name) || place.isWriting(name) {
      try? disk.unlink(joined(place.folder, name))
    }
    return names.filter(place.isTemporary).sorted().compactMap { name in
      let temporary = joined(place.folder, name)
      guard let found = try? disk.readFile(temporary).fingerprint else { return nil }
      if isOurs(found, text, now: now) {
        try? disk.unlink(temporary)
        return nil
      }
      return try? keepBeside(temporary)
    }
  }

  private func isOurs(_ found: Fingerprint, _ text: JournalText?, now: Fingerprint?) -> Bool {
    if found == now { return true }
    guard let text, let now else { return false }
    return text.knows(found) || (text.knows(now) && now != text.lastSaving)
  }

  /// Gives another's version a name of its own beside the register.
  func keepBeside(_ temporary: String) throws(FileProblem) -> String {
    var number = 0
    while true {
      let name = RegisterPlace.external(of: path, at: environment.timestamp, number: number)
      do {
        try disk.rename(temporary, to: name, .ifFree)
        return name
      } catch {
        guard error.isTaken else { throw error }
        number += 1
      }
    }
  }
}

extension Recovery {
  /// What a journal has that the register lacks; nil if nothing.
  fileprivate init?(_ text: JournalText, altered: String?, for version: Fingerprint?) {
    let fitting = text.entries(missingIn: version)
    self.init(
      entries: fitting ?? text.entriesSinceSave, fitsTheBytes: fitting != nil,
      draft: text.draft.flatMap { $0 == DraftText.none ? nil : $0 },
      droppedBytes: text.droppedBytes, altered: altered)
    if entries.isEmpty && draft == nil && droppedBytes == 0 && altered == nil { return nil }
  }
}
