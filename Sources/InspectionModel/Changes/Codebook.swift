/// Changes of the codebook. The former words of a criterion are kept, and each coding knows by which it was made.
public enum Codebook {
  /// The fields that say what a criterion means.
  public static let words: [Field] = [.name, .definition, .include, .exclude, .example]

  /// A key never held before, whose last character is a digit that no criterion in use has.
  public static func freeKey(in register: Register) -> String? {
    let used = Set(register.all(Criterion.self).filter { $0.status == nil }.compactMap(\.digit))
    let digits = "1234567890".filter { !used.contains($0) }
    return "IJKLMNOPQRSTUVWXYZ".lazy
      .flatMap { letter in digits.lazy.map { "\(letter)\($0)" } }
      .first { register.everHeld(.criterion, key: $0) == nil }
  }

  /// New words for a field: the former wording is kept, and the version is one more.
  public static func redefine(
    _ criterion: Criterion, _ field: Field, as values: [String], because reason: String,
    by reviewer: String, on today: Day
  ) -> Change {
    let (key, record) = (criterion.key, criterion.record)
    let former = words.flatMap { field in record.texts(field).map { FieldValue(field, $0) } }
    let wording =
      [
        FieldValue(.id, "\(key)/\(criterion.version)"), FieldValue(.criterion, key),
        FieldValue(.version, String(criterion.version)),
      ] + former + [
        FieldValue(.reason, reason), FieldValue(.by, reviewer), FieldValue(.on, today.description),
      ]
    let new = [
      (field, values), (.version, [String(criterion.version + 1)]), (.by, [reviewer]),
      (.on, [today.description]),
    ]
    let edits = new.compactMap { field, values in record.setting(field, to: values) }
    return Change(
      "\(field.name) of criterion \(key)", [.insert(.wording, wording)] + edits, why: reason)
  }

  /// Contributions go over to the other criterion, and keep by which words they were made. O(contributions).
  public static func merging(
    _ criterion: Criterion, into target: String, because reason: String
  ) -> Change {
    let (key, register) = (criterion.key, criterion.record.register)
    var edits: [Edit] = [
      .set(
        .criterion, key: key, .status, from: criterion.record.texts(.status),
        to: [CriterionStatus.merged.rawValue]),
      .set(.criterion, key: key, .into, from: criterion.record.texts(.into), to: [target]),
    ]
    let coded = register.all(Contribution.self).filter { $0.criterion?.row == criterion.row }
    for contribution in coded {
      let version = contribution.record.texts(.version)
      if version.isEmpty {
        edits.append(
          .set(.contribution, key: contribution.key, .version, from: [], to: ["\(key)/1"]))
      }
      edits.append(
        .set(.contribution, key: contribution.key, .criterion, from: [key], to: [target]))
    }
    let words = counted(coded.count, "contribution")
    return Change("merging criterion \(key) into \(target), \(words)", edits, why: reason)
  }
}
