import InspectionUI
import TerminalCore

/// What a session does when the state asks for it.
extension Session {
  @MainActor
  mutating func perform(
    _ effect: Effect, on device: (any TerminalDevice)?, run: BackgroundRunner
  ) {
    switch effect {
    case .journal(let change): journal(change, isShown: device != nil)
    case .keepDraft(let draft): keep(draft)
    case .save: save(run)
    case .saveAndQuit: leave()
    case .lookOutside: lookOutside()
    case .readLetter(let path): readLetter(path, run)
    case .list(let work): list(work, run)
    case .account(let work): run.start { _ in .accounted(work.run()) }
    case .export(let export): write(export, run)
    case .completePath(let typed): apply(PathCompletion(places).event(typed))
    case .copy(let text): device?.copy(text)
    case .edit(let line): edit(line, on: device)
    case .compose(let draft): compose(draft, on: device, run)
    case .readPast(let bytes): readPast(bytes, run)
    case .readTrail(let subject): readTrail(of: subject, run)
    case .remark(let text, let entry): remark(text, on: entry)
    case .rememberReviewer(let name): Reviewer.remember(name, places)
    case .nextScheme: nextScheme()
    case .redraw: device?.redraw()
    case .suspend: device?.suspend()
    case .quit: isOver = true
    }
  }

  private mutating func nextScheme() {
    let names = schemes.names
    let now = names.firstIndex(of: state.scheme.name) ?? names.count - 1
    var problems: [String] = []
    // A scheme that makes no sense is named, and does not stand in the way of the next.
    for step in 1...names.count {
      let found = schemes.scheme(names[(now + step) % names.count])
      guard let problem = found.problem else {
        apply(.scheme(found.scheme))
        break
      }
      problems.append(problem)
    }
    if !problems.isEmpty {
      apply(.say(Message(problems.joined(separator: "; "), .warning)))
    }
  }
}
