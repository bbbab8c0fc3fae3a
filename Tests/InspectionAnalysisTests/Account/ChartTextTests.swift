import InspectionAnalysis
import Testing

/// A chart in characters.
struct ChartTextTests {
  private func chart(_ parts: [Int?], labels: [String]? = nil, isJoined: Bool = true) -> Chart {
    Chart(
      title: "T", labels: labels ?? parts.indices.map { "\(2016 + $0)" }, series: ["Police"],
      named: { $0 }, isJoined: isJoined
    ) { _, place in
      parts[place].flatMap { part in
        let share = Proportion(part, of: 40)
        return Chart.Point(share, interval: share.wilson, basis: [])
      }
    }
  }

  private func lines(_ chart: Chart, width: Int = 60) -> [String] {
    ChartText(chart, width: width).lines.map { $0.map(\.text).joined() }
  }

  @Test func `a line of braille, and under it label, share, interval and n`() {
    #expect(
      lines(chart([40, 20, nil, 0])) == [
        "Police",
        "100 %│    ●⠢⢄⡀",
        "     │       ⠈⠑⠤⣀  ⡀",
        " 50 %│           ⠉⠒●",
        "     │             ⠁",
        "  0 %│                               ●",
        "         2016     2017     2018     2019",
        "        100 %     50 %              0 %",
        "       91–100 % 35–65 %            0–9 %",
        "         n 40     n 40              n 40",
      ])
  }

  @Test func `points in no order are not joined`() {
    let marks = lines(chart([0, 40], isJoined: false)).dropFirst().prefix(5).joined()
    #expect(marks.count { $0 == "●" } == 2 && !marks.contains("⠤"))
  }

  @Test(arguments: [1, 5, 7, 12, 40])
  func `no line is wider than asked, and what does not fit goes on below`(width: Int) {
    let labels = (0..<6).map { "A theme with a long name \($0)" }
    let lines = lines(chart([1, 2, 3, 4, 5, 6], labels: labels), width: width)
    #expect(lines.allSatisfy { $0.count <= width })
    if width == 40 { #expect(lines.count { $0.hasPrefix("100 %│") } == 3) }
  }

  @Test func `roles tell line from interval`() {
    let pieces = ChartText(chart([20]), width: 40).lines.joined()
    #expect(pieces.contains { $0.role == .line && $0.text == "●" })
    #expect(pieces.contains { $0.role == .interval && $0.text.contains("35–65 %") })
    #expect(pieces.contains { $0.role == .axis && $0.text.hasPrefix("100 %│") })
  }

  @Test func `nothing to draw is no line`() {
    let empty = Chart(title: "T", labels: [], series: [String](), named: { $0 }) { _, _ in nil }
    #expect(ChartText(empty, width: 40).lines.isEmpty)
  }
}
