public import InspectionModel

/// What a person says of one agency in one passage, before it stands in the register.
public struct CodeDraft: Hashable, Sendable {
  /// The key of the agency.
  public var agency: String
  /// The key of the criterion; nil where it is coded under none.
  public var criterion: String?
  public var direction: Direction
  /// The keys of the agencies it worked with, or failed to.
  public var with: [String]
  public var how: [JointWorking]

  /// One agency, judged by a criterion or none, alone or with others.
  public init(
    agency: String, criterion: String? = nil, direction: Direction, with: [String] = [],
    how: [JointWorking] = []
  ) {
    (self.agency, self.criterion, self.direction) = (agency, criterion, direction)
    (self.with, self.how) = (with, how)
  }

  /// What a contribution says; nil for one whose agency or direction is no longer known.
  public init?(_ contribution: Contribution) {
    guard let agency = contribution.agency?.key, let direction = contribution.direction else {
      return nil
    }
    self.init(
      agency: agency, criterion: contribution.criterion?.key, direction: direction,
      with: contribution.with.map(\.key), how: contribution.how)
  }

  /// `police I4 -`
  public var phrase: String {
    ([agency] + (criterion.map { [$0] } ?? []) + [direction.rawValue]).joined(separator: " ")
  }

  /// The fields of a contribution that say this.
  static let fields: [Field] = [.agency, .criterion, .direction, .with, .how]

  /// What stands in those fields.
  var values: [FieldValue] {
    var values = [FieldValue(.agency, agency)]
    if let criterion { values.append(FieldValue(.criterion, criterion)) }
    values.append(FieldValue(.direction, direction.rawValue))
    return values + with.map { FieldValue(.with, $0) } + how.map { FieldValue(.how, $0.rawValue) }
  }

  /// The wording of the criterion that a coding of today is made by; nil for the first, which goes
  /// without saying.
  static func version(of criterion: String?, in register: Register) -> FieldValue? {
    guard let criterion, let row = register.row(.criterion, key: criterion) else { return nil }
    let version = register.view(row, as: Criterion.self).version
    return version > 1 ? FieldValue(.version, "\(criterion)/\(version)") : nil
  }

  /// The contribution it becomes, of a review and a pass or of none.
  func insertion(
    in passage: String, review: String?, pass: Pass?, by author: inout Author, _ register: Register
  ) -> Edit {
    var all = [FieldValue(.id, author.newKey(for: .contribution, in: register))]
    all += [FieldValue(.passage, passage)] + values
    if let version = Self.version(of: criterion, in: register) { all.append(version) }
    if let review { all.append(FieldValue(.review, review)) }
    if let pass { all.append(FieldValue(.pass, pass.rawValue)) }
    return .insert(.contribution, all + author.signature)
  }
}
