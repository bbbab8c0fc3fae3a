/// The numbers that drafts have before each of their lines, so that people can speak of them.
///
/// Numbered paragraphs and lists are none: there one line follows another without a number.
struct LineNumbers {
  /// The pages without those numbers.
  let pages: [Page]
  /// Whether the lines were numbered.
  let areThere: Bool

  /// A page of fewer lines does not count.
  private static let fewestLines = 8

  init(_ pages: [Page]) {
    let long = pages.filter { $0.lines.count >= Self.fewestLines }
    let numbered = long.filter(\.isNumbered)
    areThere = !numbered.isEmpty && numbered.count * 2 > long.count
    self.pages = areThere ? pages.map(\.withoutLineNumbers) : pages
  }

  /// What is told of them.
  var problem: Letter.Problem? {
    guard areThere, let place = pages.first?.lines.first?.place else { return nil }
    return Letter.Problem(
      field: "text", message: "The lines are numbered, as in a draft: the numbers are left out",
      place: place)
  }
}

extension Page {
  /// Whether nine of ten lines begin with the number after that of the line above.
  fileprivate var isNumbered: Bool {
    let steps = zip(lines, lines.dropFirst()).count { line, next in
      guard let number = line.number, let other = next.number else { return false }
      return other == number + 1
    }
    return steps * 10 >= (lines.count - 1) * 9
  }

  fileprivate var withoutLineNumbers: Page {
    var page = self
    page.lines = []
    var isAfterGap = false
    for line in lines {
      // A number with nothing after it stands on a blank line.
      guard var bare = line.withoutNumber else {
        isAfterGap = true
        continue
      }
      bare.afterGap = bare.afterGap || isAfterGap
      bare.startsPage = page.lines.isEmpty
      isAfterGap = false
      page.lines.append(bare)
    }
    return page
  }
}

extension Line {
  /// The number that it begins with, apart from what comes after it.
  fileprivate var number: Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    guard digits.count <= 4, rest.isEmpty || rest.first == " " else { return nil }
    return Int(digits)
  }

  /// The line after its number; nil where nothing else is on it.
  fileprivate var withoutNumber: Line? {
    guard number != nil else { return self }
    let digits = text.prefix { $0.isASCII && $0.isNumber }.count
    let rest = text.dropFirst(digits).drop { $0 == " " }
    guard !rest.isEmpty else { return nil }
    let start = layout.prefix { $0 == " " }.count + digits
    let bare = String(repeating: " ", count: start) + layout.dropFirst(start)
    return Line(
      place: place, indent: bare.prefix { $0 == " " }.count, text: String(rest), layout: bare,
      afterGap: afterGap, startsPage: startsPage)
  }
}
