import InspectionModel

extension State {
  /// The screens as they stand, to be opened again at the next start, but for the welcome: that
  /// does not come back by itself.
  public var places: [SavedScreen] { saved(screens).filter { $0.kind != WelcomeScreen.kind } }

  /// Welcomes somebody who is here for the first time.
  mutating func welcome() { screens.append(WelcomeScreen()) }

  /// Screens as they are remembered, but for those whose record is gone.
  func saved(_ screens: [any Screen]) -> [SavedScreen] {
    screens.filter { screen in screen.subject.map(register.contains) ?? true }
      .map { $0.saved(register) }
  }

  /// Opens screens as they were remembered; those whose record is gone are left out.
  mutating func restore(_ places: [SavedScreen]) {
    let context = context
    let restored = places.compactMap { saved in
      Screens.restored(saved, context) { laidOut($0) }
    }
    screens = restored.isEmpty ? [AreasScreen(register)] : restored
  }

  // MARK: - Back and forth

  /// What tells one place from another: how deep one is, and on which kind of screen; of accounts,
  /// which.
  var placeName: String {
    let account = screen.scope == nil ? "" : screen.title(register)
    return "\(visits) \(screens.count) \(type(of: screen)) \(account)"
  }

  /// Goes to a place one came through before, or, back from there, forth.
  mutating func travel(isBack: Bool) {
    isTravelling = true
    guard let place = journey.go(isBack: isBack, from: .screens(screens)) else {
      let way = isBack ? "before" : "after"
      message = Message("there is no place \(way) this one", .hint)
      return
    }
    switch place {
    case .screens(let screens): restore(saved(screens))
    case .saved(let places): restore(places)
    }
  }
}
