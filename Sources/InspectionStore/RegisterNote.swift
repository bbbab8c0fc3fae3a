/// Something a person should know of how a register was opened, saved, or taken over from another
/// program. The words are made where it is said.
public enum RegisterNote: Hashable, Sendable {
  /// Where changes are that fit no more.
  public enum Refuge: Hashable, Sendable {
    case file(String)
    /// In the journal, until a save.
    case journal
  }

  /// Changes of a run that was killed are made again, so many.
  case recovered(Int)
  /// Changes of the last run do not fit what the file holds now.
  case unfitOfLastRun(Int, Refuge)
  /// A text that was being typed belongs to a record that is gone, and is kept in this file.
  case lostDraft(kept: String)
  /// What cannot be read of a damaged journal is kept in this file.
  case damagedJournal(kept: String)
  /// So many bytes at the end of the journal were torn.
  case tornJournal(bytes: Int)
  /// A version that is not in the register is kept in this file.
  case strayVersion(kept: String)

  /// Another program wrote the file, and so many changes are merged into what it wrote.
  case changedOutside(merged: Int)
  /// Changes do not fit what another program wrote, and are kept in this file.
  case unfit(Int, kept: String)
  /// Values that both have changed, so that a person must choose.
  case undecided(Int)
  /// Changes were made again once another program was done with the register.
  case madeAgain(Int)
  /// Changes that could not be, and are kept in this file.
  case notMadeAgain(Int, kept: String)

  /// git left so many conflicts in the file, and values to choose.
  ///
  /// - Parameter isNews: whether it is yet to be said that a save leaves its marks out and keeps
  ///   the file beside.
  case gitMarks(conflicts: Int, choices: Int, isNews: Bool)
  /// git left two versions in the file of which no one can be made.
  case unjoined

  /// Another program wrote the file while it was saved; its version is kept in this file.
  case writtenAtOnce(kept: String)
  /// The file had been emptied, or removed, and was written anew.
  case writtenAnew(wasRemoved: Bool)
  /// What another program wrote is taken over; it is not saved for this reason.
  case notSaved(RegisterStore.Problem)
  /// What another program did to the folder, and what was made good of it.
  case mended(RegisterFile.Notice)

  /// Whether something of a person's is not in the register now.
  public var isLoss: Bool {
    switch self {
    case .unfitOfLastRun, .lostDraft, .damagedJournal, .unfit, .notMadeAgain, .notSaved: true
    case .recovered, .tornJournal, .strayVersion, .changedOutside, .undecided, .madeAgain: false
    case .gitMarks, .unjoined, .writtenAtOnce, .writtenAnew, .mended: false
    }
  }
}
