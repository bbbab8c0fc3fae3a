import InspectionAnalysis
import InspectionModel

/// What can be done where burden is told.
enum BurdenActions {
  static func perform(
    _ action: Action, on figure: Figure?, _ request: AccountRequest, _ context: Context
  ) -> [Step]? {
    switch action {
    case .goScenarios: return [.open(AccountRequest(.scenario))]
    // What is set beside all of England is what was claimed of the first six areas.
    case .compare: return [.open(.claimOf2015)]
    case .estimate:
      let start = figure?.basis.count == 1 ? subject(figure?.basis[0], context.register) : ""
      let register = context.register
      return context.named { _ in [.prompt(EstimatePrompt(start: start, register))] }
    default: return nil
    }
  }

  /// An inspection or a framework under the cursor, as the line begins with it.
  private static func subject(_ row: Row?, _ register: Register) -> String {
    guard let row, [.inspection, .framework].contains(row.type) else { return "" }
    return register[row].key + " "
  }
}

/// What can be done with scenarios.
enum ScenarioActions {
  static func perform(
    _ action: Action, on figure: Figure?, _ request: AccountRequest, _ context: Context
  ) -> [Step]? {
    let register = context.register
    let key = request.key ?? figure?.opens?.key
    let row = key.flatMap { register.row(.scenario, key: $0) }
    switch action {
    case .new:
      let taken = Set(register.all(Scenario.self).map(\.name))
      let name = (1...).lazy.map { "Scenario \($0)" }.first { !taken.contains($0) } ?? "Scenario"
      return context.named { _ in [.prompt(ScenarioForm(new: name, register))] }
    case .change, .estimate:
      guard let row else {
        let key = context.keymap.keys(for: .new) ?? Action.new.spec.name
        return [.say(Message("no scenario under the cursor; \(key) makes one", .hint))]
      }
      if action == .change { return [.prompt(ScenarioForm(changing: register.view(row)))] }
      return context.named { _ in [.prompt(EstimatePrompt(of: row, register))] }
    default: return nil
    }
  }
}

/// What can be done at a pause point.
enum PauseActions {
  static func perform(
    _ action: Action, on figure: Figure?, _ request: AccountRequest, _ context: Context
  ) -> [Step]? {
    let register = context.register
    switch action {
    case .asOf:
      let day = request.day?.description ?? ""
      return [.prompt(TextPrompt("as of which day ", text: day) { ask($0, request) })]
    case .decide:
      guard let point = PauseProgress.point(of: request.key, in: register) else {
        return [.say(Message("the register has no pause point", .hint))]
      }
      return context.named { _ in [.prompt(DecisionPrompt(point.row))] }
    default: return nil
    }
  }

  /// The same as of another day; of today where nothing is typed.
  private static func ask(_ text: String, _ request: AccountRequest) -> [Step] {
    var request = request
    request.day = Day(iso: text)
    if request.day?.day == nil, !text.isEmpty {
      return [.say(Message("\(text) is not a date: write 2016-06-24", .warning))]
    }
    return [.change(.ask(request))]
  }
}
