import InspectionAnalysis
import InspectionModel
import InspectionOperations
import TerminalCore

extension State {
  /// Asks what an act of the field would do here and now, and makes that; says why where it cannot
  /// be done.
  ///
  /// - Parameter steps: what comes next, once it is made.
  mutating func run(
    _ operation: any Operation, then steps: [Step] = []
  ) -> [Effect] {
    if refuses() { return [] }
    var author = Author(reviewer, on: today, keys: keyGenerator)
    defer { keyGenerator = author.keys }
    do throws(Refusal) {
      let proposal = try operation.proposal(for: register, by: &author)
      let effects = make(proposal.change, with: proposal.notes)
      if effects.isEmpty { return [] }
      let shown = proposal.shows.flatMap { register.row($0.type, key: $0.key) }
      return effects + perform((shown.map { [.work(on: $0)] } ?? []) + steps)
    } catch {
      message = context.message(for: error)
      return []
    }
  }

  /// Makes a change, has it journalled, and says so.
  ///
  /// - Parameter notes: what goes with it, and is to be known.
  mutating func make(_ change: Change, with notes: [Proposal.Note] = []) -> [Effect] {
    guard !change.edits.isEmpty else {
      message = Message("nothing to change")
      return []
    }
    if refuses() { return [] }
    do throws(Refusal) {
      try apply(change)
    } catch {
      message = Message(error.description, .error)
      return []
    }
    history.record(change)
    let sentence = ([change.summary] + notes.map(\.description)).joined(separator: "; ")
    return noteMade(change, "\(sentence) (\(keymap.keys(for: .undo) ?? "undo") undoes)")
  }

  mutating func save() -> [Effect] {
    if refuses() { return [] }
    if !isUnsaved, !file.isMarked {
      message = Message("nothing to save: \(file.name) is as you see it")
      return []
    }
    if file.isSaving { message = Message("later changes are saved next") }
    return [.save]
  }

  /// Until all is saved, keys mean nothing but to stay: they may have been meant for the shell.
  mutating func noteLeaving() {
    file.isLeaving = true
    message = Message("saving, then leaving; Esc stays")
  }

  mutating func takeWhileLeaving(_ key: Key) {
    guard key == .escape || key == .control("c") else { return }
    file.isLeaving = false
    message = Message("not leaving")
  }

  mutating func noteSaved(_ result: Event.SaveResult) {
    file.isSaving = false
    switch result {
    case .done(let unsaved):
      let former = self.unsaved.toWrite
      (file.unsaved, file.atRisk, file.isMarked) = (unsaved, min(file.atRisk, unsaved), false)
      self.unsaved.keepLast(unsaved)
      let count = max(0, former - self.unsaved.toWrite)
      let saved = count == 0 ? "" : " \(counted(count, "change")) in"
      message = Message("saved\(saved) \(file.name)", .good)
    case .failed(let why):
      file.isLeaving = false
      let rest = file.atRisk == 0 ? "every change is in the journal" : inMemoryAlone
      message = Message("not saved: \(why); \(rest)", .error)
    }
  }

  /// Goes on with what the file holds now, at the same place. What was done before can still be
  /// undone, where it still fits.
  mutating func replace(
    _ register: Register, _ problems: [Problem], _ unsaved: Int, _ note: Message
  ) {
    let places = left(screens)
    journey = journey.outliving { left($0) }
    let shown = (screen.memoSubject ?? screen.subject).map { ($0.type, key: self.register[$0].key) }
    self.register = register
    hidden = nil
    self.problems = problems
    renewBlinding()
    tables?.registerChanged()
    (file.unsaved, file.isSaving, file.isBeingChecked) = (unsaved, false, false)
    self.unsaved.keepLast(unsaved)
    restore(places)
    message = note
    if let (type, key) = shown, self.register.row(type, key: key) == nil {
      let loss = "\(type.noun.one) \(key) is no longer in it"
      message = Message("\(note.text); \(loss)", .warning)
    }
  }

  /// The file is removed or emptied, so that there is something to save even where nothing was
  /// changed.
  mutating func noteGone(_ wasRemoved: Bool) {
    unsaved.keepLast(max(1, file.unsaved))
    file.unsaved = unsaved.inJournal
    message = Message(
      "the file was \(wasRemoved ? "removed" : "emptied") outside; it is all here, "
        + "and \(saveKeys) writes it again", .warning)
  }

  /// How to ask for a save.
  var saveKeys: String { keymap.keys(for: .save) ?? ":save" }

  /// Goes on with the whole register, at the same place or, where nobody has gone anywhere yet, at
  /// those remembered.
  mutating func open(_ register: Register, _ file: FileState, _ problems: [Problem]) {
    let places = resumed?.map { LeftScreen.saved($0) } ?? left(screens)
    resumed = nil
    journey = journey.outliving { left($0) }
    self.register = register
    hidden = nil
    self.problems = problems
    self.file = file
    unsaved.keepLast(file.unsaved)
    renewBlinding()
    restore(places)
  }

  /// A change that cannot be written has not come about, and nothing is as the event that was to
  /// make it would have had it. Only what the event answers is not waited for any more, and an undo
  /// that is refused stands in no other's way.
  mutating func refuse(_ change: Change, of event: Event, because why: String) {
    if case .past = event {
      lookingBack.awaited = nil
      noteTrailRead()
    }
    if case .lettersRead = event { noteReadingEnded() }
    // An undo may bring more with it.
    if let done = history.lastDone?.change.inverse, change.edits.starts(with: done.edits) {
      history.passOver()
    }
    if history.lastUndone?.change == change { history.passOverUndone() }
    message = Message("not done: \(why)", .error)
  }

  /// Notes a change that was just made, has it journalled, and says so.
  ///
  /// - Parameter isBack: whether it brings back what was so before, so that lists go there.
  mutating func noteMade(_ change: Change, _ sentence: String, isBack: Bool = false) -> [Effect] {
    unsaved.note(change)
    file.unsaved = unsaved.inJournal
    message = Message(sentence)
    noteOnScreens(change)
    // A pass that is begun, closed or opened again may hide something, or hide it no more.
    if change.edits.contains(where: Blinding.mayChange(by:)) { renewBlinding() }
    if isBack { goBack(to: change) }
    return [.journal(change)]
  }

  /// Puts the cursor of each list on the record that came back, or else on one that was changed.
  private mutating func goBack(to change: Change) {
    let inserts = change.edits.filter { if case .insert = $0 { true } else { false } }
    let rows = (inserts + change.edits).compactMap { register.row($0.type, key: $0.key) }
    for index in screens.indices {
      let type = screens[index].list?.type ?? .review
      if let row = rows.first(where: { $0.type == type }) { screens[index].returned(from: row) }
    }
  }

  private mutating func noteOnScreens(_ change: Change) {
    leaveScreensOfRemoved()
    let context = context
    for index in screens.indices { screens[index].note(change, context) }
    tables?.registerChanged()
  }

  /// Taking back a letter takes away its passages, and with them the screens that showed them.
  private mutating func leaveScreensOfRemoved() {
    screens.removeAll { screen in screen.subject.map { !register.contains($0) } ?? false }
    if screens.isEmpty { screens = [AreasScreen(register)] }
  }

  /// Says why nothing may be changed, where nothing may.
  mutating func refuses() -> Bool {
    if file.isBeingRead {
      message = Message("\(file.name) is still being read; this works once it is", .warning)
      return true
    }
    guard let why = file.readOnly else { return false }
    message = Message("read only: \(why); work in a copy and merge it later", .error)
    return true
  }
}
