import InspectionModel

/// Puts the edits of one letter together.
struct UpdateBuilder {
  let letter: Letter
  let register: Register
  let origin: Letter.Origin
  var edits: [Edit] = []
  var notes: [String] = []

  init(letter: Letter, register: Register, origin: Letter.Origin) {
    (self.letter, self.register, self.origin) = (letter, register, origin)
  }

  mutating func build() -> LetterUpdate {
    let area = areaKey()
    let theme = themeKey()
    addFramework()
    let key: String
    let known: Inspection?
    if let inspection = inspection(of: area) {
      (key, known) = (inspection.key, inspection)
      fill(inspection, theme)
    } else {
      (key, known) = (newKey(area), nil)
      edits.append(.insert(.inspection, newInspection(key, area, theme)))
    }
    let facts = edits.count
    addPassages(key, known?.passages ?? [])
    if let known { fillLayout(known, isOtherwise: edits.count > facts) }
    notes += letter.problems.map { "\($0.message) (page \($0.place.page))" }
    let name = letter.area?.value.name ?? area
    return LetterUpdate(
      change: Change("reading the letter of \(name) into \(key)", edits), inspection: key,
      notes: notes)
  }

  // MARK: - Area and theme

  private mutating func areaKey() -> String {
    let name = letter.area?.value.name ?? "unknown area"
    if let id = letter.area?.value.id, register.row(.area, key: id) != nil { return id }
    let key = Self.slug(name)
    if register.row(.area, key: key) == nil {
      edits.append(.insert(.area, [FieldValue(.id, key), FieldValue(.name, name)]))
      notes.append("the area “\(name)” was not in the register; it is now, as \(key)")
    }
    return key
  }

  private mutating func themeKey() -> String? {
    guard let theme = letter.theme?.value else { return nil }
    if let id = theme.id, register.row(.theme, key: id) != nil { return id }
    let key = theme.id ?? Self.slug(theme.words)
    if register.row(.theme, key: key) == nil {
      edits.append(.insert(.theme, [FieldValue(.id, key), FieldValue(.name, theme.words)]))
      notes.append("the theme “\(theme.words)” was not in the register; it is now, as \(key)")
    }
    return key
  }

  private var framework: String { letter.framework?.value ?? "jtai" }

  /// A register of somebody's own may lack the framework; the letter names it all the same.
  private mutating func addFramework() {
    guard register.row(.framework, key: framework) == nil else { return }
    let values = [
      FieldValue(.id, framework), FieldValue(.name, "Joint targeted area inspection"),
    ]
    edits.append(.insert(.framework, values))
    notes.append("the framework \(framework) was not in the register; it is now")
  }

  /// Letters, digits and dashes in lower case; a word for a name that has none of them.
  private static func slug(_ text: String) -> String {
    let slug = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
      .joined(separator: "-")
    return slug.isEmpty ? "unnamed" : slug
  }

  // MARK: - The inspection

  /// The inspection the letter is of: same area and framework, and fieldwork or letter of the same day; or else the only one of that year.
  private func inspection(of area: String) -> Inspection? {
    guard let row = register.row(.area, key: area) else { return nil }
    let inspections = register.view(row, as: Area.self).inspections
      .filter { $0.framework?.key == framework }
    let from = letter.fieldworkFrom?.value
    let published = letter.published?.value
    if let exact = inspections.first(where: { inspection in
      (from != nil && inspection.from == from)
        || (published != nil && inspection.published == published)
    }) {
      return exact
    }
    let sameYear = inspections.filter { inspection in
      inspection.date?.year == (from ?? published)?.year
    }
    return sameYear.count == 1 ? sameYear[0] : nil
  }

  private func newKey(_ area: String) -> String {
    let year = (letter.fieldworkFrom ?? letter.published)?.value.year
    let stem = "jtai-\(area)" + (year.map { "-\($0)" } ?? "")
    let taken = { (key: String) in register.row(.inspection, key: key) != nil }
    if !taken(stem) { return stem }
    return (2...).lazy.map { "\(stem)-\($0)" }.first { !taken($0) } ?? stem
  }

  /// The facts of the letter by field.
  private func facts(_ theme: String?) -> [(field: Field, values: [String])] {
    func one(_ value: String?) -> [String] { value.map { [$0] } ?? [] }
    let hasPriority = letter.passages.contains { $0.section == .priorityAction }
    return [
      (.theme, one(theme)),
      (.from, one(letter.fieldworkFrom?.value.description)),
      (.to, one(letter.fieldworkTo?.value.description)),
      (.published, one(letter.published?.value.description)),
      (.inspectorate, letter.inspectorates.map(\.value.rawValue)),
      (.priorityAction, [hasPriority ? "yes" : "no"]),
      (.statementDue, one(letter.statementDue?.value.description)),
      (.statementBy, one(letter.statementBy?.value)),
      (.addressee, letter.addressees.map(\.value.words)),
      (.letter, [origin.file]),
    ]
  }

  private mutating func fill(_ inspection: Inspection, _ theme: String?) {
    for (field, values) in facts(theme) where !values.isEmpty {
      let former = inspection.record.texts(field)
      if former.isEmpty {
        edits.append(.set(.inspection, key: inspection.key, field, from: [], to: values))
      } else if former != values, field != .letter {
        notes.append(
          "\(field.name): the register has \(former.joined(separator: ", ")), the letter \(values.joined(separator: ", "))"
        )
      }
    }
  }

  private func newInspection(_ key: String, _ area: String, _ theme: String?) -> [FieldValue] {
    let head = [
      FieldValue(.id, key), FieldValue(.area, area),
      FieldValue(.framework, framework),
    ]
    let facts = (facts(theme) + layout).flatMap { field, values in
      values.map { FieldValue(field, $0) }
    }
    return head + facts + [
      FieldValue(.certainty, certainty.rawValue),
      FieldValue(.by, origin.by), FieldValue(.on, origin.on.description),
      FieldValue(.source, origin.file),
    ]
  }

  private var certainty: InspectionModel.Certainty {
    let days = [letter.fieldworkFrom, letter.fieldworkTo, letter.published]
    return days.contains { $0.map { $0.how != .stated } ?? false }
      ? .partlyInferred : .statedInLetter
  }
}
