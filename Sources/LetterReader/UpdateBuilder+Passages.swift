import InspectionModel

extension UpdateBuilder {
  /// Adds what is new and takes over what reads otherwise. The order of the letter is written where the register has none,
  /// or where passages came or changed.
  mutating func addPassages(_ inspection: String, _ known: [InspectionModel.Passage]) {
    let outcomes = PassageMatcher.match(
      old: known.map { .init(text: $0.text, fingerprint: $0.fingerprint) },
      new: letter.passages.map(\.text))
    let isOtherwise = outcomes.contains { !$0.isSame }
    var taken = Set(known.map(\.key))
    for outcome in outcomes {
      switch outcome {
      case .same(let old, let new):
        if known[old].text == nil { fill(known[old], letter.passages[new]) }
        place(known[old], new, isOtherwise)
      case .changed(let old, let new, let likeness):
        let how = "reads otherwise now (\(Int(likeness * 100)) % alike)"
        renew(known[old], letter.passages[new])
        renewFingerprint(known[old], letter.passages[new].text)
        place(known[old], new, isOtherwise)
        suspect(known[old], how)
      // The register's parting stays, and with it all that hangs on its passages.
      case .reparted: continue
      case .gone(let old):
        suspect(known[old], "is not in the letter any more")
      case .new(let index):
        edits.append(.insert(.passage, values(index, inspection, &taken)))
      }
    }
  }

  /// Gives a passage what the letter says now: its text, and what belongs to the text, such as its page and agencies.
  private mutating func renew(_ known: InspectionModel.Passage, _ passage: Letter.Passage) {
    edits += content(passage).compactMap { field, values in
      known.record.setting(field, to: values)
    }
  }

  /// Brings a passage that was known by its fingerprint alone what the letter says.
  private mutating func fill(_ known: InspectionModel.Passage, _ passage: Letter.Passage) {
    for (field, values) in content(passage) where !values.isEmpty {
      guard known.record.texts(field).isEmpty else { continue }
      edits.append(.set(.passage, key: known.key, field, from: [], to: values))
    }
  }

  /// The fingerprint, where there is one, goes with the text.
  private mutating func renewFingerprint(_ known: InspectionModel.Passage, _ text: String) {
    guard let former = known.fingerprint else { return }
    edits.append(
      .set(
        .passage, key: known.key, .fingerprint, from: [former],
        to: [PassageMatcher.fingerprint(text)]))
  }

  private mutating func place(
    _ passage: InspectionModel.Passage, _ index: Int, _ isOtherwise: Bool
  ) {
    guard passage.position == nil || isOtherwise, passage.position != index + 1 else { return }
    edits.append(
      .set(
        .passage, key: passage.key, .position, from: passage.record.texts(.position),
        to: [String(index + 1)]))
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
    _ position: Int, _ inspection: String, _ taken: inout Set<String>
  ) -> [FieldValue] {
    let passage = letter.passages[position]
    let stem = "\(inspection)/\(passage.section.code)"
    let index = (passage.index...).first { !taken.contains("\(stem)\($0)") } ?? passage.index
    taken.insert("\(stem)\(index)")
    let values = [
      FieldValue(.id, "\(stem)\(index)"), FieldValue(.inspection, inspection),
      FieldValue(.section, passage.section.rawValue), FieldValue(.index, String(index)),
      FieldValue(.position, String(position + 1)),
    ]
    let content = content(passage).flatMap { field, values in values.map { FieldValue(field, $0) } }
    return values + content + [
      FieldValue(.source, origin.file), FieldValue(.by, origin.by),
      FieldValue(.on, origin.on.description),
    ]
  }

  /// What the letter itself gives of a passage, by field.
  private func content(_ passage: Letter.Passage) -> [(field: Field, values: [String])] {
    let (page, pageTo) = (passage.place.page, passage.pageTo)
    let agencies = passage.agencies.map(\.agency)
      .filter { register.row(.agency, key: $0) != nil }
      .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return [
      (.heading, passage.subheading.isEmpty ? [] : [passage.subheading]), (.page, [String(page)]),
      (.pageTo, pageTo == page ? [] : [String(pageTo)]), (.text, [passage.text]),
      (.agency, agencies),
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
