import InspectionModel

extension State {
  /// The screens as they stand, to be opened again at the next start, but for the welcome: that
  /// does not come back by itself.
  public var places: [SavedScreen] {
    left(screens).compactMap { if case .saved(let saved) = $0 { saved } else { nil } }
      .filter { $0.kind != WelcomeScreen.kind }
  }

  /// Welcomes somebody who is here for the first time.
  mutating func welcome() { screens.append(WelcomeScreen()) }

  /// Screens to be come back to, but for those whose record is gone.
  func left(_ screens: [any Screen]) -> [LeftScreen] {
    screens.filter { screen in screen.subject.map(register.contains) ?? true }
      .map { screen in screen.saved(register).map { .saved($0) } ?? .asItIs(screen) }
  }

  /// Opens screens as they were remembered; those whose record is gone are left out.
  mutating func restore(_ places: [SavedScreen]) { restore(places.map { .saved($0) }) }

  /// The same of screens that were left.
  mutating func restore(_ places: [LeftScreen]) {
    let context = context
    let restored = places.compactMap { place -> (any Screen)? in
      switch place {
      case .saved(let saved): return Screens.restored(saved, context) { laidOut($0) }
      case .asItIs(var screen):
        // More may be hidden than when it was left.
        screen.showTrail { visible($0) }
        return screen
      }
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
  mutating func travel(isBack: Bool) -> [Effect] {
    isTravelling = true
    guard let place = journey.go(isBack: isBack, from: .screens(screens)) else {
      let way = isBack ? "before" : "after"
      message = Message("there is no place \(way) this one", .hint)
      return []
    }
    switch place {
    case .screens(let screens): restore(left(screens))
    case .left(let places): restore(places)
    }
    // More may stand in it by now.
    return screen.trailSubject.map { [.readTrail($0)] } ?? []
  }
}
