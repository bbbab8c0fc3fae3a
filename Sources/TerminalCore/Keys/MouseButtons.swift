/// What a terminal says of the mouse.
struct MouseReport: Sendable {
  /// The button, with bits for the modifiers and what is no button.
  var code: Int
  /// The cell, from 1.
  var x: Int
  var y: Int
  var isRelease: Bool
}

/// Makes events of the mouse of what the terminal says, and a press and a release in one cell a
/// click.
struct MouseButtons: Sendable {
  private static let modifiers = 4 | 8 | 16
  private static let buttons: [Int: MouseEvent.Button] = [0: .left, 1: .middle, 2: .right]
  /// What terminals say that do not know which button was let go.
  private static let anyButton = 3

  /// The press that no release has followed.
  private var lastPress: (button: MouseEvent.Button, x: Int, y: Int)?

  mutating func key(_ report: MouseReport) -> Key {
    guard (1...9999).contains(report.x), (1...9999).contains(report.y),
      let kind = kind(report)
    else { return .unknown }
    return .mouse(MouseEvent(x: report.x - 1, y: report.y - 1, kind: kind))
  }

  private mutating func kind(_ report: MouseReport) -> MouseEvent.Kind? {
    let code = report.code & ~Self.modifiers
    if code == Self.anyButton { return lastPress.map { release(of: $0.button, report) } }
    if let button = Self.buttons[code] {
      if report.isRelease { return release(of: button, report) }
      lastPress = (button, report.x, report.y)
      return .press(button)
    }
    return switch code {
    case 64: .wheelUp
    case 65: .wheelDown
    default: nil
    }
  }

  private mutating func release(
    of button: MouseEvent.Button, _ report: MouseReport
  ) -> MouseEvent.Kind {
    defer { lastPress = nil }
    guard let lastPress, lastPress == (button, report.x, report.y) else { return .release(button) }
    return .click(button)
  }
}
