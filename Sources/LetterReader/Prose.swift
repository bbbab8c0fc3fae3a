/// Lines joined to one text that remembers where each part of it stood.
struct Prose: Equatable {
  private(set) var text = ""
  private var starts: [Start] = []

  /// Where a line begins in the text, in bytes, and where it stood.
  private struct Start: Equatable {
    let offset: Int
    let place: Letter.Place
  }

  /// Joins lines, mending what their ends did to hyphens.
  init(_ lines: some Sequence<Line>, _ hyphens: Hyphens) {
    for line in lines { append(line, hyphens) }
  }

  /// The text with more lines after it.
  func continued(_ lines: some Sequence<Line>, _ hyphens: Hyphens) -> Prose {
    var longer = self
    for line in lines { longer.append(line, hyphens) }
    return longer
  }

  private mutating func append(_ line: Line, _ hyphens: Hyphens) {
    guard !line.text.isEmpty else { return }
    hyphens.append(line.text, to: &text)
    starts.append(Start(offset: text.utf8.count - line.text.utf8.count, place: line.place))
  }

  /// Where the first line stood; the first line of the document for no lines.
  var place: Letter.Place { starts.first?.place ?? Letter.Place(page: 1, line: 1) }

  /// The page of the last line.
  var lastPage: Int { starts.last?.place.page ?? 1 }

  /// Where the line stood that holds the text at `index`. Cost: the logarithm of the number of
  /// lines.
  func place(at index: String.Index) -> Letter.Place {
    let offset = text.utf8.distance(from: text.startIndex, to: index)
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? starts[low - 1].place : place
  }

  /// The sentences: each ends at a full stop, question or exclamation mark before a space and a
  /// capital.
  var sentences: [Range<String.Index>] {
    var found: [Range<String.Index>] = []
    var start = text.startIndex
    var index = start
    while index < text.endIndex {
      let next = text.index(after: index)
      if ".?!".contains(text[index]), text[next...].first == " ",
        text[next...].dropFirst().first?.isUppercase == true
      {
        found.append(start..<next)
        start = text.index(after: next)
      }
      index = next
    }
    if start < text.endIndex { found.append(start..<text.endIndex) }
    return found
  }
}
