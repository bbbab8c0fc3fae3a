import InspectionModel

/// Puts together what one report changes in a register.
struct ReportImport {
  let report: ReportObservation
  let register: Register
  let author: Author
  var edits: [Edit] = []
  var notes: [Proposal.Note] = []

  init(_ report: ReportObservation, _ register: Register, by author: Author) {
    (self.report, self.register, self.author) = (report, register, author)
  }

  mutating func proposal() -> Proposal {
    let area = areaKey()
    let theme = themeKey()
    addFramework()
    let known = inspection(of: area)
    let key = known?.key ?? newKey(area)
    if let known {
      fill(known, theme)
    } else {
      edits.append(.insert(.inspection, newInspection(key, area, theme)))
    }
    addJudgements(to: key, known)
    let facts = edits.count
    addPassages(key, known?.passages ?? [])
    if let known { fillLayout(known, isOtherwise: edits.count > facts) }
    notes += report.remarks.map { .remark($0.sentence, page: $0.page) }
    let name = report.area?.name ?? area
    let words = "reading the \(report.framework.report) of \(name) into \(key)"
    return Proposal(Change(words, edits), notes: notes, shows: .init(.inspection, key))
  }

  // MARK: - Area, theme and framework

  private mutating func areaKey() -> String {
    key(of: report.area ?? .init(id: nil, name: "unknown area"), .area)
  }

  private mutating func themeKey() -> String? { report.theme.map { key(of: $0, .theme) } }

  /// The key of the record that is meant; a new one where the register has none.
  private mutating func key(of named: ReportObservation.Named, _ type: RecordType) -> String {
    if let id = named.id, register.row(type, key: id) != nil { return id }
    // An area is known under the key that its name makes, unless its register says otherwise.
    let key = (type == .theme ? named.id : nil) ?? Self.slug(named.name)
    if register.row(type, key: key) == nil {
      edits.append(.insert(type, [FieldValue(.id, key), FieldValue(.name, named.name)]))
      notes.append(.new(type, name: named.name, key: key))
    }
    return key
  }

  /// A register of somebody's own may lack the framework; the report names it all the same.
  private mutating func addFramework() {
    let framework = report.framework
    guard register.row(.framework, key: framework.key) == nil else { return }
    let values = [FieldValue(.id, framework.key), FieldValue(.name, framework.name)]
    edits.append(.insert(.framework, values))
    notes.append(.new(.framework, name: framework.key, key: framework.key))
  }

  /// Letters, digits and dashes in lower case; a word for a name that has none of them.
  private static func slug(_ text: String) -> String {
    let slug = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
      .joined(separator: "-")
    return slug.isEmpty ? "unnamed" : slug
  }

  // MARK: - The inspection

  /// The inspection the report is of: same area and framework, and fieldwork or report of the same
  /// day; or else the only one of that year.
  private func inspection(of area: String) -> Inspection? {
    guard let row = register.row(.area, key: area) else { return nil }
    let inspections = register.view(row, as: Area.self).inspections
      .filter { $0.framework?.key == report.framework.key }
    let (from, published) = (report.from, report.published)
    let exact = inspections.first { inspection in
      (from != nil && inspection.from == from)
        || (published != nil && inspection.published == published)
    }
    if let exact { return exact }
    let sameYear = inspections.filter { $0.date?.year == (from ?? published)?.year }
    return sameYear.count == 1 ? sameYear[0] : nil
  }

  private func newKey(_ area: String) -> String {
    let year = (report.from ?? report.published)?.year
    let stem = "\(report.framework.key)-\(area)" + (year.map { "-\($0)" } ?? "")
    let taken = { (key: String) in register.row(.inspection, key: key) != nil }
    if !taken(stem) { return stem }
    return (2...).lazy.map { "\(stem)-\($0)" }.first { !taken($0) } ?? stem
  }

  /// The facts by field, the theme and the file among them.
  private func facts(_ theme: String?) -> ReportObservation.Values {
    [(.theme, theme.map { [$0] } ?? [])] + report.facts + [(.letter, [report.file])]
  }

  /// Fills what is empty and notes what differs.
  private mutating func fill(_ inspection: Inspection, _ theme: String?) {
    for (field, values) in facts(theme) where !values.isEmpty {
      let former = inspection.record.texts(field)
      if former.isEmpty {
        edits.append(.set(.inspection, key: inspection.key, field, from: [], to: values))
      } else if former != values, field != .letter {
        notes.append(
          .differs(field, register: former, report: values, called: report.framework.report))
      }
    }
  }

  private func newInspection(_ key: String, _ area: String, _ theme: String?) -> [FieldValue] {
    let head = [
      FieldValue(.id, key), FieldValue(.area, area),
      FieldValue(.framework, report.framework.key),
    ]
    let facts = (facts(theme) + [(.grade, ownGrade)] + report.layout).flatMap { field, values in
      values.map { FieldValue(field, $0) }
    }
    return head + facts + [FieldValue(.certainty, report.certainty.rawValue)] + author.signature + [
      FieldValue(.source, report.file)
    ]
  }

  /// Writes the layout where the register has none, or where passages came or changed: lines are
  /// counted otherwise in a letter that was only extracted otherwise.
  private mutating func fillLayout(_ inspection: Inspection, isOtherwise: Bool) {
    for (field, values) in report.layout {
      let former = inspection.record.texts(field)
      guard former.isEmpty || isOtherwise else { continue }
      if let edit = inspection.record.setting(field, to: values) { edits.append(edit) }
    }
  }
}
