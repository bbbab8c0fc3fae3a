import InspectionAnalysis
import InspectionModel

/// Screens by what they show, and by how they were remembered.
enum Screens {
  /// The screen that shows a record best.
  static func showing(_ row: Row, _ register: Register) -> (any Screen)? {
    switch row.type {
    case .area: InspectionsScreen(of: row, register)
    case .inspection: InspectionScreen(row, register)
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

  /// The screen as it was, as far as its records are still there.
  static func restored(_ saved: SavedScreen, _ context: Context) -> (any Screen)? {
    let register = context.register
    if saved.kind == "review", let row = saved.key.flatMap({ register.row(.review, key: $0) }) {
      return restoredReview(row, at: saved.cursor, context)
    }
    if saved.kind == "reviews" { return ReviewsScreen(context) }
    if saved.kind == "disagreements" {
      return saved.key.flatMap { register.row(.review, key: $0) }
        .map { DisagreementsScreen($0, context) }
    }
    if let account = AccountScreen(saved) { return account }
    guard var screen = opened(saved, register) else { return nil }
    if let order = saved.sort { screen.list?.sort(by: order, register) }
    if screen.list != nil { screen.list?.setFilter(saved.filter ?? "", register) }
    if let type = screen.list?.type, let key = saved.cursor, let row = register.row(type, key: key)
    {
      screen.list?.move(to: row)
    }
    return screen
  }

  /// A review at the very passage at which it was left, if that is still in it.
  private static func restoredReview(
    _ row: Row, at passage: String?, _ context: Context
  ) -> (any Screen)? {
    var screen = ReviewScreen(row, context)
    if let passage = passage.flatMap({ context.register.row(.passage, key: $0) }) {
      _ = screen.go(to: passage, context.register)
    }
    return screen
  }

  private static func opened(_ saved: SavedScreen, _ register: Register) -> (any Screen)? {
    func row(_ type: RecordType) -> Row? { saved.key.flatMap { register.row(type, key: $0) } }
    switch saved.kind {
    case "areas": return AreasScreen(register)
    case "inspections":
      guard saved.key != nil else { return InspectionsScreen(register) }
      return row(.area).map { InspectionsScreen(of: $0, register) }
    case "inspection": return row(.inspection).map { InspectionScreen($0, register) }
    case "letter":
      return row(.inspection).map { LetterScreen($0, register, at: saved.cursor) }
    case "passage": return row(.passage).map { PassageScreen($0, register) }
    case "contributions": return ContributionsScreen(register)
    case "memos": return MemosScreen(register)
    case "codebook": return CodebookScreen(register)
    case "problems": return ProblemsScreen()
    default: return nil
    }
  }
}
