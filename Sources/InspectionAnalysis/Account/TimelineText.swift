/// A time line in characters: years and months across, a line a lane.
public struct TimelineText: Sendable {
  public let timeline: Timeline
  /// Columns.
  public let width: Int

  public init(_ timeline: Timeline, width: Int) {
    (self.timeline, self.width) = (timeline, max(1, width))
  }

  /// The lines above the lanes: years, and months where three columns or more fall to each.
  public var rulers: [String] {
    let years = ruler(timeline.years.map { ($0.place, String($0.year)) })
    let initials = Array("JFMAMJJASOND")
    let months = timeline.months
    guard !months.isEmpty, width / months.count >= 2 else { return [years] }
    return [years, ruler(months.map { ($0.place, String(initials[$0.month - 1])) })]
  }

  private func ruler(_ marks: [(place: Double, text: String)]) -> String {
    var line = Array(repeating: Character(" "), count: width)
    var free = 0
    for mark in marks {
      let start = column(mark.place)
      guard start >= free, start + mark.text.count <= width else { continue }
      line.replaceSubrange(start..<start + mark.text.count, with: mark.text)
      free = start + mark.text.count + 1
    }
    return String(line)
  }

  /// The columns a span takes, one at least, and no more where its mark stands once; nil where it
  /// lies outside.
  public func columns(of span: Timeline.Span) -> ClosedRange<Int>? {
    guard let place = timeline.place(of: span) else { return nil }
    let start = column(place.lowerBound)
    if span.kind.isPoint { return start...start }
    let end = Int((place.upperBound * Double(width)).rounded(.up)) - 1
    return start...max(start, min(width - 1, end))
  }

  /// Days on site over footprints, and events over all; a dot where nothing goes on.
  public func line(of lane: Timeline.Lane) -> String {
    var line = Array(repeating: Character("·"), count: width)
    for kind in Timeline.Span.Kind.all {
      for span in lane.spans where span.kind == kind {
        guard let columns = columns(of: span) else { continue }
        for column in columns { line[column] = kind.mark }
      }
    }
    return String(line)
  }

  private func column(_ place: Double) -> Int {
    max(0, min(width - 1, Int(place * Double(width))))
  }
}
