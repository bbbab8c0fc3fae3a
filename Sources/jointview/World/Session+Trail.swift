import InspectionModel
import InspectionUI

/// What a session puts into the trail, and looks up in it.
extension Session {
  mutating func enter(_ entry: TrailEntry) {
    trail.hold(entry)
    _ = state.update(.entered(entry))
  }

  /// Puts down what was said on an entry.
  mutating func remark(_ text: String, on entry: TrailEntry) {
    let remark = TrailRemark.now(text, by: state.reviewer)
    do {
      try trail.hold(remark, on: entry)
    } catch {
      _ = state.update(.say(Message("not noted: \(error)", .error)))
      return
    }
    let problem = trail.flush()
    _ = state.update(.remarked(remark, on: entry))
    if let problem {
      _ = state.update(.say(Message("noted, but not in the trail: \(problem)", .warning)))
    }
  }

  func readTrail(of subject: TrailSubject, _ run: BackgroundRunner) {
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

  func readPast(_ bytes: Int, _ run: BackgroundRunner) {
    let (trail, reviewer) = (trail, state.reviewer)
    run.start { _ in .past(trail.past(of: reviewer, bytes: bytes)) }
  }
}
