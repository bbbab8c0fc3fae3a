/// A table as a page to hand over.
extension RecordTable {
  /// Tables in Markdown, one for each group.
  public var markdown: String {
    let head = Self.row(headings.map { MarkdownReport.text($0.title) })
    let rule = String(repeating: "|---", count: headings.count) + "|"
    return sections.map { section in
      let title = grouping == nil ? [] : ["## " + MarkdownReport.text(heading(of: section)), ""]
      let rows = section.rows.map { row in
        Self.row(row.map { MarkdownReport.text(Self.oneLine($0.joined(separator: "; "))) })
      }
      return (title + [head, rule] + rows).joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  private static func row(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }

  /// A page in HTML that needs nothing beside it. No table of it is cut where it is wide.
  public var html: String {
    let head = HTML.block(
      "head",
      lines: [
        .void("meta", ["charset": "utf-8"]),
        .void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
        .element("title", title), .block("style", lines: [.style(.report)]),
      ])
    let parts =
      [HTML.element("h1", title.prefix(1).uppercased() + title.dropFirst())]
      + sections.flatMap(part)
    let body = HTML.block("body", lines: [.block("main", lines: parts)])
    return HTML.block("html", ["lang": "en-GB"], lines: [head, body]).page
  }

  private func part(_ section: Section) -> [HTML] {
    let caption = grouping == nil ? title : heading(of: section)
    let head = HTML.block(
      "thead",
      lines: [
        .block("tr", lines: headings.map { .element("th", ["scope": "col"], $0.title) })
      ])
    let rows = section.rows.map { row in
      HTML.element(
        "tr", row.map { .element("td", ["class": "words"], $0.joined(separator: "; ")) })
    }
    let table = HTML.block(
      "table", lines: [.element("caption", caption), head, .block("tbody", lines: rows)])
    let title = grouping == nil ? [] : [HTML.element("h2", caption)]
    return title + [.block("div", ["class": "wide"], lines: [table])]
  }
}
