import InspectionAnalysis
public import InspectionModel
public import InspectionOperations
public import TerminalCore

/// What can happen to the program.
public enum Event: Sendable {
  case key(Key)
  case resize(Size)
  /// Seconds since the program started, and the minute it is; told before keys, so that time passes
  /// only where something happens.
  case clock(Int, Moment?)
  /// The day it is, where that is another than it was.
  case today(Day)
  /// The terminal is back after a stop.
  case continued
  /// Somebody asks the program to end.
  case terminate
  /// Another program may have written the register's file.
  case fileTouched
  /// A save has begun, which goes on beside the screen.
  case saving
  /// It has come a step further: what comes of that is the program's.
  case saveAdvanced
  /// Whoever had the register's file, so that it could only be read here, is done with it.
  case fileFree
  /// The register's file is written, or why not.
  case saved(SaveResult)
  /// The program ends once what is not saved is.
  case leaving
  /// What is wrong in the file now that it is written.
  case problems([Problem])
  /// All that is wrong in the file as it was opened.
  case checked([Problem])
  /// A change could not be put into the journal; it is only in memory.
  case notJournalled(String, atRisk: Int)
  /// The journal has every change again.
  case journalled
  /// How a path that was being typed goes on: as far as all files agree, and their names where
  /// there are several.
  case pathCompleted(String, to: String, choices: [String])
  /// Rows of a list were found.
  case listed(ListWork.Part)
  /// An account was worked out.
  case accounted(AccountWork.Answer)
  /// An account was written to a file, or why not.
  case exported(ExportResult)
  /// More of the register's file has been read; of several such stages the last is taken.
  case readFurther
  /// What the register's file holds as far as it has been read, and the share of it, from 0 to 1.
  case reading(Register, Double)
  /// All of it has been read.
  case opened
  /// The whole register is here, and how its file stands.
  case ready(Register, FileState, [Problem])
  /// The screens one was at when this register was last left; those whose record is gone are left
  /// out. They are opened once it is here.
  case remembered(
    [SavedScreen], layouts: [String: TableLayout] = [:], filters: TypedFilters = TypedFilters())
  /// The key of the area that the person at the keyboard said is theirs.
  case ownArea(String)
  /// The program was never started here before.
  case firstStart
  /// A text that was being typed when the program was last ended, to go on with.
  case typedBefore(Draft)
  /// Letters were read: what they say, or why they cannot be read.
  case lettersRead(LettersRead)
  /// Tables were read, or why they cannot be.
  case tablesRead(TablesRead)
  /// What tables would change in the register was worked out.
  case tablesPlanned(TableWork.Answer)
  /// What it takes to have the reports of some inspections.
  case fetchPlanned(FetchPlan)
  /// The file changed outside: what it holds now, with the changes made here that are still to be
  /// saved.
  ///
  /// - Parameter isMarked: whether git's marks are in it.
  case reloaded(
    Register, [Problem], unsaved: Int, isMarked: Bool = false, note: Message)
  /// The file was removed or emptied, so that there is something to save even where nothing was
  /// changed.
  case gone(wasRemoved: Bool)
  /// Another program has the register's file: nothing more can be changed here.
  case readOnly(because: String, Message, atRisk: Int)
  /// Nothing was pressed for a while.
  case rested
  /// A memo as it was written in an editor; nothing where it was left empty.
  case composed(String, MemoSubject)
  /// What this person did before the program started.
  case past(Past)
  /// What was done to a record, or to all.
  case trail(Trail)
  /// Something was said on an entry of the trail.
  case remarked(TrailRemark, on: TrailEntry)
  case scheme(Scheme)
  case say(Message)
  /// The work of that name goes on, or nothing does.
  case working(String?)

  public enum SaveResult: Sendable {
    /// - Parameter unsaved: how many changes were made while it was written, and are still to be
    ///   saved.
    case done(unsaved: Int)
    case failed(String)
  }

  public enum ExportResult: Sendable {
    case done(path: String)
    /// Why nothing was written, and what may be asked for again.
    case failed(String, again: Export?)
    /// A file of that name is there, and nothing was written.
    case taken(Export)
  }

  /// What came of reading tables.
  public struct TablesRead: Sendable {
    public var tables: [TableObservation]
    /// What is told of files that were read, such as sheets that are no tables.
    public var remarks: [String]
    /// The files that are no tables, and why.
    public var failures: [(file: String, why: String)]
    /// A table whose columns somebody is to say; nil where all are known.
    public var unknown: UnknownTable?
    /// What was said of the columns, to be kept once the table is written; nil where nobody was
    /// asked.
    public var said: SaidOfTable?

    public init(
      _ tables: [TableObservation] = [], remarks: [String] = [],
      failures: [(file: String, why: String)] = [], unknown: UnknownTable? = nil
    ) {
      (self.tables, self.remarks, self.failures) = (tables, remarks, failures)
      self.unknown = unknown
    }
  }

  /// What came of reading letters.
  public struct LettersRead: Sendable {
    /// What each letter says, in their order.
    public var reports: [ReportObservation]
    /// The files that are no letters, and why.
    public var failures: [(file: String, why: String)]
    /// How many files were not read, since somebody wanted no more.
    public var left = 0

    public init(
      _ reports: [ReportObservation] = [], failures: [(file: String, why: String)] = []
    ) {
      (self.reports, self.failures) = (reports, failures)
    }
  }
}

/// What an update asks the world to do; the program performs it before the next frame.
public enum Effect: Hashable, Sendable {
  /// Keep the change where a crash cannot reach it. Done before the screen says it is made: see
  /// ``World/journal(_:for:)``.
  case journal(Change)
  /// Keep the text being typed where a crash cannot reach it; nil once none is.
  case keepDraft(Draft?)
  case save
  /// Ends the program once all is saved; if that fails it stays, and says why.
  case saveAndQuit
  /// Open the register again, this time to change it: whoever had it is done.
  case openAgain
  /// See what another program did to the file, and report it.
  case lookOutside
  case readReport(path: String)
  case readTables(path: String)
  /// Read a table by what was said of its columns.
  case mapTable(path: String, SaidOfTable)
  /// Keep what was said of a table, to read its next edition by that.
  case keepMapping(SaidOfTable)
  /// Work out what tables would change.
  case planTables(TableWork)
  /// Find out what it takes to have the reports of inspections, by their keys.
  case planFetch([String])
  /// Fetch them where they are not there yet, and read them.
  case fetchReports([String])
  /// Have what reads and fetches end; what was read so far stays.
  case stopReading
  /// Find the rows of a list; the work given out before is not wanted any more.
  case list(ListWork)
  /// Work out an account.
  case account(AccountWork)
  /// Write an account to a file.
  case export(Export)
  /// Find out how the path typed so far may go on.
  case completePath(String)
  case copy(String)
  /// Copies a record as the file has it.
  case copyRecord(Row)
  /// Have a memo written in the person's editor.
  case compose(MemoSubject)
  /// Look up what this person did, in so many bytes at the end of the trail.
  case readPast(bytes: Int)
  /// Look up what was done to a record, or to all.
  case readTrail(TrailSubject)
  /// Put what was said on an entry into the trail.
  case remark(String, on: TrailEntry)
  /// Keep the name of the person at the keyboard for the next start.
  case rememberReviewer(String)
  /// Keep the key of their area for the next start.
  case rememberArea(String)
  /// Open the register's file in the person's editor, at a line.
  case edit(line: Int)
  /// Show the next colour scheme, and keep it for the next start.
  case nextScheme
  /// Show a colour scheme for now.
  case showScheme(String)
  /// Show a colour scheme, and keep it for the next start.
  case chooseScheme(String)
  /// Take the mouse, or leave it to the terminal.
  case useMouse(Bool)
  case redraw
  case suspend
  case quit
}
