import ArgumentParser

/// The program: a command line, one of whose commands is the screen.
struct Jointview: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "jointview",
    abstract: "See how agencies work together for children, from the letters of joint inspections.",
    discussion: """
      Without a command it opens REGISTER on the screen; without REGISTER, your own, which is made \
      from the starter register the first time.

      Exit codes: 0 done, 1 problems found or not all done, 2 wrong usage, 3 a decision is needed.

      “jointview help” lists the topics of the manual.
      """,
    version: version,
    subcommands: [
      OpenCommand.self, DemoCommand.self, InitCommand.self, ReadCommand.self,
      FetchCommand.self, ImportCommand.self, CheckCommand.self, ListCommand.self,
      SetCommand.self, AddCommand.self, RemoveCommand.self, TidyCommand.self, MergeCommand.self,
      ExportCommand.self, CodebookCommand.self,
      ReportCommand.self, PlayCommand.self, SchemesCommand.self, HelpCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)

  /// The words that begin another line than that of a register.
  static var commandNames: [String] {
    configuration.subcommands.compactMap { $0.configuration.commandName }
  }
}
