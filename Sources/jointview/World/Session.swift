import InspectionModel
import InspectionStore
import InspectionUI
import TerminalCore

/// A register open in the program: the state of the screens, the file behind it, and the effects that lead from
/// one to the other. The only place where the program touches the world while it runs.
///
/// Invariant: the state changes in ``apply(_:)`` alone, so that nothing it asks for is lost.
struct Session {
  private(set) var state: State
  /// What the state has asked for and is still to be done, in its order.
  private var asked: [Effect] = []
  /// The file behind it, once it is open.
  var store: RegisterStore?
  /// What the screen will show if what was asked for last comes about.
  var picture: Picture?
  /// Whether something was done that is not in the trail yet.
  var hasNews = false
  let pathGiven: String
  let places: Places
  let schemes: Schemes
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
  /// The text being typed as the journal has it.
  var keptDraft: Draft?
  /// What was said while the program ended, which no screen shows any more.
  var lastNotes: [String] = []
  /// Which work on a list is still wanted.
  let latest = LatestWork()

  /// A register that is still being opened: until ``adopt(_:)`` the screens show what has been read
  /// of it, and what is wrong with the settings and the colour scheme.
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
      apply(.say(Message(warnings.joined(separator: "; "), .warning)))
    }
  }

  /// Goes on with the register once it is open.
  mutating func adopt(_ opened: RegisterStore.Opened) {
    store = opened.store
    let file = Self.fileState(pathGiven, opened.store)
    apply(.ready(opened.register, file, Problem.list(opened.diagnostics, in: pathGiven)))
    warnings += [file.readOnly.map { "read only: \($0)" }].compactMap(\.self)
    // A run that was killed may have left entries to put down.
    hasNews = opened.store.file.trail.isBehind
    let notes = warnings + opened.notes
    keptDraft = opened.draft
    if let draft = opened.draft { apply(.typedBefore(draft)) }
    if !notes.isEmpty {
      let kind: Message.Kind = warnings.isEmpty ? .good : .warning
      apply(.say(Message(notes.joined(separator: "; "), kind)))
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

  // MARK: - What happens, and what comes of it

  /// Says something that the person has not asked for; once the program ends, on standard error.
  mutating func warn(_ sentence: String) {
    apply(.say(Message(sentence, .warning)))
    if isOver || state.file.isLeaving { lastNotes.append(sentence) }
  }

  /// Lets something happen to the state. What it asks for then waits for ``carryOn(on:run:)``.
  mutating func apply(_ event: Event) { asked += state.update(event) }

  /// Takes in what happened, on the day it is then, and does what comes of it.
  ///
  /// - Parameter run: starts work that takes long; what it returns comes back as an event.
  @MainActor
  mutating func take(_ event: Event, on device: (any TerminalDevice)?, run: BackgroundRunner) {
    let today = Places.today
    if today != state.today { apply(.today(today)) }
    if case .key = event {
      hasTyped = true
      // Keys after one that waits for what was done long ago come after it.
      if state.isLookingBack { return waiting.append(event) }
    }
    if case .saveAdvanced = event { goOnSaving(run) } else { apply(event) }
    carryOn(on: device, run: run)
    if worked != nil {
      goOnSaving(run)
      carryOn(on: device, run: run)
    }
  }

  /// Does all that the state has asked for, and takes the keys that had to wait for it.
  @MainActor
  mutating func carryOn(on device: (any TerminalDevice)?, run: BackgroundRunner) {
    while true {
      if !asked.isEmpty {
        perform(asked.removeFirst(), on: device, run: run)
      } else if isSaveDue {
        save(run)
      } else if !waiting.isEmpty, !state.isLookingBack, !isOver {
        apply(waiting.removeFirst())
      } else {
        break
      }
    }
    if state.file.isLeaving, !state.isUnsaved { isOver = true }
  }
}
