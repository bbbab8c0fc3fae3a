/// One thing that happened outside the program.
public enum Input: Hashable, Sendable {
  case key(Key)
  /// The window has a new size.
  case resize(Size)
  /// Somebody asks the program to end: SIGTERM, SIGINT, SIGHUP or SIGQUIT, as a number.
  case terminate(signal: Int32)
  /// The program was stopped and goes on; the screen is already back.
  case continued
  /// The terminal is gone; nothing can be shown or read any more.
  case hangUp
  /// The mailbox rang: results of work in the background wait in it.
  case posted
}

/// A terminal as the main loop sees it: what happens there, and a place to show a ``Canvas``.
///
/// The loop is: take what is ``pending()``, ``present(_:palette:cursor:)`` once for all of it,
/// ``wait(milliseconds:)``, again.
@MainActor
public protocol TerminalDevice: AnyObject, Sendable {
  /// The size of the window now, as far as the program has been told.
  var size: Size { get }

  /// All that is waiting, in its order. Never blocks.
  func pending() -> [Input]

  /// Sleeps until something is pending, or for so long; `nil` means for ever.
  func wait(milliseconds: Int?)

  /// Shows a canvas, and the cursor at a cell of it or not at all.
  ///
  /// Writes only what differs from the last one, at once; nothing if nothing differs.
  func present(_ canvas: Canvas, palette: Palette, cursor: (x: Int, y: Int)?)

  /// Puts together what ``present(_:palette:cursor:)`` will have to send for a frame; nothing is
  /// shown.
  ///
  /// On any thread, but only while the main thread does not use the device and will wait before it
  /// does.
  nonisolated func compose(_ canvas: Canvas, palette: Palette, cursor: (x: Int, y: Int)?)

  /// Drops what was put together and is not sent: what it says has not come true.
  func dropComposed()

  /// Has the next frame drawn whole, whatever the terminal shows now.
  func redraw()

  /// Gives the terminal back and stops the program, as Ctrl-Z does; returns when it goes on.
  func suspend()

  /// Gives the terminal to another program, such as an editor, while `body` runs it.
  func yieldTerminal<Result>(_ body: () -> Result) -> Result

  /// Takes the mouse, or leaves it to the terminal, which selects text with it.
  func useMouse(_ isWanted: Bool)

  /// Draws attention.
  func bell()

  /// Asks the terminal to put a text on the clipboard (OSC 52). Not all terminals do.
  func copy(_ text: String)

  /// Gives the terminal back for good. Safe to call again.
  func close()
}
