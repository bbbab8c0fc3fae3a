import Dispatch
import InspectionModel
import InspectionStore
import InspectionUI
import Synchronization

/// What a session puts into the trail of its register, and looks up in it.
struct TrailLog: Sendable {
  private(set) var file: TrailFile
  /// Nothing is written: entries stay here.
  let isDry: Bool
  /// Records that the file does not have, the oldest first: it would not take them, or is not to have them.
  private var kept: [TrailText.Record] = []
  private let syncing = TrailSyncing()

  init(of register: String, isDry: Bool) {
    (file, self.isDry) = (TrailFile(of: register), isDry)
  }

  /// Goes on beside the register where that is now.
  mutating func follow(_ register: String) {
    let next = TrailFile(of: register)
    guard next.path != file.path else { return }
    file = next
    syncing.wait()
    // By its former name it may not have been found.
    if syncing.takeProblem() != nil { syncing.start(file) }
  }

  /// Keeps an entry to be put down once its change is safe.
  mutating func hold(_ entry: TrailEntry) { kept.append(.entry(entry)) }

  /// Keeps what is said on an entry, to be put down. Throws where that entry cannot be written as rec.
  mutating func hold(_ remark: TrailRemark, on entry: TrailEntry) throws {
    kept.append(.remark(remark, on: try TrailText.Reference(to: entry)))
  }

  /// Puts down what is not down yet; why it is not, or why what was before may not be durable.
  ///
  /// A kill does not reach it when this returns, and a power cut a moment later: the change itself is safe in the
  /// journal already, and nobody should have to wait for the disk twice.
  mutating func flush() -> String? {
    if isDry || kept.isEmpty { return nil }
    if let problem = file.write(kept) { return problem }
    kept = []
    syncing.start(file)
    return syncing.takeProblem()
  }

  /// Waits until all that was put down is durable; why it may not be.
  func finish() -> String? {
    wait()
    return problem()
  }

  /// Waits until all that was put down is durable, or could not be made so.
  func wait() { syncing.wait() }

  /// Why what was put down may not be durable, if that came up since it was last asked for.
  func problem() -> String? { syncing.takeProblem() }

  /// Puts down what a run that was killed did and the trail lacks: the end came between the journal and the trail, or a
  /// power cut took entries that were not yet durable.
  ///
  /// - Parameter changes: what the journal holds.
  mutating func catchUp(with changes: [Change], by who: String) -> String? {
    if isDry || changes.isEmpty { return nil }
    guard let made = try? file.last(changes.count).map(\.change) else { return nil }
    let down = (0...changes.count).last { made.suffix($0) == changes.prefix($0) } ?? 0
    let missing = changes.dropFirst(down)
    // Where some are there, others follow them: another trail was merged into it since.
    if missing.isEmpty || missing.contains(where: made.contains) { return nil }
    for change in missing { hold(.now(change, by: who)) }
    return flush()
  }

  /// What one person did, from so many bytes at the end of the trail, the oldest first.
  func past(of who: String, bytes limit: Int) -> Past {
    do throws(FileError) {
      let (entries, isWhole) = try file.entries(of: who, bytes: limit)
      return Past(
        entries: entries + kept.compactMap(\.entry).filter { $0.who == who }, isWhole: isWhole)
    } catch {
      return Past(problem: error.description)
    }
  }

  /// What was done to a record, or to all.
  func trail(of subject: TrailSubject) throws(FileError) -> Trail {
    try file.trail(of: subject, adding: kept)
  }
}

/// Makes a trail durable beside the screen, one sync after the other.
private final class TrailSyncing: Sendable {
  private let queue = DispatchQueue(label: "trail")
  private let problem = Mutex<String?>(nil)

  func start(_ file: TrailFile) {
    queue.async { [self] in
      if let found = file.sync() { problem.withLock { $0 = found } }
    }
  }

  func wait() { queue.sync {} }

  /// What went wrong since this was last asked.
  func takeProblem() -> String? { problem.withLock { $0.take() } }
}
