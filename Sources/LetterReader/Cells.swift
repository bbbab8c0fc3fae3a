import InspectionOperations

/// A part of a line that two spaces or more set apart, as the columns of a table are.
struct PageCell: Equatable {
  /// The column it begins in, from 0.
  let column: Int
  let text: String
}

extension Line {
  /// The parts of the line; one where it is plain text. Cost: the length of the line.
  var cells: [PageCell] {
    var cells: [PageCell] = []
    var word = "".unicodeScalars
    var (start, spaces) = (0, 0)
    for (column, scalar) in layout.unicodeScalars.enumerated() {
      if scalar.properties.isWhitespace {
        spaces += 1
        continue
      }
      if spaces > 1, !word.isEmpty {
        cells.append(PageCell(column: start, text: String(inPrint: word)))
        word = "".unicodeScalars
      }
      if word.isEmpty { start = column } else if spaces > 0 { word.append(" ") }
      spaces = 0
      word.append(scalar)
    }
    if !word.isEmpty { cells.append(PageCell(column: start, text: String(inPrint: word))) }
    return cells
  }

  /// What stands before a column and what from it on; nil where a word runs over it.
  func split(at column: Int) -> (left: String, right: String)? {
    let scalars = Array(layout.unicodeScalars)
    guard column < scalars.count else { return (layout.trimmed, "") }
    guard column == 0 || scalars[column - 1].properties.isWhitespace else { return nil }
    func text(_ part: ArraySlice<Unicode.Scalar>) -> String { String(inPrint: part).trimmed }
    return (text(scalars[..<column]), text(scalars[column...]))
  }
}
