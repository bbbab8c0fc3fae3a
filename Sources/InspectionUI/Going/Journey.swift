/// The places one came through, to be gone back to and forth: each is the screens that were open,
/// with their filters, orders and cursors.
struct Journey: Sendable {
  enum Place: Sendable {
    case screens([any Screen])
    /// The same once their register is no longer there.
    case left([LeftScreen])
  }

  private(set) var past: [Place] = []
  private(set) var future: [Place] = []

  /// Places further back than this are forgotten.
  private static let longest = 100

  /// Leaves a place for a new one.
  mutating func leave(_ place: Place) {
    past.append(place)
    if past.count > Self.longest { past.removeFirst() }
    future = []
  }

  /// The place before, or after, the one that is left for it; nil where there is none.
  mutating func go(isBack: Bool, from place: Place) -> Place? {
    guard let next = isBack ? past.popLast() : future.popLast() else { return nil }
    if isBack { future.append(place) } else { past.append(place) }
    return next
  }

  /// The same for another register, which takes the place of this one.
  func outliving(_ left: ([any Screen]) -> [LeftScreen]) -> Journey {
    func save(_ place: Place) -> Place {
      if case .screens(let screens) = place { .left(left(screens)) } else { place }
    }
    var journey = self
    (journey.past, journey.future) = (past.map(save), future.map(save))
    return journey
  }
}

/// A screen to come back to.
enum LeftScreen: Sendable {
  /// One with nothing of the register in it.
  case asItIs(any Screen)
  /// What opens it again.
  case saved(SavedScreen)
}
