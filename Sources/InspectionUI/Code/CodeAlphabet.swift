import InspectionModel
import InspectionOperations

/// The letters and digits of the code line: which agency and which criterion each stands for.
struct CodeAlphabet: Sendable {
  let agencies: [(letter: Character, id: String, name: String)]
  let criteria: [(digit: Character, id: String, name: String)]

  init(_ register: Register) {
    agencies = register.all(Agency.self).compactMap { agency in
      agency.letter.flatMap { $0 == Agency.withLetter ? nil : ($0, agency.key, agency.name) }
    }
    criteria = register.all(Criterion.self).filter { $0.status == nil }.compactMap { criterion in
      criterion.digit.map { ($0, criterion.key, criterion.name) }
    }
  }

  func agency(_ letter: Character) -> String? { agencies.first { $0.letter == letter }?.id }
  func criterion(_ digit: Character) -> String? { criteria.first { $0.digit == digit }?.id }
  func letter(of agency: String) -> Character? { agencies.first { $0.id == agency }?.letter }
  func digit(of criterion: String) -> Character? { criteria.first { $0.id == criterion }?.digit }

  /// A contribution as one would type it.
  func code(of contribution: Contribution) -> String {
    var code = ""
    if let agency = contribution.agency { code.append(letter(of: agency.key) ?? "?") }
    if let criterion = contribution.criterion { code.append(digit(of: criterion.key) ?? "?") }
    code += contribution.direction?.rawValue ?? ""
    let with = contribution.with.compactMap { letter(of: $0.key) }
    return with.isEmpty ? code : code + "w" + String(with + contribution.how.map(\.letter))
  }
}

extension CodeDraft {
  /// `with health (decides jointly)`, or nothing.
  var partners: String {
    guard !with.isEmpty else { return "" }
    let ways = how.map(\.name).joined(separator: ", ")
    return " with " + with.joined(separator: ", ") + (ways.isEmpty ? "" : " (\(ways))")
  }
}

/// What the reader of letters makes of a passage: the agencies it found acting there, and the
/// direction that the section gives.
///
/// It proposes no criterion: that is the judgement a coder is asked for, and a proposal would only
/// be repeated.
struct CodeSuggestion: Hashable, Sendable {
  private(set) var agencies: [Character]
  let direction: Direction?

  init?(_ passage: Passage, _ book: CodeAlphabet) {
    agencies = passage.suggested.compactMap { book.letter(of: $0.key) }
    guard !agencies.isEmpty else { return nil }
    direction = passage.section?.direction
  }

  /// Takes an agency out, or in where it is not among them. The last one stays: a line is of
  /// somebody.
  /// - Returns: false where nothing was taken out or in.
  mutating func toggle(_ agency: Character) -> Bool {
    guard let place = agencies.firstIndex(of: agency) else {
      agencies.append(agency)
      return true
    }
    guard agencies.count > 1 else { return false }
    agencies.remove(at: place)
    return true
  }

  /// As one would type it; nil while a direction is still to be chosen.
  func line(criterion: Character?, direction chosen: Direction?) -> String? {
    guard let sign = (chosen ?? direction)?.rawValue, let first = agencies.first else { return nil }
    let head = String(first) + (criterion.map(String.init) ?? "") + sign
    return ([head] + agencies.dropFirst().map(String.init)).joined(separator: ",")
  }
}
