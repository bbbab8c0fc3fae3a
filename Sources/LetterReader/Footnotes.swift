import InspectionOperations

/// Takes footnotes, and the numbers that point to them, out of the pages of a letter.
///
/// A footnote's number stands alone on its line, above or below its text, or before the text on one
/// line. Its block ends at a gap or with the page. Footnotes are numbered from 1 through the
/// letter, which tells their numbers from others.
struct Footnotes {
  private var next = 1

  /// A footnote found on a page: its number and its lines.
  private struct Note {
    let number: Int
    let lines: Range<Int>
  }

  /// The page without its footnotes and their markers.
  /// - Parameter whole: the page as it was, with its page number: in some letters the number at
  ///   the foot is a footnote's.
  mutating func remove(from page: Page, whole: Page) -> Page {
    var page = page
    page.joinRaisedMarkers(from: next)
    while let note = nextNote(in: page) ?? unnumberedNote(in: page, whole: whole) {
      for index in note.lines.reversed() { page.remove(at: index) }
      page.removeMarker(note.number)
      next = note.number + 1
    }
    while page.removeOrphan(next) { next += 1 }
    return page
  }

  private func nextNote(in page: Page) -> Note? {
    page.lines.indices.lazy.compactMap { note(at: $0, in: page) }.first
  }

  /// The footnote whose number is at `index`. The text of one may be missing from the letter's
  /// text, but then the page has the marker of the one after.
  private func note(at index: Int, in page: Page) -> Note? {
    let line = page.lines[index]
    guard let number = Int(line.text.prefix { $0.isNumber }), (next...next + 2).contains(number)
    else { return nil }
    let isMarked = page.hasMarker(number, before: index)
    if line.text == "\(number)", isMarked || number == next {
      let end = page.endOfBlock(after: index)
      return Note(
        number: number,
        lines: end > index + 1 ? index..<end : page.startOfBlock(at: index)..<index + 1)
    }
    let isInline =
      line.text.hasPrefix("\(number) ") && (line.afterGap || index == page.lines.count - 1)
    return isInline && isMarked
      ? Note(number: number, lines: index..<page.endOfBlock(after: index)) : nil
  }

  /// The last block of a page whose only number was taken for the page's and is a footnote's too.
  private func unnumberedNote(in page: Page, whole: Page) -> Note? {
    guard whole.lines.last?.text == "\(next)", page.hasMarker(next, before: page.lines.count)
    else { return nil }
    let start = page.startOfBlock(at: page.lines.count)
    let isShort = (1...6).contains(page.lines.count - start)
    return isShort && start > 0 ? Note(number: next, lines: start..<page.lines.count) : nil
  }
}

extension Page {
  /// The end of the block of lines that follows `index`: a gap in it, a number alone or the page's
  /// end.
  fileprivate func endOfBlock(after index: Int) -> Int {
    var end = index + 1
    while end < lines.count, Int(lines[end].text) == nil, end == index + 1 || !lines[end].afterGap {
      end += 1
    }
    return end
  }

  /// Attaches a raised number that stands on a line of its own, in the midst of a sentence, to the
  /// line above, as a marker.
  fileprivate mutating func joinRaisedMarkers(from first: Int) {
    for index in lines.indices.reversed().dropFirst() where index > 0 {
      let (above, line, below) = (lines[index - 1], lines[index], lines[index + 1])
      guard let number = Int(line.text), (first...first + 9).contains(number), !line.afterGap,
        !below.afterGap, !above.text.endsSentence, below.text.startsWithSmallLetter
      else { continue }
      lines[index - 1].text += line.text
      lines.remove(at: index)
    }
  }

  /// The first line of the block of lines that ends before `index`.
  fileprivate func startOfBlock(at index: Int) -> Int {
    var start = index - 1
    while start > 0, !lines[start].afterGap { start -= 1 }
    return max(start, 0)
  }

  /// Whether a word above `index` has the footnote's number attached.
  fileprivate func hasMarker(_ number: Int, before index: Int) -> Bool {
    lines[..<index].contains { $0.text.markerRange(number) != nil }
  }

  /// Removes a number directly after a full stop: a marker whose footnote is missing from the text.
  fileprivate mutating func removeOrphan(_ number: Int) -> Bool {
    for index in lines.indices {
      guard let range = lines[index].text.markerRange(number),
        lines[index].text[..<range.lowerBound].endsWithWordAndStop
      else { continue }
      lines[index].text.removeSubrange(range)
      return true
    }
    return false
  }

  fileprivate mutating func removeMarker(_ number: Int) {
    for index in lines.indices {
      guard let range = lines[index].text.markerRange(number) else { continue }
      lines[index].text.removeSubrange(range)
      return
    }
  }
}

extension String {
  /// Where the number stands directly after a letter or a closing mark and ends there, as a raised
  /// number does.
  fileprivate func markerRange(_ number: Int) -> Range<String.Index>? {
    let digits = Array("\(number)".unicodeScalars)
    var start = startIndex
    while let first = unicodeScalars[start...].firstIndex(of: digits[0]) {
      start = unicodeScalars.index(after: first)
      guard first > startIndex, unicodeScalars[first...].starts(with: digits) else { continue }
      let end = unicodeScalars.index(first, offsetBy: digits.count)
      let before = unicodeScalars[unicodeScalars.index(before: first)]
      let isClosed = end == endIndex || !unicodeScalars[end].isWordPart
      if before.carriesMarker && isClosed { return first..<end }
    }
    return nil
  }
}

extension Unicode.Scalar {
  fileprivate var carriesMarker: Bool {
    isApostrophe || properties.isAlphabetic || ".,;:)?!\u{201D}".unicodeScalars.contains(self)
  }
}

extension Substring {
  /// Whether the text ends with a full stop after anything but a digit: "act." but not "section 1."
  fileprivate var endsWithWordAndStop: Bool {
    last == "." && dropLast().last?.isNumber == false
  }
}
