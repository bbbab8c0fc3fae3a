import InspectionUI
import Manual
import Testing

@testable import jointview

/// The manual of the program, held against what there is.
struct ManualPageTests {
  private static let topics = ProgramManual.topics()
  private static let lintPrograms = [
    ["mandoc", "-Tlint"], ["groff", "-man", "-ww", "-z", "-Tutf8"],
  ]

  @Test(arguments: ProgramPage.allCases, lintPrograms)
  func `nothing is wrong with a man page`(page: ProgramPage, lint: [String]) throws {
    let home = Home()
    let finding = home.run("-c", "command -v \(lint[0])", program: "/bin/sh")
    guard finding.status == 0 else {
      print("not checked: \(lint[0]) is not installed")
      return
    }
    home.write(home.run("help", "--man", page.rawValue).output, to: "page")
    let outcome = home.run(
      "-c", "\(lint.joined(separator: " ")) '\(home.path)/page' 2>&1", program: "/bin/sh")
    #expect(outcome.output == "")
  }

  @Test func `the picture in the README is what the program shows, but for the day`() throws {
    let home = Home()
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let readme = try #require(home.readAll("/\(root)/README.md"))
    let parts = readme.split(separator: "```")
    #expect(parts.count > 2)
    let keys = "' c r o y d o n <Space> i 4 <Enter> c p 4 - w h <Enter>"
    let shown = home.run(as: "mh", "play", keys, "--size", "90x18").output
    func lines(_ text: some StringProtocol) -> [String] {
      String(text).replacing(/mh       [0-9-]+/, with: "mh").split(separator: "\n").map { line in
        String(line.reversed().drop { $0 == " " }.reversed())
      }
    }
    #expect(lines(parts[1]) == lines(shown))
  }

  @Test func `lines to be copied fit into a window of 80 columns`() {
    for topic in ProgramManual.completed {
      for case .code(let lines) in topic.blocks {
        for line in lines { #expect(line.count <= 74, "\(topic.name): \(line)") }
      }
    }
  }

  @Test func `every action and every command stands in the man page`() {
    let page = ProgramPage.jointview.roff.replacing("\\", with: "")
    for spec in ActionSpec.table {
      #expect(page.contains("(fB\(spec.name)fR)"), "\(spec.name)")
    }
    for name in ProgramManual.commandNames {
      #expect(page.contains(".SS \"jointview \(name)\""), "\(name)")
    }
    #expect(!page.contains("{{"), "every place has been filled")
  }

  @Test func `what is written by hand names actions that exist`() {
    let known = Set(ActionSpec.table.map(\.name))
    for topic in Self.topics {
      for case .keys(let name) in topic.spans {
        #expect(known.contains(name), "\(topic.name): {\(name)}")
      }
    }
  }

  @Test func `what is written by hand names keys by their actions`() {
    let chords = Set(ActionSpec.table.flatMap(\.keys).filter { $0.contains(" ") })
    for topic in Self.topics {
      // The topic of keys says by examples how keys are written.
      for code in topic.codes where topic.name != "keys" {
        #expect(!chords.contains(code), "\(topic.name): \(code)")
      }
    }
  }

  @Test func `what is written by hand names commands, options and topics that exist`() {
    for topic in Self.topics {
      for code in topic.codes {
        for words in Self.calls(in: code) { expectThatItExists(words, in: topic.name) }
      }
    }
  }

  @Test func `a topic fits beside its name on a narrow screen`() {
    for topic in Self.topics {
      #expect(topic.summary.count <= 53, "\(topic.name)")
    }
  }

  /// The words of each call of the program in a line.
  private static func calls(in code: String) -> [[String]] {
    code.split(whereSeparator: { ";|&'`".contains($0) }).compactMap { part in
      let words = part.split(separator: " ").map(String.init)
      return words.first == "jointview" ? Array(words.dropFirst()) : nil
    }
  }

  private func expectThatItExists(_ words: [String], in topic: String) {
    guard let first = words.first, first.first?.isLowercase == true else { return }
    let type = ProgramManual.commandTypes.first { $0._commandName == first }
    #expect(type != nil, "\(topic): jointview \(words.joined(separator: " "))")
    let help = type.map { Jointview.helpMessage(for: $0, columns: 2000) } ?? ""
    for option in words where option.hasPrefix("--") {
      let name = option.prefix { $0 != "=" }
      #expect(help.contains(name), "\(topic): jointview \(first) \(name)")
    }
    if first == "help", words.count == 2, words[1].first?.isLowercase == true {
      let topics = Self.topics.map(\.name) + ProgramManual.commandNames
      #expect(topics.contains(words[1]), "\(topic): jointview help \(words[1])")
    }
  }
}

extension ManualTopic {
  fileprivate var spans: [ManualSpan] {
    blocks.flatMap { block -> [ManualSpan] in
      switch block {
      case .paragraph(let spans), .item(let spans): spans
      case .definition(let term, let meaning): term + meaning
      case .heading, .code, .insertion: []
      }
    }
  }

  /// What is written as code, line by line.
  fileprivate var codes: [String] {
    let inText = spans.compactMap { span -> String? in
      if case .code(let code) = span { code } else { nil }
    }
    let lines = blocks.flatMap { block -> [String] in
      if case .code(let code) = block { code } else { [] }
    }
    return inText + lines
  }
}

/// The manual as a person asks for it.
struct HelpTests {
  private let home = Home()

  @Test func `help lists topics and commands, on lines that fit a terminal`() {
    let outcome = home.run("help")
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n")
    for name in ProgramManual.topics().map(\.name) + ProgramManual.commandNames {
      #expect(lines.contains { $0.hasPrefix("  \(name) ") }, "\(name)")
    }
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test func `help prints a topic with the keys of its actions`() {
    let outcome = home.run("help", "filters")
    #expect(outcome.output.hasPrefix("FILTERS\n"))
    #expect(outcome.output.contains("from:2016..2018"))
    #expect(outcome.output.contains("On the screen “/” filters as you type"))
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func `help prints the help of a command as --help does`() {
    #expect(home.run("help", "list").output == home.run("list", "--help").output)
  }

  @Test func `help says where to look for what it does not know`() {
    let outcome = home.run("help", "nothing")
    #expect(outcome.status == 2)
    #expect(
      outcome.errors
        == "jointview: there is no topic or command “nothing”; “jointview help” lists them\n")
  }

  @Test func `a topic opens from the help screen`() {
    let list = home.run("play", "?", "--size", "80x30").output
    #expect(list.contains("\n start "))
    let topic = home.run("play", "? j <Enter>", "--size", "80x30").output
    #expect(topic.contains("▸ Help ▸ First steps"))
    let back = home.run("play", "? j <Enter> <Esc>", "--size", "80x30").output
    #expect(back == home.run("play", "? j", "--size", "80x30").output)
  }
}
