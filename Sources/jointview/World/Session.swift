import InspectionModel
import InspectionStore
import InspectionUI
import Manual
import TerminalCore

/// The world that the screens of a real register are shown in: the file behind it, the terminal,
/// other programs. The only place where the program touches them while it runs.
struct Session {
  /// The file, once it is open.
  var store: RegisterStore?
  /// The terminal, if there is one.
  var device: (any TerminalDevice)?
  /// Starts work that must not hold up the screen; what it returns comes back as an event.
  var run: BackgroundRunner
  let pathGiven: String
  let places: Places
  let schemes: Schemes
  /// The colour scheme that is set, if one is.
  let schemeSetting: String?
  /// Whether none is chosen or set, so that the ground of the terminal says which.
  let asksGround: Bool
  /// Nothing is written to disk: changes stay in memory.
  let isDry: Bool
  /// The copy that the register is, if it is one to be spoiled.
  var demo: DemoCopy?
  /// Whether somebody who is here for the first time is welcomed.
  var welcomes = false
  /// Set once the program is to end.
  var isOver = false
  /// Why the register could not be opened, if it could not.
  private(set) var failure: Failure?
  /// The keys that list problems.
  let problemKeys: String
  /// The register being opened; the same once more, to be changed this time, and what came of that.
  var opening: RegisterOpening?
  var reopening: RegisterOpening?
  var reopened: RegisterStore.Opened?
  /// Finds what is wrong with the register, once the first frame of it is shown: both would go
  /// over the same records at the same time, each in the other's way.
  var findAll: (@Sendable () -> [Diagnostic])?
  /// What tells of other programs at the file, and which file it looks at.
  var watch: FileWatch?
  var watched: (path: String, access: RegisterFile.Access)?
  /// Where the trail ended when the session began, and what of it since then is its own: scripts
  /// write there too, perhaps in the same name. A list, since to enter each in a set would hold up
  /// the frame of its change.
  var trailStart = 0
  var own: [TrailMark] = []
  /// Whether something was done that is not in the trail yet.
  var hasNews = false
  /// Work on a save that goes on beside the screen; the save, while nobody works on it; whether
  /// another is to follow.
  var saving: SaveWork?
  var worked: RegisterSave?
  var savesAgain = false
  /// The text being typed as the journal has it.
  var keptDraft: Draft?
  /// A memo that came out of an editor and is being made.
  var memo: MemoOnItsWay?
  /// What was said while the program ended, which no screen shows any more.
  var lastNotes: [String] = []
  /// Which work on a list is still wanted.
  let latest = LatestWork()
  /// The letters being read.
  let reading = StoppableWork()
  /// What is set for reports that are fetched.
  let fetching: Settings.Fetching

  /// A register that is still being opened: until ``adopt(_:)`` the screens show what has been read
  /// of it, and what is wrong with the settings and the colour scheme.
  ///
  /// - Parameter run: starts what takes long.
  @MainActor
  static func begin(
    _ path: String, _ places: Places, _ size: Size, isDry: Bool = false,
    manual: @escaping @Sendable () -> [ManualTopic] = { [] }, run: BackgroundRunner
  ) -> Engine<Session> {
    let settings = Settings(path: places.configFile)
    let session = Session(path, places, settings, isDry, run)
    let found = session.firstScheme(settings)
    var file = FileState(name: name(of: path))
    file.isBeingRead = true
    file.work = "reading"
    let state = State(
      register: Starter.nothing, file: file, scheme: found.scheme,
      schemes: { [schemes = session.schemes] in schemes.names }, keymap: settings.keymap,
      manual: manual, reviewer: Reviewer.name(settings, places), today: Places.today,
      seed: .random(in: 0...(.max)), size: size, usesMouse: settings.usesMouse)
    var engine = Engine(state, in: session)
    let warnings = settings.problems + [found.problem].compactMap(\.self)
    if !warnings.isEmpty {
      engine.handle(.say(Message(warnings.joined(separator: "; "), .warning)))
    }
    return engine
  }

  private init(
    _ path: String, _ places: Places, _ settings: Settings, _ isDry: Bool, _ run: BackgroundRunner
  ) {
    (self.places, self.isDry, self.run, pathGiven) = (places, isDry, run, path)
    schemes = Schemes(folders: places.schemeFolders)
    schemeSetting = settings.scheme
    asksGround = ChosenScheme.name(settings, places) == nil
    fetching = settings.fetching
    problemKeys = settings.keymap.keys(for: .goProblems) ?? ":problems"
  }

  /// Where the register's file is, links followed.
  var path: String { store?.file.path ?? pathGiven }

  /// By a pattern, since `store != nil` would copy the store at each key.
  var isOpen: Bool { if case .some = store { true } else { false } }

  // MARK: - Opening

  /// Goes on with the register once it is open.
  ///
  /// - Parameter sentences: what else there is to say, before what the store has.
  mutating func adopt(_ opened: RegisterStore.Opened, saying sentences: [String] = []) -> [Event] {
    (store, findAll) = (opened.store, opened.findAll)
    var file = Self.fileState(pathGiven, opened.store)
    file.isBeingChecked = true
    let warnings = [file.readOnly.map { "read only: \($0)" }].compactMap(\.self)
    // A run that was killed may have left entries to put down.
    hasNews = opened.store.file.trail.isBehind
    trailStart = opened.store.file.trail.size
    own += opened.store.file.trail.heldEntries.map { TrailMark($0) }
    keptDraft = opened.draft
    var events = [
      Event.ready(opened.register, file, Problem.list(opened.diagnostics, in: pathGiven))
    ]
    if let area = FirstStart.area(places) { events.append(.ownArea(area)) }
    if let draft = opened.draft { events.append(.typedBefore(draft)) }
    let notes = warnings + sentences + opened.notes.map { $0.sentence(problemKeys) }
    if !notes.isEmpty {
      let kind: Message.Kind = warnings.isEmpty ? .good : .warning
      events.append(.say(Message(notes.joined(separator: "; "), kind)))
    }
    return events
  }

  /// Goes on with what came of opening it, at the places remembered unless somebody has gone
  /// elsewhere meanwhile.
  mutating func adopt(_ outcome: RegisterOpening.Outcome, hasTyped: Bool) -> [Event] {
    switch outcome {
    case .success(let opened):
      let sentences = demo == nil ? [] : [DemoCopy.greeting]
      let events = adopt(opened, saying: sentences)
      return hasTyped ? events : resumed() + events + welcome()
    case .failure(let failure):
      (self.failure, isOver) = (failure, true)
      return []
    }
  }

  private static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func fileState(_ path: String, _ store: RegisterStore) -> FileState {
    var file = FileState(name: name(of: path))
    // Changes that an earlier run left in the journal are in the register, and not yet in its file.
    (file.unsaved, file.isMarked) = (store.unsaved.count, store.isMarked)
    if case .readOnly(let reason) = store.file.access { file.readOnly = reason.description }
    return file
  }

  /// Something to say that the person has not asked for; once the program ends, on standard error.
  mutating func warning(_ sentence: String, _ state: State) -> Event {
    if isOver || state.file.isLeaving { lastNotes.append(sentence) }
    return .say(Message(sentence, .warning))
  }
}
