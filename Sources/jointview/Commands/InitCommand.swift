import ArgumentParser

/// Makes a register.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make a new register from the starter.")

  @Argument(help: "Where to make it; an existing file is never touched.")
  var path: String

  @Flag(help: "Only frameworks, themes, agencies and criteria, no areas or inspections.")
  var empty = false

  func run() throws {
    try RegisterPath.create(path, empty ? Starter.emptyText : Starter.text, Places())
    try Output.tell("made \(path)\n")
  }
}
