import InspectionAnalysis
import InspectionModel

/// One kind of screen, with all that is known of it outside of its own file: what it is called
/// where screens are remembered, its title, the action that goes there from anywhere, and how it is
/// opened.
///
/// A new screen is a file of its own, an entry here and, if a key goes to it, a line in the table
/// of actions:
///
///     ScreenEntry(AreasScreen.self, "Areas", by: .goAreas) { _, context in
///       AreasScreen(context.register)
///     }
struct ScreenEntry: Sendable {
  let kind: String
  /// Nil where it says which record the screen is of.
  let title: String?
  /// What goes to it from anywhere; nil where one comes to it only from a record.
  let action: Action?
  /// Whether one comes back from it to where one was.
  let isOnTop: Bool
  /// Opens it as it was remembered, or for the first time; nil where its record is gone.
  let open: @Sendable (SavedScreen, Context) -> (any Screen)?

  private init(
    _ screen: any RegisteredScreen.Type, _ title: String? = nil, by action: Action? = nil,
    isOnTop: Bool = false,
    open: @escaping @Sendable (SavedScreen, Context) -> (any Screen)?
  ) {
    (kind, self.title, self.action) = (screen.kind, title, action)
    (self.isOnTop, self.open) = (isOnTop, open)
  }

  /// Every kind that can be gone to or opened again. Accounts are told apart by their topics.
  static let all: [ScreenEntry] = [
    ScreenEntry(AreasScreen.self, "Areas", by: .goAreas) { _, context in
      AreasScreen(context.register)
    },
    ScreenEntry(InspectionsScreen.self, "Inspections", by: .goInspections) { saved, context in
      guard saved.key != nil else { return InspectionsScreen(context.register) }
      return saved.row(.area, context).map { InspectionsScreen(of: $0, context.register) }
    },
    ScreenEntry(InspectionScreen.self) { saved, context in
      saved.row(.inspection, context).map { InspectionScreen($0, context.register) }
    },
    ScreenEntry(JudgementsScreen.self, "Judgements", by: .goJudgements) { _, context in
      JudgementsScreen(context.register)
    },
    ScreenEntry(PassagesScreen.self, "Passages", by: .goPassages) { _, context in
      PassagesScreen(context.register)
    },
    ScreenEntry(LetterScreen.self) { saved, context in
      saved.row(.inspection, context)
        .map { LetterScreen($0, context.register, at: saved.cursor) }
    },
    ScreenEntry(PassageScreen.self) { saved, context in
      saved.row(.passage, context).map { PassageScreen($0, context.register) }
    },
    ScreenEntry(ContributionsScreen.self, "Contributions", by: .goContributions) { _, context in
      ContributionsScreen(context.register)
    },
    ScreenEntry(ReviewsScreen.self, "Reviews", by: .goReviews) { _, context in
      ReviewsScreen(context)
    },
    ScreenEntry(ReviewScreen.self) { saved, context in
      saved.row(.review, context).map { ReviewScreen($0, at: saved.cursor, context) }
    },
    ScreenEntry(DisagreementsScreen.self) { saved, context in
      saved.row(.review, context).map { DisagreementsScreen($0, context) }
    },
    ScreenEntry(MemosScreen.self, "Memos", by: .goMemos) { _, context in
      MemosScreen(context.register)
    },
    ScreenEntry(MemoScreen.self) { saved, context in
      saved.row(.memo, context).map { MemoScreen($0) }
    },
    ScreenEntry(SomeRecordsScreen.self) { saved, context in
      saved.list?.list(own: saved.filter, context.register)
        .map { SomeRecordsScreen($0, title: saved.key) }
    },
    ScreenEntry(WelcomeScreen.self, "Welcome", by: .goWelcome, isOnTop: true) { _, _ in
      WelcomeScreen()
    },
    ScreenEntry(ImportScreen.self, "Import", isOnTop: true) { _, context in
      context.tables.map { _ in ImportScreen() }
    },
    ScreenEntry(MappingScreen.self, "Columns of a table", isOnTop: true) { _, context in
      context.mapping.map { _ in MappingScreen() }
    },
    ScreenEntry(LogScreen.self, "Messages", by: .goLog, isOnTop: true) { _, _ in LogScreen() },
    ScreenEntry(CodebookScreen.self, "Codebook", by: .goCodebook) { _, context in
      CodebookScreen(context.register)
    },
    ScreenEntry(ProblemsScreen.self, "Problems", by: .goProblems, isOnTop: true) { _, context in
      ProblemsScreen(context)
    },
  ]
}

extension RegisteredScreen {
  /// Its title where that is the same of all screens of its kind.
  static var title: String { ScreenEntry.all.first { $0.kind == kind }?.title ?? "" }

  func title(_ register: Register) -> String { Self.title }
}

extension SavedScreen {
  /// The record it was about, if that is still there.
  fileprivate func row(_ type: RecordType, _ context: Context) -> Row? {
    key.flatMap { context.register.row(type, key: $0) }
  }
}
