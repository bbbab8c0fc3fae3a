import ArgumentParser
import InspectionUI
import TerminalCore
import TerminalCurses

/// Opens a register on the screen.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open a register on the screen (what happens without a command)."
  )

  @Argument(help: "The register to open; yours if none is named.")
  var path: String?

  @Option(name: [.customShort("r"), .long], help: "The same, as the other commands take it.")
  var register: String?

  @Option(
    help: "A file to which every key is appended as it is pressed, for “jointview play --from”.")
  var record: String?

  func run() throws {
    try MainActor.assumeIsolated { try show() }
  }

  @MainActor
  private func show() throws {
    let mailbox = Mailbox<Event>()
    var options = CursesTerminal.Options()
    options.mailbox = mailbox.descriptor
    options.usesColour = Places.variable("NO_COLOR") == nil
    // The register is opened first, so that what is wrong with it can be said on an ordinary terminal.
    try TerminalCheck.run()
    var session = try Session(
      register: register ?? path, places: Places(), size: Size(columns: 80, rows: 24))
    session.resume()
    let recorder = try record.map { try KeyRecorder($0) }
    let terminal: CursesTerminal
    do {
      terminal = try CursesTerminal(options: options)
    } catch {
      session.close(remembering: false)
      throw Failure(error)
    }
    _ = session.state.update(.resize(terminal.size))
    var loop = MainLoop(session, terminal, mailbox, recorder: recorder)
    loop.run()
  }
}

/// Says early that there is no terminal, before anything is opened or made.
enum TerminalCheck {
  static func run() throws {
    guard Output.isTerminal else {
      throw Failure(
        "this is not a terminal; “jointview list” prints records and “jointview play” the screens",
        .usage)
    }
  }
}
