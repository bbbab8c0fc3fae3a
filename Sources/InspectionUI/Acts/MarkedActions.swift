import InspectionModel
import InspectionOperations

/// What is done to all records of a list that are marked.
struct MarkedActions {
  private let rows: [Row]
  private let type: RecordType
  private let register: Register

  /// More than these are not changed at once: an undo of them would not fit a screen's patience.
  private static let most = 10_000

  /// What is done to all marked records of a list; nil where nothing is marked, or the action is
  /// none of these.
  ///
  /// Cost: O(rows of the list), for such an action alone.
  static func perform(
    _ action: Action, on list: RecordList, _ register: Register
  ) -> [Step]? {
    let acts: Set<Action> = [.change, .remove, .flag, .code]
    guard acts.contains(action), !list.marks.isEmpty, action != .code || list.type == .passage
    else { return nil }
    let rows = list.chosen.filter(register.contains)
    return MarkedActions(rows: rows, type: list.type, register: register).perform(action)
  }

  private func perform(_ action: Action) -> [Step] {
    guard rows.count <= Self.most else {
      let words = "at most \(Self.most) are changed at once; \(rows.count) are marked"
      return [.say(Message(words, .warning))]
    }
    if action == .remove { return [.prompt(question)] }
    if action == .change { return [.prompt(FieldPrompt(type, keys, telling: telling))] }
    if action == .code { return [.prompt(CodePrompt(passages: keys, register))] }
    return [.run(Several(flags, "flags on \(count)"))]
  }

  private var keys: [String] { rows.map { register[$0].key } }

  /// `12 contributions`.
  private var count: String { counted(rows.count, type.words.one, type.words.many) }

  /// The number and the first few: `12 contributions: police - in jtai-…/s3, …, and 10 more`.
  private var telling: String {
    let first = rows.prefix(3).map(register.title).joined(separator: ", ")
    return "\(count): \(first)" + (rows.count > 3 ? ", and \(rows.count - 3) more" : "")
  }

  private var question: QuestionPrompt {
    let contributions = type == .contribution ? rows : []
    let memos = contributions.reduce(0) {
      $0 + RemoveContribution.memos(on: register.view($1)).count
    }
    let with = memos == 0 ? "" : ", with \(counted(memos, "memo")) on them"
    return QuestionPrompt(
      "\(telling)\(with).", rows.count == 1 ? "removes it" : "removes them",
      then: [.run(Several(removals, "removing \(count)"))])
  }

  private var removals: [any InspectionOperations.Operation] {
    keys.map { key in
      if type == .contribution { return RemoveContribution(key, withMemos: true) }
      return type == .memo ? RemoveMemo(key) : RemoveRecord(type, key)
    }
  }

  private var flags: [any InspectionOperations.Operation] {
    keys.map { WriteMemo(on: MemoSubject(type, $0), .flag, "") }
  }
}
