public import InspectionModel

/// Something wrong in a file, as it is shown.
public struct Problem: Hashable, Sendable {
  /// `register.rec:12:3`
  public let place: String
  public let isError: Bool
  public let sentence: String
  /// The record it is in, if it could be read.
  public let row: Row?
  /// The line of the file and the column in it, from 1.
  public let line: Int
  public let column: Int
  /// The line as it stands in the file; empty where the problem is not one of a line.
  public let source: String
  /// The conflict to choose in, if it is one.
  let conflict: Row?

  public init(
    place: String, line: Int, column: Int = 1, isError: Bool, sentence: String, source: String = "",
    row: Row?
  ) {
    self.place = place
    (self.line, self.column) = (line, column)
    self.isError = isError
    self.sentence = sentence
    self.source = source
    self.row = row
    conflict = nil
  }

  init(_ conflict: Conflict, in file: String) {
    place = file
    (line, column) = (1, 1)
    isError = true
    sentence = conflict.sentence
    source = ""
    row = conflict.subject
    self.conflict = conflict.row
  }
}
