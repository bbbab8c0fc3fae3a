import InspectionAnalysis
import InspectionModel
import InspectionStore

/// A register opened for printing: what the person who asks may see of it.
struct ShownRegister {
  let register: Register
  /// All there is.
  let whole: Register
  /// What is hidden from them, if anything is.
  let blinding: Blinding
  private let opened: RegisterStore.Opened
  let path: String
  /// What the register's file would be now.
  let text: RegisterText

  /// Says how much is wrong with it, if anything is and that is soon found. O(bytes).
  ///
  /// - Parameter harm: what comes of that, after the path.
  func noteProblems(_ harm: String = "") {
    let count = opened.findings.count
    if count == 0 { return }
    let least = opened.looksAtAll ? "" : "at least "
    Output.note(
      "\(least)\(counted(count, "problem")) in \(path)\(harm); jointview check lists "
        + (count == 1 ? "it" : "them"))
  }

  /// Opens a register, reads it, and gives it back.
  static func open(_ path: String?) throws -> ShownRegister {
    let places = Places()
    let path = try RegisterPath.resolve(path, places)
    let reviewer = try Reviewer.forCommands(places)
    var opened = try RegisterPath.open(path, places)
    defer { opened.store.close() }
    opened.store.catchUp()
    let blinding = Blinding(for: reviewer, in: opened.register)
    return ShownRegister(
      register: blinding.applied(to: opened.register), whole: opened.register, blinding: blinding,
      opened: opened, path: path, text: opened.store.text)
  }
}
