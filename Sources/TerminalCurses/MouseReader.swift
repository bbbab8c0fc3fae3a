import CNcurses
import TerminalCore

/// Turns the mouse events of ncurses into ours, and a press and a release in one cell into a click.
@MainActor
struct MouseReader {
  private typealias Sign = (mask: mmask_t, button: MouseEvent.Button)

  private static let presses: [Sign] = [
    (NC_LEFT_PRESSED, .left), (NC_MIDDLE_PRESSED, .middle), (NC_RIGHT_PRESSED, .right),
  ]
  private static let releases: [Sign] = [
    (NC_LEFT_RELEASED, .left), (NC_MIDDLE_RELEASED, .middle), (NC_RIGHT_RELEASED, .right),
  ]

  /// All that is asked for: with clicks in it, ncurses would make one of a press and a release.
  static let mask = (presses + releases).reduce(NC_WHEEL_UP | NC_WHEEL_DOWN) { $0 | $1.mask }

  /// The press that no release has followed.
  private var lastPress: MouseEvent?

  /// What the mouse did, in its order.
  ///
  /// Events that arrive together make one KEY_MOUSE, and ncurses hands them out the last one first.
  mutating func events() -> [Key] {
    var raws: [MEVENT] = []
    var raw = MEVENT()
    while getmouse(&raw) == OK { raws.append(raw) }
    return raws.reversed().compactMap { key($0) }
  }

  private mutating func key(_ raw: MEVENT) -> Key? {
    guard let kind = kind(raw) else { return nil }
    let event = MouseEvent(x: Int(raw.x), y: Int(raw.y), kind: kind)
    if case .press = kind { lastPress = event }
    return .mouse(event)
  }

  private mutating func kind(_ raw: MEVENT) -> MouseEvent.Kind? {
    if raw.bstate & NC_WHEEL_UP != 0 { return .wheelUp }
    if raw.bstate & NC_WHEEL_DOWN != 0 { return .wheelDown }
    if let button = MouseReader.button(in: MouseReader.presses, raw) { return .press(button) }
    guard let button = MouseReader.button(in: MouseReader.releases, raw) else { return nil }
    defer { lastPress = nil }
    let press = MouseEvent(x: Int(raw.x), y: Int(raw.y), kind: .press(button))
    return lastPress == press ? .click(button) : .release(button)
  }

  private static func button(in signs: [Sign], _ raw: MEVENT) -> MouseEvent.Button? {
    signs.first { raw.bstate & $0.mask != 0 }?.button
  }
}
