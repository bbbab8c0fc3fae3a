import Glibc

/// A real program on a real pseudo-terminal, with a terminal emulator to judge what it shows.
///
/// Nothing in it sleeps. A test sends something and waits for what must come of it; what has not
/// come by a deadline fails with a picture of the screen.
public final class PseudoTerminal {
  /// Why a test cannot go on.
  public enum Failure: Error, CustomStringConvertible {
    case cannotStart(String)
    case late(String, screen: String)

    public var description: String {
      switch self {
      case .cannotStart(let why): "cannot start: \(why)"
      case .late(let what, let screen): "waited in vain for \(what); the screen:\n\(screen)"
      }
    }
  }

  var child: Child
  let emulator: Emulator
  /// Whether nobody has the terminal open any more.
  var isClosed = false

  /// How the program ended, as `waitpid` has it, once it has.
  var status: Int32?

  /// What the terminal says where it is asked something.
  public enum Answers: Hashable, Sendable {
    /// Of what kind it is, and nothing of its ground.
    case kind
    /// First what is given, where it is asked for its ground.
    case ground(String)
    /// Nothing at all.
    case none
  }

  /// To be set before anything is read.
  public var answers = Answers.kind
  var hasToldGround = false

  /// Whether the program has asked for the ground.
  public var asksGround: Bool {
    String(decoding: transcript, as: UTF8.self).contains("\u{1b}]11;?")
  }

  /// Seconds until a wait fails. Long, as machines that run tests are busy.
  public var patience = 20.0

  /// The number of the program's process.
  public var processID: Int32 { child.id }

  /// The bytes the program has written, fences not counted.
  public var bytes: Int { transcript.count - emulator.fenceBytes }

  /// The calls of `write` but those of fences: for a frame one to the terminal, and one into memory
  /// for each piece that ncurses makes of it. Signals and the mailbox of the program count too.
  public var writes: Int { child.writes - fences }

  /// The bytes themselves, fences and all.
  public internal(set) var transcript: [UInt8] = []

  /// The folder of the programs that are built beside the tests.
  public static let products = CommandLine.arguments[0]
    .split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")

  /// Starts a program.
  ///
  /// - Parameter environment: Beside `PATH`, `LANG`, `TERM=xterm-256color` and the wish for fences;
  ///   an empty value takes a name away.
  public init(
    _ path: String, _ arguments: [String] = [], environment: [String: String] = [:],
    columns: Int = 80, rows: Int = 24
  ) throws(Failure) {
    var all = [
      "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm-256color", "JOINTVIEW_FENCE": "1",
    ]
    all.merge(environment) { $1 }
    guard let emulator = Emulator(columns: columns, rows: rows) else {
      throw .cannotStart("no emulator")
    }
    self.emulator = emulator
    child = try Child(
      path, arguments: arguments, environment: all.filter { !$0.value.isEmpty },
      size: (columns, rows))
  }

  deinit {
    if status == nil {
      kill(child.id, SIGKILL)
      waitpid(child.id, nil, 0)
    }
    child.hangUp()
  }
}

// MARK: - What a person does

extension PseudoTerminal {
  /// Types, or sends any other bytes a terminal could send.
  public func send(_ text: String) {
    child.write(Array(text.utf8))
  }

  /// Sends something and waits for the frame that answers it.
  public func press(_ text: String) throws(Failure) {
    // What is on the screen may have come without its fence yet, which would be taken for ours.
    try wait(for: "the frame before \(text.debugDescription)") { $0.isAtFence }
    let before = fences
    send(text)
    try wait(for: "a frame after \(text.debugDescription)") { $0.fences > before }
  }

  /// Sends something and waits until the program has read it, whatever it makes of it.
  public func feed(_ text: String) throws(Failure) {
    try feed(Array(text.utf8))
  }

  /// The same with bytes, which need be no text.
  public func feed(_ bytes: [UInt8]) throws(Failure) {
    let before = child.reads
    child.write(bytes)
    try wait(for: "\(bytes) to be read") { $0.child.reads > before }
  }

  /// Changes the size of the window.
  public func resize(columns: Int, rows: Int) {
    emulator.resize(columns: columns, rows: rows)
    Child.setSize(of: child.master, (columns, rows))
  }

  /// Sends the program a signal.
  public func signal(_ signal: Int32) {
    kill(child.id, signal)
  }

  /// Stops the program as nothing it can catch, and waits until it has stopped.
  public func stop() throws(Failure) {
    signal(SIGSTOP)
    try wait(for: "the program to stop") { $0.hasStopped() }
  }

  /// Takes the terminal away, as a window that is closed does.
  public func hangUp() {
    child.hangUp()
    isClosed = true
  }
}

// MARK: - What a person sees

extension PseudoTerminal {
  public var size: (columns: Int, rows: Int) { emulator.size }
  public var rows: [String] { emulator.rows }
  public var firstRow: String { emulator.row(0) }
  public var lastRow: String { emulator.row(size.rows - 1) }
  public var cursor: (x: Int, y: Int) { emulator.cursor }
  public var isCursorVisible: Bool { emulator.isCursorVisible }
  public var isAlternateScreen: Bool { emulator.isAlternate }

  /// Whether the program is told of the mouse, and of where a paste begins and ends.
  public var takesMouse: Bool { privateModes.contains(1000) }
  public var bracketsPastes: Bool { privateModes.contains(2004) }

  /// How often the program said that a frame was complete.
  public var fences: Int { emulator.fences }

  /// Whether the last thing written is a fence: the program waits.
  public var isAtFence: Bool {
    guard let start = transcript.lastIndex(of: 0x1b) else { return false }
    return transcript.last == 7 && transcript[start...].starts(with: "\u{1b}]7747;".utf8)
  }

  public func cell(x: Int, y: Int) -> ScreenCell { emulator.cell(x: x, y: y) }

  /// In what the terminal is not as it was before the program came; empty if it is.
  public var notGivenBack: [String] {
    var left: [String] = []
    if isAlternateScreen { left.append("the alternate screen") }
    if !isCursorVisible { left.append("a hidden cursor") }
    if takesMouse { left.append("the mouse") }
    if bracketsPastes { left.append("bracketed pastes") }
    if !child.hasSettingsOfBefore { left.append("settings, such as raw mode") }
    return left
  }

  /// Whether any row shows this text.
  public func shows(_ text: String) -> Bool {
    rows.contains { $0.contains(text) }
  }
}

// MARK: - Modes

extension PseudoTerminal {
  /// The private modes (`CSI ? n h`) that are on, by all that was written: the emulator heeds but
  /// the first of several in one sequence.
  private var privateModes: Set<Int> {
    var modes: Set<Int> = []
    for part in String(decoding: transcript, as: UTF8.self).split(separator: "\u{1b}[?") {
      guard let end = part.firstIndex(where: { $0 != ";" && !$0.isNumber }) else { continue }
      let numbers = part[..<end].split(separator: ";").compactMap { Int($0) }
      if part[end] == "h" { modes.formUnion(numbers) }
      if part[end] == "l" { modes.subtract(numbers) }
    }
    return modes
  }
}
