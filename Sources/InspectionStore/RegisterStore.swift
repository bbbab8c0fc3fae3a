public import InspectionModel
public import RecText

/// A register with its file: the text that changes are written into, the journal that keeps them,
/// and the save.
///
/// Invariant: `unsaved` are the changes that the journal holds and the file does not, in their
/// order; the text is what the file would be with them, but for what is `unwritten`.
public struct RegisterStore: Sendable {
  public internal(set) var file: RegisterFile
  public private(set) var text: RegisterText
  /// The change made last, with the register after it, while it is still to be written into the
  /// text.
  private var unwritten: (change: Change, register: Register)?
  /// Changes that were kept and are not yet in the file.
  public internal(set) var unsaved: [TrailEntry] = []
  /// Changes of this run that do not fit what another program has written; they are made again
  /// should they fit what one writes next, as when git goes to another branch and comes back.
  var unfitChanges: [TrailEntry] = []
  /// Where those are kept.
  var unfitChangesPath: String?
  /// Those that a save has left there.
  private(set) var parted: [Leftover.Beside] = []
  /// Whether the file was removed or emptied when it was last looked at.
  var isGone = false
  /// The file as git left it, with both versions between its marks; nil for a file without such
  /// marks. A save writes the text, which has none.
  var marked: RecBytes?

  /// Changes that the journal would not take, the oldest first: they are in memory alone until it
  /// takes them before the next one, or a save does.
  private(set) var pending: [(lines: [UInt8], isInTrail: Bool)] = []
  /// How many changes a crash would lose now.
  public var atRisk: Int { pending.count }
  /// Whether a save is under way, which looks by itself at what other programs do to the file.
  var isSaving = false

  /// The version of the file that was opened.
  let openedVersion: Fingerprint?
  /// Whether another program has taken the register over, and that was said.
  private(set) var hasStopped = false
  /// Where the unsaved changes are since then.
  private(set) var unsavedBeside: String?

  /// Whether the text differs from the file although nothing was changed: git's marks are taken out
  /// of it.
  public var isMarked: Bool { marked != nil }

  /// A register as it was opened.
  public struct Opened: Sendable {
    public var store: RegisterStore
    public var register: Register
    /// What reading alone came upon.
    public var diagnostics: [Diagnostic]
    /// Looks for all that is wrong, also for what does not go together. O(bytes + findings): five
    /// times what reading takes, so that nobody should wait for it before there is a screen.
    public let findAll: @Sendable () -> [Diagnostic]
    /// All that is wrong where that is soon found; of a large register what reading came upon.
    public var findings: [Diagnostic] { looksAtAll ? findAll() : diagnostics }
    /// Whether those are all there are.
    public var looksAtAll: Bool { !store.text.isLarge }
    /// The text somebody was typing when the last run ended.
    public var draft: Draft?
    /// What a person should know of how it was opened.
    public var notes: [RegisterNote]
  }

  /// Why a change or a save did not come about.
  public enum Problem: Error, Hashable, Sendable {
    case file(FileProblem)
    case text(RecWriteProblem)
    /// What was printed does not read back as what is in memory; nothing was written.
    case selfCheck
    /// Another program has the register by now, so that this one only reads it from here on; where
    /// the changes not yet saved are kept, if that could be done.
    case takenOver(RegisterFile.ReadOnlyReason, unsaved: Int, kept: String?)
  }

  /// Opens a register: reads it, and makes the changes again that a run that was killed had
  /// journalled.
  ///
  /// Its records are decoded while its bytes come in.
  ///
  /// - Parameters:
  ///   - seconds: how long to wait for another jointview to be done with it.
  ///   - isBrief: whether it is open for a moment, to be written, so that nobody else writes it
  ///     meanwhile; another jointview may have it open.
  ///   - progress: is told now and then what has been read so far.
  public static func open(
    _ path: String, in environment: RegisterEnvironment, waitingUpTo seconds: Int = 0,
    briefly isBrief: Bool = false, _ progress: RegisterReading.Progress? = nil
  ) throws(FileProblem) -> Opened {
    var reading: BackgroundReading?
    let opened = try RegisterFile.open(
      path, in: environment, waitingUpTo: seconds, briefly: isBrief
    ) { bytes in
      reading = BackgroundReading(bytes, progress)
    }
    let read = reading?.finish(opened.bytes) ?? RegisterReader.read(opened.bytes)
    var result = Opened(
      store: RegisterStore(file: opened.file, text: read.text), register: read.register,
      diagnostics: read.diagnostics, findAll: { read.findings }, draft: nil, notes: [])
    result.store.marked = read.marked?.document.bytes
    result.notes += opened.keptBeside.map { .strayVersion(kept: $0) }
    if let marks = read.noteOnMarks(isNews: true) { result.notes.append(marks) }
    if let recovery = opened.recovery { result.recover(recovery) }
    return result
  }

  /// Puts a change into the journal; it is safe when this returns. The text has it, and the trail,
  /// after the next ``catchUp()`` and ``writeTrail()``, which nobody need wait for: the start makes
  /// good what a kill keeps from them.
  ///
  /// - Parameters:
  ///   - register: the register after the change.
  ///   - isInTrail: whether the trail has the entry already.
  public mutating func keep(
    _ entry: TrailEntry, _ register: Register, isInTrail: Bool = false
  ) throws(Problem) {
    catchUp()
    let lines: [UInt8]
    do throws(RecWriteProblem) {
      lines = try TrailText.encode(entry)
      if text.surelyTakes(entry.change, register) {
        unwritten = (entry.change, register)
      } else {
        try text.apply(entry.change, register)
      }
    } catch {
      throw .text(error)
    }
    unsaved.append(entry)
    pending.append((lines, isInTrail))
    do throws(FileProblem) {
      while let (lines, isInTrail) = pending.first {
        try file.append(lines, isInTrail: isInTrail)
        pending.removeFirst()
      }
    } catch {
      throw stopWriting(error)
    }
  }

  /// Writes into the text what the journal has already.
  public mutating func catchUp() {
    guard let (change, register) = unwritten else { return }
    unwritten = nil
    do throws(RecWriteProblem) {
      try text.apply(change, register)
    } catch {
      // The next save would find that the text does not say what the register holds, and write
      // nothing.
      assertionFailure("a change that the text was sure to take was refused: \(error)")
    }
  }

  /// Puts changes beside the register that another program has taken over, so that this one may
  /// save them no more.
  ///
  /// They stay among the unsaved: on what the other writes they are shown, and if the register
  /// comes back, journalled again.
  ///
  /// - Returns: what to throw for a problem of the file.
  mutating func stopWriting(_ problem: FileProblem) -> Problem {
    guard case .readOnly(_, let reason) = problem, !hasStopped else { return .file(problem) }
    hasStopped = true
    unsavedBeside = unsaved.isEmpty ? nil : try? keepBeside(unsaved, as: .unsaved)
    if unsavedBeside != nil { pending = [] }
    return .takenOver(reason, unsaved: unsaved.count, kept: unsavedBeside)
  }

  /// What other programs did to the register's folder, and what was made good of it, since this was
  /// last asked.
  public mutating func takeNotes() -> [RegisterNote] {
    file.takeNotices().map { .mended($0) }
  }

  /// The register as a reader of its text would now see it. O(bytes).
  public func asWritten() -> ReadRegister {
    var store = self
    store.catchUp()
    return RegisterReader.read(RecBytes(store.text.print()))
  }

  /// Gives the lock back.
  public mutating func close() { file.close() }

  /// Notes a change that the journal holds already.
  mutating func redo(_ entry: TrailEntry, _ register: Register) throws(RecWriteProblem) {
    try text.apply(entry.change, register)
    unsaved.append(entry)
  }

  /// How many entries the journal was given since a save began. What it would not take before that,
  /// the save has.
  func lacking(in save: RegisterSave) -> Int {
    max(0, unsaved.count - pending.count - save.changes.count)
  }

  mutating func forgetChanges(in save: RegisterSave) {
    unsaved.removeFirst(save.changes.count)
    // The file has them without the journal ever having had them.
    let saved = max(0, pending.count - unsaved.count)
    for entry in pending.prefix(saved) where !entry.isInTrail { file.trail.hold(entry.lines) }
    pending.removeFirst(saved)
    if let path = unfitChangesPath { parted.append(.init(count: unfitChanges.count, path: path)) }
    (marked, unfitChanges, unfitChangesPath, isGone) = (nil, [], nil, false)
  }

  mutating func replaceText(by text: RegisterText) { (self.text, unwritten) = (text, nil) }

  private init(file: RegisterFile, text: RegisterText) {
    self.file = file
    self.text = text
    openedVersion = file.known?.fingerprint
  }
}
