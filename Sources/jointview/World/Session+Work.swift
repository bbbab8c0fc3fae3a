import Dispatch
import InspectionModel
import InspectionUI
import Synchronization
import TerminalCurses

/// Work that goes on beside the screen.
extension Session {
  /// Finds the rows of a list beside the screen; a later work overtakes this one.
  func list(_ work: ListWork) {
    let latest = latest
    latest.number.store(work.number, ordering: .relaxed)
    run.start { report in
      .listed(
        work.run { look in
          DispatchQueue.concurrentPerform(iterations: 2) { _ in look() }
        } _: { part in
          report(.listed(part))
          return latest.number.load(ordering: .relaxed) == work.number
        })
    }
  }
}

/// Starts work that must not hold up the screen; what it returns is an event.
struct BackgroundRunner: Sendable {
  /// Tells how far the work has come.
  typealias Report = @Sendable (Event) -> Void

  /// Tells of an event.
  let post: Report
  let start: @Sendable (@escaping @Sendable (@escaping Report) -> Event) -> Void

  /// Starts nothing: for when nobody is there any more to see what comes of it.
  static let idle = BackgroundRunner(post: { _ in }, start: { _ in })
}

extension BackgroundRunner {
  /// Works on other threads.
  init(into mailbox: Mailbox<Event>) {
    post = { mailbox.post($0) }
    start = { work in
      // A queue of its own has a thread of its own at once; work that waits for another program
      // would keep one of the few that tasks share.
      DispatchQueue(label: "work").async { mailbox.post(work { mailbox.post($0) }) }
    }
  }
}

/// The number of the work on a list that was asked for last.
final class LatestWork: Sendable {
  let number = Atomic(0)
}
