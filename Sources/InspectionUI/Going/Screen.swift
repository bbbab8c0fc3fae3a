import InspectionAnalysis
public import InspectionModel
import InspectionOperations
import TerminalCore

/// One screen: what it remembers, what it does, how it looks. A value; drawing reads nothing but
/// its arguments.
protocol Screen: Sendable {
  /// Its piece of the breadcrumb.
  func title(_ register: Register) -> String

  /// The actions it answers to beyond those of the program, those that matter most first.
  var hints: [Action] { get }

  /// What an action comes to here, where that is another: `x` writes a report where there is
  /// nothing to remove.
  var aliases: [Action: Action] { get }

  /// The record it is about, if it is about one: once that is gone, so is the screen.
  var subject: Row? { get }

  /// Whether what stands beside it in wide windows is the codebook.
  var isBesideCodebook: Bool { get }

  /// What a memo written here is about.
  var memoSubject: Row? { get }

  /// The review one works in here, if any.
  var review: Row? { get }

  /// Where the cursor is, for the status line: `12/73`.
  var position: String { get }

  /// The rows it lists, if it lists any: what filter and sort act on.
  var list: RecordList? { get set }

  /// Takes in a new size, or anything else that may have changed since; after it, `draw` shows the
  /// screen rightly.
  mutating func arrange(_ context: Context)

  /// Does what was asked, or returns nil where that means nothing here.
  mutating func perform(_ action: Action, count: Int?, _ context: Context) -> [Step]?

  /// Does what a click at a column and at a line of the body means; nil where it means nothing.
  mutating func click(x: Int, line: Int, _ context: Context) -> [Step]?

  /// The register is another now: what is hidden has changed, or more of it was read.
  mutating func renew(_ register: Register)

  /// It is another day now.
  mutating func dayChanged()

  /// Takes note of a change just made. Cost: that of the change, unless records of its list came or
  /// went.
  mutating func note(_ change: Change, _ context: Context)

  /// Puts the cursor on the record that was looked at on the screen just left.
  mutating func returned(from subject: Row)

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context)

  /// Enough to open it again at the same place.
  func saved(_ register: Register) -> SavedScreen

  // MARK: - What only some can do; others do nothing

  /// What a person should know of how it was opened.
  func notice(_ register: Register) -> Message?

  /// Goes to a passage of its queue; false where it has none, or not that one.
  mutating func go(to passage: Row, _ register: Register) -> Bool

  /// The inspection whose letter it is the page of.
  var letterOf: Row? { get }

  /// What the account it shows is narrowed to; nil where it shows none.
  var scope: String? { get }
  mutating func narrow(to scope: String)
  /// Shows another account in the same place.
  mutating func ask(_ request: AccountRequest)
  /// The account to be worked out beside the screen, if one is; its answer comes by ``take(_:)``.
  mutating func takeAccountWork(_ number: Int, _ context: Context) -> AccountWork?
  mutating func take(_ answer: AccountWork.Answer)

  /// What the trail it shows is of; nil where it shows none.
  var trailSubject: TrailSubject? { get }
  mutating func enter(_ entry: TrailEntry)
  mutating func enter(_ remark: TrailRemark, on entry: TrailEntry)
  /// Shows of a trail only what may be seen from now on.
  mutating func showTrail(_ visible: (Trail) -> Trail)
}

extension Screen {
  var aliases: [Action: Action] { [:] }
  var subject: Row? { nil }
  var isBesideCodebook: Bool { false }
  mutating func renew(_ register: Register) { list?.refresh(register) }
  mutating func dayChanged() {}
  var review: Row? { nil }
  func notice(_ register: Register) -> Message? { nil }
  mutating func go(to passage: Row, _ register: Register) -> Bool { false }
  var letterOf: Row? { nil }
  var scope: String? { nil }
  mutating func narrow(to scope: String) {}
  mutating func ask(_ request: AccountRequest) {}
  mutating func takeAccountWork(_ number: Int, _ context: Context) -> AccountWork? { nil }
  mutating func take(_ answer: AccountWork.Answer) {}
  var trailSubject: TrailSubject? { nil }
  mutating func enter(_ entry: TrailEntry) {}
  mutating func enter(_ remark: TrailRemark, on entry: TrailEntry) {}
  mutating func showTrail(_ visible: (Trail) -> Trail) {}
  var memoSubject: Row? { list?.current ?? subject }
  mutating func returned(from subject: Row) { list?.move(to: subject) }
  mutating func click(x: Int, line: Int, _ context: Context) -> [Step]? { nil }
}

/// What a screen may know of the rest.
struct Context: Sendable {
  let register: Register
  /// The part of the canvas that is the screen's.
  private(set) var body: Rect
  /// What the file's problems are, as they are shown.
  let problems: [Problem]
  let keymap: Keymap
  /// Whether a preview stands beside lists, the codebook beside passages; nil leaves it to the
  /// width.
  let showsPreview: Bool?
  /// Whether the screen is one that has the codebook beside it where there is room.
  let isBesideCodebook: Bool
  /// A line is being typed below, which leaves less room and takes all keys.
  let isTyping: Bool
  /// The criterion that line is about, by its identifier.
  let criterionInHand: String?
  /// Who sits at the keyboard.
  let reviewer: String
  /// Nobody knows who that is, so that it is to be asked before anything is coded.
  let asksForReviewer: Bool
  /// What hides a part from them for now; nil where nothing does.
  let veil: Veil?
  /// All there is, which accounts alone can look into.
  let whole: AccountWork.Whole
  /// The day it is.
  let today: Day
  /// What was last coded, to be repeated with one key.
  let lastCode: [CodeDraft]
  /// How long a passage takes, in seconds, by what was done since the start.
  let pace: Int

  /// From how many columns a preview stands beside a list. Narrower windows give the list all of
  /// their width, so that its columns can be read and a move of the cursor touches two rows and no
  /// more.
  static let previewWidth = 132
  /// From how many columns the codebook stands beside a passage, and from how many it may if one
  /// asks for it.
  static let codebookWidth = 110
  static let narrowestWithCodebook = 76

  /// The same for a part of the screen.
  func within(_ body: Rect) -> Context {
    var part = self
    part.body = body
    return part
  }

  var hasPreview: Bool { showsPreview ?? (body.width >= Self.previewWidth) }

  var hasCodebook: Bool {
    isBesideCodebook && (showsPreview ?? (body.width >= Self.codebookWidth))
      && body.width >= Self.narrowestWithCodebook
  }

  func criterion(_ id: String) -> Criterion? {
    register.row(.criterion, key: id).map { register.view($0) }
  }
}

/// What a screen or a prompt asks for.
enum Step: Sendable {
  case push(any Screen)
  case back
  /// Leaves all screens for this one.
  case go(any Screen)
  case prompt(any Prompt)
  case closePrompt
  case filter(String)
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
  case run(any InspectionOperations.Operation, then: [Step] = [])
  /// What was just coded, to be repeated with one key.
  case remember([CodeDraft])
  /// Says once who sits at the keyboard, and goes on.
  case introduce(String, then: [Step])
  case say(Message)
  case effect(Effect)
}

extension Step {
  /// Codes a passage, and keeps what was coded to be repeated.
  static func code(_ drafts: [CodeDraft], in passage: String, at place: ReviewPlace?) -> Step {
    .run(CodePassage(drafts, in: passage, at: place), then: [.remember(drafts)])
  }
}

/// What was last said, and how it matters.
public struct Message: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case note
    case good
    case warning
    case error
  }

  public let text: String
  public let kind: Kind

  public init(_ text: String, _ kind: Kind = .note) {
    self.text = text
    self.kind = kind
  }
}

/// Something wrong in a file, as it is shown.
public struct Problem: Hashable, Sendable {
  /// `register.rec:12:3`
  public let place: String
  public let isError: Bool
  public let sentence: String
  /// The record it is in, if it could be read.
  public let row: Row?
  /// The line of the file and the column in it, from 1.
  public let line: Int
  public let column: Int
  /// The line as it stands in the file; empty where the problem is not one of a line.
  public let source: String
  /// The conflict to choose in, if it is one.
  let conflict: Row?

  public init(
    place: String, line: Int, column: Int = 1, isError: Bool, sentence: String, source: String = "",
    row: Row?
  ) {
    self.place = place
    (self.line, self.column) = (line, column)
    self.isError = isError
    self.sentence = sentence
    self.source = source
    self.row = row
    conflict = nil
  }

  init(_ conflict: Conflict, in file: String) {
    place = file
    (line, column) = (1, 1)
    isError = true
    sentence = conflict.sentence
    source = ""
    row = conflict.subject
    self.conflict = conflict.row
  }
}

/// A screen as it is remembered between two starts of the program.
public struct SavedScreen: Hashable, Sendable {
  /// The screen's kind: `inspections`.
  public var kind: String
  /// The record it is about.
  public var key: String?
  public var filter: String?
  /// The record under the cursor.
  public var cursor: String?
  /// The column a list is sorted by, with `-` before it where the order is turned round.
  public var sort: String?

  public init(
    kind: String, key: String? = nil, filter: String? = nil, cursor: String? = nil,
    sort: String? = nil
  ) {
    self.kind = kind
    self.key = key
    self.filter = filter
    self.cursor = cursor
    self.sort = sort
  }
}
