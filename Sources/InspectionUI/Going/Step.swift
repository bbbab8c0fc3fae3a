import InspectionAnalysis
import InspectionModel
import InspectionOperations

/// What a screen or a prompt asks for: to go somewhere, a prompt, an act of the field. What
/// changes something else is grouped by what it changes, each group with a type of its own.
enum Step: Sendable {
  // MARK: Going somewhere

  case push(any Screen)
  case back
  /// Leaves all screens for the list of all records of a type.
  case list(RecordType)
  /// Leaves all screens for this one.
  case go(any Screen)
  /// Shows an account.
  case open(AccountRequest)
  /// Goes on with a record on the screen where one works on it.
  case work(on: Row)
  /// Puts the cursor of the list on a record.
  case select(Row)
  /// Does what the key for an action does.
  case act(Action)

  // MARK: Asking for a line

  case prompt(any Prompt)
  case closePrompt

  // MARK: Doing something

  /// Asks what an act of the field would do, and makes that; then goes on, unless it was refused.
  case run(any Operation, then: [Step] = [])
  /// Says once who sits at the keyboard, and goes on.
  case introduce(String, then: [Step])
  case change(ScreenChange)
  case remember(Remembered)
  case tables(TablesChange)
  case say(Message)
  case effect(Effect)
}

/// A change to how the screen on top looks. What it lacks is left alone.
enum ScreenChange: Sendable {
  /// Narrows the list, or what an account counts.
  case narrow(String)
  /// Shows a column of the list, or hides it.
  case toggleColumn(String)
  /// Shows the columns that the list had at first, in their order.
  case firstColumns
  /// Searches the text from a line on; an empty text ends the search.
  case search(String, from: Int)
  /// Puts it back as it was before the search.
  case restore(any Screen)
  /// Shows another account in place of the one that is shown.
  case ask(AccountRequest)
}

/// What is kept in mind of what was typed, coded or said, some of it until the next start.
enum Remembered: Sendable {
  /// A filter that was typed, to be typed again with one key.
  case filter(String)
  /// What was just coded, to be repeated with one key.
  case coded([CodeDraft])
  /// The area of the person at the keyboard, by its key.
  case ownArea(String)
}

/// What becomes of the tables at hand.
enum TablesChange: Sendable {
  /// Something was decided of one of them.
  case decide(TableDecision, ofTable: Int)
  /// Something was said of one of no known kind.
  case map(MappingDraft.Choice)
  /// They are in the register, or given up.
  case done
}

extension Step {
  /// Whether it only says why nothing comes of what was asked.
  var isRefusal: Bool {
    if case .say(let message) = self { message.kind.isRefusal } else { false }
  }

  /// Codes a passage, and keeps what was coded to be repeated.
  static func code(_ drafts: [CodeDraft], in passage: String, at place: ReviewPlace?) -> Step {
    .run(CodePassage(drafts, in: passage, at: place), then: [.remember(.coded(drafts))])
  }
}
