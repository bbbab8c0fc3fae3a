import InspectionAnalysis
import InspectionModel
import InspectionOperations

/// Everything a person can ask for. The table below makes the keys, the hints, the help and the
/// palette.
public enum Action: Int, CaseIterable, Sendable {
  case down, up, pageDown, pageUp, halfPageDown, halfPageUp, first, last
  case open, back, left, right, letter
  case nextPassage, previousPassage, nextUncoded, jump
  case goAreas, goInspections, goPassages, goJudgements, goContributions, goReviews, goMemos,
    goCodebook
  case goPicture, goFramework, goConcerns, goBurden, goScenarios, goProgramme, goMethod
  case goBrief, goValue, goTrend
  case goProblems, goLog, goWelcome, goBack, goForth
  case filter, nextHit, previousHit, widen, preview
  case columnLeft, columnRight, sort, sortFurther, group, keep, leaveOut
  case columns, hideColumn, widenColumn, moveColumnLeft, moveColumnRight
  case mark, markToHere, markAll
  case code, change, remove, note, confirm, takeOther
  case new, postpone, nothing, flag, memo, memoInEditor, split, join
  case takeA, takeB, agreement, close, trail, because
  case estimate, asOf, decide, otherReading, compare
  case readReport, importTables, copy, copyRecord, export
  case undo, redo, save
  case palette, help, nextScheme, mouse, redraw, suspend, quit, quitWithoutSaving
}

/// One line of the table: what the action is called, what it does, and its keys.
///
/// An action that does one thing to the record under the cursor, and asks nothing, is a line here
/// and its operation. Whatever else an action does, the screens say that answer to it.
///
///     ActionSpec(
///       .confirm, "confirm", "Confirm a suspect contribution; of two versions, keep this", .code,
///       changes: true, only: "a suspect contribution, one of two versions, or a table to import",
///       does: { $0.row.type == .contribution ? ConfirmContribution($0.key) : nil }, "v")
public struct ActionSpec: Sendable {
  public let action: Action
  /// The name in the palette and the key file.
  public let name: String
  public let summary: String
  /// The keys it has from the start, each in the usual notation; several keys after one another are
  /// a chord.
  public let keys: [String]
  /// Where the help puts it.
  public let group: Group
  /// The account that it leads to, if it leads to one.
  let topic: Topic?
  /// Whether it leads to a change of the register or of its file.
  let changesRegister: Bool
  /// Whether it opens a line to be typed in: where it cannot, what is typed is still taken, so that
  /// no word becomes commands.
  let opensLine: Bool
  /// What it is for, where it is not for everything: said where it does nothing.
  let purpose: String?
  /// What it does to a record under the cursor that no screen sees to; nil for records of which it
  /// does nothing.
  let act: (@Sendable (Record) -> (any Operation)?)?

  public enum Group: String, CaseIterable, Sendable {
    case move = "Moving"
    case go = "Going places"
    case list = "Lists"
    case code = "Coding"
    case review = "Reviews"
    case analysis = "Analyses"
    case register = "The register"
    case program = "The program"
  }

  private init(
    _ action: Action, _ name: String, _ summary: String, _ group: Group,
    opens topic: Topic? = nil, changes: Bool = false, types opensLine: Bool = false,
    only purpose: String? = nil, does act: (@Sendable (Record) -> (any Operation)?)? = nil,
    _ keys: String...
  ) {
    self.action = action
    self.name = name
    self.summary = summary
    self.group = group
    self.keys = keys
    self.topic = topic
    changesRegister = changes
    self.opensLine = opensLine
    self.purpose = purpose
    self.act = act
  }

  /// Where each action stands in the table, by its number.
  fileprivate static let places = table.indices.sorted {
    table[$0].action.rawValue < table[$1].action.rawValue
  }

  public static let table: [ActionSpec] = [
    ActionSpec(.down, "down", "Next row; 10j goes ten rows", .move, "j", "<Down>", "<C-n>"),
    ActionSpec(.up, "up", "Previous row", .move, "k", "<Up>", "<C-p>"),
    ActionSpec(.pageDown, "page-down", "Next page", .move, "<PgDn>", "<C-f>"),
    ActionSpec(.pageUp, "page-up", "Previous page", .move, "<PgUp>", "<C-b>"),
    ActionSpec(.halfPageDown, "half-page-down", "Half a page down", .move, "<C-d>"),
    ActionSpec(.halfPageUp, "half-page-up", "Half a page up", .move, "<C-u>"),
    ActionSpec(.first, "first", "First row", .move, "g g", "<Home>"),
    ActionSpec(.last, "last", "Last row; 12G goes to row 12", .move, "G", "<End>"),
    ActionSpec(.open, "open", "Open the row under the cursor", .move, "<Enter>"),
    ActionSpec(
      .back, "back", "Clear a message, a search, a filter; else go back", .move, "<Esc>", "<BS>"),
    ActionSpec(
      .right, "right", "In a table, one figure right; elsewhere, open the row", .move, "l",
      "<Right>"),
    ActionSpec(
      .left, "left", "In a table, one figure left; elsewhere, go back", .move, "h", "<Left>"),
    ActionSpec(
      .letter, "letter", "The letter as a page", .move, only: "an inspection or a passage", "t"),
    ActionSpec(
      .nextPassage, "next-passage", "The next passage", .move, only: "passages and letters", "J",
      "]"),
    ActionSpec(
      .previousPassage, "previous-passage", "The previous passage", .move,
      only: "passages and letters", "K", "["),
    ActionSpec(
      .nextUncoded, "next-uncoded", "Next passage not coded; an inspection's agencies", .move,
      only: "a review or an inspection",
      "<Tab>"),
    ActionSpec(.jump, "jump", "Go to any passage by area and number: croydon i4", .move, "'"),

    ActionSpec(.goAreas, "areas", "Every area, with its inspections", .go, "g a"),
    ActionSpec(.goInspections, "inspections", "Every inspection", .go, "g i"),
    ActionSpec(.goPassages, "passages", "Every passage of every letter", .go, "g e"),
    ActionSpec(.goJudgements, "judgements", "Every grade, and why there is none", .go, "g j"),
    ActionSpec(.goContributions, "contributions", "Everything that has been coded", .go, "g c"),
    ActionSpec(.goReviews, "reviews", "Reviews, and which await a second pass", .go, "g r"),
    ActionSpec(.goMemos, "memos", "Every memo, flag and deferral", .go, "g n"),
    ActionSpec(.goCodebook, "codebook", "The criteria: add, redefine, merge, retire", .go, "g d"),
    ActionSpec(
      .goBrief, "brief", "The questions of 2015 on a page each", .go, opens: .brief, "g q"),
    ActionSpec(
      .goPicture, "picture", "Agencies by criteria, and by agencies, for what you see", .go,
      opens: .picture, "g m"),
    ActionSpec(
      .goFramework, "framework", "What supports each criterion, and what leads to none", .go,
      opens: .framework, "g f"),
    ActionSpec(
      .goConcerns, "concerns", "What was asked for and feared, and where it stands", .go,
      opens: .concerns, "g k"),
    ActionSpec(
      .goBurden, "burden", "What inspections ask of areas, bodies and agencies", .go,
      opens: .burden, "g b"),
    ActionSpec(
      .goScenarios, "scenarios", "What if some inspections were replaced by others", .go,
      opens: .scenario, "g s"),
    ActionSpec(
      .goValue, "value", "What became of grades after joint inspections", .go, opens: .value,
      "g v"),
    ActionSpec(
      .goTrend, "trend", "A figure by year, round or theme, as a line", .go, opens: .trend, "g t"),
    ActionSpec(
      .goProgramme, "programme", "The pause point, and all rounds on a time line", .go,
      opens: .pause, "g p"),
    ActionSpec(
      .goMethod, "method", "How the register was coded, and how far passes agree", .go,
      opens: .method, "g M"),
    ActionSpec(.goProblems, "problems", "What is wrong in the register", .go, "g x"),
    ActionSpec(
      .goBack, "go-back", "Back to the place before, as it was left", .go, "<C-o>", "<A-Left>"),
    ActionSpec(.goForth, "go-forth", "Forward to the place you went back from", .go, "<A-Right>"),
    ActionSpec(
      .goWelcome, "welcome", "What this is, what the register holds, ways to begin", .go, "g w"),
    ActionSpec(.goLog, "messages", "All that was said since the start, with its time", .go, "g l"),

    ActionSpec(
      .filter, "filter", "Narrow a list or an account; search a text", .list, types: true,
      only: "lists, accounts and texts", "/"),
    ActionSpec(
      .nextHit, "next-hit", "Next match of the search", .list,
      only: "texts", "n"),
    ActionSpec(
      .previousHit, "previous-hit", "Previous match of the search", .list,
      only: "texts", "N"),
    ActionSpec(.widen, "widen", "Take the filter off", .list, "*"),
    ActionSpec(
      .columnLeft, "column-left", "In a list, the column on the left", .list, only: "lists", "<lt>"
    ),
    ActionSpec(
      .columnRight, "column-right", "In a list, the column on the right", .list, only: "lists",
      ">"),
    ActionSpec(
      .sort, "sort", "Sort by the column under the cursor; again: reverse", .list,
      only: "lists", "s"),
    ActionSpec(
      .sortFurther, "sort-further", "Sort ties by this column; again: reverse", .list,
      only: "lists", "S"),
    ActionSpec(
      .group, "group", "Count rows by this column; in groups, by the next", .list,
      only: "lists with columns to group by", "#"),
    ActionSpec(
      .keep, "keep", "Keep the rows that hold this value", .list, only: "lists", "="),
    ActionSpec(
      .leaveOut, "leave-out", "Leave out the rows that hold this value", .list, only: "lists", "!"
    ),
    ActionSpec(
      .columns, "columns", "Show and hide columns by name", .list, types: true, only: "lists",
      "C"),
    ActionSpec(.hideColumn, "hide-column", "Hide this column", .list, only: "lists", "-"),
    ActionSpec(
      .widenColumn, "widen-column", "Widen this column; again: over two lines, three", .list,
      only: "lists", "_"),
    ActionSpec(
      .moveColumnLeft, "move-column-left", "Move this column left", .list, only: "lists", "("),
    ActionSpec(
      .moveColumnRight, "move-column-right", "Move this column right", .list, only: "lists", ")"),
    ActionSpec(
      .mark, "mark", "Mark a row; in a review, the last code again; in a text, next page", .list,
      "<Space>"),
    ActionSpec(
      .markToHere, "mark-to-here", "Mark all rows from the last mark to here", .list,
      only: "lists", "^"),
    ActionSpec(
      .markAll, "mark-all", "Mark all rows that the filter shows; again: none", .list,
      only: "lists", "%"),
    ActionSpec(
      .preview, "preview", "Show or hide the preview", .list, only: "lists and passages", "p"),

    ActionSpec(
      .code, "code", "Code a contribution in this passage", .code, changes: true, types: true,
      only: "a passage",
      "c"),
    ActionSpec(
      .change, "change", "Change the contribution under the cursor, or a fact", .code,
      changes: true, types: true,
      only: "what people code, note, judge or estimate, facts, and marked rows",
      "e"),
    ActionSpec(
      .remove, "remove", "Remove what is under the cursor; retire a criterion", .code,
      changes: true, only: "a contribution, a memo, an estimate or a criterion, and marked rows",
      "<Del>"),
    ActionSpec(
      .note, "note", "Write a note on the contribution", .code, changes: true, types: true,
      only: "a contribution or a memo", "i"),

    ActionSpec(
      .confirm, "confirm", "Confirm a suspect contribution; of two versions, keep this", .code,
      changes: true, only: "a suspect contribution, one of two versions, or a table to import",
      does: { $0.row.type == .contribution ? ConfirmContribution($0.key) : nil }, "v"),
    ActionSpec(
      .takeOther, "take-other", "Of two versions, take the other", .code, changes: true,
      only: "two versions of a thing, or a table to import", "o"),
    ActionSpec(
      .memo, "memo", "Write a memo on what is under the cursor", .code, changes: true, types: true,
      "m"),
    ActionSpec(
      .memoInEditor, "memo-in-editor", "Write the memo in your editor", .code, changes: true, "M"),
    ActionSpec(
      .split, "split", "Split a passage in two", .code, changes: true, types: true,
      only: "a passage", "|"),
    ActionSpec(
      .join, "join", "Join a passage to the next; merge a criterion", .code, changes: true,
      only: "a passage or a criterion", "&"),
    ActionSpec(
      .trail, "trail", "Who changed this record, when, how and why; * for all", .code,
      "L"),
    ActionSpec(
      .because, "because", "Say why you made the last change, or one in the trail", .code,
      changes: true, "B"
    ),

    ActionSpec(
      .new, "new", "A new review; a new criterion; a new scenario", .review, changes: true,
      only: "the lists of reviews, criteria and scenarios, and concerns", "+"),
    ActionSpec(
      .postpone, "defer", "Defer the passage, with a reason", .review, changes: true, types: true,
      only: "a passage of a review of yours", "d"),
    ActionSpec(
      .nothing, "nothing", "No agency does anything in this passage", .review, changes: true,
      only: "a passage of a review of yours", "z"),
    ActionSpec(
      .flag, "flag", "Flag the passage, or take the flag away", .review, changes: true,
      only: "a passage of a review of yours, and marked rows", "f"),
    ActionSpec(
      .close, "close", "Close the review, or open it again", .review, changes: true,
      only: "a review", "Z"),
    ActionSpec(
      .agreement, "agreement", "How far the two passes agree", .review,
      only: "a review that was read twice", "A"),
    ActionSpec(
      .takeA, "take-a", "Settle a disagreement as A has it", .review, changes: true,
      only: "a disagreement", "a"),
    ActionSpec(
      .takeB, "take-b", "Settle a disagreement as B has it", .review, changes: true,
      only: "a disagreement", "b"),

    ActionSpec(
      .estimate, "estimate", "Enter staff-days, with their source and what they rest on", .analysis,
      changes: true, types: true, only: "burden and scenarios",
      "E"),
    ActionSpec(
      .asOf, "as-of", "How the pause point stood on another day", .analysis, types: true,
      only: "the pause point", "@"),
    ActionSpec(
      .decide, "decide", "Record what is decided at the pause point, and why", .analysis,
      changes: true, types: true, only: "the pause point", "D"),

    ActionSpec(
      .otherReading, "reading", "As read by the program, or as coded by people", .analysis,
      only: "the picture, trends, comparisons and concerns", "r"),
    ActionSpec(
      .compare, "compare", "What you see beside the rest, or beside another filter", .analysis,
      opens: .compare, "V"),

    ActionSpec(.undo, "undo", "Undo the last change", .register, changes: true, "u"),
    ActionSpec(.redo, "redo", "Redo what was undone", .register, changes: true, "<C-r>", "U"),
    ActionSpec(.save, "save", "Write the register's file", .register, changes: true, "w", "<C-s>"),
    ActionSpec(
      .readReport, "read-report", "Read a report or a folder of them, or fetch published ones",
      .register, changes: true, "R"),
    ActionSpec(
      .importTables, "import", "Read a table, and look at what it would change", .register, "I"),
    ActionSpec(
      .copy, "copy", "Copy its words as one would cite them", .register,
      only: "passages, contributions, memos and accounts", "y"),
    ActionSpec(
      .copyRecord, "copy-record", "Copy the record as it stands in the file", .register,
      only: "records", "Y"),
    ActionSpec(
      .export, "export", "Write the list or the account to a file", .register,
      only: "a list or an account", "x"),

    ActionSpec(.palette, "palette", "Find any of these by name", .program, ":"),
    ActionSpec(.help, "help", "All keys, those of this screen first", .program, "?", "<F1>"),
    ActionSpec(.nextScheme, "next-scheme", "The next colour scheme", .program, "T"),
    ActionSpec(
      .mouse, "mouse", "Leave the mouse to the terminal, or take it back", .program, "<A-m>"),
    ActionSpec(.redraw, "redraw", "Redraw the screen", .program, "<C-l>"),
    ActionSpec(.suspend, "suspend", "Back to the shell; fg returns", .program, "<C-z>"),
    ActionSpec(.quit, "quit", "Save and leave", .program, "q", "<C-c>"),
    ActionSpec(
      .quitWithoutSaving, "quit-without-saving", "Leave; unsaved changes stay in the journal",
      .program, "Q"),
  ]
}

extension Action {
  /// Whether it leads to another screen from anywhere.
  var goesSomewhere: Bool { spec.group == .go }

  /// Whether it leads to a change of the register or of its file.
  var changesRegister: Bool { spec.changesRegister }

  public var spec: ActionSpec {
    // Every action has one line: a test holds the table to it.
    ActionSpec.table[ActionSpec.places[rawValue]]
  }
}
