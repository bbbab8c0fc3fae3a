import InspectionModel
import InspectionStore
import InspectionUI

/// What a session puts into the trail, and looks up in it.
extension Session {
  mutating func enter(_ entry: TrailEntry) {
    hasNews = true
    apply(.entered(entry))
  }

  /// Puts down in the trail what was done. For when the screen has said it: the change itself is safe in the journal, from
  /// which the next start catches up a trail that a kill kept from it, so nobody need wait for this.
  ///
  /// - Parameter done: what came about all the same, should the trail not take it.
  /// - Returns: true if there is something to say.
  mutating func putDown(_ done: String = "done") -> Bool {
    // What is not safe yet is said first.
    guard hasNews, !isDry, store.map({ $0.atRisk == 0 }) ?? true else { return false }
    hasNews = false
    do {
      try store?.writeTrail()
      return false
    } catch {
      warn("\(done), but not in the trail: \(error)")
      return true
    }
  }

  /// Puts down what was said on an entry.
  mutating func remark(_ text: String, on entry: TrailEntry) {
    let remark = TrailRemark.now(text, by: state.reviewer)
    let isDry = isDry
    var problem: RegisterStore.Problem?
    do throws(RegisterStore.Problem) {
      try store?.note(remark, on: entry, isRehearsed: isDry)
    } catch .text(let words) {
      apply(.say(Message("not noted: \(words)", .error)))
      return
    } catch {
      problem = error
    }
    apply(.remarked(remark, on: entry))
    if let problem {
      apply(.say(Message("noted, but not in the trail: \(problem)", .warning)))
    }
  }

  mutating func readTrail(of subject: TrailSubject, _ run: BackgroundRunner) {
    _ = putDown()
    guard let trail = store?.file.trail else { return }
    run.start { report in
      do throws(FileProblem) {
        return .trail(try trail.trail(of: subject).byTheClockHere)
      } catch {
        report(.working(nil))
        return .say(Message(error.description, .error))
      }
    }
  }

  mutating func readPast(_ bytes: Int, _ run: BackgroundRunner) {
    _ = putDown()
    guard let trail = store?.file.trail else { return }
    let reviewer = state.reviewer
    run.start { _ in
      do throws(FileProblem) {
        let (entries, isWhole) = try trail.entries(of: reviewer, bytes: bytes)
        return .past(Past(entries: entries.map(\.byTheClockHere), isWhole: isWhole))
      } catch {
        return .past(Past(problem: error.description))
      }
    }
  }
}

extension Trail {
  /// The same with times as the clock here has them.
  fileprivate var byTheClockHere: Trail {
    var trail = self
    trail.entries = entries.map(\.byTheClockHere)
    return trail
  }
}

extension TrailEntry {
  /// The same with times as the clock here has them.
  fileprivate var byTheClockHere: TrailEntry {
    var entry = self
    entry.moment = WallClock.moment(when)
    for index in entry.remarks.indices {
      entry.remarks[index].moment = WallClock.moment(entry.remarks[index].when)
    }
    return entry
  }

  /// A change made this second.
  static func now(_ change: Change, by who: String) -> TrailEntry {
    let when = WallClock.now
    return TrailEntry(when: when, who: who, change: change, moment: WallClock.moment(when))
  }
}

extension TrailRemark {
  /// Something said this second.
  fileprivate static func now(_ text: String, by who: String) -> TrailRemark {
    let when = WallClock.now
    return TrailRemark(when: when, who: who, text: text, moment: WallClock.moment(when))
  }
}
