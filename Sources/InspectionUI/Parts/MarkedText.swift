import InspectionModel
import TerminalCore

/// The text of a passage with the words that name agencies in it.
struct MarkedText {
  private let text: String
  /// The stretches to mark, in characters from the start of the text.
  private let ranges: [Range<Int>]

  /// Marks the words of the agencies that the reader found in a passage, in its text or in what
  /// stands for it.
  init(_ passage: Passage, in text: String) {
    self.text = text
    let agencies = passage.suggested
    let marks = WordMarks(
      agencies.flatMap { $0.words + $0.weakWords }, except: agencies.flatMap(\.exceptions))
    ranges = marks.ranges(in: text[...])
  }

  /// A part of the text in pieces, those that are marked in a role of their own.
  func pieces(of part: Substring) -> [(String, Role)] {
    let start = text.distance(from: text.startIndex, to: part.startIndex)
    let characters = Array(part)
    var pieces: [(String, Role)] = []
    var done = 0
    for range in ranges
    where range.upperBound > start && range.lowerBound < start + characters.count {
      let from = max(range.lowerBound - start, 0)
      let to = min(range.upperBound - start, characters.count)
      if from > done { pieces.append((String(characters[done..<from]), .text)) }
      pieces.append((String(characters[from..<to]), .match))
      done = to
    }
    if done < characters.count { pieces.append((String(characters[done...]), .text)) }
    return pieces
  }
}
