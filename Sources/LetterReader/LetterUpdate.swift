public import InspectionModel

/// What a letter changes in a register.
public struct LetterUpdate: Sendable {
  /// Everything the letter brings; empty where the register has it all.
  public let change: Change
  /// The key of the inspection it is the letter of.
  public let inspection: String
  /// How many passages are new, and how many read otherwise than before.
  public var counts: (new: Int, changed: Int) {
    var counts = (new: 0, changed: 0)
    for edit in change.edits {
      switch edit {
      case .insert(.passage, _): counts.new += 1
      case .set(.passage, _, .text, _, _): counts.changed += 1
      default: break
      }
    }
    return counts
  }
  /// What was done, in a few words: `38 new passages, 1 changed`.
  public var summary: String {
    if change.edits.isEmpty { return "nothing new" }
    let new = counts.new == 1 ? "1 new passage" : "\(counts.new) new passages"
    return counts.changed == 0 ? new : "\(new), \(counts.changed) changed"
  }
  /// What a person should look at: facts that the register has otherwise, passages that changed or are gone.
  public let notes: [String]
}

extension Letter {
  /// Where the letter comes from and who puts it in.
  public struct Origin: Sendable {
    let file: String
    let by: String
    let on: Day

    public init(file: String, by: String, on: Day) {
      (self.file, self.by, self.on) = (file, by, on)
    }
  }

  /// What reading this letter into a register does: the inspection's empty fields are filled, and passages that are not
  /// there yet are added. Facts the register has are never overwritten; where they differ, a note says so. A passage that reads
  /// otherwise now gets the new text, and what was coded in it is marked suspect. Reading the same letter again changes nothing.
  ///
  /// - Precondition: the document is a letter (``isJTAI``).
  public func update(of register: Register, from origin: Origin) -> LetterUpdate {
    var update = UpdateBuilder(letter: self, register: register, origin: origin)
    return update.build()
  }
}

/// Puts the edits of one letter together.
private struct UpdateBuilder {
  let letter: Letter
  let register: Register
  let origin: Letter.Origin
  private var edits: [Edit] = []
  private var notes: [String] = []

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
    addPassages(key, known?.passages ?? [])
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

  /// The inspection the letter is of: same area, and fieldwork or letter of the same day; or else the only one of that year.
  private func inspection(of area: String) -> Inspection? {
    guard let row = register.row(.area, key: area) else { return nil }
    let inspections = register.view(row, as: Area.self).inspections
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
    let facts = facts(theme).flatMap { field, values in values.map { FieldValue(field, $0) } }
    return head + facts + [
      FieldValue(.certainty, InspectionModel.Certainty.statedInLetter.rawValue),
      FieldValue(.by, origin.by), FieldValue(.on, origin.on.description),
      FieldValue(.source, origin.file),
    ]
  }

  // MARK: - Passages

  private mutating func addPassages(_ inspection: String, _ known: [InspectionModel.Passage]) {
    let outcomes = PassageMatcher.match(old: known.map(\.text), new: letter.passages.map(\.text))
    var taken = Set(known.map(\.key))
    for outcome in outcomes {
      switch outcome {
      case .same: continue
      case .changed(let old, let new, let likeness):
        let how = "reads otherwise now (\(Int(likeness * 100)) % alike)"
        edits.append(
          .set(
            .passage, key: known[old].key, .text, from: known[old].record.texts(.text),
            to: [letter.passages[new].text]))
        suspect(known[old], how)
      case .gone(let old):
        suspect(known[old], "is not in the letter any more")
      case .new(let index):
        edits.append(.insert(.passage, values(letter.passages[index], inspection, &taken)))
      }
    }
  }

  /// Lists a passage that changed, and marks what was coded in it as to be looked at again. Where a contribution goes is
  /// for a person to say.
  private mutating func suspect(_ passage: InspectionModel.Passage, _ how: String) {
    let contributions = passage.contributions
    let reason = "the passage \(how), \(origin.on)"
    for contribution in contributions where contribution.suspect == nil {
      edits.append(
        .set(.contribution, key: contribution.key, .suspect, from: [], to: [reason]))
    }
    let coded = contributions.count
    let marked =
      coded == 0 ? "" : "; \(coded == 1 ? "1 contribution" : "\(coded) contributions") suspect"
    notes.append("\(passage.key) \(how)\(marked)")
  }

  private func values(
    _ passage: Letter.Passage, _ inspection: String, _ taken: inout Set<String>
  ) -> [FieldValue] {
    let stem = "\(inspection)/\(passage.section.code)"
    let index = (passage.index...).first { !taken.contains("\(stem)\($0)") } ?? passage.index
    taken.insert("\(stem)\(index)")
    var values = [
      FieldValue(.id, "\(stem)\(index)"), FieldValue(.inspection, inspection),
      FieldValue(.section, passage.section.rawValue), FieldValue(.index, String(index)),
    ]
    if !passage.subheading.isEmpty { values.append(FieldValue(.heading, passage.subheading)) }
    values.append(FieldValue(.page, String(passage.place.page)))
    if passage.pageTo != passage.place.page {
      values.append(FieldValue(.pageTo, String(passage.pageTo)))
    }
    values.append(FieldValue(.text, passage.text))
    let agencies = passage.agencies.map(\.agency).filter { register.row(.agency, key: $0) != nil }
    values += agencies.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      .map { FieldValue(.agency, $0) }
    return values + [
      FieldValue(.source, origin.file), FieldValue(.by, origin.by),
      FieldValue(.on, origin.on.description),
    ]
  }
}

extension Vocabulary {
  /// The names a register knows: its areas, its themes and its agencies with their words.
  public init(_ register: Register) {
    self.init(
      areas: register.all(Area.self).map { area in
        KnownArea(
          id: area.key, name: area.name, aliases: area.aliases, code: area.gss, from: area.from,
          to: area.to)
      },
      themes: register.all(Theme.self).map { theme in
        KnownTerm(
          id: theme.key, name: theme.name, words: theme.words, weakWords: theme.weakWords,
          exceptions: theme.exceptions)
      },
      agencies: register.all(Agency.self).map { agency in
        KnownTerm(
          id: agency.key, name: agency.name, words: agency.words, weakWords: agency.weakWords,
          exceptions: agency.exceptions)
      })
  }
}
