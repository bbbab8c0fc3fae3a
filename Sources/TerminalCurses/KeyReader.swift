import Glibc
import TerminalCore

/// Reads what the terminal sends, past ncurses, and knows when nothing has come for long enough.
@MainActor
struct KeyReader {
  /// Whether the terminal has nothing more to give, ever.
  private(set) var isAtEnd = false

  private var parser = KeyParser(names: Capability.keys())
  private let escapeDelay = KeyReader.escapeDelay
  private var lastByte = ContinuousClock.now
  private var buffer = [UInt8](repeating: 0, count: 4096)

  /// So that a terminal that never stops sending does not keep the screen from being drawn.
  private static let mostReads = 256

  /// To be made once the terminal is identified.
  init() {}

  /// The keys by what has come, of which there is some. Never blocks.
  mutating func read() -> [Key] {
    var keys: [Key] = []
    for _ in 0..<KeyReader.mostReads {
      guard isReadable else { break }
      let count = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
      if count == 0 || count < 0 && errno == EIO { isAtEnd = true }
      guard count > 0 else { break }
      keys += parser.feed(buffer[..<count])
    }
    lastByte = .now
    return keys
  }

  /// What the terminal has answered since this was last asked.
  mutating func takeAnswers() -> [TerminalAnswer] { parser.takeAnswers() }

  /// The keys by what came before, where nothing has come since for long enough.
  mutating func settle() -> [Key] {
    guard let left = timeLeft, left <= .zero else { return [] }
    return parser.settle()
  }

  /// When to ask for ``settle()`` though nothing came; nothing where that is never.
  var millisecondsLeft: Int? {
    timeLeft.map { Int(max(.zero, $0) / .milliseconds(1) + 0.999) }
  }

  /// Whether what came last may be a key, or the beginning of one.
  var isUndecided: Bool { parser.awaits == .brief }

  /// Throws away what has come and nobody has taken.
  mutating func forget() {
    tcflush(STDIN_FILENO, TCIFLUSH)
    _ = parser.settle()
  }

  private var timeLeft: Duration? {
    guard let silence = parser.awaits else { return nil }
    return (silence == .brief ? escapeDelay : .seconds(1)) - lastByte.duration(to: .now)
  }

  private var isReadable: Bool {
    var polled = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&polled, 1, 0) > 0 && Int32(polled.revents) & POLLIN != 0
  }

  /// How long after Escape a terminal may still send the rest of a key: 25 ms, or as many as
  /// `ESCDELAY` says, as in all programs with ncurses.
  private static var escapeDelay: Duration {
    let text = getenv("ESCDELAY").map { String(cString: $0) } ?? ""
    return .milliseconds(Int(text).map { min(max(0, $0), 10_000) } ?? 25)
  }
}
