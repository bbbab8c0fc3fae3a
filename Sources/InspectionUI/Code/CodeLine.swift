import InspectionModel
import InspectionOperations

/// What was typed in the code line, read.
///
///     p4+          police, criterion I4, a strength
///     p4-,h,s      police, health and social care, each a shortfall on I4
///     p4-wh        police, a shortfall on I4, together with health
///     p4-whid      the same, in sharing information and in deciding jointly
///     h00          health, criterion I0, only mentioned
///
/// One item is an agency letter, a criterion digit, a direction, and `w` with agency letters and
/// letters for how. After a comma an item takes its criterion and direction from the one before,
/// unless it has its own. Blanks mean nothing.
struct CodeLine: Hashable, Sendable {
  /// What may come next, for the legend.
  enum Expected: Hashable, Sendable {
    case agency
    case criterionOrDirection
    case direction
    case withOrNext
    case withAgency
    /// Whom else, or how.
    case withMore
  }

  /// Why the line cannot be read, and at which character of it (from 0).
  struct Fault: Error, Hashable, Sendable {
    let character: Character
    let offset: Int
    let expected: Expected
  }

  private(set) var drafts: [CodeDraft] = []
  private(set) var expected = Expected.agency
  private(set) var fault: Fault?
  private var item = Item()
  private var former = Item()

  /// One item as far as it is typed.
  private struct Item: Hashable, Sendable {
    var agency: String?
    var criterion: String?
    var direction: Direction?
    var with: [String] = []
    var how: [JointWorking] = []
  }

  init(_ text: String, _ book: CodeAlphabet) {
    for (offset, character) in text.enumerated() where character != " " {
      guard accept(character, book) else {
        fault = Fault(character: character, offset: offset, expected: expected)
        return
      }
    }
    // An item that could end here is one draft more; what may come next is still what may follow
    // it.
    let next = expected
    _ = finishItem()
    expected = next
  }

  /// The criterion of the item being typed, or of the last one that has one.
  var criterion: String? { item.criterion ?? drafts.last?.criterion }

  /// True when Enter may take the line.
  var isComplete: Bool { fault == nil && !drafts.isEmpty && item == Item() }

  private mutating func accept(_ character: Character, _ book: CodeAlphabet) -> Bool {
    if character == "," { return expected != .agency && finishItem() }
    switch expected {
    case .agency:
      return takeAgency(character, book)
    case .criterionOrDirection:
      return takeCriterion(character, book) || takeDirection(character) || takeWith(character)
    case .direction:
      return takeDirection(character) || takeWith(character)
    case .withOrNext:
      return takeWith(character)
    case .withAgency:
      return takePartner(character, book)
    case .withMore:
      return takeHow(character) || takePartner(character, book) || takeWith(character)
    }
  }

  private mutating func takePartner(_ character: Character, _ book: CodeAlphabet) -> Bool {
    guard let agency = book.agency(character), agency != item.agency, !item.with.contains(agency)
    else { return false }
    item.with.append(agency)
    expected = .withMore
    return true
  }

  /// A way of working has its letter even where an agency has the same; that one can be named
  /// straight after a `w`.
  private mutating func takeHow(_ character: Character) -> Bool {
    guard let how = JointWorking.allCases.first(where: { $0.letter == character }),
      !item.how.contains(how)
    else { return false }
    item.how.append(how)
    return true
  }

  private mutating func takeAgency(_ character: Character, _ book: CodeAlphabet) -> Bool {
    guard let agency = book.agency(character) else { return false }
    item.agency = agency
    expected = .criterionOrDirection
    return true
  }

  private mutating func takeCriterion(_ character: Character, _ book: CodeAlphabet) -> Bool {
    guard let criterion = book.criterion(character) else { return false }
    item.criterion = criterion
    expected = .direction
    return true
  }

  private mutating func takeDirection(_ character: Character) -> Bool {
    guard let direction = Direction(rawValue: String(character)) else { return false }
    item.direction = direction
    expected = .withOrNext
    return true
  }

  /// With whom can be said once the direction is known, typed or taken from the item before.
  private mutating func takeWith(_ character: Character) -> Bool {
    guard character == Agency.withLetter, (item.direction ?? former.direction) != nil else {
      return false
    }
    expected = .withAgency
    return true
  }

  private mutating func finishItem() -> Bool {
    guard let agency = item.agency, let direction = item.direction ?? former.direction,
      expected != .withAgency || !item.with.isEmpty
    else { return false }
    let criterion = item.criterion ?? former.criterion
    drafts.append(
      CodeDraft(
        agency: agency, criterion: criterion, direction: direction, with: item.with, how: item.how))
    former = Item(criterion: criterion, direction: direction)
    item = Item()
    expected = .agency
    return true
  }
}
