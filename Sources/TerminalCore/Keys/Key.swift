/// One thing a person does at the keyboard or with the mouse.
public enum Key: Hashable, Sendable {
  /// A character typed, the blank among them.
  case character(Character)
  /// A character typed with Control; letters are lower case.
  case control(Character)
  /// A character typed with Alt.
  case alt(Character)
  /// F1 to F63.
  case function(Int)
  /// Text that the terminal says was pasted, whole, line ends as `\n`.
  case paste(String)
  /// The beginning of such a text that was longer than is taken in.
  case cutPaste(String)
  /// The mouse, if the program takes it.
  case mouse(MouseEvent)
  /// The keys that are no characters.
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, pageUp, pageDown, home, end
  /// The same with Alt.
  case altLeft, altRight
  /// Something that the terminal sent and that has no meaning here, such as a key with a modifier
  /// that no key here has.
  case unknown
}

/// One thing a person does with the mouse, and where.
public struct MouseEvent: Hashable, Sendable {
  /// The buttons that have a meaning; the wheel is not one of them.
  public enum Button: String, Hashable, Sendable, CaseIterable {
    case left = "Left"
    case middle = "Middle"
    case right = "Right"
  }

  /// What was done.
  public enum Kind: Hashable, Sendable {
    /// A button pressed.
    case press(Button)
    /// A button let go in another cell than where it was pressed: the end of a drag.
    case release(Button)
    /// A button let go where it was pressed.
    case click(Button)
    /// The wheel turned by a notch, away from the person or towards them.
    case wheelUp, wheelDown
  }

  /// The column, from 0.
  public var x: Int
  /// The row, from 0.
  public var y: Int
  /// What was done there.
  public var kind: Kind

  /// An event in a cell.
  public init(x: Int, y: Int, kind: Kind) {
    self.x = x
    self.y = y
    self.kind = kind
  }
}
