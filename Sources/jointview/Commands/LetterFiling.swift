import InspectionModel
import InspectionOperations
import InspectionStore

/// Letters that were read, on their way into a register, for the commands: all of them as one
/// change, and nothing where none of them brings anything.
struct LetterFiling {
  let path: String
  let places: Places

  /// What came of it.
  struct Outcome {
    /// What each letter brought, a line each, with what is to be checked below it.
    var summary = ""
    /// The inspection that each file turned out to be of.
    var inspections: [String: String] = [:]
    /// The files that the register did not take, and why.
    var refused: [(path: String, why: String)] = []
  }

  /// Puts them in; those that could not be read are left out.
  func put(_ items: [LetterBatch.Item]) throws -> Outcome {
    let read = items.compactMap { item in
      (try? item.report.get()).map { (path: item.path, report: $0) }
    }
    if read.isEmpty { return Outcome() }
    var author = try places.author()
    var opened = try RegisterEdit.open(path, places)
    defer { opened.store.close() }
    let made = try opened.make(ImportReports(read.map(\.report)), by: &author)
    try opened.finish()
    var outcome = Outcome()
    for (item, part) in zip(read, made.parts) { outcome.count(part, of: item.path) }
    return outcome
  }
}

extension LetterFiling.Outcome {
  fileprivate mutating func count(_ part: Proposal, of path: String) {
    guard let key = part.shows?.key else {
      refused += part.notes.map { (path, "\($0)") }
      return
    }
    let notes = part.notes.map { "  check this: \($0)\n" }.joined()
    summary += "\(LetterImport.fileName(path)): \(key): \(part.passageSummary)\n\(notes)"
    inspections[path] = key
  }
}
