import ArgumentParser
import Manual

/// What the help of a command says, in parts.
struct CommandHelp {
  let name: String
  let usage: String
  let abstract: String
  let discussion: String
  /// Arguments and options, each with what it is for.
  let terms: [(term: String, meaning: String)]

  init(_ command: any ParsableCommand.Type) {
    name = command._commandName
    abstract = command.configuration.abstract
    discussion = command.configuration.discussion
    // So wide that nothing is broken.
    let help = Jointview.helpMessage(for: command, columns: 2000)
    let lines = help.split(separator: "\n")
    usage = lines.first { $0.hasPrefix("USAGE: ") }.map { String($0.dropFirst(7)) } ?? ""
    var words: [(term: String, meaning: String)] = []
    for line in lines.drop(while: { $0 != "ARGUMENTS:" && $0 != "OPTIONS:" }) {
      guard line.first == " " else { continue }
      let parts = line.drop { $0 == " " }
      if line.hasPrefix("   ") {
        // Under a term that leaves no room beside it.
        words[words.count - 1].meaning += parts
      } else {
        let end = parts.firstRange(of: "  ")?.lowerBound ?? parts.endIndex
        words.append((String(parts[..<end]), String(parts[end...].drop { $0 == " " })))
      }
    }
    self.terms = words.filter { !Self.common.contains($0.term) }
  }

  /// What every command has.
  private static let common = ["--version", "-h, --help"]

  /// The same for the manual.
  var blocks: [ManualBlock] {
    let said = ManualTopic(name: name, text: "# \(name)\n\(abstract)\n\n\(discussion)")
    return [
      .heading("jointview " + name), .paragraph([.text(usage)]), .paragraph([.text(said.summary)]),
    ] + said.blocks
      + terms.map { .definition(term: [.code($0.term)], meaning: [.text($0.meaning)]) }
  }
}
