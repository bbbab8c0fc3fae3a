import InspectionModel

/// How lists look is kept by the lists' names, so that one looks again as it was left.
extension State {
  /// The screen with its list as that was last left.
  func laidOut(_ screen: any Screen) -> any Screen {
    guard let name = screen.list?.name, let layout = layouts[name] else { return screen }
    var screen = screen
    screen.list?.restore(layout, register)
    return screen
  }

  /// Keeps the layout of the list on the screen; none where it is that of the start.
  mutating func noteLayout() {
    guard let list = screen.list else { return }
    layouts[list.name] = list.isLaidOutAnew ? list.layout : nil
  }
}
