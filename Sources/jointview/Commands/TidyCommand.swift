import ArgumentParser
import InspectionStore

/// Puts a register's file in order.
struct TidyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tidy", abstract: "Put a register's file in order.",
    discussion: """
      Sorts sets by type, records by key, and fields as their type lists them; lines end in LF. \
      No line is lost: \
      comments move with what is below them. Nothing else that jointview does moves records.
      """)

  @Argument(help: "The register; your own if omitted.")
  var path: String?

  @Option(name: [.customShort("r"), .long], help: "The same, as in other commands.")
  var register: String?

  func run() throws {
    let places = Places()
    let path = try RegisterPath.resolve(register ?? path, places)
    var opened = try RegisterEdit.open(path, places)
    defer {
      opened.writeTrail()
      opened.store.close()
    }
    do {
      switch try opened.store.tidy() {
      case .inOrder: return try Output.tell("\(path) is in order\n")
      case .tidied(let report): report.sayNotes()
      case .refused(let why): throw Failure("\(path) is left as it is: \(why)")
      }
    } catch let problem as RegisterStore.Problem {
      try opened.withdraw(because: "\(problem)")
    }
    for note in opened.notes { Output.note(note.sentence) }
    try Output.tell("put \(path) in order\n")
  }
}
