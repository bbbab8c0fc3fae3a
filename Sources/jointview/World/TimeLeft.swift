/// How long work still takes that is done in many like steps, by how long it took so far.
struct TimeLeft {
  private let start = ContinuousClock.now

  /// `40 s left`, `3 min left`; nothing before the first step is done and after the last.
  func phrase(_ done: Int, of all: Int) -> String {
    guard done > 0, done < all else { return "" }
    let spent = (ContinuousClock.now - start) / .seconds(1)
    return ", " + Self.phrase(spent / Double(done) * Double(all - done))
  }

  static func phrase(_ seconds: Double) -> String {
    let whole = max(1, Int(seconds.rounded(.up)))
    if whole < 90 { return "\(whole) s left" }
    let minutes = (whole + 30) / 60
    return minutes < 90 ? "\(minutes) min left" : "\((minutes + 30) / 60) h left"
  }
}
