import InspectionModel

/// The letters and digits of the code line: which agency and which criterion each stands for.
struct CodeBook: Sendable {
  let agencies: [(letter: Character, id: String, name: String)]
  let criteria: [(digit: Character, id: String, name: String)]

  init(_ register: Register) {
    agencies = register.all(Agency.self).compactMap { agency in
      agency.letter.flatMap { $0 == Agency.withLetter ? nil : ($0, agency.key, agency.name) }
    }
    criteria = register.all(Criterion.self).compactMap { criterion in
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
    return with.isEmpty ? code : code + "w" + String(with)
  }
}

/// A contribution as it was typed, not yet in the register.
struct CodeDraft: Hashable, Sendable {
  var agency: String
  var criterion: String?
  var direction: Direction
  var with: [String] = []

  func values(passage: String) -> [FieldValue] {
    var values = [FieldValue(.passage, passage), FieldValue(.agency, agency)]
    if let criterion { values.append(FieldValue(.criterion, criterion)) }
    values.append(FieldValue(.direction, direction.rawValue))
    return values + with.map { FieldValue(.with, $0) }
  }

  /// `police I4 -`
  var words: String {
    ([agency] + (criterion.map { [$0] } ?? []) + [direction.rawValue]).joined(separator: " ")
  }
}
