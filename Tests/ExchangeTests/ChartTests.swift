import Exchange
import InspectionAnalysis
import InspectionModel
import Testing

/// A chart of shares in every format of a report.
struct ChartTests {
  private let register: Register
  private let account: Account

  init() throws {
    register = try Accounts.register()
    let rows = register.rows(.passage)
    let chart = Chart(
      title: "Shortfalls by year", labels: ["2016", "2017", "2018", "2019"],
      series: ["Police", "Health & <more>"], named: { $0 }, notes: ["n is passages"]
    ) { name, place in
      if place == 2 { return nil }
      let share = Proportion(name == "Police" ? 10 + 5 * place : 20, of: 40)
      return Chart.Point(share, interval: share.wilson, basis: rows)
    }
    account = Account(
      title: "Trend", question: "How?", answer: "So.", blocks: [.chart(chart)])
  }

  private func text(_ format: ReportFormat) -> String {
    Report(account, in: register).text(as: format)
  }

  @Test func `a page draws each series with a title and a description, and no script`() {
    let html = text(.html)
    #expect(html.contains("<h2>Shortfalls by year</h2>"))
    #expect(
      html.contains("<title id=\"chart1-0-title\">Shortfalls by year: Police</title>"))
    #expect(
      html.contains(
        "<desc id=\"chart1-0-desc\">2016 25 % of 40 (14–40 %); 2017 38 % of 40 (24–53 %); 2018 "
          + "nothing; 2019 63 % of 40 (47–76 %)</desc>"))
    #expect(html.contains("aria-labelledby=\"chart1-1-title chart1-1-desc\""))
    #expect(html.contains("Health &amp; &lt;more&gt;") && !html.contains("<more>"))
    #expect(!html.contains("<script"))
    // Three points; a line only between the two that stand side by side.
    let svg = html.split(separator: "<svg")[1].split(separator: "</svg>")[0]
    #expect(svg.split(separator: "<circle").count == 4)
    #expect(svg.split(separator: "stroke=\"#133a6d\"").count == 2)
    #expect(svg.split(separator: "stroke-dasharray").count == 4)
    #expect(svg.contains(">n 40</text>") && svg.contains(">24–53 %</text>"))
  }

  @Test func `a table has a row a point, with shares in columns of their own`() {
    let rows = text(.csv).split(separator: "\r\n").filter { $0.hasPrefix("Shortfalls") }
    let first = "Shortfalls by year,Police,2016,,share,25 % of 40 (14–40 %),10,40,0.142,0.402"
    #expect(rows.first.map(String.init) == first + ",,,,,1,")
    #expect(rows.count == 7)
  }

  @Test func `JSON has null where there is nothing`() {
    let json = text(.json)
    #expect(json.contains("\"type\": \"chart\"") && json.contains("\"share\": 0.25"))
    #expect(json.contains("null"))
  }

  @Test func `text and Markdown draw the same lines, Markdown in a fence`() {
    let lines = ChartText(chart, width: 100).lines.map { $0.map(\.text).joined() }
    for line in lines {
      #expect(text(.md).contains("\n" + line.replacing("`", with: "'") + "\n"))
      #expect(text(.text).contains("\n" + line + "\n"))
    }
    #expect(text(.md).split(separator: "```").count == 3)
  }

  private var chart: Chart {
    guard case .chart(let chart) = account.blocks[0] else {
      return Chart(title: "", labels: [], series: [String](), named: { $0 }) { _, _ in nil }
    }
    return chart
  }
}
