import InspectionOperations

/// What stands on a page and is no part of what the letter says: page numbers and lines that every
/// page repeats.
struct Furniture {
  private let printsNumbers: Bool
  /// The number that is printed on the document's first page, less one.
  private let shift: Int
  private let repeated: Set<String>

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
    repeated = Self.repeatedLines(pages)
  }

  /// The page without its furniture, which stands at its edges: a number elsewhere is a footnote's.
  ///
  /// A repeated line may stand outside the number or inside it, so it is looked for before and
  /// after.
  func removed(from page: Page) -> Page {
    var bare = page
    bare.removeEdge(where: repeated.contains)
    if printsNumbers { bare.removeEdge { $0.pageNumber == page.number + shift } }
    bare.removeEdge(where: repeated.contains)
    return bare
  }

  /// Lines that open or close more than half of the pages, three at the least.
  private static func repeatedLines(_ pages: [Page]) -> Set<String> {
    var counts: [String: Int] = [:]
    for page in pages {
      for text in Set([page.lines.first, page.lines.last].compactMap { $0?.text })
      where text.pageNumber == nil && text.unicodeScalars.contains(where: \.isWordPart) {
        counts[text, default: 0] += 1
      }
    }
    return Set(counts.filter { $0.value >= 3 && $0.value * 2 > pages.count }.keys)
  }
}

extension Page {
  /// Removes the last line, or else the first, if it is of a kind.
  fileprivate mutating func removeEdge(where isFurniture: (String) -> Bool) {
    let edges = [lines.indices.last, lines.indices.first].compactMap(\.self)
    if let edge = edges.first(where: { isFurniture(lines[$0].text) }) { remove(at: edge) }
  }

  /// Removes a line and hands its gap to the one after.
  mutating func remove(at index: Int) {
    let removed = lines.remove(at: index)
    guard lines.indices.contains(index) else { return }
    lines[index].afterGap = lines[index].afterGap || removed.afterGap
    lines[index].startsPage = lines[index].startsPage || removed.startsPage
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
