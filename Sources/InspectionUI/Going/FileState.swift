/// How the register's file stands.
public struct FileState: Sendable {
  /// What the title line calls it.
  public var name: String
  /// Why nothing may be changed, if nothing may.
  public var readOnly: String?
  /// Whether it is still being read, so that nothing can be changed yet.
  public var isBeingRead = false
  /// Whether somebody still looks for what is wrong with it.
  public var isBeingChecked = false
  /// Changes made since the file was last written.
  public var unsaved = 0
  /// Changes that could not be journalled either: a crash would lose them.
  public var atRisk = 0
  /// Git left its marks in the file: a save takes them out, though nothing was changed.
  public var isMarked = false
  /// Whether a save is under way.
  public internal(set) var isSaving = false
  /// Whether the program ends once all is saved.
  public internal(set) var isLeaving = false
  /// What goes on in the background: `reading liverpool.pdf`.
  public var work: String?

  public init(name: String, readOnly: String? = nil) {
    self.name = name
    self.readOnly = readOnly
  }
}
