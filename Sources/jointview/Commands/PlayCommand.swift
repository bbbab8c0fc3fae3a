import ArgumentParser
import InspectionStore
import InspectionUI
import TerminalCore

/// The program without a terminal: keys in, the last screen out.
struct PlayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play", abstract: "Press keys and print the screen they lead to.",
    discussion: """
      The program runs as it does on a terminal, with the same screens. The register is left as \
      it was, unless \
      --save is given: then what the keys change is journalled, and saved at the end as q does. \
      If a key could not \
      be followed, or not everything is saved, standard error says so and the exit code is 1.

      KEYS are separated by blanks: g i / c r o y <Enter> j. Keys that a session recorded with \
      --record are played \
      from their file with --from.
      """)

  @Argument(help: "The keys to press.", transform: Arguments.text)
  var keys: String?

  @Option(help: "A file with the keys to press, as --record writes it.")
  var from: String?

  @Option(help: "The size of the window, columns by rows.")
  var size = WindowSize(size: Size(columns: 80, rows: 24))

  @Flag(help: "Save what the keys change in the register.")
  var save = false

  @Flag(help: "Print under each row which parts of it have which role.")
  var roles = false

  @OptionGroup var options: RegisterOptions

  func run() throws {
    let keys: [Key]
    let text = try self.text()
    do {
      keys = try KeyNotation.parse(text)
    } catch {
      throw Failure("“\(error.word)” at character \(error.column) is not a key", .usage)
    }
    try MainActor.assumeIsolated { try play(keys) }
  }

  private func text() throws -> String {
    guard let from else {
      guard let keys else { throw Failure("name the keys to press, or a file with --from", .usage) }
      return keys
    }
    switch Files.read(from) {
    case .success(let bytes): return String(decoding: bytes, as: UTF8.self) + " " + (keys ?? "")
    case .failure(let problem): throw Failure(problem, .usage)
    }
  }

  @MainActor
  private func play(_ keys: [Key]) throws {
    let places = Places()
    let path = try RegisterPath.resolve(options.register, places)
    // Whoever means to save waits for the right to.
    let opened =
      try save ? RegisterEdit.open(path, places, briefly: false) : RegisterPath.open(path, places)
    var player = Player(path, places, size.size, isDry: !save, opened)
    for key in keys { player.press(key) }
    let canvas = player.engine.draw().canvas
    let farewell = player.leave()
    if save { for complaint in player.complaints { Output.note(complaint) } }
    farewell.say()
    try print(canvas)
    if save, !player.complaints.isEmpty || !farewell.isComplete {
      throw ExitCode(Exit.problems.rawValue)
    }
  }

  private func print(_ canvas: Canvas) throws(Failure) {
    for row in 0..<canvas.size.rows {
      try Output.write(canvas.text(row: row) + "\n")
      if roles { try Output.write(Self.roles(of: canvas, row: row)) }
    }
  }

  /// `  [0-12 cursor] [13-20 dim]`, plain text left out.
  private static func roles(of canvas: Canvas, row: Int) -> String {
    let runs = canvas.runs(row: row).filter { $0.style.role != .text || $0.style.ground != nil }
    guard !runs.isEmpty else { return "" }
    return "  "
      + runs.map { run in
        let name = run.style.role.name + (run.style.ground.map { " on \($0.name)" } ?? "")
        return "[\(run.range.lowerBound)-\(run.range.upperBound - 1) \(name)]"
      }.joined(separator: " ") + "\n"
  }
}

/// Presses keys where there is no terminal: work is done at once, and what comes of it taken in
/// before the next key.
@MainActor
private struct Player: ~Copyable {
  private(set) var engine: Engine<Session>
  /// What the screen said was wrong, one after the other.
  private(set) var complaints: [String] = []
  private let inbox = Inbox()

  init(
    _ path: String, _ places: Places, _ size: Size, isDry: Bool, _ opened: RegisterStore.Opened
  ) {
    let inbox = inbox
    let run = BackgroundRunner {
      inbox.put($0)
    } start: { work in
      inbox.put(work { inbox.put($0) })
    }
    engine = Session.begin(
      path, places, size, isDry: isDry, manual: ProgramManual.topics, run: run)
    goOn(with: engine.world.adopt(opened))
    showNews()
  }

  mutating func press(_ key: Key) {
    if engine.world.isOver { return }
    goOn(with: [.key(key)])
    showNews()
  }

  /// Goes on with what could wait until a frame was shown.
  private mutating func showNews() {
    _ = engine.noteShown()
    goOn(with: [])
  }

  /// Leaves as `q` does, unless a key has done so.
  mutating func leave() -> Farewell {
    if !engine.world.isOver { goOn(with: engine.world.leave(engine.state)) }
    return engine.close(remembering: false)
  }

  /// Takes in what happened, and the results of the work that it leads to.
  private mutating func goOn(with events: [Event]) {
    engine.handle(events)
    while let event = inbox.next() { engine.handle(event) }
    guard let message = engine.state.message, message.kind == .error else { return }
    if complaints.last != message.text { complaints.append(message.text) }
  }
}

/// Results of work done while keys are played; one thread puts and takes.
private final class Inbox: @unchecked Sendable {
  private var events: [Event] = []

  func put(_ event: Event) { events.append(event) }
  func next() -> Event? { events.isEmpty ? nil : events.removeFirst() }
}

/// A window as one writes it: `120x36`.
struct WindowSize: ExpressibleByArgument {
  let size: Size

  init(size: Size) { self.size = size }

  init?(argument: String) {
    let parts = argument.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let columns = parts[0], let rows = parts[1],
      (1...1000).contains(columns),
      (1...1000).contains(rows)
    else { return nil }
    size = Size(columns: columns, rows: rows)
  }

  var defaultValueDescription: String { "\(size.columns)x\(size.rows)" }
}

/// What every command on a register takes.
struct RegisterOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: "The register; your own if omitted.")
  var register: String?
}
