import Dispatch
import InspectionModel
import InspectionUI
import LetterReader
import Synchronization

/// Work that goes on beside the screen.
extension Session {
  mutating func readLetter(_ path: String, _ run: BackgroundRunner) {
    let path = places.expand(path)
    let vocabulary = Vocabulary.complete(state.whole)
    apply(.working("reading \(LetterImport.fileName(path))"))
    run.start { report in
      .lettersRead(
        LetterImport.read(path, vocabulary) { done, all, _ in
          if all > 1 { report(.working("\(done) of \(all) letters read")) }
        })
    }
  }

  /// Finds the rows of a list beside the screen; a later work overtakes this one.
  func list(_ work: ListWork, _ run: BackgroundRunner) {
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

/// Starts work that must not hold up the screen.
struct BackgroundRunner: Sendable {
  /// Tells how far the work has come.
  typealias Report = @Sendable (Event) -> Void

  let start: @Sendable (@escaping @Sendable (@escaping Report) -> Event) -> Void

  /// Starts nothing: for when nobody is there any more to see what comes of it.
  static let idle = BackgroundRunner { _ in }
}

/// The number of the work on a list that was asked for last.
final class LatestWork: Sendable {
  let number = Atomic(0)
}
