import InspectionAnalysis
import InspectionModel
import InspectionOperations
import TerminalCore

/// Asks which passages a review goes through, and shows as one types what the rule catches.
///
/// A rule that catches something unexpected says so; Enter again takes it all the same, `Tab` keeps
/// to one theme.
struct RulePrompt: Prompt {
  let label: String
  var editor: LineEditor
  private let purpose: Purpose
  private let seed: Int
  private var caught: ReviewQueue?
  private var problem: String?
  private var wasWarned = false

  private enum Purpose {
    case new(name: String)
    case change(String)
  }

  init(newReview name: String, seed: Int, _ register: Register) {
    (label, editor, purpose) = ("passages ", LineEditor(), .new(name: name))
    self.seed = seed
    changed(register)
  }

  init(changing review: Review) {
    label = "passages "
    editor = LineEditor(RuleText.text(review.rule) + (review.isBlind ? " " + RuleText.blind : ""))
    purpose = .change(review.key)
    seed = review.rule.seed
    changed(review.record.register)
  }

  mutating func changed(_ context: Context) -> [Step] {
    changed(context.register)
    return []
  }

  /// Up to how many passages are gone through at each key; a rule over more is worked out at Enter.
  private static let countedWhileTyping = 20_000

  /// O(inspections + passages caught) a key.
  ///
  /// - Parameter entirely: whether to work out a rule that goes through every passage of a large
  ///   register too.
  private mutating func changed(_ register: Register, entirely: Bool = false) {
    if !entirely { wasWarned = false }
    (caught, problem) = (nil, nil)
    do throws(QueryProblem) {
      let rule = try RuleText.rule(editor.text, seed: seed, register)
      let isBounded = rule.first != nil && rule.filter.isEmpty
      if isBounded || entirely || register.count(.passage) <= Self.countedWhileTyping {
        caught = ReviewQueue(rule, in: register)
      }
    } catch {
      problem = error.description
    }
  }

  mutating func press(_ key: Key, _ context: Context) -> [Step]? {
    guard key == .tab else { return nil }
    var words = editor.text.split(separator: " ").map(String.init)
    if words.contains("same-theme") {
      words.removeAll { $0 == "same-theme" }
    } else {
      words.append("same-theme")
    }
    editor = LineEditor(words.joined(separator: " "))
    return changed(context)
  }

  mutating func accept(_ context: Context) -> [Step] {
    if caught == nil { changed(context.register, entirely: true) }
    if let problem { return [.say(Message(problem, .warning))] }
    guard let caught, !caught.passages.isEmpty else {
      return [.say(Message("no passage matches this rule", .warning))]
    }
    if !caught.warnings.isEmpty, !wasWarned {
      wasWarned = true
      let warning = caught.warnings.joined(separator: "; ")
      return [.say(Message("\(warning). Enter takes it, Tab keeps to one theme", .warning))]
    }
    guard let rule = try? RuleText.rule(editor.text, seed: seed, context.register) else {
      return []
    }
    let begin = Step.run(operation(rule))
    guard case .new(let name) = purpose, RuleText.isBlind(editor.text) else {
      return [.closePrompt, begin]
    }
    let extent = Blinding.extent(ofBlind: rule, for: context.reviewer, in: context.register)
    let sentence =
      "“\(name)” is blind: \(extent.phrase) will be hidden from you until it is closed."
    return [.closePrompt, .prompt(QuestionPrompt(sentence, "begins it", then: [begin]))]
  }

  private func operation(_ rule: ReviewRule) -> any Operation {
    let isBlind = RuleText.isBlind(editor.text)
    switch purpose {
    case .new(let name): return BeginReview(name, over: rule, isBlind: isBlind)
    case .change(let key): return ChangeReviewRule(key, to: rule, isBlind: isBlind)
    }
  }

  func height(in rect: Rect, _ context: Context) -> Int { min(7, max(0, rect.height - 4)) }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    canvas.fill(rect, with: Style(.text))
    var writer = PaneWriter(rect.inset(left: 1))
    if let problem {
      writer.paragraph(problem, .warning, on: &canvas)
    } else if let caught {
      let letters = Set(caught.passages.compactMap { context.register[$0].reference(.inspection) })
      writer.write(
        [
          ("\(caught.passages.count) passages", .heading),
          (letters.count == 1 ? " of one letter" : " of \(letters.count) letters", .text),
        ],
        on: &canvas)
      for warning in caught.warnings { writer.paragraph(warning, .warning, on: &canvas) }
    }
    if problem == nil, caught == nil {
      writer.write("very many passages: Enter counts them", .dim, on: &canvas)
    }
    while writer.line < rect.height - Self.hints.count { writer.blank() }
    for line in Self.hints { writer.write(line, on: &canvas) }
  }

  /// What may be typed.
  private static let hints: [[(String, Role)]] = [
    [
      ("6", .match), (" first six by fieldwork  ", .dim), ("random", .match),
      (" shuffled  ", .dim), ("same-theme", .match), (" or Tab  ", .dim),
    ],
    [
      ("agency:police", .match), (" any filter  ", .dim), ("-main-finding", .match), ("  ", .dim),
      ("blind", .match), (" to others' codes", .dim),
    ],
  ]
}
