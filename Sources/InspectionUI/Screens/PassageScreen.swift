import InspectionModel
import TerminalCore

/// One passage of a letter, large, with what is coded in it.
struct PassageScreen: RegisteredScreen {
  static let kind = "passage"
  private(set) var passage: Row
  let hints: [Action] = [
    .code, .change, .remove, .note, .memo, .nextPassage, .previousPassage, .undo, .save, .letter,
    .trail, .split, .join, .back,
  ]
  var contributions: RecordList
  var search: TextSearch? = TextSearch()
  /// Lines of the text that are scrolled away. In a low window the letter around it follows on it,
  /// so that it may be as little as minus the lines before, and more than the text has.
  var skip = 0
  private var skips = 0...0
  /// With how many lines scrolled away the text shows its last.
  private var lastSkip = 0
  /// The first line shown of the letter around the passage, counted from the line after the
  /// passage.
  var letterOffset = 0
  /// The letter laid out for a width; nil where a change has made it out of date.
  private(set) var letter: (laidOut: LaidOutLetter, width: Int)?

  init(_ passage: Row, _ register: Register, at contribution: Row? = nil) {
    self.passage = passage
    contributions = Self.list(of: passage, register)
    if let contribution { contributions.move(to: contribution) }
  }

  private static func list(of passage: Row, _ register: Register) -> RecordList {
    var list = RecordList(
      .contribution, .children(of: passage), called: "contributions to a passage",
      showing: ["agency", "direction", "criterion", "with", "by", "on", "pass", "note"],
      in: register)
    list.refresh(register)
    return list
  }

  var list: RecordList? {
    get { contributions }
    set { if let newValue { contributions = newValue } }
  }

  var subject: Row? { passage }
  var memoSubject: Row? { passage }
  var acted: [Row] { [contributions.current, passage].compactMap(\.self) }
  var isBesideCodebook: Bool { true }

  var position: String { contributions.rows.isEmpty ? "not coded" : contributions.position }

  func title(_ register: Register) -> String { register.view(passage, as: Passage.self).code }

  mutating func arrange(_ context: Context) {
    let panes = panes(context)
    contributions.arrange(in: panes.list, context.register)
    arrangeLetter(context, width: panes.after.width)
    let more = textLines(panes, context) - panes.text.height
    let around = panes.isLow ? linesAround : nil
    lastSkip = max(0, more)
    skips = -(around?.start ?? 0)...max(0, more + (around.map { $0.lines.count - $0.end } ?? 0))
    skip = max(skips.lowerBound, min(skip, skips.upperBound))
  }

  private mutating func arrangeLetter(_ context: Context, width: Int) {
    if letter?.width != width,
      let inspection = context.register.view(passage, as: Passage.self).inspection
    {
      letter = (LaidOutLetter(inspection, width: width, hasFacts: false), width)
    }
    guard let (lines, _, end) = linesAround else { return }
    letterOffset = max(-end, min(letterOffset, max(0, lines.count - end - 1)))
  }

  /// The lines of the letter, and where the passage starts and ends in them.
  var linesAround: (lines: [LaidOutLetter.Line], start: Int, end: Int)? {
    guard let lines = letter?.laidOut.lines else { return nil }
    let start = lines.firstIndex { $0.passage == passage } ?? 0
    return (lines, start, (lines.lastIndex { $0.passage == passage } ?? -1) + 1)
  }

  mutating func note(_ change: Change, _ context: Context) {
    let concerned: Set<RecordType> = [.inspection, .passage, .contribution]
    if change.edits.contains(where: { concerned.contains($0.type) }) { letter = nil }
    let held = Set(contributions.rows)
    contributions.note(change, context.register)
    // The cursor follows what was just coded.
    if let new = contributions.rows.first(where: { !held.contains($0) }) {
      contributions.move(to: new)
    }
  }

  func offers(_ action: Action, _ context: Context) -> Bool {
    let passage: Passage = context.register.view(passage)
    if action == .split { return passage.text != nil }
    if action == .join {
      return passage.inspection?.letterPassages.last?.row != passage.row
    }
    return contributions.current != nil || ![.change, .remove, .note].contains(action)
  }

  mutating func perform(_ action: Action, count: Int?, _ context: Context) -> [Step]? {
    switch action {
    case .code:
      return [.prompt(CodePrompt(passage: passage, context.register))]
    case .letter:
      return letterScreen(context.register)
    case .split, .join:
      return PassageActions.perform(action, on: passage, context)
    case .nextPassage:
      return turn(by: count ?? 1, context)
    case .previousPassage:
      return turn(by: -(count ?? 1), context)
    case .pageDown:
      scroll(by: count ?? 1, panes(context))
      return []
    case .pageUp:
      scroll(by: -(count ?? 1), panes(context))
      return []
    case .halfPageDown, .halfPageUp:
      scrollHalf(by: action == .halfPageDown ? count ?? 1 : -(count ?? 1), panes(context))
      return []
    case .filter, .sort, .sortFurther:
      return nil
    default:
      if contributions.perform(action, count: count, context.register) { return [] }
      guard let row = contributions.current else {
        let key = context.keymap.keys(for: .code) ?? Action.code.spec.name
        return [.change, .remove, .note, .confirm].contains(action)
          ? [.say(Message("nothing here to change yet; \(key) codes"))] : nil
      }
      return ContributionActions.perform(action, on: row, context)
    }
  }

  /// Scrolls the text to its end first, then the letter around it; back the same way.
  private mutating func scroll(by pages: Int, _ panes: Panes) {
    let isDown = pages > 0
    if panes.isLow {
      scrollThrough(by: max(1, panes.text.height - 1) * pages)
    } else if isDown ? letterOffset >= 0 && skip < skips.upperBound : letterOffset <= 0 && skip > 0
    {
      skip += max(1, panes.text.height - 1) * pages
    } else {
      let former = letterOffset
      letterOffset += max(1, panes.after.height - 1) * pages
      // On the way back it stops where the letter goes on after the passage.
      if (former < 0) != (letterOffset < 0), former != 0 { letterOffset = 0 }
    }
  }

  /// From the passage into the letter and back, stopping where the passage begins and ends.
  private mutating func scrollThrough(by lines: Int) {
    let former = skip
    skip += lines
    for stop in [0, lastSkip] where (former < stop) == (skip > stop) && former != stop {
      skip = stop
    }
  }

  private mutating func scrollHalf(by pages: Int, _ panes: Panes) {
    if panes.isLow {
      scrollThrough(by: max(1, panes.text.height / 2) * pages)
    } else {
      letterOffset += max(1, panes.after.height / 2) * pages
    }
  }

  private func letterScreen(_ register: Register) -> [Step] {
    let inspection = register.view(passage, as: Passage.self).inspection
    return inspection.map {
      [.push(LetterScreen($0.row, register, at: register[passage].key))]
    } ?? []
  }

  /// On to another passage of the same letter.
  private mutating func turn(by step: Int, _ context: Context) -> [Step] {
    let register = context.register
    let passages =
      register.view(passage, as: Passage.self).inspection?.letterPassages.map(\.row) ?? []
    guard let place = passages.firstIndex(of: passage) else { return [] }
    let next = max(0, min(place + step, passages.count - 1))
    guard next != place else {
      return [.say(Message(step > 0 ? "the last passage of the letter" : "the first passage"))]
    }
    show(passages[next], register)
    return []
  }

  /// Goes to another passage, of this letter or another.
  mutating func show(_ passage: Row, _ register: Register) {
    let isOtherLetter =
      register[self.passage].reference(.inspection) != register[passage].reference(.inspection)
    self.passage = passage
    (skip, letterOffset) = (0, 0)
    if isOtherLetter {
      letter = nil
      search = TextSearch()
    }
    contributions = Self.list(of: passage, register)
  }

  func saved(_ register: Register) -> SavedScreen? {
    SavedScreen(
      kind: Self.kind, key: register[passage].key,
      cursor: contributions.current.map { register[$0].key })
  }
}
