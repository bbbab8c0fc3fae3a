import CVterm

/// A terminal in memory: what a person would see of the bytes a program writes.
final class Emulator {
  private let vterm: OpaquePointer
  private let screen: OpaquePointer

  /// What the program asked for beside text.
  fileprivate(set) var isAlternate = false
  fileprivate(set) var isCursorVisible = true

  /// How many fences were passed, and the bytes they took.
  fileprivate(set) var fences = 0
  fileprivate(set) var fenceBytes = 0

  private var callbacks = VTermScreenCallbacks()
  private var fallbacks = VTermParserCallbacks()

  init?(columns: Int, rows: Int) {
    guard let vterm = vterm_new(Int32(rows), Int32(columns)),
      let screen = vterm_obtain_screen(vterm)
    else { return nil }
    self.vterm = vterm
    self.screen = screen
    vterm_set_utf8(vterm, 1)
    callbacks.settermprop = onProperty
    fallbacks.osc = onSystemCommand
    vterm_screen_enable_altscreen(screen, 1)
  }

  deinit {
    vterm_free(vterm)
  }

  /// Takes what a program wrote; gives what the terminal answers.
  func take(_ new: [UInt8]) -> [UInt8] {
    let (bytes, rest) = Emulator.parted(unfinished + new)
    unfinished = rest
    let context = Unmanaged.passUnretained(self).toOpaque()
    withUnsafePointer(to: &callbacks) { callbacks in
      withUnsafePointer(to: &fallbacks) { fallbacks in
        vterm_screen_set_callbacks(screen, callbacks, context)
        vterm_screen_set_unrecognised_fallbacks(screen, fallbacks, context)
        if !hasReset { vterm_screen_reset(screen, 1) }
        hasReset = true
        bytes.withUnsafeBytes { bytes in
          _ = vterm_input_write(
            vterm, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
        }
      }
    }
    return answer()
  }

  private var hasReset = false

  /// A system command of which the end is yet to come: libvterm 0.1 forgets what it had of one that
  /// comes in two reads.
  private var unfinished: [UInt8] = []

  /// Bytes up to a system command that has no end, and that.
  private static func parted(_ bytes: [UInt8]) -> (whole: [UInt8], rest: [UInt8]) {
    guard let start = bytes.lastIndex(of: 0x1b) else { return (bytes, []) }
    let rest = bytes[start...]
    let isCommand = rest.count == 1 || rest.starts(with: "\u{1b}]".utf8)
    guard isCommand, !rest.contains(7) else { return (bytes, []) }
    return (Array(bytes[..<start]), Array(rest))
  }

  private func answer() -> [UInt8] {
    var bytes = [CChar](repeating: 0, count: 256)
    let count = vterm_output_read(vterm, &bytes, bytes.count)
    return bytes.prefix(count).map(UInt8.init(bitPattern:))
  }

  func resize(columns: Int, rows: Int) {
    vterm_set_size(vterm, Int32(rows), Int32(columns))
  }

  var size: (columns: Int, rows: Int) {
    var rows: Int32 = 0
    var columns: Int32 = 0
    vterm_get_size(vterm, &rows, &columns)
    return (Int(columns), Int(rows))
  }

  var cursor: (x: Int, y: Int) {
    var position = VTermPos()
    vterm_state_get_cursorpos(vterm_obtain_state(vterm), &position)
    return (Int(position.col), Int(position.row))
  }

  /// What one cell shows.
  func cell(x: Int, y: Int) -> ScreenCell {
    var cell = VTermScreenCell()
    vterm_screen_get_cell(screen, VTermPos(row: Int32(y), col: Int32(x)), &cell)
    let text = Emulator.text(of: cell)
    if text.isEmpty, x > 0 {
      // A terminal draws a wide character in one ink; libvterm leaves that of its right half as it
      // was.
      var left = self.cell(x: x - 1, y: y)
      (left.text, left.columns) = ("", Int(cell.width))
      return left
    }
    return ScreenCell(
      text: text, columns: Int(cell.width),
      isBold: cvterm_bold(&cell) != 0, isItalic: cvterm_italic(&cell) != 0,
      isUnderlined: cvterm_underline(&cell) != 0, isReversed: cvterm_reverse(&cell) != 0,
      foreground: Int(cvterm_colour(&cell.fg)), background: Int(cvterm_colour(&cell.bg)))
  }

  private static func text(of cell: VTermScreenCell) -> String {
    let scalars = withUnsafeBytes(of: cell.chars) { Array($0.bindMemory(to: UInt32.self)) }
    if scalars.first == 0 { return " " }
    // The right half of a wide character says so in this way.
    if scalars.first == UInt32.max { return "" }
    return String(
      String.UnicodeScalarView(scalars.prefix { $0 != 0 }.compactMap(Unicode.Scalar.init)))
  }

  /// What a person reads in each row, without the blanks at the ends.
  var rows: [String] {
    (0..<size.rows).map(row)
  }

  func row(_ y: Int) -> String {
    let text = (0..<size.columns).map { cell(x: $0, y: y).text }.joined()
    return String(text.reversed().drop { $0 == " " }.reversed())
  }
}

/// One cell of a screen as a terminal shows it.
public struct ScreenCell: Hashable, Sendable {
  /// What stands in it; empty for the right half of a wide character.
  public var text: String
  /// The columns it takes.
  public var columns: Int
  public var isBold, isItalic, isUnderlined, isReversed: Bool
  /// The colours: -1 for the terminal's own, an index, or 0x1000000 and 24 bits.
  public var foreground, background: Int
}

private func onProperty(
  _ property: VTermProp, _ value: UnsafeMutablePointer<VTermValue>?,
  _ context: UnsafeMutableRawPointer?
) -> Int32 {
  guard let context, let value else { return 0 }
  let emulator = Unmanaged<Emulator>.fromOpaque(context).takeUnretainedValue()
  switch property {
  case VTERM_PROP_ALTSCREEN: emulator.isAlternate = value.pointee.boolean != 0
  case VTERM_PROP_CURSORVISIBLE: emulator.isCursorVisible = value.pointee.boolean != 0
  default: break
  }
  return 1
}

private func onSystemCommand(
  _ command: UnsafePointer<CChar>?, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int32 {
  guard let context, let command else { return 0 }
  let text = String(
    decoding: UnsafeRawBufferPointer(start: command, count: count), as: UTF8.self)
  guard text.hasPrefix("7747;") else { return 0 }
  let emulator = Unmanaged<Emulator>.fromOpaque(context).takeUnretainedValue()
  emulator.fences += 1
  emulator.fenceBytes += count + 3
  return 1
}
