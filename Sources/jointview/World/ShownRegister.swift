import InspectionAnalysis
import InspectionModel
import InspectionStore

/// A register opened for printing: what the person who asks may see of it.
struct ShownRegister {
  let register: Register
  /// All there is.
  let whole: Register
  /// What is hidden from them, if anything is.
  let veil: Veil
  let problems: Int
  let path: String
  /// What the register's file would be now.
  let text: RegisterText

  /// Opens a register, reads it, and gives it back.
  static func open(_ path: String?) throws -> ShownRegister {
    let places = Places()
    let path = try RegisterPath.resolve(path, places)
    let reviewer = try Reviewer.forCommands(places)
    var opened = try RegisterPath.open(path, places)
    defer { opened.store.close() }
    opened.store.catchUp()
    let veil = Veil(for: reviewer, in: opened.register)
    return ShownRegister(
      register: veil.lifted(from: opened.register), whole: opened.register, veil: veil,
      problems: opened.diagnostics.count, path: path, text: opened.store.text)
  }
}
