import InspectionModel
import InspectionStore
import InspectionUI

/// What a session puts into the trail, and looks up in it.
extension Session {
  mutating func enter(_ entry: TrailEntry) {
    trail.hold(entry)
    hasNews = true
    apply(.entered(entry))
  }

  /// Puts down in the trail what was done. For when the screen has said it: the change itself is safe in the journal, from
  /// which the next start catches up a trail that a kill kept from it, so nobody need wait for this.
  ///
  /// - Returns: true if there is something to say.
  mutating func putDown() -> Bool {
    // What the journal would not take may be lost yet, and is not to stand in the trail then.
    guard hasNews, store.map({ $0.atRisk == 0 }) ?? true else { return false }
    hasNews = false
    guard let problem = trail.flush() else { return false }
    warn("done, but not in the trail: \(problem)")
    return true
  }

  /// Puts down what was said on an entry.
  mutating func remark(_ text: String, on entry: TrailEntry) {
    let remark = TrailRemark.now(text, by: state.reviewer)
    do {
      try trail.hold(remark, on: entry)
    } catch {
      apply(.say(Message("not noted: \(error)", .error)))
      return
    }
    let problem = trail.flush()
    apply(.remarked(remark, on: entry))
    if let problem {
      apply(.say(Message("noted, but not in the trail: \(problem)", .warning)))
    }
  }

  mutating func readTrail(of subject: TrailSubject, _ run: BackgroundRunner) {
    _ = putDown()
    let trail = trail
    run.start { report in
      do throws(FileError) {
        return .trail(try trail.trail(of: subject))
      } catch {
        report(.working(nil))
        return .say(Message(error.description, .error))
      }
    }
  }

  mutating func readPast(_ bytes: Int, _ run: BackgroundRunner) {
    _ = putDown()
    let (trail, reviewer) = (trail, state.reviewer)
    run.start { _ in .past(trail.past(of: reviewer, bytes: bytes)) }
  }
}
