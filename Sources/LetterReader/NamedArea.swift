import InspectionModel
import InspectionOperations

/// The area that a title or a subject line names, with what makes it doubtful.
struct NamedArea {
  let words: String
  let area: KnownArea?
  /// Words beside the name that mean no kind of authority.
  let beside: [String]
  /// Other areas that are named with it.
  let others: [KnownArea]

  init(_ words: String, _ area: KnownArea?, beside: [String] = [], others: [KnownArea] = []) {
    (self.words, self.area, self.beside, self.others) = (words, area, beside, others)
  }

  /// The fact: guessed where words stand beside the name or several areas are named.
  func found(at place: Letter.Place) -> Letter.Found<Letter.AreaName> {
    Letter.Found(
      Letter.AreaName(words: words, area), at: place,
      how: beside.isEmpty && others.isEmpty ? .stated : .guessed)
  }

  /// What a person should look at.
  func problems(on day: Day?, at place: Letter.Place) -> [Letter.Problem] {
    func problem(_ message: String) -> [Letter.Problem] {
      [Letter.Problem(field: "area", message: message, place: place)]
    }
    guard let area else { return problem("The area is not one of the known areas") }
    if !others.isEmpty {
      let names = others.map(\.name).joined(separator: ", ")
      return problem("Several areas are named: \(area.name) was taken, not \(names)")
    }
    if !beside.isEmpty {
      return problem("The area is guessed: it is called \(words), not \(area.name)")
    }
    guard let day, !area.existed(on: day) else { return [] }
    return problem("There was no area \(area.name) on \(day): it is known \(area.span)")
  }
}

extension KnownArea {
  /// "from 2023-04-01", "until 2023-03-31".
  fileprivate var span: String {
    [from.map { "from \($0)" }, to.map { "until \($0)" }].compactMap(\.self)
      .joined(separator: " ")
  }
}
