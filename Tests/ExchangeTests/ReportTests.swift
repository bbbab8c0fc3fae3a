import Exchange
import InspectionAnalysis
import InspectionModel
import Testing

struct ReportTests {
  private let register: Register
  private let report: Report

  init() throws {
    register = try Accounts.register()
    report = Report(try Accounts.everything(register), in: register)
  }

  @Test(arguments: ReportFormat.allCases)
  func `no control or direction-changing byte gets into a report`(format: ReportFormat) {
    let allowed: Set<Unicode.Scalar> = ["\n", "\r"]
    let scalars = report.text(as: format).unicodeScalars.filter { scalar in
      [.control, .format].contains(scalar.properties.generalCategory) && !allowed.contains(scalar)
    }
    #expect(scalars.isEmpty)
  }

  @Test(arguments: ReportFormat.allCases)
  func `question, answer, figures, evidence, method and gaps come in this order`(
    format: ReportFormat
  ) {
    let text = report.text(as: format)
    let parts = [
      "Is it so?", "It is", "row 1", "ashby-2017/s1", "By counting.", "Not all is known",
    ]
    let places = parts.compactMap { text.firstRange(of: $0)?.lowerBound }
    #expect(places.count == parts.count && places == places.sorted(), "\(places.count)")
    #expect(!text.contains("nan"))
  }

  @Test func `a page has its markup from us alone`() {
    let html = report.text(as: .html)
    #expect(!html.contains("<script"))
    #expect(html.contains("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;a&#39;"))
    #expect(html.contains("<html lang=\"en-GB\">"))
    #expect(html.contains("<a href=\"https://example.org/a?b=1&amp;c=2\">"))
    #expect(html.contains("<caption>") && html.contains("<th scope=\"row\">row 0</th>"))
    #expect(html.contains("<svg role=\"img\" aria-labelledby=\"chart1-0-title chart1-0-desc\""))
    #expect(html.contains("@media print"))
    let levels = html.split(separator: "<h").dropFirst().compactMap { Int(String($0.prefix(1))) }
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 } && levels.first == 1)
  }

  @Test func `Markdown says what the texts say`() {
    let text = report.text(as: .md)
    #expect(text.contains("\\<script\\>"))
    #expect(text.contains("'a' \\| b"))
    #expect(text.contains("| row 5 | ███████████████████▉ +3 −1 |") || text.contains("+3 −1 |"))
  }

  @Test func `a table has numbers in columns of their own, and none for what is not known`() {
    let lines = report.text(as: .csv).split(separator: "\r\n").map(String.init)
    #expect(lines[0].hasPrefix("block,line,column,unit,kind,text,value,of,low,high,strengths"))
    func line(_ row: Int) -> String { lines.first { $0.hasPrefix("All kinds,row \(row),") } ?? "" }
    #expect(line(0) == "All kinds,row 0,figure,calendar days,count,3,3,,,,,,,,1,")
    #expect(line(1) == "All kinds,row 1,figure,calendar days,share,26 of 36,26,36,,,,,,,,")
    #expect(line(3) == "All kinds,row 3,figure,calendar days,measure,−0.5,-0.5,,,,,,,,,")
    #expect(
      line(5) == "All kinds,row 5,figure,calendar days,split,'+3 −1,,,,,3,1,,,,")
    #expect(
      line(12) == "All kinds,row 12,figure,calendar days,unknown,n/k,,,,,,,,,,nobody has told")
  }

  @Test func `each absence has a mark of its own and stands in the legend`() throws {
    let text = report.text(as: .text)
    for words in [
      "? not coded yet", "· coded, nothing recorded", "○ only mentioned", "– out of scope",
      "n/k not known", "row 12, figure: nobody has told",
    ] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(text.contains("█ on site; ◆ letter or decision"))
  }

  @Test(arguments: [
    ("a.txt", ReportFormat.text), ("b.MD", .md), ("c.d.html", .html), ("e.csv", .csv),
    ("f.json", .json), ("g", nil), ("h.pdf", nil),
  ])
  func `a file's ending says its format`(name: String, format: ReportFormat?) {
    #expect(ReportFormat(fileName: name) == format)
  }
}

/// Evidence of so much that nobody reads it in a report.
struct EvidenceTests {
  @Test func `more than five thousand records are listed on request alone, and that is said`()
    throws
  {
    let register = try Accounts.register()
    var account = try Accounts.everything(register)
    let row = try #require(account.evidence.first)
    account.evidence = Array(repeating: row, count: Report.mostListed + 1)
    let key = register[row].key
    let short = Report(account, in: register).text(as: .text)
    #expect(short.contains("5001") && short.contains("listed on request alone"))
    let whole = Report(account, in: register, listsAll: true).text(as: .text)
    #expect(whole.count > short.count + Report.mostListed * key.count)
    #expect(!whole.contains("on request alone"))
  }
}
