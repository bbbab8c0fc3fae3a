import InspectionModel
import InspectionStore
import InspectionUI

/// What a session puts into the trail of its register, and looks up in it.
struct TrailLog: Sendable {
  let file: TrailFile
  /// Nothing is written: entries stay here.
  let isDry: Bool
  /// Entries that the file does not have, the oldest first: it would not take them, or is not to have them.
  private var kept: [TrailEntry] = []

  init(of register: String, isDry: Bool) {
    (file, self.isDry) = (TrailFile(of: register), isDry)
  }

  /// Puts a change down with those before it that are not down yet; why they are not there, if they are not.
  mutating func add(_ change: Change, by who: String) -> String? {
    hold(change, by: who)
    return flush()
  }

  /// Keeps a change to be put down once it is safe.
  mutating func hold(_ change: Change, by who: String) { kept.append(.now(change, by: who)) }

  /// Puts down what is not down yet.
  mutating func flush() -> String? {
    if isDry || kept.isEmpty { return nil }
    let problem = file.append(kept)
    if problem == nil { kept = [] }
    return problem
  }

  /// Puts down the last change of a run that was killed, where the kill came between the journal and the trail.
  ///
  /// - Parameter changes: what the journal holds.
  mutating func catchUp(with changes: [Change], by who: String) -> String? {
    guard !isDry, let last = changes.last, let made = try? file.last(changes.count),
      made.map(\.change) != changes,
      made.suffix(changes.count - 1).map(\.change) == changes.dropLast()
    else { return nil }
    return add(last, by: who)
  }

  /// What one person did, from so many bytes at the end of the trail, the oldest first.
  func past(of who: String, bytes limit: Int) -> Past {
    do throws(FileError) {
      let (entries, isWhole) = try file.entries(of: who, bytes: limit)
      return Past(entries: entries + kept.filter { $0.who == who }, isWhole: isWhole)
    } catch {
      return Past(problem: error.description)
    }
  }

  /// What was done to a record, the last first.
  func entries(on type: RecordType, key: String) -> [TrailEntry] {
    kept.filter { $0.concerns(type, key: key) }.reversed() + file.entries(on: type, key: key)
  }
}
