public import InspectionModel

/// The criteria that contributions are coded by, as a whole.
public enum Codebook {
  /// The fields that say what a criterion means.
  public static let fields: [Field] = [.name, .definition, .include, .exclude, .example]

  /// A key never held before, whose last character is a digit that no criterion in use has.
  /// O(criteria).
  ///
  /// - Throws: ``Refusal/noDigitLeft``.
  public static func freeKey(in register: Register) throws(Refusal) -> String {
    let used = Set(register.all(Criterion.self).filter { $0.status == nil }.compactMap(\.digit))
    let digits = "1234567890".filter { !used.contains($0) }
    let key = "IJKLMNOPQRSTUVWXYZ".lazy
      .flatMap { letter in digits.lazy.map { "\(letter)\($0)" } }
      .first { register.everHeld(.criterion, key: $0) == nil }
    guard let key else { throw .noDigitLeft }
    return key
  }

  /// By what other programs know a criterion, always the same for the same key: a UUID of version 8
  /// (RFC 9562), whose bits are FNV-1a, 64 bits, over the key and over the key backwards, after a
  /// word of ours.
  public static func guid(of key: String) -> String {
    let word = "jointview criterion "
    let high = FNV1a(Array(word.utf8) + Array(key.utf8)).value & ~0xF000 | 0x8000
    let low = FNV1a(Array(word.utf8) + key.utf8.reversed() + [0]).value & (1 << 62 - 1) | 1 << 63
    let digits = [high, low].map { half in
      let text = String(half, radix: 16, uppercase: true)
      return String(repeating: "0", count: 16 - text.count) + text
    }.joined()
    var (guid, rest) = ([Substring](), digits[...])
    for length in [8, 4, 4, 4, 12] {
      guid.append(rest.prefix(length))
      rest = rest.dropFirst(length)
    }
    return guid.joined(separator: "-")
  }
}

/// A new criterion, with a digit of its own.
public struct AddCriterion: Operation {
  private let name: String
  private let definition: String?
  private let others: [FieldValue]

  /// One of this name; without a definition it means what its name says.
  ///
  /// - Parameter others: more of its words: Include, Exclude, Example.
  public init(name: String, definition: String? = nil, others: [FieldValue] = []) {
    (self.name, self.definition, self.others) = (name, definition, others)
  }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    let key = try Codebook.freeKey(in: register)
    var values = [FieldValue(.id, key), FieldValue(.name, name)]
    if let definition { values.append(FieldValue(.definition, definition)) }
    values += others
    return Proposal(
      Change("criterion \(key) \(name)", [.insert(.criterion, values + author.signature)]))
  }
}

/// New words for a criterion: the former ones are kept, and each coding knows by which it was made.
public struct RedefineCriterion: Operation {
  private let key: String
  private let values: [(field: Field, values: [String])]
  private let reason: String

  /// - Parameter values: what some of ``Codebook/fields`` are to say.
  public init(_ key: String, _ values: [(field: Field, values: [String])], because reason: String) {
    (self.key, self.values, self.reason) = (key, values, reason)
  }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    let criterion = try register.find(Criterion.self, key)
    let (record, version) = (criterion.record, criterion.version)
    let new = values.compactMap { record.setting($0.field, to: $0.values) }
    let names = values.map { $0.field.name }.joined(separator: ", ")
    let words = "\(names) of criterion \(key)"
    if new.isEmpty { return Proposal(Change(words, [])) }
    if reason.isEmpty { throw .needsReason(.redefine) }
    let former = Codebook.fields.flatMap { field in
      record.texts(field).map { FieldValue(field, $0) }
    }
    let wording =
      [
        FieldValue(.id, "\(key)/\(version)"), FieldValue(.criterion, key),
        FieldValue(.version, String(version)),
      ] + former + [FieldValue(.reason, reason)] + author.signature
    let marks: [(Field, String)] = [
      (.version, String(version + 1)), (.by, author.name), (.on, author.day.description),
    ]
    let edits = new + marks.compactMap { record.setting($0, to: [$1]) }
    return Proposal(
      Change(words, [.insert(.wording, wording)] + edits, why: reason),
      notes: [.keptWording(criterion: key, version: version)])
  }
}

/// A criterion goes into another: its contributions go over, and keep by which words they were
/// made. O(contributions).
public struct MergeCriterion: Operation {
  private let (key, target, reason): (String, String, String)

  /// The one that goes, and the one that stays.
  public init(_ key: String, into target: String, because reason: String) {
    (self.key, self.target, self.reason) = (key, target, reason)
  }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    let criterion = try register.find(Criterion.self, key)
    guard criterion.status == nil else { throw .notInUse(criterion: key) }
    guard key != target, let other = try? register.find(Criterion.self, target), other.status == nil
    else {
      throw .noOther(criterion: target)
    }
    if reason.isEmpty { throw .needsReason(.merge) }
    let record = criterion.record
    let marks: [(Field, String)] = [
      (.status, CriterionStatus.merged.rawValue), (.into, target),
    ]
    let coded = register.all(Contribution.self).filter { $0.criterion?.row == criterion.row }
    let edits = marks.compactMap { record.setting($0, to: [$1]) } + coded.flatMap(recode)
    let words = "merging criterion \(key) into \(target), \(counted(coded.count, "contribution"))"
    return Proposal(Change(words, edits, why: reason))
  }

  private func recode(_ contribution: Contribution) -> [Edit] {
    let record = contribution.record
    let version = record.texts(.version).isEmpty ? ["\(key)/1"] : record.texts(.version)
    return [record.setting(.version, to: version), record.setting(.criterion, to: [target])]
      .compactMap(\.self)
  }
}

/// A criterion is used for new codings no more; or it is again, if it was retired.
public struct RetireCriterion: Operation {
  private let (key, reason): (String, String)

  /// The one whose use ends or begins again.
  public init(_ key: String, because reason: String) { (self.key, self.reason) = (key, reason) }

  /// Why it cannot be done, whatever the reason for it.
  public static func refusal(_ criterion: Criterion) -> Refusal? {
    if criterion.status == .merged { return .isMerged(criterion: criterion.key) }
    return criterion.status == .retired ? criterion.takenDigit.map { .digitTaken($0) } : nil
  }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    let criterion = try register.find(Criterion.self, key)
    if let refusal = Self.refusal(criterion) { throw refusal }
    if reason.isEmpty { throw .needsReason(.retire) }
    let isRetired = criterion.status == .retired
    let to = isRetired ? [] : [CriterionStatus.retired.rawValue]
    let words = isRetired ? "criterion \(key) in use again" : "retiring criterion \(key)"
    let edit = criterion.record.setting(.status, to: to)
    return Proposal(Change(words, [edit].compactMap(\.self), why: reason))
  }
}
