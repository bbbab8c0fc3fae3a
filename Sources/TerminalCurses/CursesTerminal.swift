import CNcurses
import Glibc
public import TerminalCore

/// The terminal the program was started on, by way of ncurses. There is one.
///
/// Between ``init(options:)`` and ``close()`` the screen is the program's, the terminal is raw, and
/// signals arrive as `Input`. A crash gives the terminal back all the same.
@MainActor
public final class CursesTerminal {
  /// What a person or the program may choose.
  public struct Options: Sendable {
    /// Whether to use colour if there is any; `NO_COLOR` says no.
    public var usesColour = true
    /// Whether to take the mouse, which makes it harder to select text with it.
    public var usesMouse = true
    /// A ``Mailbox/descriptor`` to wake for. Who gets `Input.posted` has to drain it.
    public var mailbox: Int32?
    /// Whether to ask for the colour behind its text, for ``ground(within:)``.
    public var asksGround = false
    /// An open file for what is written to standard error; without one that is kept, and shown when
    /// the terminal is given back.
    public var log: Int32?

    /// Colour and mouse, no mailbox, no question, no log.
    public init() {}
  }

  /// The size of the window now, as far as the program has been told.
  public internal(set) var size: Size

  let mailbox: Int32
  let signals: Signals
  let standardError: StandardError
  let sequences: Sequences
  var keys: KeyReader
  var presenter: Presenter
  var held: HeldOutput
  var fence = Fence()

  /// Whether the program is told of the mouse; else it is the terminal's, and selects text.
  var usesMouse: Bool

  /// What happened where nobody could be told.
  var queued: [Input] = []

  /// Whether the terminal is ours for good, until ``close()``.
  var isOpen = true

  /// When the terminal was asked for its ground and its kind, until it has told the second.
  var asked: ContinuousClock.Instant?

  /// Where the cursor is shown, if it is.
  var cursor: (x: Int, y: Int)?

  /// Takes the terminal over.
  public init(options: Options = Options()) throws(TerminalProblem) {
    let name = try Startup.identify()
    sequences = Sequences(of: name)
    mailbox = options.mailbox ?? -1
    usesMouse = options.usesMouse
    standardError = StandardError(log: options.log)
    CrashGuard.install(
      terminal: STDOUT_FILENO, farewell: sequences.farewell, standardError: standardError)
    signals = Signals()
    guard let output = Startup.newTerminal(name) else {
      signals.close()
      throw .unknownTerm(name)
    }
    held = HeldOutput(of: output)
    presenter = Presenter(styles: Startup.configure(options))
    keys = KeyReader()
    size = Size(columns: Int(getmaxx(stdscr)), rows: Int(getmaxy(stdscr)))
    takeOver(asking: options.asksGround)
  }
}

// MARK: - Showing

extension CursesTerminal: TerminalDevice {
  public func present(_ canvas: Canvas, palette: Palette, cursor: (x: Int, y: Int)?) {
    hold(canvas, palette, cursor)
    sendHeld()
    // A write of its own, so that a key that comes while the frame is sent is seen.
    send(fence.next { isReady(waiting: 0).terminal || keys.isUndecided })
  }

  public nonisolated func compose(
    _ canvas: Canvas, palette: Palette, cursor: (x: Int, y: Int)?
  ) {
    // A frame is held already: this one is left to `present`.
    forMainThread { if held.isPossible, held.isEmpty { hold(canvas, palette, cursor) } }
  }

  public func dropComposed() {
    guard !held.isEmpty else { return }
    _ = held.removeBytes()
    // ncurses takes them for sent: whether the cursor is seen, and all rows.
    held.hold { for state in cursor == nil ? [1, 0] : [0, 1] { curs_set(Int32(state)) } }
    drawNextWhole()
  }

  /// Has ncurses draw the next frame whole, whatever it thinks that the terminal shows.
  func drawNextWhole() {
    clearok(curscr, true)
    presenter.forget()
  }

  /// Runs on another thread what is otherwise for the main thread alone, which must not use the
  /// terminal until it is done.
  private nonisolated func forMainThread(_ body: @MainActor () -> Void) {
    withoutActuallyEscaping(body) { body in
      unsafeBitCast(body, to: (() -> Void).self)()
    }
  }

  private func hold(_ canvas: Canvas, _ palette: Palette, _ cursor: (x: Int, y: Int)?) {
    let isNew = presenter.give(canvas, palette: palette)
    let isMoved = cursor?.x != self.cursor?.x || cursor?.y != self.cursor?.y
    guard isNew || isMoved else { return }
    held.hold {
      move(to: cursor)
      wnoutrefresh(stdscr)
      doupdate()
    }
  }

  /// Has the cursor shown at a cell, or hidden.
  private func move(to place: (x: Int, y: Int)?) {
    if (place == nil) != (cursor == nil) { curs_set(place == nil ? 0 : 1) }
    cursor = place
    // A hidden cursor may stay where it is, which saves moving it after each frame.
    leaveok(stdscr, place == nil)
    if let place { wmove(stdscr, Int32(place.y), Int32(place.x)) }
  }

  public func useMouse(_ isWanted: Bool) {
    usesMouse = isWanted
    send(isWanted ? sequences.mouseOn : sequences.mouseOff)
  }

  public func bell() {
    beep()
  }

  public func copy(_ text: String) {
    send("\u{1b}]52;c;\(Base64.encode(text))\u{7}")
  }

  /// Sends a sequence past ncurses, which has nothing unsent between frames. A frame that is put
  /// together and held comes later.
  func send(_ sequence: String) { send(Array(sequence.utf8)) }

  /// Sends what is held of frames that were put together.
  func sendHeld() { send(held.removeBytes()) }

  private func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EAGAIN {
        // Another program may have made the terminal one that nobody waits for.
        var watched = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
        poll(&watched, 1, -1)
      } else if count < 0, errno != EINTR {
        return
      }
      rest = rest.dropFirst(max(0, count))
    }
  }
}
