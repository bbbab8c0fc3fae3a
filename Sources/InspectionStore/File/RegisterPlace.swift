/// Where a register lies, and what jointview calls the files it keeps for it.
///
///     NAME                    the register
///     .NAME.lock              held while it is open for writing; never renamed or removed
///     .NAME.journal           edits that are not in the register yet
///     .NAME.journal.tmp       the journal, being written anew
///     .NAME.PID-N.writing     the next version, being written
///     .NAME.PID-N.tmp         the same once the journal knows it; then the former one, for a moment
///     NAME.external-TIME      what somebody else wrote in the very moment of a save
///
/// In a folder where no file can be made, the lock and the journal lie in the state folder, and so
/// does `NAME.PLACE.saving`, the safety copy of a save in place. `PLACE` stands for the folder.
struct RegisterPlace: Sendable {
  /// The register itself, with symbolic links followed; absolute.
  let path: String
  /// As it was named; absolute.
  let given: String
  private let stateFolder: String?

  /// Follows the links of a path; the file need not exist.
  init(_ path: String, in surroundings: Surroundings) throws(FileProblem) {
    let absolute = path.hasPrefix("/") ? path : joined(surroundings.workingFolder, path)
    self.path = try surroundings.disk.resolve(absolute)
    given = absolute
    stateFolder = surroundings.stateFolder
  }

  /// A pipe or a device, whose links need not lead to a path.
  init(notFollowing path: String, in surroundings: Surroundings) {
    self.path = path.hasPrefix("/") ? path : joined(surroundings.workingFolder, path)
    given = self.path
    stateFolder = surroundings.stateFolder
  }

  /// The same register, whose folder is another now.
  func moved(to folder: String) -> RegisterPlace {
    RegisterPlace(path: joined(folder, name), stateFolder: stateFolder)
  }

  private init(path: String, stateFolder: String?) {
    (self.path, given, self.stateFolder) = (path, path, stateFolder)
  }

  var folder: String { InspectionStore.folder(of: path) }
  private var name: String { lastName(of: path) }

  /// The lock, beside the register and in the state folder, in the order to try them.
  var locks: [String] { hidden("lock") }
  /// The journal, likewise.
  var journals: [String] { hidden("journal") }
  /// The safety copy of a save in place.
  var safetyCopy: String? { stateFolder.map { joined($0, "\(name).\(placeName).saving") } }

  func writing(pid: Int32, number: Int) -> String {
    joined(folder, ".\(name).\(pid)-\(number).writing")
  }

  func temporary(pid: Int32, number: Int) -> String {
    joined(folder, ".\(name).\(pid)-\(number).tmp")
  }

  /// A version that a killed run had not written to its end: never another's, as no name was exchanged with this.
  func isWriting(_ name: String) -> Bool {
    name.hasPrefix(".\(self.name).") && name.hasSuffix(".writing")
  }

  func isTemporary(_ name: String) -> Bool {
    name.hasPrefix(".\(self.name).") && name.hasSuffix(".tmp") && !isJournal(name)
  }

  /// A journal that a killed run was writing anew; the one it was to replace is there.
  func isJournal(_ name: String) -> Bool { name == lastName(of: journals[0]) + ".tmp" }

  /// What to keep another's version as; `number` tells versions of one second apart.
  static func external(of path: String, at time: String, number: Int) -> String {
    path + ".external-" + time + (number == 0 ? "" : "-\(number)")
  }

  private func hidden(_ suffix: String) -> [String] {
    let beside = joined(folder, ".\(name).\(suffix)")
    guard let stateFolder else { return [beside] }
    return [beside, joined(stateFolder, "\(name).\(placeName).\(suffix)")]
  }

  /// Tells registers of one name in different folders apart, in a name of bounded length.
  private var placeName: String {
    String(Fingerprint(of: Array(folder.utf8)).description.prefix(16))
  }
}
