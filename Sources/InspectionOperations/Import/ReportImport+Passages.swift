import InspectionModel

extension ReportImport {
  /// Adds what is new and takes over what reads otherwise. The order of the report is written where
  /// the register has none, or where passages came or changed.
  mutating func addPassages(_ inspection: String, _ known: [Passage]) {
    let outcomes = PassageMatcher.match(
      old: known.map { .init(text: $0.text, fingerprint: $0.fingerprint) },
      new: report.passages.map(\.text))
    let isOtherwise = outcomes.contains { !$0.isSame }
    var taken = Set(known.map(\.key))
    for outcome in outcomes {
      switch outcome {
      case .same(let old, let new):
        if known[old].text == nil { fill(known[old], report.passages[new]) }
        place(known[old], new, isOtherwise)
      case .changed(let old, let new, let likeness):
        let percent = Int(likeness * 100)
        renew(known[old], report.passages[new])
        place(known[old], new, isOtherwise)
        let count = suspect(known[old], "reads differently now (\(percent) % alike)")
        notes.append(.reworded(passage: known[old].key, percentAlike: percent, suspect: count))
      // The register's parting stays, and with it all that hangs on its passages.
      case .reparted: continue
      case .gone(let old):
        let count = suspect(known[old], "is no longer in the letter")
        notes.append(.gone(passage: known[old].key, suspect: count))
      case .new(let index):
        edits.append(.insert(.passage, values(index, inspection, &taken)))
      }
    }
  }

  /// Gives a passage what the report says now: its text, and what belongs to the text, such as its
  /// page and agencies. The fingerprint, where there is one, goes with the text.
  private mutating func renew(_ known: Passage, _ passage: ReportObservation.Passage) {
    edits += content(passage).compactMap { known.record.setting($0.field, to: $0.values) }
    guard known.fingerprint != nil else { return }
    let fingerprint = PassageMatcher.fingerprint(passage.text)
    edits += [known.record.setting(.fingerprint, to: [fingerprint])].compactMap(\.self)
  }

  /// Brings a passage that was known by its fingerprint alone what the report says.
  private mutating func fill(_ known: Passage, _ passage: ReportObservation.Passage) {
    for (field, values) in content(passage) where !values.isEmpty {
      guard known.record.texts(field).isEmpty else { continue }
      edits.append(.set(.passage, key: known.key, field, from: [], to: values))
    }
  }

  private mutating func place(_ passage: Passage, _ index: Int, _ isOtherwise: Bool) {
    guard passage.position == nil || isOtherwise, passage.position != index + 1 else { return }
    edits += [passage.record.setting(.position, to: [String(index + 1)])].compactMap(\.self)
  }

  /// Marks what was coded in a passage that changed as to be looked at again: where a contribution
  /// goes is for a person to say. How many were coded.
  private mutating func suspect(_ passage: Passage, _ how: String) -> Int {
    let contributions = passage.contributions
    let reason = "the passage \(how), \(author.day)"
    for contribution in contributions where contribution.suspect == nil {
      edits.append(
        .set(.contribution, key: contribution.key, .suspect, from: [], to: [reason]))
    }
    return contributions.count
  }

  private func values(
    _ position: Int, _ inspection: String, _ taken: inout Set<String>
  ) -> [FieldValue] {
    let passage = report.passages[position]
    let stem = "\(inspection)/\(passage.section.code)"
    let index = (passage.index...).first { !taken.contains("\(stem)\($0)") } ?? passage.index
    taken.insert("\(stem)\(index)")
    let values = [
      FieldValue(.id, "\(stem)\(index)"), FieldValue(.inspection, inspection),
      FieldValue(.section, passage.section.rawValue), FieldValue(.index, String(index)),
      FieldValue(.position, String(position + 1)),
    ]
    let content = content(passage).flatMap { field, values in values.map { FieldValue(field, $0) } }
    return values + content + [FieldValue(.source, report.file)] + author.signature
  }

  /// What the report itself gives of a passage, by field.
  private func content(_ passage: ReportObservation.Passage) -> ReportObservation.Values {
    let agencies = passage.agencies.filter { register.row(.agency, key: $0) != nil }
      .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return [
      (.heading, passage.heading.isEmpty ? [] : [passage.heading]),
      (.page, [String(passage.page)]),
      (.pageTo, passage.pageTo == passage.page ? [] : [String(passage.pageTo)]),
      (.paragraph, [passage.paragraph].compactMap(\.self)), (.body, passage.bodies),
      (.text, [passage.text]), (.agency, agencies),
    ]
  }
}

extension PassageMatcher.Outcome {
  fileprivate var isSame: Bool {
    switch self {
    case .same, .reparted: true
    case .changed, .gone, .new: false
    }
  }
}
