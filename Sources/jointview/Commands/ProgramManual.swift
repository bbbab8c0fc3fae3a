import ArgumentParser
import BuiltIn
import InspectionUI
import Manual

/// The manual as it comes with the program: topics to be read, and pages for `man`.
enum ProgramManual {
  /// All topics, with the commands in their place; keys are yet to be put in.
  static let topics: @Sendable () -> [ManualTopic] = {
    UnsafeBufferPointer(start: builtin_topics, count: builtin_topics_count).map { topic in
      let bytes = UnsafeBufferPointer(start: topic.bytes, count: topic.count)
      return ManualTopic(
        name: String(cString: topic.name), text: String(decoding: bytes, as: UTF8.self)
      )
      .filled { $0 == "commands" ? commands : nil }
    }
  }

  /// The topics with the keys of the table.
  static var completed: [ManualTopic] { topics().map { $0.completed(with: Keymap()) } }

  static var commandNames: [String] { commandTypes.map { $0._commandName } }

  static var commandTypes: [any ParsableCommand.Type] { Jointview.configuration.subcommands }

  private static var commands: [ManualBlock] {
    commandTypes.flatMap { CommandHelp($0).blocks }
  }
}

/// A page for `man`.
enum ProgramPage: String, ExpressibleByArgument, CaseIterable {
  case jointview
  case register

  /// The day of its text.
  private static let date = "2026-11-30"

  var roff: String {
    switch self {
    case .jointview:
      page(
        "jointview", section: 1,
        summary: "see how agencies work together for children, from letters of joint inspections",
        about: "about", other: "jointview-register(5), git(1), recsel(1), recfix(1)")
    case .register:
      page(
        "jointview-register", section: 5, summary: "the register of jointview, one file of text",
        about: "register", other: "jointview(1), recsel(1), recfix(1)")
    }
  }

  /// - Parameters:
  ///   - about: the topic that describes it; what other pages describe is left out.
  ///   - other: the pages to look at besides.
  private func page(
    _ name: String, section: Int, summary: String, about: String, other: String
  ) -> String {
    let topics = ProgramManual.completed
    let described = topics.filter { $0.name == about }.map { ("Description", $0.blocks) }
    let rest = topics.filter { $0.name != about && $0.name != "register" }
      .map { ($0.title, [.paragraph([.text($0.summary)])] + $0.blocks) }
    let isCommand = section == 1
    return ManPage(
      name, section: section, summary: summary, date: Self.date,
      source: "jointview \(Jointview.version)",
      sections: (isCommand ? [("Synopsis", Self.synopsis)] : [])
        + described + (isCommand ? rest : []) + [("See also", [.paragraph([.text(other)])])]
    ).roff
  }

  private static let synopsis: [ManualBlock] = [
    .paragraph([.code("jointview"), .text(" [REGISTER]")]),
    .paragraph([.code("jointview"), .text(" COMMAND [ARGUMENT ...]")]),
  ]
}
