import InspectionAnalysis
import InspectionModel
import TerminalCore

/// One screen: what it remembers, what it does, how it looks. A value; drawing reads nothing but
/// its arguments.
protocol Screen: Sendable {
  /// Its piece of the breadcrumb.
  func title(_ register: Register) -> String

  /// The actions it answers to beyond those of the program, those that matter most first.
  var hints: [Action] { get }

  /// What an action of its hints is called here, where that is not its name.
  func hintName(_ action: Action) -> String?

  /// What an action of its hints does here, where that is more than its summary says.
  func summary(of action: Action) -> String?

  /// Whether an action of its hints comes to something as things stand.
  func offers(_ action: Action, _ context: Context) -> Bool

  /// The record it is about, if it is about one: once that is gone, so is the screen.
  var subject: Row? { get }

  /// Whether what stands beside it in wide windows is the codebook.
  var isBesideCodebook: Bool { get }

  /// What a memo written here is about.
  var memoSubject: Row? { get }

  /// The records that an action may be done to, the one under the innermost cursor first.
  var acted: [Row] { get }

  /// What is copied from here.
  var quoted: Row? { get }

  /// The review one works in here, if any.
  var review: Row? { get }

  /// Where the cursor is, for the status line: `12/73`.
  var position: String { get }

  /// The rows it lists, if it lists any: what filter and sort act on.
  var list: RecordList? { get set }

  /// The list whose rows may be looked for beside the screen: the one it shows, or counts.
  var listed: RecordList? { get set }

  /// Whether it shows what tables at hand would change, or what their columns hold.
  var showsTables: Bool { get }

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

  /// Enough to open it again at the same place; nil where nothing of the register is in it, so that
  /// it stays as it is.
  func saved(_ register: Register) -> SavedScreen?

  // MARK: - What only some can do; others do nothing

  /// What is searched for in the text it shows; nil where it shows lists or figures.
  var search: TextSearch? { get set }
  /// The lines of that text, as wide as they are shown.
  func textLines(_ context: Context) -> [String]
  /// The first line in the window.
  var topLine: Int { get }
  /// Brings a line into the window.
  mutating func reveal(line: Int, _ context: Context)

  /// What a person should know of how it was opened.
  func notice(_ register: Register) -> Message?

  /// Goes to a passage of its queue; false where it has none, or not that one.
  mutating func go(to passage: Row, _ register: Register) -> Bool

  /// The inspection whose letter it is the page of.
  var letterOf: Row? { get }

  /// What the account it shows is narrowed to; nil where it shows none.
  var scope: String? { get }
  mutating func narrow(to scope: String)
  /// The key of the area it is the page of: what is asked from there is asked of that area, and one
  /// comes back to it.
  var areaKey: String? { get }
  /// Shows another account in the same place.
  mutating func ask(_ request: AccountRequest)
  /// The account to be worked out beside the screen, if one is; ``receive(_:)`` gets its answer.
  mutating func takeAccountWork(_ number: Int, _ context: Context) -> AccountWork?
  mutating func receive(_ answer: AccountWork.Answer)

  /// What the trail it shows is of; nil where it shows none.
  var trailSubject: TrailSubject? { get }
  mutating func enter(_ entry: TrailEntry)
  mutating func enter(_ remark: TrailRemark, on entry: TrailEntry)
  /// Shows of a trail only what may be seen from now on.
  mutating func showTrail(_ visible: (Trail) -> Trail)
}

/// A screen that can be gone to from anywhere, or opened again as it was remembered.
protocol RegisteredScreen: Screen {
  /// What it is called where screens are remembered.
  static var kind: String { get }
}

extension Screen {
  var listed: RecordList? {
    get { list }
    set { list = newValue }
  }
  func hintName(_ action: Action) -> String? { nil }
  func summary(of action: Action) -> String? { nil }
  func offers(_ action: Action, _ context: Context) -> Bool { true }
  var subject: Row? { nil }
  var isBesideCodebook: Bool { false }
  var showsTables: Bool { false }
  mutating func renew(_ register: Register) { list?.refresh(register) }
  mutating func dayChanged() {}
  var review: Row? { nil }
  var search: TextSearch? {
    get { nil }
    set {}
  }
  func textLines(_ context: Context) -> [String] { [] }
  var topLine: Int { 0 }
  mutating func reveal(line: Int, _ context: Context) {}
  func notice(_ register: Register) -> Message? { nil }
  mutating func go(to passage: Row, _ register: Register) -> Bool { false }
  var letterOf: Row? { nil }
  var scope: String? { nil }
  mutating func narrow(to scope: String) {}
  var areaKey: String? { nil }
  mutating func ask(_ request: AccountRequest) {}
  mutating func takeAccountWork(_ number: Int, _ context: Context) -> AccountWork? { nil }
  mutating func receive(_ answer: AccountWork.Answer) {}
  var trailSubject: TrailSubject? { nil }
  mutating func enter(_ entry: TrailEntry) {}
  mutating func enter(_ remark: TrailRemark, on entry: TrailEntry) {}
  mutating func showTrail(_ visible: (Trail) -> Trail) {}
  var memoSubject: Row? { list?.currentRecord ?? subject }
  var acted: [Row] { [memoSubject].compactMap(\.self) }
  var quoted: Row? { memoSubject }
  mutating func returned(from subject: Row) { list?.move(to: subject) }
  mutating func click(x: Int, line: Int, _ context: Context) -> [Step]? { nil }
}
