import ArgumentParser

/// Opens a register to try things out on.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Open a copy of the starter register to try things out on.",
    discussion: """
      The copy is made in a new folder under the temporary folder. It is removed at the end if \
      nothing in it was changed; else standard error says where it is. Your own register is not \
      touched.
      """)

  func run() throws {
    try TerminalCheck.run()
    try ScreenStart(demo: DemoCopy(Places())).run()
  }
}
