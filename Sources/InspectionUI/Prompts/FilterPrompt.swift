import InspectionModel
import InspectionOperations
import TerminalCore

/// Narrows a list as one types; Escape brings back what was listed before, with the cursor where it
/// was.
///
/// Tab takes what may stand next, and again the next of these; Up brings back filters typed before;
/// Ctrl-S saves the filter under a name.
struct FilterPrompt: Prompt {
  let label = "/"
  var showsPosition: Bool { true }
  var editor: LineEditor
  private let former: RecordList
  private var caret: CaretLine?
  private var completion: Completion?
  /// The values of the field that is being typed, counted once.
  private var values: (field: String, choices: [Completion.Choice])?
  /// The choice that Tab took last.
  private var taken: Int?
  /// Which of the filters typed before stands in the line; nil for what is being typed.
  private var recalled: Int?
  private var typed = ""

  init(_ list: RecordList) {
    former = list
    editor = LineEditor(offering: list.filter)
  }

  mutating func changed(_ context: Context) -> [Step] {
    (recalled, taken) = (nil, nil)
    complete(context)
    return narrow(context)
  }

  private mutating func narrow(_ context: Context) -> [Step] {
    caret = problem(context).map { CaretLine(problem: $0, label: label) }
    return [.change(.narrow(editor.text))]
  }

  private mutating func complete(_ context: Context) {
    let field = Completion.field(in: editor.text, at: editor.cursor)
    if let field, values?.field != field {
      let choices = former.home(context.register).values(
        of: field, on: former.rows.numbers, of: former.type)
      values = (field, choices)
    }
    completion = Completion(
      of: editor.text, at: editor.cursor, on: former.type, values: values?.choices ?? [])
  }

  private func problem(_ context: Context) -> QueryProblem? {
    do throws(QueryProblem) {
      _ = try former.query(editor.text, context.register)
      return nil
    } catch {
      return error
    }
  }

  mutating func press(_ key: Key, _ context: Context) -> [Step]? {
    if key == .up || key == .down { return recall(by: key == .up ? 1 : -1, context) }
    if key == .control("n") { return [.act(.down)] }
    if key == .control("p") { return [.act(.up)] }
    if key == .tab || key == .backTab { return takeChoice(by: key == .tab ? 1 : -1, context) }
    return key == .control("s") ? save(context) : nil
  }

  /// Filters typed before, the last first; where none is recalled, Down moves in the list.
  private mutating func recall(by step: Int, _ context: Context) -> [Step] {
    let all = context.filters
    if recalled == nil {
      if step < 0 { return [.act(.down)] }
      typed = editor.text
    }
    let place = (recalled ?? -1) + step
    guard place < all.count else { return [] }
    recalled = place < 0 ? nil : place
    editor = LineEditor(place < 0 ? typed : all[all.count - 1 - place])
    (completion, taken) = (nil, nil)
    return narrow(context)
  }

  /// Takes the next of what may stand here.
  private mutating func takeChoice(by step: Int, _ context: Context) -> [Step] {
    if completion == nil { complete(context) }
    guard let completion, !completion.choices.isEmpty else { return [] }
    let count = completion.choices.count
    let place = taken.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1)
    if taken == nil { typed = editor.text }
    let (text, caret) = completion.taking(completion.choices[place], in: typed)
    editor = LineEditor(text)
    editor.move(to: caret)
    taken = place
    // Where there was no other choice, what comes after it is next.
    if count == 1 {
      taken = nil
      complete(context)
    }
    return narrow(context)
  }

  /// Asks for a name to keep the filter under.
  private func save(_ context: Context) -> [Step] {
    guard former.own == nil else {
      return [.say(Message("a filter of \(former.type.noun.many) is not kept", .hint))]
    }
    let (text, type, isAsCoded) = (editor.text, former.type, former.isAsCoded)
    return [
      .prompt(
        TextPrompt("save the filter as ") { name in
          name.isEmpty
            ? []
            : [
              .run(SaveFilter(text, as: name, on: type, asCoded: isAsCoded)),
              .change(.narrow(text)),
            ]
        })
    ]
  }

  /// A filter that makes no sense stays to be mended; it would not be that of the rows on the
  /// screen.
  mutating func accept(_ context: Context) -> [Step] {
    problem(context) == nil ? [.closePrompt, .remember(.filter(editor.text))] : []
  }

  func height(in rect: Rect, _ context: Context) -> Int {
    let lines = caret?.height(in: rect) ?? 0
    return lines + choices(in: rect.inset(top: lines)).count
  }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let lines = caret?.height(in: rect) ?? 0
    let above = rect.inset(bottom: lines)
    canvas.fill(above, with: Style(.text))
    var writer = PaneWriter(above)
    for line in choices(width: rect.width, most: above.height) { writer.write(line, on: &canvas) }
    caret?.draw(on: &canvas, in: rect.inset(top: max(0, rect.height - lines)))
  }

  /// The most lines that choices take in a window of some height.
  private func choices(in rect: Rect) -> [[(String, Role)]] {
    choices(width: rect.width, most: rect.height < 6 ? 0 : min(4, max(1, rect.height / 6)))
  }

  /// The choices line by line, from the one that was taken on, and how many more there are.
  private func choices(width: Int, most: Int) -> [[(String, Role)]] {
    guard let completion, most > 0 else { return [] }
    let choices = completion.choices
    var (lines, room): ([[(String, Role)]], Int) = ([[("Tab ", .key)]], width - 4)
    for place in choices.indices.dropFirst(taken ?? 0) {
      let pieces = Self.pieces(choices[place], isTaken: place == taken)
      let wanted = pieces.reduce(0) { $0 + Text.columns($1.0) }
      let more = place == choices.count - 1 ? "" : "and \(choices.count - place) more"
      let isLast = lines.count == most
      if wanted > room - (isLast ? Text.columns(more) : 2), lines.count > 1 || room < width - 4 {
        if isLast {
          lines[lines.count - 1].append((more, .dim))
          break
        }
        lines.append([("    ", .text)])
        room = width - 4
      }
      lines[lines.count - 1] += pieces
      room -= wanted
    }
    return lines
  }

  private static func pieces(
    _ choice: Completion.Choice, isTaken: Bool
  ) -> [(String, Role)] {
    let name = choice.name.map { " " + $0 } ?? ""
    let count = choice.count.map { $0 == 0 ? "" : " \($0)" } ?? ""
    return [(choice.text, isTaken ? .cursor : .match), (name + count + "  ", .dim)]
  }

  func cancel(_ context: Context) -> [Step] {
    [.change(.narrow(former.filter))] + (former.current.map { [.select($0)] } ?? []) + [
      .closePrompt
    ]
  }
}
