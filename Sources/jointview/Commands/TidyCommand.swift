import ArgumentParser
import InspectionStore

/// Puts a register's file in order.
struct TidyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tidy", abstract: "Put a register's file in order.",
    discussion: """
      Sets go in the order of their types, records in that of their keys, fields in that of their type; lines end in \
      LF. No line is lost: comments go with what is below them. Everything else that jointview does leaves records \
      where they are.
      """)

  @Argument(help: "The register; yours if none is named.")
  var path: String?

  @Option(name: [.customShort("r"), .long], help: "The same, as the other commands take it.")
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
    for note in opened.notes { Output.note(note.words) }
    try Output.tell("put \(path) in order\n")
  }
}
