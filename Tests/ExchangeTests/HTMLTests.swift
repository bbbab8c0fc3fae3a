import InspectionModel
import Testing

@testable import Exchange

struct HTMLTests {
  private let hostile = "\"'><script>&amp;\u{1B}\u{202E}\n</td>"
  private let harmless = "&quot;&#39;&gt;&lt;script&gt;&amp;amp;   &lt;/td&gt;"

  @Test func `whatever enters a page is text, in an element and in an attribute`() {
    let cell = HTML.element("td", ["title": hostile, "class": nil, "colspan": 2], hostile)
    #expect(
      cell.page == "<!DOCTYPE html>\n<td title=\"\(harmless)\" colspan=\"2\">\(harmless)</td>\n")
  }

  @Test func `only a web address becomes a link`() {
    let links = [
      "https://a.org/?b=\"c\"", "http://a.org", "javascript:alert(1)", " https://a.org",
    ].map { HTML.link($0) }
    #expect(
      HTML.block("p", lines: links).page == """
        <!DOCTYPE html>
        <p>
        <a href="https://a.org/?b=&quot;c&quot;">https://a.org/?b=&quot;c&quot;</a>
        <a href="http://a.org">http://a.org</a>
        javascript:alert(1)
         https://a.org
        </p>

        """)
  }

  @Test func `each element of a report ends where it began`() throws {
    let register = try Accounts.register()
    let page = Report(try Accounts.everything(register), in: register).text(as: .html)
    var open: [Substring] = []
    for piece in page.split(separator: "<").dropFirst() {
      let tag = try #require(piece.split(separator: ">", omittingEmptySubsequences: false).first)
      let name = tag.prefix { $0 != " " }
      if name == "meta" || tag.hasSuffix("/") { continue }
      if name.first == "/" {
        #expect(open.popLast() == name.dropFirst())
      } else {
        open.append(name)
      }
    }
    #expect(open.isEmpty)
  }
}
