import TerminalCore

/// Choices that are narrowed by the letters typed, the best fit first, with a cursor among them.
struct FuzzyList<Choice: Sendable>: Sendable {
  private let all: [Choice]
  private let score: @Sendable (String, Choice) -> Int?
  private(set) var found: [Choice]
  private(set) var selected = 0
  /// Whether somebody moved the cursor since the letters were typed.
  private(set) var hasMoved = false

  /// The lines that a list of choices takes at most.
  static var lines: Int { 10 }

  /// - Parameter score: how well a choice fits what is typed; nil where it does not.
  init(_ all: [Choice], score: @escaping @Sendable (String, Choice) -> Int?) {
    (self.all, self.score) = (all, score)
    found = all
  }

  /// The choice under the cursor; nil where nothing fits.
  var chosen: Choice? { found.indices.contains(selected) ? found[selected] : nil }

  /// O(choices · letters).
  mutating func narrow(to typed: String) {
    (selected, hasMoved, found) = (0, false, all)
    if typed.isEmpty { return }
    let scored = all.enumerated().compactMap { place, choice in
      score(typed, choice).map { (score: $0, place: place, choice: choice) }
    }
    found = scored.sorted { ($1.score, $0.place) < ($0.score, $1.place) }.map(\.choice)
  }

  /// Takes a key that moves the cursor; false for any other.
  mutating func press(_ key: Key) -> Bool {
    let steps: [Key: Int] = [
      .down: 1, .tab: 1, .control("n"): 1, .up: -1, .backTab: -1, .control("p"): -1,
    ]
    guard let step = steps[key] else { return false }
    hasMoved = true
    selected = max(0, min(selected + step, found.count - 1))
    return true
  }

  /// What so many lines show of it, the choice under the cursor among them.
  func window(height: Int) -> [(choice: Choice, isSelected: Bool)] {
    let top = max(0, selected - height + 1)
    return found.enumerated().dropFirst(top).prefix(height).map { ($1, $0 == selected) }
  }
}
