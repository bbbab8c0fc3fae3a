import InspectionModel
import InspectionStore
import InspectionUI
import RecText
import TerminalCore

extension Session: @MainActor World {
  @MainActor
  mutating func perform(_ effect: Effect, for state: State) -> [Event] {
    switch effect {
    // The engine has had it journalled.
    case .journal: break
    case .keepDraft(let draft): return keep(draft, state)
    case .save: return save(state)
    case .saveAndQuit: return leave(state)
    case .openAgain: openAgain()
    case .lookOutside: return lookOutside(state)
    case .readReport(let path): return readReport(path, state)
    case .readTables(let path): return readTables(path)
    case .mapTable(let path, let said): return mapTable(path, said)
    case .keepMapping(let said): return keepMapping(said)
    case .planTables(let work):
      run.start { _ in .tablesPlanned(work.run()) }
    case .planFetch(let keys): return planFetch(keys, state)
    case .fetchReports(let keys): return fetchReports(keys, state)
    case .stopReading: reading.end()
    case .list(let work): list(work)
    case .account(let work):
      run.start { report in .accounted(work.run { report(.accounted($0)) }) }
    case .export(let export): return write(export)
    case .completePath(let typed): return [PathCompletion(places).event(typed)]
    case .copy(let text): device?.copy(text)
    case .copyRecord(let row): return copy(row, state)
    case .edit(let line): return edit(line, state)
    case .compose(let draft): return compose(draft, state)
    case .readPast(let bytes): return readPast(bytes, state)
    case .readTrail(let subject): return readTrail(of: subject, state)
    case .remark(let text, let entry): return remark(text, on: entry, state)
    case .rememberReviewer(let name): Reviewer.remember(name, places)
    case .rememberArea(let key): if !isDry { FirstStart.remember(area: key, places) }
    case .nextScheme: return nextScheme(after: state.scheme.name)
    case .showScheme(let name): return show(name)
    case .chooseScheme(let name): return choose(name)
    case .useMouse(let isWanted): device?.useMouse(isWanted)
    case .redraw: device?.redraw()
    case .suspend: device?.suspend()
    case .quit: isOver = true
    }
    return []
  }

  @MainActor
  mutating func attend(to state: State) -> [Event] {
    let today = Places.today
    if today != state.today { return [.today(today)] }
    let events = goOnOpening(state) + takeAgain(state) + goOnSaving(state)
    if !events.isEmpty { return events }
    if isSaveDue(state) { return save(state) }
    if let memo = memo.take() { return memo.end(state) }
    if state.file.isLeaving, !state.isUnsaved { isOver = true }
    return []
  }

  @MainActor
  mutating func noteShown(_ state: State) -> [Event] {
    store?.catchUp()
    findProblems()
    return putDown("done", state)
  }

  @MainActor
  private func copy(_ row: Row, _ state: State) -> [Event] {
    do throws(RecWriteProblem) {
      let text = try RecordsText.print([(type: row.type, values: state.register[row].values)])
      device?.copy(String(decoding: text, as: UTF8.self))
      return []
    } catch {
      return [.say(Message("not copied: \(error)", .error))]
    }
  }
}
