import InspectionAnalysis
import InspectionModel

/// Screens by what they show, and by how they were remembered.
enum Screens {
  /// The screen that shows a record best.
  static func showing(_ row: Row, _ register: Register) -> (any Screen)? {
    switch row.type {
    case .area: InspectionsScreen(of: row, register)
    case .inspection: InspectionScreen(row, register)
    case .judgement:
      register.view(row, as: Judgement.self).inspection.map { InspectionScreen($0.row, register) }
    case .passage: PassageScreen(row, register)
    case .contribution:
      register.view(row, as: Contribution.self).passage.map {
        PassageScreen($0.row, register, at: row)
      }
    case .concern: AccountScreen(AccountRequest(.concern, key: register[row].key))
    default: nil
    }
  }

  /// The screen on which one works on a record that was just made; nil where one stays.
  static func working(on row: Row, _ context: Context) -> (any Screen)? {
    guard row.type == .review else { return nil }
    let isAgreed = context.register.view(row, as: Review.self).pass == .agreed
    return isAgreed ? DisagreementsScreen(row, context) : ReviewScreen(row, context)
  }

  /// The step that an action is which goes to a screen from anywhere; nil for any other.
  static func step(for action: Action, _ context: Context) -> Step? {
    guard let entry = ScreenEntry.all.first(where: { $0.action == action }),
      let screen = entry.open(SavedScreen(kind: entry.kind), context)
    else { return nil }
    return entry.isOnTop ? .push(screen) : .go(screen)
  }

  /// The screen as it was, as far as its records are still there: a list with its filter, its order
  /// and its cursor.
  static func restored(_ saved: SavedScreen, _ context: Context) -> (any Screen)? {
    if let account = AccountScreen(saved) { return account }
    guard let entry = ScreenEntry.all.first(where: { $0.kind == saved.kind }),
      var screen = entry.open(saved, context)
    else { return nil }
    guard screen.list != nil else { return screen }
    if let order = saved.sort { screen.list?.sort(by: order, context.register) }
    screen.list?.setFilter(saved.filter ?? "", context.register)
    if let type = screen.list?.type, let key = saved.cursor,
      let row = context.register.row(type, key: key)
    {
      screen.list?.move(to: row)
    }
    return screen
  }
}
