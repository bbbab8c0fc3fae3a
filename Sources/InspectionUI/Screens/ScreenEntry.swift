import InspectionAnalysis
import InspectionModel

/// One kind of screen, with all that is known of it outside of its own file: what it is called
/// where screens are remembered, the action that goes there from anywhere, and how it is opened.
///
/// A new screen is a file of its own, an entry here and, if a key goes to it, a line in the table
/// of actions:
///
///     ScreenEntry("areas", by: .goAreas) { _, context in AreasScreen(context.register) }
struct ScreenEntry: Sendable {
  let kind: String
  /// What goes to it from anywhere; nil where one comes to it only from a record.
  let action: Action?
  /// Whether one comes back from it to where one was.
  let isOnTop: Bool
  /// Opens it as it was remembered, or for the first time; nil where its record is gone.
  let open: @Sendable (SavedScreen, Context) -> (any Screen)?

  private init(
    _ kind: String, by action: Action? = nil, isOnTop: Bool = false,
    open: @escaping @Sendable (SavedScreen, Context) -> (any Screen)?
  ) {
    (self.kind, self.action, self.isOnTop, self.open) = (kind, action, isOnTop, open)
  }

  /// Every kind that can be gone to or opened again. Accounts are told apart by their topics.
  static let all: [ScreenEntry] = [
    ScreenEntry("areas", by: .goAreas) { _, context in AreasScreen(context.register) },
    ScreenEntry("inspections", by: .goInspections) { saved, context in
      guard saved.key != nil else { return InspectionsScreen(context.register) }
      return saved.row(.area, context).map { InspectionsScreen(of: $0, context.register) }
    },
    ScreenEntry("inspection") { saved, context in
      saved.row(.inspection, context).map { InspectionScreen($0, context.register) }
    },
    ScreenEntry("judgements", by: .goJudgements) { _, context in
      JudgementsScreen(context.register)
    },
    ScreenEntry("passages", by: .goPassages) { _, context in PassagesScreen(context.register) },
    ScreenEntry("letter") { saved, context in
      saved.row(.inspection, context)
        .map { LetterScreen($0, context.register, at: saved.cursor) }
    },
    ScreenEntry("passage") { saved, context in
      saved.row(.passage, context).map { PassageScreen($0, context.register) }
    },
    ScreenEntry("contributions", by: .goContributions) { _, context in
      ContributionsScreen(context.register)
    },
    ScreenEntry("reviews", by: .goReviews) { _, context in ReviewsScreen(context) },
    ScreenEntry("review") { saved, context in
      saved.row(.review, context).map { ReviewScreen($0, at: saved.cursor, context) }
    },
    ScreenEntry("disagreements") { saved, context in
      saved.row(.review, context).map { DisagreementsScreen($0, context) }
    },
    ScreenEntry("memos", by: .goMemos) { _, context in MemosScreen(context.register) },
    ScreenEntry("memo") { saved, context in
      saved.row(.memo, context).map { MemoScreen($0) }
    },
    ScreenEntry("some") { saved, context in
      saved.list?.list(own: saved.filter, context.register)
        .map { SomeRecordsScreen($0, title: saved.key) }
    },
    ScreenEntry(WelcomeScreen.kind, by: .goWelcome, isOnTop: true) { _, _ in WelcomeScreen() },
    ScreenEntry(ImportScreen.kind, isOnTop: true) { _, context in
      context.tables.map { _ in ImportScreen() }
    },
    ScreenEntry(MappingScreen.kind, isOnTop: true) { _, context in
      context.mapping.map { _ in MappingScreen() }
    },
    ScreenEntry("messages", by: .goLog, isOnTop: true) { _, _ in LogScreen() },
    ScreenEntry("codebook", by: .goCodebook) { _, context in CodebookScreen(context.register) },
    ScreenEntry("problems", by: .goProblems, isOnTop: true) { _, context in
      ProblemsScreen(context)
    },
  ]
}

extension SavedScreen {
  /// The record it was about, if that is still there.
  fileprivate func row(_ type: RecordType, _ context: Context) -> Row? {
    key.flatMap { context.register.row(type, key: $0) }
  }
}
