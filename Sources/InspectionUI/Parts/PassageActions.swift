import InspectionModel

/// Mending what the reader of letters parted wrongly: one passage that is two, two that are one.
enum PassageActions {
  static func perform(_ action: Action, on row: Row, _ context: Context) -> [Step] {
    let passage: Passage = context.register.view(row)
    guard passage.text != nil else {
      let key = context.keymap.keys(for: .readLetter) ?? "read-letter"
      return [.say(Message("the letter's text is not in the register: \(key) reads it", .warning))]
    }
    if action == .split { return [.prompt(SplitPrompt(passage))] }
    guard let next = following(passage) else {
      return [.say(Message("no passage of the same section follows to join", .warning))]
    }
    return [.change(joining(passage, next))]
  }

  private static func following(_ passage: Passage) -> Passage? {
    let kin = passage.inspection?.passages.filter { $0.section == passage.section } ?? []
    guard let place = kin.firstIndex(where: { $0.row == passage.row }) else { return nil }
    return place + 1 < kin.count ? kin[place + 1] : nil
  }

  /// The second's words come after the first's; what was coded and noted in it goes with it.
  static func joining(_ passage: Passage, _ next: Passage) -> Change {
    let register = passage.record.register
    let text = passage.record.texts(.text)
    var edits: [Edit] = [
      .set(
        .passage, key: passage.key, .text, from: text,
        to: [[passage.text, next.text].compactMap(\.self).joined(separator: "\n")])
    ]
    let agencies = passage.record.texts(.agency)
    let more = next.record.texts(.agency).filter { !agencies.contains($0) }
    if !more.isEmpty {
      edits.append(
        .set(.passage, key: passage.key, .agency, from: agencies, to: agencies + more))
    }
    let memos = register.all(Memo.self).filter { $0.record.reference(.passage) == next.row }
    for (type, keys) in [
      (RecordType.contribution, next.contributions.map(\.key)), (.memo, memos.map(\.key)),
    ] {
      edits += keys.map { .set(type, key: $0, .passage, from: [next.key], to: [passage.key]) }
    }
    edits.append(.remove(.passage, next.record.values))
    return Change("joining \(next.key) to \(passage.key)", edits)
  }

  /// The passage ends before the second part, which is one of its own, next to it. What was coded stays with the first.
  static func splitting(_ passage: Passage, at place: String.Index) -> Change? {
    guard let text = passage.text else { return nil }
    let (first, second) = (trimmed(text[..<place]), trimmed(text[place...]))
    guard !first.isEmpty, !second.isEmpty, let key = freeKey(beside: passage) else { return nil }
    let kept: [Field] = [
      .inspection, .section, .index, .position, .heading, .page, .pageTo, .agency, .source, .by,
      .on,
    ]
    let values =
      [FieldValue(.id, key), FieldValue(.text, second)]
      + passage.record.values.filter { kept.contains($0.field) }
    return Change(
      "splitting \(passage.key)",
      [
        .set(.passage, key: passage.key, .text, from: passage.record.texts(.text), to: [first]),
        .insert(.passage, values),
      ])
  }

  /// `jtai-croydon-2016/i4b`, which sorts after `i4`.
  private static func freeKey(beside passage: Passage) -> String? {
    let stem = passage.key.last?.isLetter == true ? String(passage.key.dropLast()) : passage.key
    return "bcdefghijklmnopqrstuvwxyz".lazy.map { stem + String($0) }
      .first { passage.record.register.everHeld(.passage, key: $0) == nil }
  }

  private static func trimmed(_ text: Substring) -> String {
    func isBlank(_ character: Character) -> Bool { character.isWhitespace || character.isNewline }
    return String(text.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }
}
