import InspectionAnalysis
import InspectionModel
import InspectionStore
import InspectionUI
import RecText
import Synchronization
import TerminalCore

/// A register open in the program: the state of the screens, the file behind it, and the effects that lead from
/// one to the other. The only place where the program touches the world while it runs.
struct Session {
  var state: State
  /// The file behind it, once it is open.
  private var store: RegisterStore?
  private let pathGiven: String
  private let places: Places
  private let schemes: Schemes
  /// Nothing is written to disk: changes stay in memory.
  private let isDry: Bool
  /// Set once the program is to end.
  private(set) var isOver = false
  /// Why the register could not be opened, if it could not.
  private(set) var failure: Failure?
  /// What was wrong with the settings and the scheme.
  private var warnings: [String] = []
  private var hasTyped = false
  /// Which work on a list is still wanted.
  private let latest = LatestWork()

  /// A register that is open already, with settings and colour scheme; what is wrong with any of them is said on the
  /// screen.
  init(register path: String?, places: Places, size: Size, isDry: Bool = false) throws {
    let path = try RegisterPath.resolve(path, places)
    self.init(path, places, size, isDry)
    adopt(try RegisterPath.open(path, places))
  }

  /// A register that is still being opened: until ``adopt(_:)`` the screens show what has been read of it.
  init(_ path: String, _ places: Places, _ size: Size, _ isDry: Bool = false) {
    let settings = Settings(path: places.configFolder.map { $0 + "/config.yaml" })
    schemes = Schemes(folders: places.schemeFolders)
    let found = schemes.scheme(settings.scheme)
    (self.places, self.isDry, pathGiven) = (places, isDry, path)
    var file = State.FileState(name: Self.name(of: path))
    file.isBeingRead = true
    file.work = "reading"
    state = State(
      register: Starter.nothing, file: file, scheme: found.scheme, keymap: settings.keymap,
      reviewer: Reviewer.name(settings, places), today: Places.today,
      seed: .random(in: 0...(.max)), size: size)
    warnings = settings.problems + [found.problem].compactMap(\.self)
    if !warnings.isEmpty {
      _ = state.update(.say(Message(warnings.joined(separator: "; "), .warning)))
    }
  }

  /// Goes on with the register once it is open.
  mutating func adopt(_ opened: RegisterStore.Opened) {
    store = opened.store
    let file = Self.fileState(pathGiven, opened.store)
    state.open(opened.register, file, Problem.list(opened.diagnostics, in: pathGiven))
    warnings += [file.readOnly.map { "read only: \($0)" }].compactMap(\.self)
    let notes = warnings + opened.notes
    if let draft = opened.draft { state.takeUp(draft) }
    if !notes.isEmpty {
      let kind: Message.Kind = warnings.isEmpty ? .good : .warning
      _ = state.update(.say(Message(notes.joined(separator: "; "), kind)))
    }
    state.noteRecovered(opened.store.unsaved.count)
    state.noteMarked(opened.store.isMarked)
  }

  /// Goes on with what came of opening it, at the places remembered unless somebody has gone elsewhere meanwhile.
  mutating func adopt(_ outcome: RegisterOpening.Outcome) {
    switch outcome {
    case .success(let opened):
      adopt(opened)
      if !hasTyped { resume() }
    case .failure(let failure):
      (self.failure, isOver) = (failure, true)
    }
  }

  private static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func fileState(_ path: String, _ store: RegisterStore) -> State.FileState {
    let name = name(of: path)
    guard case .readOnly(let reason) = store.file.access else { return State.FileState(name: name) }
    return State.FileState(name: name, readOnly: reason.description)
  }

  /// Where the register's file is, links followed.
  var path: String { store?.file.path ?? pathGiven }

  var isOpen: Bool { store != nil }

  /// Takes in what happened, and does what comes of it.
  ///
  /// - Parameter run: starts work that takes long; what it returns comes back as an event.
  @MainActor
  mutating func take(_ event: Event, on device: (any TerminalDevice)?, run: BackgroundRunner) {
    if case .key = event { hasTyped = true }
    for effect in state.update(event) { perform(effect, on: device, run: run) }
  }

  @MainActor
  private mutating func perform(
    _ effect: Effect, on device: (any TerminalDevice)?, run: BackgroundRunner
  ) {
    switch effect {
    case .journal(let change): journal(change)
    case .keepDraft(let draft): keep(draft)
    case .save: save(run)
    case .saveAndQuit: leave()
    case .lookOutside: lookOutside()
    case .readLetter(let path): readLetter(path, run)
    case .list(let work): list(work, run)
    case .completePath(let typed): _ = state.update(PathCompletion(places).event(typed))
    case .copy(let text): device?.copy(text)
    case .edit(let line): edit(line, on: device)
    case .compose(let draft): compose(draft, on: device, run)
    case .readTrail(let type, let key, let title):
      let trail = TrailFile(of: path)
      run.start { _ in .trail(trail.entries(on: type, key: key), title: title) }
    case .measure(let first, let second): measure(first, second, run)
    case .rememberReviewer(let name): Reviewer.remember(name, places)
    case .nextScheme: nextScheme()
    case .redraw: device?.redraw()
    case .suspend: device?.suspend()
    case .quit: isOver = true
    }
  }

  private mutating func journal(_ change: Change) {
    if isDry { return }
    do {
      try store?.keep(change, state.whole)
      if state.file.atRisk > 0 { _ = state.update(.journalled) }
      if let problem = TrailFile(of: path).append(change, by: state.reviewer) {
        _ = state.update(.say(Message("done, but not in the trail: \(problem)", .warning)))
      }
    } catch .text(let problem) {
      _ = state.update(.notWritten(change, problem.description))
    } catch {
      _ = state.update(.notJournalled(error.description, atRisk: store?.atRisk ?? 0))
    }
  }

  private mutating func keep(_ draft: Draft?) {
    if isDry { return }
    do {
      try store?.keep(draft)
    } catch {
      _ = state.update(.say(Message("what you type is not safe yet: \(error)", .warning)))
    }
  }

  /// - Parameter run: looks for problems afterwards; nil where the program ends.
  private mutating func save(_ run: BackgroundRunner? = nil) {
    if isDry {
      _ = state.update(.saved(.done))
      return
    }
    do {
      switch try store?.save(state.whole) {
      case .saved:
        _ = state.update(.saved(.done))
        if let run { lookForProblems(run) }
      case .merged(let register, let diagnostics, let note):
        reload(register, diagnostics, note)
      case nil: break
      }
    } catch {
      _ = state.update(.saved(.failed(error.description)))
    }
  }

  /// What was wrong may be mended, and what still is stands in other lines now; a file in order stays so.
  private func lookForProblems(_ run: BackgroundRunner) {
    guard !state.problems.isEmpty, let store else { return }
    let (whole, name) = (state.whole, state.file.name)
    run.start { _ in
      let written = store.asWritten()
      return .problems(
        Problem.list(written.findings, in: name) { row in
          whole.row(row.type, key: written.register[row].key)
        })
    }
  }

  /// Opens the file at a line, as editors since vi understand it; what was written is then taken over like anybody's.
  @MainActor
  private mutating func edit(_ line: Int, on device: (any TerminalDevice)?) {
    guard let device, isOpen else { return }
    if let problem = Self.runEditor(["+\(line)", path], on: device) {
      _ = state.update(.say(Message(problem, .error)))
    }
    lookOutside()
  }

  /// Runs `$VISUAL` or `$EDITOR` to its end; why it could not, if it could not.
  @MainActor
  private static func runEditor(
    _ arguments: [String], on device: any TerminalDevice
  ) -> String? {
    let editor = Places.variable("VISUAL") ?? Places.variable("EDITOR") ?? "vi"
    let result = device.yieldTerminal {
      Command.runInTerminal(["/bin/sh", "-c", editor + " \"$@\"", editor] + arguments)
    }
    if case .failure(let problem) = result { return "cannot start \(editor): \(problem)" }
    return nil
  }

  /// Has a memo written in the editor, and makes it.
  @MainActor
  private mutating func compose(
    _ draft: RecordDraft, on device: (any TerminalDevice)?, _ run: BackgroundRunner
  ) {
    guard let device else {
      _ = state.update(.say(Message("an editor needs a terminal", .warning)))
      return
    }
    let written = MemoFile.write(about: draft.summary, in: places.stateFolder ?? "/tmp") { path in
      Self.runEditor([path], on: device)
    }
    switch written {
    case .success(let text): take(.composed(text, draft), on: device, run: run)
    case .failure(let problem):
      _ = state.update(.say(Message(problem.description, .error)))
    }
  }

  private mutating func measure(_ first: Row, _ second: Row, _ run: BackgroundRunner) {
    let register = state.register
    _ = state.update(.working("measuring agreement"))
    run.start { _ in
      let comparison = PassComparison(register.view(first), register.view(second))
      let agreement = PassAgreement(comparison, in: register, bootstrap: Bootstrap())
      return .measured(agreement, first: first, second: second)
    }
  }

  private mutating func lookOutside() {
    do {
      switch try store?.takeOverOutside() {
      case .changed(let register, let diagnostics, let note): reload(register, diagnostics, note)
      case .removed:
        let words = "the file was removed outside; it is all here, and w writes it anew"
        state.noteRemoved()
        _ = state.update(.say(Message(words, .warning)))
      case nil: break
      }
    } catch {
      _ = state.update(.say(Message("cannot look at the file: \(error)", .warning)))
    }
  }

  private mutating func reload(_ register: Register, _ diagnostics: [Diagnostic], _ note: String) {
    let problems = Problem.list(diagnostics, in: state.file.name)
    let kind: Message.Kind = note.contains("kept at") ? .warning : .good
    let event = Event.reloaded(
      register, problems, unsaved: store?.unsaved.count ?? 0, note: Message(note, kind))
    _ = state.update(event)
    state.noteMarked(store?.isMarked ?? false)
  }

  private mutating func readLetter(_ path: String, _ run: BackgroundRunner) {
    let path = places.expand(path)
    let register = state.whole
    let (reviewer, today) = (state.reviewer, state.today)
    _ = state.update(.working("reading \(LetterImport.fileName(path))"))
    run.start { report in
      guard Files.isFolder(path) else {
        return .letterRead(LetterImport.read(path, into: register, by: reviewer, on: today))
      }
      return .letterRead(
        LetterImport.read(folder: path, into: register, by: reviewer, on: today) { done, all, _ in
          report(.working("\(done) of \(all) letters read"))
        })
    }
  }

  /// Finds the rows of a list beside the screen; a later work overtakes this one.
  private func list(_ work: ListWork, _ run: BackgroundRunner) {
    let latest = latest
    latest.number.store(work.number, ordering: .relaxed)
    run.start { report in
      .listed(
        work.run { part in
          report(.listed(part))
          return latest.number.load(ordering: .relaxed) == work.number
        })
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
        _ = state.update(.scheme(found.scheme))
        break
      }
      problems.append(problem)
    }
    if !problems.isEmpty {
      _ = state.update(.say(Message(problems.joined(separator: "; "), .warning)))
    }
  }

  // MARK: - Coming and going

  /// Opens the screens one was at when this register was last left.
  mutating func resume() {
    guard let path = rememberedPath, case .success(let bytes) = Files.read(path) else { return }
    state.restore(RememberedPlaces.decode(bytes))
  }

  /// Saves what is not saved and ends. A save that fails keeps the program open: nothing is left behind unsaid.
  mutating func leave() {
    if state.isUnsaved, state.file.readOnly == nil { save() }
    isOver = !state.isUnsaved || state.file.readOnly != nil
  }

  /// Gives the register back, and remembers the place for the next start if asked to.
  mutating func close(remembering: Bool) {
    if remembering, isOpen, let path = rememberedPath,
      let folder = path.lastIndex(of: "/").map({ String(path[..<$0]) }),
      Files.makeFolder(folder)
    {
      Files.writeCasually(RememberedPlaces.encode(state.places), to: path)
    }
    store?.close()
  }

  private var rememberedPath: String? {
    places.stateFolder.map { folder in
      let name = path.map { $0.isLetter || $0.isNumber ? $0 : "-" }
      return folder + "/places/" + String(name.suffix(120))
    }
  }
}

/// The number of the work on a list that was asked for last.
private final class LatestWork: Sendable {
  let number = Atomic(0)
}

/// Starts work that must not hold up the screen.
struct BackgroundRunner: Sendable {
  /// Tells how far the work has come.
  typealias Report = @Sendable (Event) -> Void

  let start: @Sendable (@escaping @Sendable (@escaping Report) -> Event) -> Void
}

extension Problem {
  /// What is wrong in the file; the conflicts in it are not here, as they are listed from the register itself, where
  /// they are settled.
  ///
  /// - Parameter row: where the program has the record that a diagnostic is about.
  static func list(
    _ diagnostics: [Diagnostic], in path: String, at row: (Row) -> Row? = { $0 }
  ) -> [Problem] {
    diagnostics.filter { $0.row?.type != .conflict }
      .map { Problem($0, in: path, at: $0.row.flatMap(row)) }
  }

  private init(_ diagnostic: Diagnostic, in path: String, at row: Row?) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    self.init(
      place: "\(name):\(diagnostic.line):\(diagnostic.column)", line: diagnostic.line,
      column: diagnostic.column, isError: diagnostic.severity == .error,
      sentence: diagnostic.sentence, source: diagnostic.text, row: row)
  }
}
