import InspectionAnalysis
import InspectionModel
import TerminalCore

/// What two passes code differently, the furthest apart first. Which of them is A changes from passage to passage, so
/// that nobody settles by name.
struct DisagreementsScreen: Screen {
  let agreed: Row
  let hints: [Action] = [
    .takeA, .takeB, .code, .nextPassage, .previousPassage, .agreement, .undo, .back,
  ]
  private var units: [PassComparison.Unit] = []
  private var place = 0
  private var settled: Set<Row> = []
  private var skip = 0

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

  private var unit: PassComparison.Unit? { units.indices.contains(place) ? units[place] : nil }

  /// O(queue).
  private mutating func refresh(_ register: Register) {
    let review: Review = register.view(agreed)
    guard let first = review.of.first, let second = review.of.last else { return }
    units = PassComparison(first, second).disagreements
    settled = Set(review.decisions.compactMap { $0.passage?.row })
    place = max(0, min(place, units.count - 1))
  }

  mutating func arrange(_ context: Context) {}

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
    case .pageUp, .halfPageUp: skip = max(0, skip - 5)
    case .agreement: return ReviewActions.agreement(context.register.view(agreed))
    case .takeA, .takeB, .code, .open:
      guard let unit else { return [.say(Message("nothing to settle", .good))] }
      return settle(action, unit, context.register)
    default: return nil
    }
    return []
  }

  private mutating func move(by step: Int) {
    place = max(0, min(place + step, units.count - 1))
    skip = 0
  }

  private func settle(
    _ action: Action, _ unit: PassComparison.Unit, _ register: Register
  ) -> [Step] {
    guard !settled.contains(unit.passage) else {
      return [.say(Message("this one is settled; u takes the last decision back", .warning))]
    }
    if action == .code || action == .open {
      return [.prompt(CodePrompt(settling: unit.passage, register))]
    }
    let isSecond = (action == .takeA) == showsSecondAsA(unit, register)
    let drafts = (isSecond ? unit.second : unit.first).compactMap { CodeDraft($0) }
    return [.prompt(SettlePrompt(isSecond ? .second : .first, drafts, unit.passage))]
  }

  private func showsSecondAsA(_ unit: PassComparison.Unit, _ register: Register) -> Bool {
    PassComparison.showsSecondAsA(register.view(unit.passage), of: register.view(agreed))
  }

  func saved(_ register: Register) -> SavedScreen {
    SavedScreen(kind: "disagreements", key: register[agreed].key)
  }

  // MARK: - How it looks

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    guard let unit else {
      var pen = Pen(rect.inset(left: 1))
      pen.write("Both passes say the same of every passage.", .good, on: &canvas)
      return
    }
    let isWide = context.hasCodebook
    let (main, right) = rect.split(
      columns: rect.width - (isWide ? CodeBookPane.width(of: rect.width) : 0))
    drawUnit(unit, on: &canvas, in: main.inset(left: 1, right: 1), context)
    if isWide {
      let inHand =
        context.criterionInHand.flatMap { context.register.row(.criterion, key: $0) }
        ?? unit.first.first?.criterion?.row
      CodeBookPane(register: context.register, inHand: inHand).draw(on: &canvas, in: right)
    }
  }

  private func drawUnit(
    _ unit: PassComparison.Unit, on canvas: inout Canvas, in rect: Rect, _ context: Context
  ) {
    let register = context.register
    let left = units.count { !settled.contains($0.passage) }
    var pen = Pen(rect)
    pen.write(
      [
        ("\(left) of \(units.count) left", .heading),
        (" · \(Int((unit.distance * 100).rounded())) % apart", .dim),
        (settled.contains(unit.passage) ? " · settled" : "", .strength),
      ], on: &canvas)
    let view = PassageView(passage: register.view(unit.passage))
    view.drawHead(on: &canvas, in: rect.inset(top: 1).split(rows: 2).0, context.keymap)
    let (text, below) = rect.inset(top: 3).split(
      rows: min(
        view.lines(width: rect.width).count,
        max(3, rect.height - 7 - unit.first.count - unit.second.count)))
    view.drawText(on: &canvas, in: text, skip: skip)
    drawReadings(unit, on: &canvas, in: below.inset(top: 1), register)
  }

  private func drawReadings(
    _ unit: PassComparison.Unit, on canvas: inout Canvas, in rect: Rect, _ register: Register
  ) {
    var pen = Pen(rect)
    let isSwapped = showsSecondAsA(unit, register)
    let readings = isSwapped ? [unit.second, unit.first] : [unit.first, unit.second]
    let codings = readings.map { Set($0.compactMap(Coding.init)) }
    for (index, reading) in readings.enumerated() {
      pen.write([(index == 0 ? "A" : "B", .key)], on: &canvas)
      if reading.isEmpty { pen.write("   nothing to code", .dim, on: &canvas) }
      for contribution in reading {
        let isShared = Coding(contribution).map(codings[1 - index].contains) ?? false
        write(contribution, isShared: isShared, with: &pen, on: &canvas)
      }
    }
    let decisions = register.view(agreed, as: Review.self).decisions
    if let decision = decisions.first(where: { $0.passage?.row == unit.passage }) {
      pen.blank()
      pen.paragraph("settled: \(decision.reason)", .strength, on: &canvas)
    }
  }

  /// What both say is dimmed, so that what differs stands out.
  private func write(
    _ contribution: Contribution, isShared: Bool, with pen: inout Pen, on canvas: inout Canvas
  ) {
    guard let draft = CodeDraft(contribution) else { return }
    let criterion = contribution.criterion.map { " \($0.key) \($0.name)" } ?? ""
    pen.write(
      [
        ("   ", .text), (draft.direction.rawValue + " ", isShared ? .dim : draft.direction.role),
        (contribution.agency?.name ?? draft.agency, isShared ? .dim : .text),
        (criterion + draft.partners, .dim), (isShared ? "  both" : "", .dim),
      ], on: &canvas)
    if let note = contribution.note { pen.paragraph(note, .dim, on: &canvas, indent: 5) }
  }
}
