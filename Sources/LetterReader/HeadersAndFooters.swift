import InspectionOperations

/// What stands on a page and is no part of what the report says: page numbers and lines that every
/// page repeats, some of them over two lines or three.
struct HeadersAndFooters {
  private let printsNumbers: Bool
  /// The number that is printed on the document's first page, less one.
  private let shift: Int
  /// The lines that pages repeat: those at the very edge, those inside them, and so on.
  private var repeated: [Set<String>] = []
  /// As many lines make the longest footer.
  private static let mostLines = 4

  /// Learns from all pages: a number is a page number only in a letter that numbers its pages.
  init(_ pages: [Page]) {
    var shifts: [Int: Int] = [:]
    for page in pages {
      let offsets = Set(page.lines.compactMap { $0.text.pageNumber }.map { $0 - page.number })
      for offset in offsets { shifts[offset, default: 0] += 1 }
    }
    let best = shifts.max { ($0.value, -abs($0.key)) < ($1.value, -abs($1.key)) }
    shift = best?.key ?? 0
    printsNumbers = (best?.value ?? 0) * 2 > pages.count || (best?.value ?? 0) >= 3
    var bare = pages
    while repeated.count < Self.mostLines {
      let lines = Self.repeatedLines(bare)
      repeated.append(lines)
      guard !lines.isEmpty || repeated.count == 1 else { break }
      bare = bare.map { page in
        var page = page
        page.removeEdge { lines.contains($0.withoutPageNumber) }
        if repeated.count == 1 { removeNumber(from: &page) }
        return page
      }
    }
  }

  /// The page without them, which stand at its edges: a number elsewhere is a footnote's.
  ///
  /// A repeated line may stand outside the number or inside it, so it is looked for before and
  /// after.
  func removed(from page: Page) -> Page {
    var bare = page
    for (round, lines) in repeated.enumerated() {
      bare.removeEdge { lines.contains($0.withoutPageNumber) }
      if round == 0 { removeNumber(from: &bare) }
    }
    return bare
  }

  /// Removes a footer that names the report: a line that begins as such footers do, with nothing
  /// behind it but dates and a number. A report of few pages does not repeat it often enough.
  static func removeTitleFooter(from page: inout Page) {
    guard page.number > 1 else { return }
    for index in page.lines.indices.suffix(mostLines) {
      let keys = page.lines[index].text.words.prefix(4).map(\.key)
      guard titles.contains(where: { keys.starts(with: $0) }) else { continue }
      let rest = page.lines[(index + 1)...]
      let isFooter = rest.allSatisfy { line in
        line.text.utf8.count <= 60 && line.text.contains(where: \.isNumber)
      }
      guard isFooter, !rest.isEmpty || page.lines[index].cells.count > 1 else { continue }
      for place in page.lines.indices.suffix(from: index).reversed() { page.remove(at: place) }
      return
    }
  }

  /// How footers begin that name the report.
  private static let titles = [
    ["inspection", "report"], ["area", "send", "inspection", "report"], ["inspection", "of"],
  ]

  private func removeNumber(from page: inout Page) {
    guard printsNumbers else { return }
    let number = page.number + shift
    page.removeEdge { $0.text.pageNumber == number }
  }

  /// Lines that open or close more than half of the pages, three at the least.
  private static func repeatedLines(_ pages: [Page]) -> Set<String> {
    var counts: [String: Int] = [:]
    for page in pages {
      for text in Set([page.lines.first, page.lines.last].compactMap { $0?.withoutPageNumber })
      where text.pageNumber == nil && text.unicodeScalars.contains(where: \.isWordPart) {
        counts[text, default: 0] += 1
      }
    }
    return Set(counts.filter { $0.value >= 3 && $0.value * 2 > pages.count }.keys)
  }
}

extension [Page] {
  /// The lines of a document without what every page repeats, and without footnotes.
  var lines: [Line] {
    let headersAndFooters = HeadersAndFooters(self)
    var footnotes = Footnotes()
    return flatMap { page in
      var bare = headersAndFooters.removed(from: page)
      HeadersAndFooters.removeTitleFooter(from: &bare)
      return footnotes.remove(from: bare, whole: page).lines
    }
  }
}

extension Page {
  /// Removes the last line, or else the first, if it is of a kind.
  fileprivate mutating func removeEdge(where isUnwanted: (Line) -> Bool) {
    let edges = [lines.indices.last, lines.indices.first].compactMap(\.self)
    if let edge = edges.first(where: { isUnwanted(lines[$0]) }) { remove(at: edge) }
  }

  /// Removes a line and hands its gap to the one after.
  mutating func remove(at index: Int) {
    let removed = lines.remove(at: index)
    guard lines.indices.contains(index) else { return }
    lines[index].afterGap = lines[index].afterGap || removed.afterGap
    lines[index].startsPage = lines[index].startsPage || removed.startsPage
  }
}

extension Line {
  /// The text without a page number that stands apart from it at the line's end.
  fileprivate var withoutPageNumber: String {
    guard let last = cells.last, cells.count > 1, last.text.utf8.count <= 3, Int(last.text) != nil
    else { return text }
    return cells.dropLast().map(\.text).joined(separator: " ")
  }
}

extension String {
  /// The number of a line such as `7`, `- 7 -`, `Page 7` or `Page 7 of 12`; nil for other text.
  fileprivate var pageNumber: Int? {
    guard utf8.count <= 20 else { return nil }
    let bare = lowercased().trimmed(of: [" ", "-", "\u{2013}", "|"])
    if let number = Int(bare) { return number < 10_000 ? number : nil }
    let parts = bare.split(separator: " ")
    guard parts.first == "page", parts.count == 2 || (parts.count == 4 && parts[2] == "of")
    else { return nil }
    return Int(parts[1]).flatMap { $0 < 10_000 ? $0 : nil }
  }
}
