import InspectionAnalysis
import InspectionModel
import InspectionOperations
import TerminalCore

extension State {
  /// Asks what an act of the field would do here and now, and makes that; says why where it cannot be done.
  mutating func run(_ operation: any InspectionOperations.Operation) -> [Effect] {
    if refuses() { return [] }
    var author = Author(reviewer, on: today, keys: keyGenerator)
    defer { keyGenerator = author.keys }
    do throws(InspectionOperations.Refusal) {
      return make(try operation.proposal(for: register, by: &author).change)
    } catch {
      message = Message(error.description, .error)
      return []
    }
  }

  /// Makes a change, has it journalled, and says so.
  mutating func make(_ change: Change) -> [Effect] {
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
    return noteMade(change, "\(change.summary) (\(keymap.keys(for: .undo) ?? "undo") undoes)")
  }

  mutating func save() -> [Effect] {
    if refuses() { return [] }
    if !isUnsaved, !file.isMarked {
      message = Message("nothing to save: \(file.name) is as you see it")
      return []
    }
    if file.isSaving { message = Message("what was changed since is saved next") }
    return [.save]
  }

  /// Until all is saved, keys mean nothing but to stay: they may have been meant for the shell.
  mutating func noteLeaving() {
    file.isLeaving = true
    message = Message("saving, and then leaving; Esc stays")
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
      let count = file.unsaved - unsaved
      (file.unsaved, file.atRisk, file.isMarked) = (unsaved, min(file.atRisk, unsaved), false)
      let words = count == 0 ? "" : " \(counted(count, "change")) in"
      message = Message("saved\(words) \(file.name)", .good)
    case .failed(let why):
      file.isLeaving = false
      let rest = file.atRisk == 0 ? "every change is in the journal" : inMemoryAlone
      message = Message("not saved: \(why); \(rest)", .error)
    }
  }

  mutating func takeLetter(_ result: Event.LetterResult) -> [Effect] {
    file.work = nil
    switch result {
    case .failed(let why):
      message = Message(why, .error)
      return []
    case .several(let result):
      return take(result)
    case .change(let change, let key, let problems, let note):
      // The sentences count contributions that a blind reviewer may not know of.
      let note = hidden == nil ? note : Message("the letter of \(key) is read")
      if change.edits.isEmpty {
        message = note
      } else {
        let effects = make(change)
        if effects.isEmpty { return [] }
        message = note
        if hidden == nil { list(problems, of: key) }
        open(inspection: key)
        return effects
      }
      open(inspection: key)
      return []
    }
  }

  /// Several letters are one change, and leave one where one is.
  private mutating func take(_ result: Event.LetterBatchResult) -> [Effect] {
    var effects: [Effect] = []
    if !result.edits.isEmpty {
      effects = make(Change("reading \(counted(result.letters, "letter"))", result.edits))
      if effects.isEmpty { return [] }
    }
    if hidden == nil {
      for (inspection, sentences) in result.problems { list(sentences, of: inspection) }
    }
    for (file, why) in result.failures {
      problems.removeAll { $0.place == file }
      problems.append(Problem(place: file, line: 1, isError: true, sentence: why, row: nil))
    }
    message = note(on: result)
    return effects
  }

  private func note(on result: Event.LetterBatchResult) -> Message {
    var words =
      counted(result.letters, "letter") + " read, " + counted(result.passages, "new passage")
    if !result.failures.isEmpty { words += "; \(counted(result.failures.count, "file")) not read" }
    let notes = result.failures.count + result.problems.reduce(0) { $0 + $1.sentences.count }
    let keys = keymap.keys(for: .goProblems) ?? "problems"
    if notes > 0 { words += "; \(keys) lists what to look at" }
    return Message(words, result.failures.isEmpty ? .good : .warning)
  }

  /// What is to be looked at in a letter stands among the problems until the program is left.
  private mutating func list(_ sentences: [String], of key: String) {
    let row = register.row(.inspection, key: key)
    problems.removeAll { $0.place == key }
    problems += sentences.map {
      Problem(place: key, line: 1, isError: false, sentence: $0, row: row)
    }
  }

  /// Shows the letter of an inspection, unless it is shown already or something is being typed.
  private mutating func open(inspection key: String) {
    guard prompt == nil, let row = register.row(.inspection, key: key) else { return }
    if let shown = screen as? LetterScreen, shown.inspection == row { return }
    screens.append(LetterScreen(row, register))
  }

  /// Goes on with what the file holds now, at the same place. What was done before can still be undone, where it
  /// still fits.
  mutating func replace(
    _ register: Register, _ problems: [Problem], _ unsaved: Int, _ note: Message
  ) {
    let places = screens.map { $0.saved(self.register) }
    let shown = (screen.memoSubject ?? screen.subject).map { ($0.type, key: self.register[$0].key) }
    self.register = register
    hidden = nil
    self.problems = problems
    drawVeil()
    (file.unsaved, file.isSaving) = (unsaved, false)
    restore(places)
    message = note
    if let (type, key) = shown, self.register.row(type, key: key) == nil {
      let loss = "\(type.words.one) \(key) is not in it any more"
      message = Message("\(note.text); \(loss)", .warning)
    }
  }

  /// Goes on with the whole register, at the same place or, where nobody has gone anywhere yet, at those remembered.
  mutating func open(_ register: Register, _ file: FileState, _ problems: [Problem]) {
    let places = screens.map { $0.saved(self.register) }
    self.register = register
    hidden = nil
    self.problems = problems
    self.file = file
    drawVeil()
    restore(places)
  }

  /// Nothing stays on the screen that the file could not hold.
  mutating func takeBack(_ change: Change, _ why: String) {
    do throws(Refusal) {
      try apply(change.inverse)
    } catch {
      preconditionFailure("a change just made could not be taken back")
    }
    history.forget(change)
    file.unsaved -= 1
    noteOnScreens(change.inverse)
    message = Message("not done: \(why)", .error)
  }

  /// Notes a change that was just made, has it journalled, and says so.
  mutating func noteMade(_ change: Change, _ words: String) -> [Effect] {
    file.unsaved += 1
    message = Message(words)
    noteOnScreens(change)
    // A pass that is begun, closed or opened again may hide something, or hide it no more.
    if change.edits.contains(where: Veil.mayBeMoved(by:)) { drawVeil() }
    return [.journal(change)]
  }

  private mutating func noteOnScreens(_ change: Change) {
    leaveScreensOfRemoved()
    let context = context
    for index in screens.indices { screens[index].note(change, context) }
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
