import InspectionAnalysis
import InspectionModel
import InspectionOperations

/// What a screen or a prompt asks for: to go somewhere, a prompt, an act of the field, a sentence,
/// something to be kept in mind, or an effect on the world outside.
enum Step: Sendable {
  case push(any Screen)
  case back
  /// Leaves all screens for the list of all records of a type.
  case list(RecordType)
  /// Leaves all screens for this one.
  case go(any Screen)
  case prompt(any Prompt)
  case closePrompt
  case filter(String)
  /// Keeps a filter that was typed, to be typed again with one key.
  case typedFilter(String)
  /// Shows a column of the list, or hides it.
  case toggleColumn(String)
  /// Shows the columns that the list had at first, in their order.
  case firstColumns
  /// Searches the text on the screen from a line on; an empty text ends the search.
  case search(String, from: Int)
  /// Brings a screen back as it was before something was searched on it.
  case restore(any Screen)
  /// Shows an account.
  case open(AccountRequest)
  /// Shows another account in place of the one that is shown.
  case ask(AccountRequest)
  /// Goes on with a record on the screen where one works on it.
  case work(on: Row)
  /// Puts the cursor of the list on a record.
  case select(Row)
  case act(Action)
  /// Asks what an act of the field would do, and makes that; then goes on, unless it was refused.
  case run(any Operation, then: [Step] = [])
  /// What was just coded, to be repeated with one key.
  case remember([CodeDraft])
  /// Says once who sits at the keyboard, and goes on.
  case introduce(String, then: [Step])
  /// Says which area is theirs, by its key.
  case ownArea(String)
  /// Notes what was decided of one of the tables at hand.
  case decide(TableDecision, ofTable: Int)
  /// Notes what was said of a table of no known kind.
  case map(MappingDraft.Choice)
  /// The tables at hand are in the register.
  case tablesDone
  case say(Message)
  case effect(Effect)
}

extension Step {
  /// Whether it only says why nothing comes of what was asked.
  var isRefusal: Bool {
    if case .say(let message) = self { message.kind.isRefusal } else { false }
  }

  /// Codes a passage, and keeps what was coded to be repeated.
  static func code(_ drafts: [CodeDraft], in passage: String, at place: ReviewPlace?) -> Step {
    .run(CodePassage(drafts, in: passage, at: place), then: [.remember(drafts)])
  }
}
