import InspectionModel
import InspectionOperations
import TerminalCore

/// What tables would change in the register, before any of it is written: what is to be decided
/// first, then cell by cell what changes, what is refused, and the first rows as they were read.
struct ImportScreen: RegisteredScreen {
  static let kind = "import"
  let hints: [Action] = [.open, .confirm, .takeOther, .change, .markAll, .new, .export, .back]
  private(set) var lines: [ImportLine] = []
  private(set) var cursor = LineCursor()
  /// What the lines were made of last.
  private var version = -1
  /// The decisions that the next choice is for, by table and question.
  private(set) var marked: Set<ImportLine.Question> = []

  let showsTables = true

  var list: RecordList? {
    get { nil }
    set {}
  }

  var position: String {
    let marks = marked.isEmpty ? "" : "\(marked.count) marked  "
    return marks + cursor.position
  }

  private static let names: [Action: String] = [
    .open: "write", .confirm: "keep", .takeOther: "take", .change: "name-area",
    .markAll: "mark-open", .new: "other-file",
  ]

  func hintName(_ action: Action) -> String? { Self.names[action] }

  private static let summaries: [Action: String] = [
    .open: "Write the tables into the register, on the first line",
    .confirm: "Keep what the register has; stop expecting a row",
    .takeOther: "Take what the table says; expect a row again",
    .change: "Say which area of the register a name means",
    .mark: "Mark a decision, to be made alike with others",
    .markAll: "Mark all that is still to be decided", .new: "Read another table",
    .export: "Write the plan as a table",
  ]

  func summary(of action: Action) -> String? { Self.summaries[action] }

  mutating func arrange(_ context: Context) {
    if let tables = context.tables, tables.version != version {
      let hadOpen = lines.contains(where: \.isOpen)
      version = tables.version
      lines = ImportLine.all(of: tables)
      marked.formIntersection(lines.filter(\.isOpen).compactMap(\.question))
      // With the last decision comes the line that writes them.
      if hadOpen, tables.open == 0 { cursor.move(to: 0) }
    }
    cursor.arrange(height: panes(context.body).list.height, count: lines.count)
  }

  mutating func perform(_ action: Action, count: Int?, _ context: Context) -> [Step]? {
    if cursor.perform(action, count: count) { return [] }
    if action == .importTables || action == .new { return [readAnother(context)] }
    if action == .open { return open(context) }
    if action == .confirm || action == .takeOther { return choose(action, context) }
    if action == .change { return nameArea(context) }
    if action == .mark { return mark() }
    if action == .markAll {
      // Areas are decided one by one: no two names mean the same.
      marked = Set(lines.filter(\.isOpen).compactMap(\.question).filter(\.decision.isNeeded))
      return marked.isEmpty ? [.say(Message("nothing holds the tables up", .hint))] : []
    }
    let export = ExportPrompt(table(context), context.register, name: "plan.csv")
    return action == .export ? [.prompt(export)] : nil
  }

  mutating func click(x: Int, line: Int, _ context: Context) -> [Step]? {
    guard cursor.window.contains(cursor.top + line) else { return nil }
    if cursor.top + line == cursor.line { return open(context) }
    cursor.move(to: cursor.top + line)
    return []
  }

  mutating func note(_ change: Change, _ context: Context) {}

  func saved(_ register: Register) -> SavedScreen? { SavedScreen(kind: Self.kind) }

  /// The lines, and below them the one under the cursor, whole.
  func panes(_ rect: Rect) -> (list: Rect, detail: Rect) {
    let detail = rect.height >= 12 ? 6 : rect.height >= 8 ? 3 : 0
    return (rect.inset(bottom: detail), rect.inset(top: rect.height - detail))
  }

  var current: ImportLine? { lines.indices.contains(cursor.line) ? lines[cursor.line] : nil }
}

// MARK: - What is done with them

extension ImportScreen {
  /// Writes the tables into the register, where the cursor stands on the line that says so.
  private func open(_ context: Context) -> [Step] {
    guard let tables = context.tables else { return [.back] }
    guard case .write? = current?.kind else {
      let isQuestion = current?.question != nil
      return [
        .say(
          Message(
            isQuestion
              ? "choose with the keys below; the first line writes them"
              : "the first line writes the tables into the register", .hint))
      ]
    }
    guard tables.isPlanned else {
      return [.say(Message("what they change is still being worked out", .hint))]
    }
    let done =
      (tables.said.map { [.effect(.keepMapping($0))] } ?? []) + [Step.tables(.done), .back]
    if tables.open == 0, tables.edits == 0 {
      return done + [.say(Message("nothing changes: the register has it all"))]
    }
    return [.run(WriteTables(tables.plans), then: done)]
  }

  /// Asks for another table. What was decided of those at hand is nowhere else.
  private func readAnother(_ context: Context) -> Step {
    let next = Step.prompt(TextPrompt.table(in: ""))
    guard let tables = context.tables, tables.decided > 0 else { return next }
    return .prompt(
      QuestionPrompt.loss(
        ofDecisionsOn: tables, "leaves them and reads another", then: [next]))
  }

  private mutating func mark() -> [Step] {
    guard let question = current?.question else {
      return [.say(Message("only what is to be decided can be marked", .hint))]
    }
    if marked.remove(question) == nil { marked.insert(question) }
    cursor.move(to: cursor.line + 1)
    return []
  }

  /// Asks why the register, or the table, is right, and notes that for what is marked or under the
  /// cursor. No reason need be given.
  private func choose(_ action: Action, _ context: Context) -> [Step] {
    let chosen = questions(context).compactMap { question -> (ImportLine.Question, String)? in
      question.choice(takes: action == .takeOther).map { (question, $0) }
    }
    guard let first = chosen.first else {
      return [.say(Message("there is nothing to choose from here", .hint))]
    }
    let what =
      chosen.count == 1 ? first.0.decision.phrase(of: first.1) : "\(chosen.count) decisions alike"
    return [
      .prompt(
        TextPrompt("\(what), because ", hint: "a reason, or nothing") { reason in
          chosen.map { question, choice in
            let decision = TableDecision(
              question.decision.id, choice, because: reason.isEmpty ? nil : reason)
            return .tables(.decide(decision, ofTable: question.table))
          }
        })
    ]
  }

  /// Asks which area of the register it is that the table calls otherwise.
  private func nameArea(_ context: Context) -> [Step] {
    guard let question = current?.question, case .area(let name, _) = question.decision.subject
    else { return [.say(Message("only an area that is not known can be named", .hint))] }
    return [
      .prompt(
        ChoicePrompt.area("“\(name)” is ", context.register) { key in
          [.tables(.decide(TableDecision(question.decision.id, key), ofTable: question.table))]
        })
    ]
  }

  /// What is marked, or else what is under the cursor.
  private func questions(_ context: Context) -> [ImportLine.Question] {
    if marked.isEmpty { return current?.question.map { [$0] } ?? [] }
    return lines.compactMap(\.question).filter(marked.contains)
  }

  /// The plan as a table: every line of it that is no heading.
  private func table(_ context: Context) -> Export.Content {
    .table(
      ["Part", "Sentence", "Choice"],
      lines.compactMap { line in
        line.part.isEmpty
          ? nil : [line.part, line.text, line.question?.decision.choice ?? ""]
      })
  }
}
