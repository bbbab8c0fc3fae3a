public import InspectionModel
import InspectionOperations
public import Manual
public import TerminalCore

/// Everything the program shows and knows, in one value. It changes in an ``Engine`` alone, and
/// ``draw()`` reads nothing else.
public struct State: Sendable {
  /// What the person at the keyboard may see: all there is, or without what a blind review hides
  /// from them.
  public internal(set) var register: Register
  /// All there is, and what hides a part of it, while anything is hidden.
  var hidden: Hidden?
  public internal(set) var scheme: Scheme
  /// Gives the names of all colour schemes.
  let schemes: @Sendable () -> [String]
  var history = History()
  var lookingBack = LookingBack()
  /// The last change made since the program started, as it stands in the trail.
  var lastEntry: TrailEntry?
  /// What the last undo could not take back, or the last redo not do again, until another key is
  /// pressed.
  var standsInTheWay: Change?
  /// The layouts of lists that were changed, by the lists' names.
  public internal(set) var layouts: [String: TableLayout] = [:]
  /// The screens one came through; the last is shown. Never empty.
  var screens: [any Screen]
  /// The screens to open once the register is here; nil where those that are open stay.
  var resumed: [SavedScreen]?
  /// What lists were narrowed to.
  public internal(set) var filters = TypedFilters()
  /// The places one was at before, and those one came back from.
  var journey = Journey()
  var isTravelling = false
  /// How often one went to a screen from anywhere, which makes another place of the same screen.
  var visits = 0
  var prompt: (any Prompt)?
  var keymap: Keymap
  /// Gives the topics of the manual, which are read when somebody asks for help.
  let manual: @Sendable () -> [ManualTopic]
  /// The first keys of a chord.
  var chord: [Key] = []
  var count: Int?
  /// What was just said, until the next key.
  public internal(set) var message: Message? {
    didSet {
      if let message { log.add(message, at: now) }
    }
  }
  var log = MessageLog()
  /// The minute it is; nil where nobody tells.
  var now: Moment?
  var unsaved = UnsavedChanges()
  var size: Size
  var showsPreview: Bool?
  /// Whether the mouse is the program's and not the terminal's.
  public internal(set) var usesMouse: Bool
  public internal(set) var problems: [Problem] {
    didSet { hideProblems() }
  }
  /// Problems of records that may be seen.
  var shownProblems: [Problem] = []
  public internal(set) var file: FileState
  public internal(set) var reviewer: String
  /// Nothing on this machine tells who that is, so that it is to be asked.
  var asksForReviewer: Bool
  /// The key of the area that they said is theirs.
  var ownArea: String?
  public internal(set) var today: Day
  var keyGenerator: SplitMix
  /// The text being typed as it was last kept.
  var keptDraft: Draft?
  /// What was last coded.
  var lastCode: [CodeDraft] = []
  var clock = Clock()
  /// Leaving would lose changes, and the person was told so by the key before.
  var wasWarnedOfLoss = false
  /// Tables that were read and are not in the register yet.
  var tables: TablesAtHand?
  /// A table of no known kind while somebody says what its columns hold.
  var mapping: MappingDraft?
  /// The folder the last table was read from.
  var tablesFolder = ""
  /// The folder the last letter was read from, where the next one is likely to be.
  var lettersFolder = ""
  /// How many things are being read or fetched beside the screen, and whether they are to end.
  var readings = 0
  var isStopping = false
  /// The number of the work on a list that was given out last.
  var listNumber = 0
  /// Whether a key was pressed, so that one is not to be taken elsewhere.
  public internal(set) var hasTyped = false
  /// Another program may have written the file, and nobody has looked yet.
  var looksOutside = false
  /// The rows of the list that was drawn last; all copies share them.
  let drawnRows = DrawnRows()

  /// - Parameters:
  ///   - schemes: gives the names of all colour schemes.
  ///   - manual: gives the topics of the manual.
  ///   - seed: what the keys of new contributions are drawn from; another at each start.
  public init(
    register: Register, file: FileState, problems: [Problem] = [], scheme: Scheme,
    schemes: @escaping @Sendable () -> [String] = { [] }, keymap: Keymap = Keymap(),
    manual: @escaping @Sendable () -> [ManualTopic] = { [] },
    reviewer: String?, today: Day, seed: UInt64, size: Size, usesMouse: Bool = true
  ) {
    self.register = register
    self.file = file
    unsaved.keepLast(file.unsaved)
    self.problems = problems
    self.scheme = scheme
    self.schemes = schemes
    self.keymap = keymap
    self.manual = manual
    self.reviewer = reviewer ?? "analyst"
    asksForReviewer = reviewer == nil
    self.today = today
    self.size = size
    self.usesMouse = usesMouse
    keyGenerator = SplitMix(seed: seed)
    screens = []
    renewBlinding()
    screens = [AreasScreen(self.register)]
    arrange()
  }

  /// Goes on with another day.
  mutating func begin(_ day: Day) {
    today = day
    for index in screens.indices { screens[index].dayChanged() }
  }

  /// The screen shown.
  var screen: any Screen {
    get { screens[screens.count - 1] }
    set { screens[screens.count - 1] = newValue }
  }

  var context: Context { context(body: frame.body) }

  func context(body: Rect) -> Context {
    Context(
      register: register, body: body, messages: log.entries, problemsInFile: shownProblems,
      fileName: file.name, isBeingChecked: file.isBeingChecked, keymap: keymap,
      showsPreview: showsPreview, isBesideCodebook: screen.isBesideCodebook,
      isTyping: prompt != nil, criterionInHand: prompt?.criterionInHand, reviewer: reviewer,
      asksForReviewer: asksForReviewer, blinding: hidden?.blinding,
      whole: AccountWork.Whole(whole), drawnRows: drawnRows, today: today, lastCode: lastCode,
      ownArea: ownArea.flatMap { register.row(.area, key: $0) }, filters: filters.all,
      screen: screen, tables: tables, mapping: mapping, pace: clock.pace)
  }

  /// Whether a line is being typed, which is about records as they are.
  public var isTyping: Bool { prompt != nil }

  /// The work a person would not want to lose by leaving.
  public var isUnsaved: Bool { file.unsaved > 0 || file.isSaving }
}
