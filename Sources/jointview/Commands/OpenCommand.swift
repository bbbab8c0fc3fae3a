import ArgumentParser
import InspectionUI
import TerminalCore
import TerminalCurses

/// Opens a register on the screen.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open a register on the screen (what happens without a command)."
  )

  @Argument(help: "The register to open; your own if omitted.")
  var path: String?

  @Option(name: [.customShort("r"), .long], help: "The same, as in other commands.")
  var register: String?

  @Option(
    help: "A file to which every key is appended as it is pressed, for “jointview play --from”.")
  var record: String?

  func run() throws { try ScreenStart(path: register ?? path, record: record).run() }
}

/// A register to be opened on the screen.
struct ScreenStart {
  /// One's own register if nil.
  var path: String?
  var record: String?
  /// The copy that it is, if it is one to be spoiled.
  private var demo: DemoCopy?

  init(path: String?, record: String?) { (self.path, self.record) = (path, record) }

  init(demo: DemoCopy) { (path, self.demo) = (demo.register, demo) }

  /// The start that nearly all are, known by its looks: no word, or one that is no option and no
  /// command. To have such a line parsed takes a third of the time to the first frame.
  init?(plain words: [String]) {
    guard words.count < 2 else { return nil }
    if let word = words.first, word.hasPrefix("-") || Jointview.commandNames.contains(word) {
      return nil
    }
    self.init(path: words.first, record: nil)
  }

  /// How long the first frame waits for the register, in milliseconds: of a small one nobody should
  /// see the half, and a large one should not leave the screen empty.
  private static func patience(_ path: String) -> Int {
    let isLarge = Files.size(path).map { $0 > 1 << 22 } ?? false
    return isLarge ? 40 : 1000
  }

  /// How long the first frame waits for the terminal to tell its ground, in milliseconds. Most do
  /// within five, or say as soon that they do not.
  private static let groundPatience = 100

  func run() throws {
    try MainActor.assumeIsolated { try show() }
  }

  @MainActor
  private func show() throws {
    let mailbox = Mailbox<Event>()
    var options = CursesTerminal.Options()
    options.mailbox = mailbox.descriptor
    options.usesColour = Places.variable("NO_COLOR") == nil
    try TerminalCheck.run()
    let recorder = try record.map { try KeyRecorder($0) }
    let places = Places()
    let path = try RegisterPath.resolve(path, places)
    let opening = RegisterOpening(path, places) { mailbox.post($0) }
    var engine = Session.begin(
      path, places, Size(columns: 80, rows: 24), manual: ProgramManual.topics,
      run: BackgroundRunner(into: mailbox))
    engine.world.opening = opening
    engine.world.demo = demo
    // Whoever names a register knows what they want.
    engine.world.welcomes = self.path == nil
    options.usesMouse = engine.state.usesMouse
    options.asksGround = options.usesColour && engine.world.asksGround
    // Taken over while the register is read, so that its ground is known when that is.
    let started = Result { () throws(TerminalProblem) in try CursesTerminal(options: options) }
    // A frame that nobody sees, so that what the first one is made with is in memory when the
    // register is.
    _ = engine.draw()
    // Most are open before anybody could see it, and what is wrong with others is said on an
    // ordinary terminal.
    engine.handle(
      engine.world.goOnOpening(engine.state, waitingUpTo: Self.patience(path)))
    if let failure = engine.world.failure {
      (try? started.get())?.close()
      throw failure
    }
    let terminal: CursesTerminal
    do throws(TerminalProblem) {
      terminal = try started.get()
    } catch {
      engine.close(remembering: false).say()
      throw Failure(error)
    }
    if let ground = terminal.ground(within: Self.groundPatience) {
      engine.handle(engine.world.choose(for: ground))
    }
    var loop = MainLoop(engine, terminal, mailbox, recorder: recorder)
    try loop.run()
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
