import ArgumentParser
import Manual

/// Prints the manual, by topics, and the help of commands.
struct HelpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "help", abstract: "Print a topic of the manual, or the help of a command.",
    discussion: """
      Without a name it lists the topics and the commands. With --man it prints a man page:

          jointview help --man jointview > jointview.1
          jointview help --man register > jointview-register.5
      """)

  @Argument(help: "A topic of the manual, or a command.", transform: Arguments.text)
  var name: String?

  @Option(help: "Print a man page in roff.")
  var man: ProgramPage?

  func run() throws {
    if let man { return try Output.write(man.roff) }
    guard let name else { return try Output.write(Self.overview) }
    if let command = ProgramManual.commandTypes.first(where: { $0._commandName == name }) {
      return try Output.write(Jointview.helpMessage(for: command) + "\n")
    }
    guard let topic = ProgramManual.completed.first(where: { $0.name == name }) else {
      throw Failure(
        "there is no topic or command “\(name)”; “jointview help” lists them", .usage)
    }
    try Output.write(topic.plainText(width: 78))
  }

  private static var overview: String {
    let topics = ProgramManual.topics().map { ($0.name, $0.summary) }
    let commands = ProgramManual.commandTypes.map { ($0._commandName, $0.configuration.abstract) }
    return "Topics of the manual:\n" + list(topics) + "\nCommands:\n" + list(commands)
      + "\n“jointview help NAME” prints one of these.\n"
  }

  private static func list(_ lines: [(name: String, meaning: String)]) -> String {
    lines.map { line in
      "  " + line.name + String(repeating: " ", count: 12 - line.name.count) + line.meaning + "\n"
    }.joined()
  }
}
