public import InspectionModel

/// One passage becomes two. What was coded stays with the first.
public struct SplitPassage: Operation {
  private let key: String
  private let beginning: String

  /// - Parameter beginning: the words that the second part begins with.
  public init(_ key: String, where beginning: String) {
    (self.key, self.beginning) = (key, beginning)
  }

  /// Where the words stand in a text: at the start of a word, and not at the start of it all.
  public static func place(of beginning: String, in text: String) -> String.Index? {
    guard !beginning.isEmpty else { return nil }
    var rest = text.dropFirst()
    while let found = rest.firstRange(of: beginning) {
      if !text[text.index(before: found.lowerBound)].isLetter { return found.lowerBound }
      rest = rest[rest.index(after: found.lowerBound)...]
    }
    return nil
  }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    let passage = try register.find(Passage.self, key)
    guard let text = passage.text else { throw .noText(passage: key) }
    guard let place = Self.place(of: beginning, in: text) else { throw .notWithin(beginning) }
    let (first, second) = (trimmed(text[..<place]), trimmed(text[place...]))
    guard !first.isEmpty, !second.isEmpty, let free = freeKey(in: register) else {
      throw .notWithin(beginning)
    }
    let kept: [Field] = [
      .inspection, .section, .index, .position, .heading, .page, .pageTo, .paragraph, .body,
      .agency, .source, .by, .on,
    ]
    let values =
      [FieldValue(.id, free), FieldValue(.text, second)]
      + passage.record.values.filter { kept.contains($0.field) }
    let edits = [passage.record.setting(.text, to: [first]), .insert(.passage, values)]
    return Proposal(Change("splitting \(key)", edits.compactMap(\.self)))
  }

  /// `jtai-croydon-2016/i4b`, which sorts after `i4`.
  private func freeKey(in register: Register) -> String? {
    let stem = key.last?.isLetter == true ? String(key.dropLast()) : key
    return "bcdefghijklmnopqrstuvwxyz".lazy.map { stem + String($0) }
      .first { register.everHeld(.passage, key: $0) == nil }
  }

  private func trimmed(_ text: Substring) -> String {
    func isBlank(_ character: Character) -> Bool { character.isWhitespace || character.isNewline }
    return String(text.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }
}

/// A passage and the next of its section become one; what was coded and noted in the second goes
/// with it. O(memos + passages of the letter).
public struct JoinPassages: Operation {
  private let key: String

  /// - Parameter key: of the first of the two.
  public init(_ key: String) { self.key = key }

  public func proposal(
    for register: Register, by author: inout Author
  ) throws(Refusal) -> Proposal {
    let passage = try register.find(Passage.self, key)
    guard let text = passage.text else { throw .noText(passage: key) }
    guard let next = following(passage) else { throw .nothingFollows(passage: key) }
    let agencies = passage.record.texts(.agency)
    let more = next.record.texts(.agency).filter { !agencies.contains($0) }
    let joined = [text, next.text].compactMap(\.self).joined(separator: "\n")
    let own = [
      passage.record.setting(.text, to: [joined]),
      passage.record.setting(.agency, to: agencies + more),
    ]
    let memos = register.all(Memo.self).filter { $0.record.reference(.passage) == next.row }
    let followers = (next.contributions.map(\.record) + memos.map(\.record)).map { record in
      record.setting(.passage, to: [key])
    }
    let edits = (own + followers + [.remove(.passage, next.record.values)]).compactMap(\.self)
    return Proposal(Change("joining \(next.key) to \(key)", edits))
  }

  private func following(_ passage: Passage) -> Passage? {
    let kin = passage.inspection?.passages.filter { $0.section == passage.section } ?? []
    guard let place = kin.firstIndex(where: { $0.row == passage.row }) else { return nil }
    return kin.dropFirst(place + 1).first
  }
}
