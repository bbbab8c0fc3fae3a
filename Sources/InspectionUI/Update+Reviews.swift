import InspectionAnalysis
import InspectionModel

extension State {
  /// New contributions, with keys of their own, by this person, today; one change. In a review they are of its pass, the
  /// passage is put off no more, and the review's place is the next passage.
  mutating func code(_ drafts: [CodeDraft], _ passage: Row) -> [Effect] {
    let review = (screen as? ReviewScreen)?.review.map { register.view($0, as: Review.self) }
    if let why = review.flatMap(context.refusal) {
      message = Message(why, .error)
      return []
    }
    let passageKey = register[passage].key
    var keys = KeyTaker()
    var edits = drafts.map { draft in
      insertion(of: draft, in: passageKey, review: review, pass: review?.pass, &keys)
    }
    if let screen = screen as? ReviewScreen { edits += screen.edits(onDoing: passage, register) }
    let words = drafts.map(\.words).joined(separator: ", ")
    let effects = make(Change("\(words) in \(passageKey)", edits))
    if !effects.isEmpty {
      lastCode = drafts
      if review != nil { clock.tick() }
    }
    return effects
  }

  private mutating func insertion(
    of draft: CodeDraft, in passage: String, review: Review?, pass: Pass?, _ keys: inout KeyTaker
  ) -> Edit {
    var values = [FieldValue(.id, newKey(.contribution, &keys))] + draft.values(passage: passage)
    if let version = CodeDraft.version(of: draft.criterion, register) { values.append(version) }
    if let review { values.append(FieldValue(.review, review.key)) }
    if let pass { values.append(FieldValue(.pass, pass.rawValue)) }
    return .insert(.contribution, values + signature)
  }

  /// Who and when.
  private var signature: [FieldValue] {
    [FieldValue(.by, reviewer), FieldValue(.on, today.description)]
  }

  /// The keys given out in one change, which the register does not know yet.
  private struct KeyTaker {
    var taken: Set<String> = []
  }

  private mutating func newKey(_ type: RecordType, _ keys: inout KeyTaker) -> String {
    while true {
      let key = RandomKey.key(for: type, in: register, using: &keyGenerator)
      if keys.taken.insert(key).inserted { return key }
    }
  }

  // MARK: - New records

  /// Makes a record that was asked for; a new review is opened, and a memo written in a review knows it.
  mutating func add(_ draft: RecordDraft) -> [Effect] {
    var keys = KeyTaker()
    var values = draft.values
    if draft.type.keyLetter != nil {
      values.insert(FieldValue(.id, newKey(draft.type, &keys)), at: 0)
    }
    if draft.type == .review {
      values.append(FieldValue(.on, today.description))
    } else {
      values += signature
    }
    if draft.type == .memo, let review = (screen as? ReviewScreen)?.review,
      !values.contains(where: { $0.field == .review })
    {
      values.append(FieldValue(.review, register[review].key))
    }
    let edit = Edit.insert(draft.type, values)
    let effects = make(Change(draft.summary, [edit] + draft.edits))
    if !effects.isEmpty, draft.type == .review, let row = register.row(.review, key: edit.key) {
      screens.append(ReviewScreen(row, context))
    }
    return effects
  }

  /// Keeps the name of the person at the keyboard, and goes on.
  mutating func introduce(_ name: String, then steps: [Step]) -> [Effect] {
    reviewer = name
    asksForReviewer = false
    drawVeil()
    return [.rememberReviewer(name)] + perform(steps)
  }

  // MARK: - Memos

  mutating func memo(inEditor: Bool) -> [Effect] {
    guard let subject = screen.memoSubject else {
      message = Message("nothing under the cursor to write a memo on", .warning)
      return []
    }
    let draft = MemoWords.draft(on: subject, register)
    if inEditor { return [.compose(draft)] }
    return perform([
      .prompt(
        TextPrompt("memo on \(register[subject].key) ", hint: memoHint) { text in
          text.isEmpty ? [] : [.add(MemoWords.written(text, draft))]
        })
    ])
  }

  private var memoHint: String {
    let editor = keymap.keys(for: .memoInEditor).map { "; \($0) writes one in your editor" } ?? ""
    return MemoWords.hint + editor
  }

  mutating func takeMemo(_ text: String, _ draft: RecordDraft) -> [Effect] {
    guard !text.isEmpty else {
      message = Message("nothing was written, so there is no memo")
      return []
    }
    return add(MemoWords.written(text, draft))
  }

  mutating func select(_ row: Row) {
    guard row.type == .passage, screen.list?.type != .passage else {
      screen.list?.move(to: row)
      return
    }
    if var review = screen as? ReviewScreen, review.go(to: row, register) == nil {
      screen = review
    } else {
      screens.append(PassageScreen(row, register))
    }
  }
}

// MARK: - Two passes

extension State {
  /// Makes the review that holds what two passes agree on, with what both say alike; or goes on with the one there is.
  mutating func beginSettling(first: Row, second: Row) -> [Effect] {
    let (one, other) = (
      register.view(first, as: Review.self), register.view(second, as: Review.self)
    )
    if let agreed = ReviewPair.agreed(one, other) {
      return perform([.push(DisagreementsScreen(agreed, context))])
    }
    var keys = KeyTaker()
    let key = newKey(.review, &keys)
    let values =
      [
        FieldValue(.id, key), FieldValue(.name, "\(one.name), agreed"),
        FieldValue(.reviewer, reviewer), FieldValue(.pass, Pass.agreed.rawValue),
        FieldValue(.of, one.key), FieldValue(.of, other.key), FieldValue(.state, "open"),
        FieldValue(.on, today.description),
      ] + one.rule.values(register)
    var edits = [Edit.insert(.review, values)]
    let alike = PassComparison(one, other).units.filter { $0.distance == 0 }
    for unit in alike {
      let passage = register[unit.passage].key
      for draft in unit.first.compactMap({ CodeDraft($0) }) {
        edits.append(agreedInsertion(of: draft, in: passage, review: key, &keys))
      }
    }
    let words = "agreeing on \(alike.count) passages that both passes of “\(one.name)” code alike"
    let effects = make(Change(words, edits))
    guard !effects.isEmpty, let agreed = register.row(.review, key: key) else { return effects }
    screens.append(DisagreementsScreen(agreed, context))
    return effects
  }

  /// Settles one disagreement: the contributions that stand from now on, and the decision.
  mutating func settle(
    _ chosen: Settlement, _ drafts: [CodeDraft], _ passage: Row, _ reason: String
  ) -> [Effect] {
    guard let screen = screen as? DisagreementsScreen else { return [] }
    let (review, key) = (register[screen.agreed].key, register[passage].key)
    var keys = KeyTaker()
    let decision = [
      FieldValue(.id, newKey(.decision, &keys)), FieldValue(.review, review),
      FieldValue(.passage, key), FieldValue(.chosen, chosen.rawValue),
      FieldValue(.reason, reason),
    ]
    var edits = [Edit.insert(.decision, decision + signature)]
    for draft in drafts {
      edits.append(agreedInsertion(of: draft, in: key, review: review, &keys))
    }
    let words = drafts.isEmpty ? "nothing" : drafts.map(\.words).joined(separator: ", ")
    return make(Change("settling \(key) as \(words)", edits, why: reason))
  }

  private mutating func agreedInsertion(
    of draft: CodeDraft, in passage: String, review: String, _ keys: inout KeyTaker
  ) -> Edit {
    var values = [FieldValue(.id, newKey(.contribution, &keys))] + draft.values(passage: passage)
    if let version = CodeDraft.version(of: draft.criterion, register) { values.append(version) }
    values += [FieldValue(.review, review), FieldValue(.pass, Pass.agreed.rawValue)]
    return .insert(.contribution, values + signature)
  }
}
