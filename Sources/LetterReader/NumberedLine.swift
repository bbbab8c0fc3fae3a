import InspectionOperations

/// A line that a paragraph's number begins: "12. Children …".
struct NumberedLine: Equatable {
  let number: Int
  /// As printed, without the stop.
  let printed: String
  let rest: String

  init?(_ line: Line) {
    let digits = line.text.prefix { $0.isASCII && $0.isNumber }
    guard (1...3).contains(digits.count), let number = Int(digits) else { return nil }
    var rest = line.text[digits.endIndex...]
    let hasStop = rest.first == "." || rest.first == ")"
    if hasStop { rest.removeFirst() }
    // "3.5 million" and "2.1 Adoption performance" are no paragraphs.
    guard rest.first.map({ !$0.isNumber && $0 != "%" && $0 != "," }) ?? hasStop else { return nil }
    guard hasStop || line.cells.first?.text == String(digits) && line.cells.count > 1 else {
      return nil
    }
    (self.number, printed, self.rest) = (number, String(digits), String(rest).trimmed)
  }
}
