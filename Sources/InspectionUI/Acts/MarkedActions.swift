import InspectionModel
import InspectionOperations

/// What is done to all records of a list that are marked.
struct MarkedActions {
  private let rows: [Row]
  /// How many of them the filter does not show.
  private let unseen: Int
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
    guard acts.contains(action), !list.marks.isEmpty, list.own == nil,
      action != .code || list.type == .passage
    else { return nil }
    let rows = list.chosen.filter(register.contains)
    let unseen = list.marks.count - list.rows.count(where: list.marks.contains)
    return MarkedActions(rows: rows, unseen: unseen, type: list.type, register: register)
      .perform(action)
  }

  private func perform(_ action: Action) -> [Step] {
    guard rows.count <= Self.most else {
      let words = "at most \(Self.most) are changed at once; \(rows.count) are marked"
      return [.say(Message(words, .warning))]
    }
    if action == .remove { return [.prompt(removal)] }
    if action == .change { return [.prompt(FieldPrompt(type, keys, telling: telling))] }
    if action == .code {
      return [.say(Message(telling)), .prompt(CodePrompt(passages: keys, register))]
    }
    let flagging = Step.run(Several(flags, "flags on \(count)"))
    return [.prompt(QuestionPrompt("\(telling).", "flags \(them)", then: [flagging]))]
  }

  private var them: String { rows.count == 1 ? "it" : "them" }

  private var keys: [String] { rows.map { register[$0].key } }

  /// `12 contributions`.
  private var count: String { counted(rows.count, type.noun.one, type.noun.many) }

  /// The number and the first few: `12 contributions: police - in jtai-…/s3, …, and 10 more`.
  private var telling: String {
    let first = rows.prefix(3).map(register.title).joined(separator: ", ")
    let more = rows.count > 3 ? ", and \(rows.count - 3) more" : ""
    let hidden = unseen > 0 ? "; the filter does not show \(unseen) of them" : ""
    return "\(count): \(first)\(more)\(hidden)"
  }

  private var removal: QuestionPrompt {
    let contributions = type == .contribution ? rows : []
    let memos = contributions.reduce(0) {
      $0 + RemoveContribution.memos(on: register.view($1)).count
    }
    let with = memos == 0 ? "" : ", with \(counted(memos, "memo")) on them"
    return QuestionPrompt(
      "\(telling)\(with).", "removes \(them)",
      then: [.run(Several(removals, "removing \(count)"))])
  }

  private var removals: [any Operation] {
    keys.map { key in
      if type == .contribution { return RemoveContribution(key, withMemos: true) }
      return type == .memo ? RemoveMemo(key) : RemoveRecord(type, key)
    }
  }

  private var flags: [any Operation] {
    keys.map { WriteMemo(on: MemoSubject(type, $0), .flag, "") }
  }
}
