/// Where a register lies, and what jointview calls the files it keeps for it.
///
///     NAME                    the register
///     STEM.trail.rec          what was done to it; of a NAME that does not end in .rec, NAME.trail
///     .TRAIL.tmp              a new trail before it has its name
///     .NAME.lock              held while it is open for writing
///     .NAME.turn              held while the register is given another version
///     .NAME.journal           edits that are not in the register yet
///     .NAME.journal.tmp       the journal, being written anew
///     .NAME.saving            the safety copy of a save in place; at first .NAME.saving.tmp
///     .NAME.PID-N.writing     the next version, being written
///     .NAME.PID-N.tmp         the same once the journal knows it; then the former one
///     NAME.external-TIME      what somebody else wrote in the very moment of a save
///
/// All but the register belong to it alone, and take its group and mode, so that whoever may write
/// the register can take up what a killed run of somebody else has left.
///
/// In a folder where no file can be made, a register that nobody else may write has lock, journal
/// and safety copy in the state folder, as `NAME.PLACE.lock` and so on. `PLACE` stands for the
/// folder.
struct RegisterPlace: Sendable {
  /// The register itself, with symbolic links followed; absolute.
  let path: String
  /// As it was named; absolute.
  let given: String
  private let stateFolder: String?

  /// Follows the links of a path; the file need not exist.
  init(_ path: String, in environment: RegisterEnvironment) throws(FileProblem) {
    let absolute = path.hasPrefix("/") ? path : joined(environment.workingFolder, path)
    self.path = try environment.disk.resolve(absolute)
    given = absolute
    stateFolder = environment.stateFolder
  }

  /// A pipe or a device, whose links need not lead to a path.
  init(notFollowing path: String, in environment: RegisterEnvironment) {
    self.path = path.hasPrefix("/") ? path : joined(environment.workingFolder, path)
    given = self.path
    stateFolder = environment.stateFolder
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

  /// The lock beside the register, and the one in the state folder.
  var lock: String { beside("lock") }
  var privateLock: String? { inStateFolder("lock") }
  /// The turn to write: only beside the register, where everybody finds it.
  var turn: String { beside("turn") }
  /// The journal, beside the register and in the state folder, in the order to try them.
  var journals: [String] { [beside("journal")] + [inStateFolder("journal")].compactMap(\.self) }
  /// The safety copy of a save in place, likewise.
  var safetyCopies: [String] {
    [beside("saving")] + [inStateFolder("saving")].compactMap(\.self)
  }
  /// What was done to the register, when and by whom.
  var trail: String { Self.trail(of: path) }

  /// A file before it has its name: of a register whose lock one has, or of one process.
  static func begun(_ path: String, by pid: Int32? = nil) -> String {
    let ending = (pid.map { ".\($0)" } ?? "") + ".tmp"
    let name = "." + shortened(lastName(of: path), for: "." + ending) + ending
    return joined(InspectionStore.folder(of: path), name)
  }

  /// The trail of a register: each has its own, whatever the two are called.
  static func trail(of register: String) -> String {
    let name = lastName(of: register)
    let own =
      name.hasSuffix(".rec")
      ? shortened(String(name.dropLast(4)), for: ".trail.rec") + ".trail.rec"
      : shortened(name, for: ".trail") + ".trail"
    return joined(InspectionStore.folder(of: register), own)
  }

  func writing(pid: Int32, number: Int) -> String { beside("\(pid)-\(number).writing") }

  func temporary(pid: Int32, number: Int) -> String { beside("\(pid)-\(number).tmp") }

  /// A version that a killed run had not written to its end: never another's, as no name was
  /// exchanged with this.
  func isWriting(_ name: String) -> Bool { isVersion(name, ending: ".writing") }

  func isTemporary(_ name: String) -> Bool { isVersion(name, ending: ".tmp") }

  /// True for what only a killed run can have left behind, with another file that is whole.
  func isUnfinished(_ name: String) -> Bool {
    [beside("journal") + ".tmp", beside("saving") + ".tmp", Self.begun(trail)]
      .contains { lastName(of: $0) == name }
  }

  /// True for `.NAME.PID-N` and the ending; `.NAME.other.PID-N` is that of the register
  /// `NAME.other`.
  private func isVersion(_ name: String, ending: String) -> Bool {
    let start = lastName(of: beside(""))
    guard name.hasPrefix(start), name.hasSuffix(ending) else { return false }
    let numbers = name.dropFirst(start.count).dropLast(ending.count)
      .split(separator: "-", omittingEmptySubsequences: false)
    return numbers.count == 2
      && numbers.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }

  /// What to keep another's version as; `number` tells versions of one second apart.
  static func external(of path: String, at time: String, number: Int) -> String {
    named(path, "external-" + time + (number == 0 ? "" : "-\(number)"))
  }

  /// A name for what a person is to look at, beside a register.
  static func named(_ path: String, _ suffix: String) -> String {
    let name = shortened(lastName(of: path), for: "." + suffix)
    return joined(InspectionStore.folder(of: path), "\(name).\(suffix)")
  }

  private func beside(_ suffix: String) -> String {
    joined(folder, ".\(Self.shortened(name, for: Self.longestSuffix)).\(suffix)")
  }

  private func inStateFolder(_ suffix: String) -> String? {
    let name = Self.shortened(name, for: Self.longestSuffix + placeName)
    return stateFolder.map { joined($0, "\(name).\(placeName).\(suffix)") }
  }

  /// Tells registers of one name in different folders apart.
  private var placeName: String {
    String(Fingerprint(of: Array(folder.utf8)).description.prefix(16))
  }

  /// A dot before, a process, two numbers and the longest ending.
  private static let longestSuffix = "..2147483647-2147483647.writing"

  /// A name that has room for a suffix in the 255 bytes that a name may take; the fingerprint of
  /// the whole tells long ones apart.
  private static func shortened(_ name: String, for suffix: String) -> String {
    let room = 255 - suffix.utf8.count
    if name.utf8.count <= room { return name }
    let mark = "~" + Fingerprint(of: Array(name.utf8)).description
    var start = name.prefix(room - mark.utf8.count)
    while start.utf8.count + mark.utf8.count > room { start = start.dropLast() }
    return start + mark
  }
}
