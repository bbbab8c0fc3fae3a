import InspectionAnalysis
import InspectionModel
import InspectionOperations
import TerminalCore

/// What a screen may know of the rest.
struct Context: Sendable {
  let register: Register
  /// The part of the canvas that is the screen's.
  private(set) var body: Rect
  /// All that was said since the program started, the last one last.
  let messages: [MessageLog.Entry]
  /// What is wrong in the file, as far as it may be seen, and what the file is called.
  let problemsInFile: [Problem]
  let fileName: String
  /// Whether more may come to those.
  let isBeingChecked: Bool
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
  let blinding: Blinding?
  /// All there is, which accounts alone can look into.
  let whole: AccountWork.Whole
  /// The rows of the list that was drawn last.
  let drawnRows: DrawnRows
  /// The day it is.
  let today: Day
  /// What was last coded, to be repeated with one key.
  let lastCode: [CodeDraft]
  /// The area of the person at the keyboard, where they have said which and the register has it.
  let ownArea: Row?
  /// The filters that were typed, the last one last.
  let filters: [String]
  /// The screen on top, which a prompt may be about.
  let screen: any Screen
  /// Tables that were read and are not in the register yet.
  let tables: TablesAtHand?
  /// A table of no known kind while somebody says what its columns hold.
  let mapping: MappingDraft?
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

  /// A list as it is to be drawn.
  func view(of list: RecordList) -> ListView {
    ListView(list, in: register, hiddenBy: blinding, after: drawnRows)
  }

  /// What is to be chosen first, then what is wrong in the file. O(problems) with a conflict, so
  /// that only what lists problems asks for them.
  var problems: [Problem] {
    let conflicts = register.all(Conflict.self).map { Problem($0, in: fileName) }
    return conflicts.isEmpty ? problemsInFile : conflicts + problemsInFile
  }

  /// The names of the columns that the list on the screen shows.
  var shownColumns: [String] { screen.list?.layout.columns.map(\.name) ?? [] }

  var hasPreview: Bool { showsPreview ?? (body.width >= Self.previewWidth) }

  var hasCodebook: Bool {
    isBesideCodebook && (showsPreview ?? (body.width >= Self.codebookWidth))
      && body.width >= Self.narrowestWithCodebook
  }

  func criterion(_ id: String) -> Criterion? {
    register.row(.criterion, key: id).map { register.view($0) }
  }
}
