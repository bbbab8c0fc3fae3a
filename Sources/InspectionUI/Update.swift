import InspectionAnalysis
import InspectionModel
import TerminalCore

extension State {
  /// What an event means. ``Engine`` alone calls it.
  mutating func react(to event: Event) -> [Effect] {
    switch event {
    case .key(let key): return press(key)
    case .resize(let size): self.size = size
    case .continued: return [.redraw]
    case .terminate: return file.atRisk > 0 ? [.saveAndQuit, .quit] : [.quit]
    case .fileTouched: looksOutside = true
    case .clock(let seconds, let moment):
      clock.set(seconds)
      now = moment
    case .today(let day): begin(day)
    case .composed(let text, let subject): return takeMemo(text, on: subject)
    case .past(let past): return receive(past)
    case .trail(let trail): show(visible(trail))
    case .remarked(let remark, let entry): enter(remark, on: entry)
    case .saving: file.isSaving = true
    case .saved(let result): noteSaved(result)
    case .leaving: noteLeaving()
    case .problems(let problems): self.problems = problems
    case .checked(let problems):
      // What was replaced meanwhile was checked as it came, and has other rows.
      if file.isBeingChecked { self.problems = problems }
      file.isBeingChecked = false
    case .notJournalled(let why, let atRisk):
      file.atRisk = atRisk
      message = Message("not safe yet: \(why); \(saveKeys) writes the file", .error)
    case .journalled: file.atRisk = 0
    case .pathCompleted(let typed, let path, let choices): complete(typed, path, choices)
    case .lettersRead(let read): return receive(read)
    case .tablesRead(let read): return receive(read)
    case .tablesPlanned(let answer): receive(answer)
    case .fetchPlanned(let plan): return receive(plan)
    case .listed(let part): receive(part)
    case .accounted(let answer): receive(answer)
    case .exported(let result): receive(result)
    case .reading(let register, let share): grow(register, share)
    // What comes of these is the program's: only that has the file.
    case .readFurther, .opened, .saveAdvanced: break
    case .fileFree: return [.openAgain]
    case .ready(let register, let file, let problems): open(register, file, problems)
    case .remembered(let places, let layouts, let filters):
      (self.layouts, self.filters) = (layouts, filters)
      if file.isBeingRead { resumed = places } else { restore(places) }
    case .ownArea(let key): ownArea = key
    case .firstStart: welcome()
    case .typedBefore(let draft): takeUp(draft)
    case .reloaded(let register, let problems, let unsaved, let isMarked, let note):
      replace(register, problems, unsaved, note)
      file.isMarked = isMarked
    case .gone(let wasRemoved): noteGone(wasRemoved)
    case .readOnly(let why, let note, let atRisk):
      (file.readOnly, file.atRisk, message) = (why, atRisk, note)
      (file.isSaving, file.isLeaving) = (false, false)
    case .scheme(let scheme): self.scheme = scheme
    case .say(let message): self.message = message
    case .working(let work): file.work = work
    case .rested: break
    }
    return []
  }

  /// Lets the screen take in what has changed around it.
  mutating func arrange() {
    screen.arrange(context)
    renewSearch()
  }

  // MARK: - Actions

  mutating func perform(_ action: Action, count: Int?) -> [Effect] {
    let (former, hadPrompt) = (message, prompt != nil)
    let effects = performHere(action, count: count)
    // What is typed next was meant for the line that could not be opened.
    if action.spec.opensLine, !hadPrompt, prompt == nil, effects.isEmpty, message != former,
      let message, message.kind.isRefusal
    {
      prompt = InertPrompt(action.spec.name, because: message.text)
    }
    return effects
  }

  private mutating func performHere(_ action: Action, count: Int?) -> [Effect] {
    // Said before anything is typed that would come to nothing.
    if action.changesRegister, refuses() { return [] }
    if action != .quitWithoutSaving { wasWarnedOfLoss = false }
    if action != .undo, action != .redo { standsInTheWay = nil }
    if action == .back, canStopReading { return stopReading() }
    if let steps = screen.perform(action, count: count, context) {
      noteLayout()
      return perform(steps)
    }
    if let act = action.spec.act {
      // An account may still show figures of a record that is gone.
      let records = screen.acted.filter(register.contains).map { register[$0] }
      if let operation = records.lazy.compactMap(act).first { return run(operation) }
    }
    if action == .goLog { log.markRead() }
    if let topic = action.spec.topic { return go(topic) }
    if let step = Screens.step(for: action, context) { return perform([step]) }
    switch action {
    case .back where !log.unread.isEmpty: log.markRead()
    case .back, .left: return leaveScreen()
    case .right: return perform(.open, count: count)
    case .widen: return perform([.change(.narrow(""))])
    case .goBack: return travel(isBack: true)
    case .goForth: return travel(isBack: false)
    case .mark: return perform(.pageDown, count: count)
    case .memo, .memoInEditor: return memo(inEditor: action == .memoInEditor)
    case .trail: return trail()
    case .because: return because()
    case .jump:
      let here = screen.memoSubject.flatMap { register[$0].reference(.inspection) }
      return perform([.prompt(JumpPrompt(in: here))])
    case .filter where screen.search != nil:
      return perform([.prompt(SearchPrompt(on: screen))])
    case .nextHit: goToHit(by: count ?? 1)
    case .previousHit: goToHit(by: -(count ?? 1))
    case .preview:
      let isShown = screen.isBesideCodebook ? context.hasCodebook : context.hasPreview
      showsPreview = !isShown
    case .undo: return undo()
    case .redo: return redo()
    case .save: return save()
    case .readReport: return perform([.prompt(reportPrompt)])
    case .importTables: return importTables()
    case .export where screen.list != nil: return exportList()
    case .copy: return copy(asRecord: false)
    case .copyRecord: return copy(asRecord: true)
    case .palette: prompt = PalettePrompt(schemes: schemes(), now: scheme.name, register)
    case .help: return perform([.push(HelpScreen(for: screen, manual()))])
    case .nextScheme: return [.nextScheme]
    case .mouse: return switchMouse()
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .quit: return quit()
    case .quitWithoutSaving: return leaveUnsaved()
    default:
      noteNothingDone(by: action)
    }
    return []
  }

  /// Says what an action is for that has nothing to do here.
  private mutating func noteNothingDone(by action: Action) {
    let name = "“\(action.spec.name)”"
    message = Message(
      action.spec.purpose.map { "\(name) has no use here; it is for \($0)" }
        ?? "\(name) has no use here", .hint)
  }

  /// What was decided of a table and is not written yet is nowhere else: that is asked about first.
  private mutating func quit() -> [Effect] {
    if let tables, tables.decided > 0 {
      return perform([
        .prompt(
          QuestionPrompt.loss(
            ofDecisionsOn: tables, "leaves without writing them",
            then: [.tables(.done), .act(.quit)]))
      ])
    }
    return isUnsaved && file.readOnly == nil ? [.saveAndQuit] : [.quit]
  }

  /// What is in the journal is there at the next start; what is not is only left when that is said
  /// twice.
  private mutating func leaveUnsaved() -> [Effect] {
    guard file.atRisk > 0, !wasWarnedOfLoss else { return [.quit] }
    wasWarnedOfLoss = true
    let keys = keymap.keys(for: .quitWithoutSaving) ?? ""
    message = Message("\(inMemoryAlone); \(keys) again discards it", .error)
    return []
  }

  /// How much a crash would lose, as the start of a sentence.
  var inMemoryAlone: String {
    file.atRisk == 1
      ? "1 change is only in memory" : "\(file.atRisk) changes are only in memory"
  }

  private mutating func leaveScreen() -> [Effect] {
    if screen.search?.isOn == true {
      screen.search = TextSearch()
      return []
    }
    if let filter = screen.list?.filter, !filter.isEmpty {
      return perform([.change(.narrow(""))])
    }
    guard screens.count > 1 else {
      let keys = keymap.keys(for: .quit) ?? ":quit"
      message = Message("this is the first screen; \(keys) saves and leaves")
      return []
    }
    // Whoever went on to another passage comes back to that one in the list.
    if let subject = screens.removeLast().subject { screen.returned(from: subject) }
    return []
  }

  /// Writes the records of the list that is shown, in its order.
  private mutating func exportList() -> [Effect] {
    guard let list = screen.list, list.work == nil, !list.chosen.isEmpty else {
      message = Message("there is nothing in this list to write yet", .hint)
      return []
    }
    return perform([.prompt(ExportPrompt(list, list.home(register)))])
  }

  /// Copies what is under the cursor: its words as a citation, or the record.
  private mutating func copy(asRecord: Bool) -> [Effect] {
    guard let row = screen.quoted, register.contains(row) else {
      message = Message("nothing under the cursor to copy", .hint)
      return []
    }
    let key = register[row].key
    if asRecord {
      message = Message("copied \(row.type.noun.one) \(key) as the file has it")
      return [.copyRecord(row)]
    }
    guard let words = Citation.text(of: row, register) else {
      message = Message("copied \(key)")
      return [.copy(key)]
    }
    message = Message("copied the words of \(key)")
    return [.copy(words)]
  }

  // MARK: - Steps

  mutating func perform(_ steps: [Step]) -> [Effect] {
    steps.flatMap { perform($0) }
  }

  private mutating func perform(_ step: Step) -> [Effect] {
    switch step {
    case .push(let screen):
      screens.append(laidOut(screen))
      if let notice = screen.notice(register) { message = notice }
    case .back: return leaveScreen()
    case .list(let type): return perform(.go(Screens.listing(type, context)))
    case .go(let screen):
      screens = [laidOut(screen)]
      visits += 1
    case .prompt(let prompt): self.prompt = prompt
    case .closePrompt: prompt = nil
    case .open(let request): return perform([.push(AccountScreen(request))])
    case .work(let row): return perform(Screens.working(on: row, context).map { [.push($0)] } ?? [])
    case .select(let row): select(row)
    case .act(let action): return perform(action, count: nil)
    case .run(let operation, let steps): return run(operation, then: steps)
    case .introduce(let name, let steps): return introduce(name, then: steps)
    case .change(let change): apply(change)
    case .remember(let remembered): return remember(remembered)
    case .tables(let change): apply(change)
    case .say(let message): self.message = message
    case .effect(let effect):
      if case .edit = effect, let sentence = hidden?.sentence {
        message = Message("the file shows everything, and \(sentence)", .warning)
        return []
      }
      note(effect)
      return [effect]
    }
    return []
  }
}
