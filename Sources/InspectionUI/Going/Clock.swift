/// How long a person takes over a passage, from the times at which passages were done since the
/// start.
struct Clock: Sendable {
  /// Seconds since the program started; nil where nobody tells.
  private(set) var now: Int?
  private var last: Int?
  private var spans: [Int] = []

  /// Twenty seconds a passage until more is known; longer pauses than five minutes are no work.
  private static let guess = 20
  private static let longest = 300

  mutating func set(_ seconds: Int) { now = seconds }

  /// A passage is done.
  mutating func tick() {
    guard let now else { return }
    if let last, now - last <= Self.longest { spans = (spans + [now - last]).suffix(15) }
    last = now
  }

  /// The middle of the last spans, in seconds.
  var pace: Int {
    spans.count < 3 ? Self.guess : max(1, spans.sorted()[spans.count / 2])
  }
}
