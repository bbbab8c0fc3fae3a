/// What each account takes as a report, beside what sqlite3 takes to import the same contributions
/// and group them.
struct Accounts {
  /// Seconds and bytes by what is asked, in order.
  private var runs: [(name: String, run: Program)] = []
  private let size: Int

  private static let topics = [
    "brief", "picture", "compare", "trend", "burden", "framework", "concerns", "value", "deep-dive",
    "alone", "method", "agreement",
  ]
  private static let asRead = ["picture", "compare", "trend", "alone"]

  init(_ program: String, _ register: String, size: Int, in folder: String) throws {
    self.size = size
    func run(_ name: String, _ words: String) throws {
      let command = "'\(program)' report \(words) -r '\(register)'"
      runs.append((name, try Program.best(of: size > 100_000 ? 1 : 3, command, in: folder)))
    }
    for topic in Self.topics { try run("report \(topic)", topic) }
    for topic in Self.asRead {
      try run("report \(topic), as read", "\(topic) --reading machine")
    }
  }

  /// - Parameter sqlite: seconds of the import and group of the same contributions.
  func add(to report: inout Report, sqlite: Double?) {
    for (name, run) in runs where run.status == 0 {
      report.add(name, "ms", size, run.seconds * 1e3)
      report.add("\(name): memory", "MB", size, Double(run.memory) / 1e6)
      if let sqlite {
        report.add("\(name) : sqlite3 import and group", "×", size, run.seconds / sqlite)
      }
    }
  }
}
