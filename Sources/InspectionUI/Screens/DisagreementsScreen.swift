import InspectionAnalysis
import InspectionModel
import InspectionOperations
import TerminalCore

/// What two passes code differently, the furthest apart first. Which of them is A changes from
/// passage to passage, so that nobody settles by name.
struct DisagreementsScreen: RegisteredScreen {
  static let kind = "disagreements"
  let agreed: Row
  let hints: [Action] = [
    .takeA, .takeB, .code, .nextPassage, .previousPassage, .agreement, .undo, .back,
  ]
  private(set) var units: [PassComparison.Unit] = []
  private var place = 0
  private(set) var settled: Set<Row> = []
  /// Lines of the passage that are scrolled away.
  private(set) var skip = 0

  init(_ agreed: Row, _ context: Context) {
    self.agreed = agreed
    refresh(context.register)
    place = units.firstIndex { !settled.contains($0.passage) } ?? 0
  }

  var list: RecordList? {
    get { nil }
    set {}
  }

  var subject: Row? { agreed }
  var isBesideCodebook: Bool { true }
  var memoSubject: Row? { unit?.passage ?? agreed }

  var position: String { units.isEmpty ? "none" : "\(place + 1) of \(units.count)" }

  func title(_ register: Register) -> String {
    let name = unit.map { register.view($0.passage, as: Passage.self).title }
    return ["Disagreements", name].compactMap(\.self).joined(separator: " ▸ ")
  }

  var unit: PassComparison.Unit? { units.indices.contains(place) ? units[place] : nil }

  /// O(queue).
  private mutating func refresh(_ register: Register) {
    let review: Review = register.view(agreed)
    guard let first = review.of.first, let second = review.of.last else { return }
    units = PassComparison(first, second).disagreements
    settled = Set(review.decisions.compactMap { $0.passage?.row })
    place = max(0, min(place, units.count - 1))
  }

  mutating func arrange(_ context: Context) {
    guard let unit else { return }
    let text = panes(unit, context).text
    let lines = PassageView(passage: context.register.view(unit.passage)).lines(width: text.width)
    skip = max(0, min(skip, lines.count - text.height))
  }

  /// After a decision the next disagreement is shown; after an undo the one it was about.
  mutating func note(_ change: Change, _ context: Context) {
    let decisions = change.edits.filter { $0.type == .decision }
    guard !decisions.isEmpty || change.edits.contains(where: { $0.type == .contribution }) else {
      return
    }
    let former = settled
    refresh(context.register)
    if let freed = former.subtracting(settled).first,
      let index = units.firstIndex(where: { $0.passage == freed })
    {
      place = index
    } else if settled != former {
      let order = units.indices.map { (place + $0) % units.count }
      place = order.first { !settled.contains(units[$0].passage) } ?? place
    }
  }

  mutating func perform(_ action: Action, count: Int?, _ context: Context) -> [Step]? {
    switch action {
    case .down, .nextPassage: move(by: count ?? 1)
    case .up, .previousPassage: move(by: -(count ?? 1))
    case .first: move(by: (count ?? 1) - 1 - place)
    case .last: move(by: (count ?? units.count) - 1 - place)
    case .pageDown, .halfPageDown: skip += 5
    case .pageUp, .halfPageUp: skip -= 5
    case .agreement: return ReviewActions.agreement(context.register.view(agreed), context)
    case .takeA, .takeB, .code, .open:
      guard let unit else { return [.say(Message("nothing to settle", .good))] }
      return settle(action, unit, context)
    default: return nil
    }
    return []
  }

  private mutating func move(by step: Int) {
    place = max(0, min(place + step, units.count - 1))
    skip = 0
  }

  private func settle(
    _ action: Action, _ unit: PassComparison.Unit, _ context: Context
  ) -> [Step] {
    let register = context.register
    guard !settled.contains(unit.passage) else {
      return [.say(context.message(for: .isSettled(passage: register[unit.passage].key)))]
    }
    let passage = SettledPassage(key: register[unit.passage].key, review: register[agreed].key)
    if action == .code || action == .open {
      return [.prompt(CodePrompt(settling: passage, register))]
    }
    let isSecond = (action == .takeA) == showsSecondAsA(unit, register)
    let drafts = (isSecond ? unit.second : unit.first).compactMap { CodeDraft($0) }
    return [.prompt(SettlePrompt(passage, isSecond ? .second : .first, drafts))]
  }

  func showsSecondAsA(_ unit: PassComparison.Unit, _ register: Register) -> Bool {
    PassComparison.showsSecondAsA(register.view(unit.passage), of: register.view(agreed))
  }

  func saved(_ register: Register) -> SavedScreen? {
    SavedScreen(kind: Self.kind, key: register[agreed].key)
  }
}
