import InspectionModel
import InspectionStore
import InspectionUI

/// What tells an entry of the trail from others.
struct TrailMark: Hashable, Sendable {
  private let when: String
  private let change: Change

  init(_ entry: TrailEntry) { (when, change) = (entry.when, entry.change) }
}

/// What a session puts into the trail, and looks up in it.
extension Session {
  /// Puts down in the trail what was done. For when the screen has said it: the change itself is
  /// safe in the journal, from which the next start catches up a trail that a kill kept from it, so
  /// nobody need wait for this.
  ///
  /// - Parameter done: what came about all the same, should the trail not take it.
  /// - Returns: what there is to say.
  mutating func putDown(_ done: String, _ state: State) -> [Event] {
    // What is not safe yet is said first.
    guard hasNews, !isDry, store.map({ $0.atRisk == 0 }) ?? true else { return [] }
    hasNews = false
    do {
      try store?.writeTrail()
      return []
    } catch {
      return [warning("\(done), but not in the trail: \(error)", state)]
    }
  }

  /// Puts down what was said on an entry.
  mutating func remark(_ text: String, on entry: TrailEntry, _ state: State) -> [Event] {
    let remark = TrailRemark.now(text, by: state.reviewer)
    let isDry = isDry
    do throws(RegisterStore.Problem) {
      try store?.note(remark, on: entry, isRehearsed: isDry)
      return [.remarked(remark, on: entry)]
    } catch .text(let words) {
      return [.say(Message("not noted: \(words)", .error))]
    } catch {
      return [
        .remarked(remark, on: entry),
        .say(Message("noted, but not in the trail: \(error)", .warning)),
      ]
    }
  }

  mutating func readTrail(of subject: TrailSubject, _ state: State) -> [Event] {
    let events = putDown("done", state)
    guard let trail = store?.file.trail else { return events }
    run.start { report in
      do throws(FileProblem) {
        return .trail(try trail.trail(of: subject).byTheClockHere)
      } catch {
        report(.working(nil))
        return .say(Message(error.description, .error))
      }
    }
    return events
  }

  mutating func readPast(_ bytes: Int, _ state: State) -> [Event] {
    let events = putDown("done", state)
    guard let trail = store?.file.trail else { return events }
    let (reviewer, start, own) = (state.reviewer, trailStart, own)
    run.start { _ in
      let own = Set(own)
      do throws(FileProblem) {
        // What a script did meanwhile is not the screen's to take back.
        let (entries, isWhole) = try trail.entries(
          of: reviewer, bytes: bytes, before: start, andOwn: { own.contains(TrailMark($0)) })
        return .past(Past(entries: entries.map(\.byTheClockHere), isWhole: isWhole))
      } catch {
        return .past(Past(problem: error.description))
      }
    }
    return events
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
    let (utc, here) = WallClock.now
    return TrailEntry(when: utc, who: who, change: change, moment: here)
  }
}

extension TrailRemark {
  /// Something said this second.
  fileprivate static func now(_ text: String, by who: String) -> TrailRemark {
    let (utc, here) = WallClock.now
    return TrailRemark(when: utc, who: who, text: text, moment: here)
  }
}
