import InspectionModel
import InspectionStore
import InspectionUI
import TerminalCore

/// A register open in the program: the state of the screens, the file behind it, and the effects that lead from
/// one to the other. The only place where the program touches the world while it runs.
struct Session {
  var state: State
  /// The file behind it, once it is open.
  var store: RegisterStore?
  var trail: TrailLog
  /// What the screen will show if what was asked for last comes about.
  var picture: Picture?
  /// Whether something was done that is not in the trail yet.
  var hasNews = false
  let pathGiven: String
  let places: Places
  private let schemes: Schemes
  /// Nothing is written to disk: changes stay in memory.
  let isDry: Bool
  /// Set once the program is to end.
  var isOver = false
  /// Why the register could not be opened, if it could not.
  private(set) var failure: Failure?
  /// What was wrong with the settings and the scheme.
  var warnings: [String] = []
  private var hasTyped = false
  /// Keys pressed while the program looks up what was done before it started.
  private var waiting: [Event] = []
  /// Work on a save that goes on beside the screen; the save, while nobody works on it; whether another is to follow.
  var saving: SaveStretch?
  var worked: RegisterSave?
  var savesAgain = false
  /// Which work on a list is still wanted.
  let latest = LatestWork()

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
    trail = TrailLog(of: path, isDry: isDry)
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
    trail = TrailLog(of: path, isDry: isDry)
    let file = Self.fileState(pathGiven, opened.store)
    _ = state.update(
      .ready(opened.register, file, Problem.list(opened.diagnostics, in: pathGiven)))
    warnings += [file.readOnly.map { "read only: \($0)" }].compactMap(\.self)
    if opened.store.file.access == .writable, !opened.journalled.isEmpty,
      let problem = trail.catchUp(with: opened.journalled, by: state.reviewer)
    {
      warnings.append("not in the trail: \(problem)")
    }
    let notes = warnings + opened.notes
    if let draft = opened.draft { _ = state.update(.typedBefore(draft)) }
    if !notes.isEmpty {
      let kind: Message.Kind = warnings.isEmpty ? .good : .warning
      _ = state.update(.say(Message(notes.joined(separator: "; "), kind)))
    }
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
    var file = State.FileState(name: name(of: path))
    // Changes that an earlier run left in the journal are in the register, and not yet in its file.
    (file.unsaved, file.isMarked) = (store.unsaved.count, store.isMarked)
    if case .readOnly(let reason) = store.file.access { file.readOnly = reason.description }
    return file
  }

  /// Where the register's file is, links followed.
  var path: String { store?.file.path ?? pathGiven }

  var isOpen: Bool { store != nil }

  /// Takes in what happened, and does what comes of it.
  ///
  /// - Parameter run: starts work that takes long; what it returns comes back as an event.
  @MainActor
  mutating func take(_ event: Event, on device: (any TerminalDevice)?, run: BackgroundRunner) {
    if case .saveAdvanced = event { return goOnSaving(run) }
    if case .key = event {
      hasTyped = true
      // Keys after one that waits for what was done long ago come after it.
      if state.isLookingBack { return waiting.append(event) }
    }
    for effect in state.update(event) { perform(effect, on: device, run: run) }
    while !state.isLookingBack, !isOver, !waiting.isEmpty {
      take(waiting.removeFirst(), on: device, run: run)
    }
    if worked != nil { goOnSaving(run) }
  }

  @MainActor
  private mutating func perform(
    _ effect: Effect, on device: (any TerminalDevice)?, run: BackgroundRunner
  ) {
    switch effect {
    case .journal(let change): journal(change, isShown: device != nil)
    case .keepDraft(let draft): keep(draft)
    case .save: save(run)
    case .saveAndQuit: leave(run)
    case .lookOutside: lookOutside()
    case .readLetter(let path): readLetter(path, run)
    case .list(let work): list(work, run)
    case .account(let work): run.start { _ in .accounted(work.run()) }
    case .export(let export): write(export, run)
    case .completePath(let typed): _ = state.update(PathCompletion(places).event(typed))
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
    _ = state.update(.remembered(RememberedPlaces.decode(bytes)))
  }

  /// Gives the register back, and remembers the place for the next start if asked to.
  mutating func close(remembering: Bool) {
    if remembering, isOpen, let path = rememberedPath,
      let folder = path.lastIndex(of: "/").map({ String(path[..<$0]) }),
      Files.makeFolder(folder)
    {
      Files.writeCasually(RememberedPlaces.encode(state.places), to: path)
    }
    finishSaving()
    _ = putDown()
    _ = trail.finish()
    store?.close()
  }

  private var rememberedPath: String? {
    places.stateFolder.map { folder in
      let name = path.map { $0.isLetter || $0.isNumber ? $0 : "-" }
      return folder + "/places/" + String(name.suffix(120))
    }
  }
}
