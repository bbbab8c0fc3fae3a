import InspectionAnalysis
import InspectionModel

/// Screens by what they show, and by how they were remembered.
enum Screens {
  /// The screen that shows a record best.
  static func showing(_ row: Row, _ register: Register) -> (any Screen)? {
    switch row.type {
    case .area: AccountScreen(AccountRequest(.area, key: register[row].key))
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

  /// The list of all records of a type.
  static func listing(_ type: RecordType, _ context: Context) -> any Screen {
    let kind = type == .criterion ? "codebook" : type.noun.many
    let entry = ScreenEntry.all.first { $0.kind == kind && type != .review }
    if let screen = entry?.open(SavedScreen(kind: kind), context), screen.list?.type == type {
      return screen
    }
    var list = RecordList(type, showing: RecordList.shown(type), in: context.register)
    list.refresh(context.register)
    return SomeRecordsScreen(list)
  }

  /// The screen as it was, as far as its records are still there: a list with its filter, its order
  /// and its cursor.
  ///
  /// - Parameter laidOut: gives lists the layout that is remembered of them.
  static func restored(
    _ saved: SavedScreen, _ context: Context, _ laidOut: (any Screen) -> any Screen = { $0 }
  ) -> (any Screen)? {
    if let account = AccountScreen(saved) { return account }
    if saved.kind == GroupScreen.kind { return groups(saved, context.register) }
    guard let entry = ScreenEntry.all.first(where: { $0.kind == saved.kind }),
      var screen = entry.open(saved, context).map(laidOut)
    else { return nil }
    screen.list?.restore(saved, context.register)
    return screen
  }

  private static func groups(_ saved: SavedScreen, _ register: Register) -> GroupScreen? {
    saved.list?.list(own: nil, register).flatMap {
      GroupScreen($0, by: saved.key, at: saved.cursor, sort: saved.sort, register)
    }
  }
}

extension RecordList {
  /// Takes up a list as it was left: its order, its filter, its marks and its cursors.
  fileprivate mutating func restore(_ saved: SavedScreen, _ register: Register) {
    let register = home(register)
    if let order = saved.sort { sort(by: order, register) }
    setFilter(saved.filter ?? "", register)
    columnUnderCursor = saved.column
    for key in saved.marks {
      if let row = register.row(type, key: key) { marks.formUnion([Int32(row.number)]) }
    }
    if let key = saved.cursor, let row = register.row(type, key: key) { want(row) }
  }
}
