import Glibc
import InspectionModel
import InspectionStore

/// Where things are on this machine, by the XDG Base Directory Specification
/// (https://specifications.freedesktop.org/basedir-spec/latest/). The only reader of the
/// environment.
struct Places: Sendable {
  let home: String?
  let dataFolder: String?
  let configFolder: String?
  let stateFolder: String?
  let systemDataFolders: [String]
  let workingFolder: String
  /// The name of this account; nil where nothing tells it.
  let account: String?
  /// Who changes are made by where nobody says otherwise.
  var user: String { account ?? "analyst" }

  init() {
    home = Self.path("HOME")
    let home = self.home
    func folder(_ name: String, _ fallback: String) -> String? {
      (Self.path(name).flatMap { $0.hasPrefix("/") ? $0 : nil } ?? home.map { $0 + fallback })
        .map { $0 + "/jointview" }
    }
    dataFolder = folder("XDG_DATA_HOME", "/.local/share")
    configFolder = folder("XDG_CONFIG_HOME", "/.config")
    stateFolder = folder("XDG_STATE_HOME", "/.local/state")
    systemDataFolders = (Self.path("XDG_DATA_DIRS") ?? "/usr/local/share:/usr/share")
      .split(separator: ":").map { "\($0)/jointview" }
    workingFolder = Self.currentFolder()
    account = Self.variable("USER") ?? Self.variable("LOGNAME") ?? Self.accountName()
  }

  /// The name of this account on this machine, for programs started without variables.
  private static func accountName() -> String? {
    getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) }
  }

  /// A variable that is set and not empty.
  static func variable(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// The same of one that holds paths.
  static func path(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(path: value)
  }

  /// The user's own register; nil where nobody knows where the user's home is.
  var ownRegister: String? { dataFolder.map { $0 + "/register.rec" } }

  var configFile: String? { configFolder.map { $0 + "/config.yaml" } }

  /// Where published reports are kept.
  func reportLibrary() throws(Failure) -> ReportLibrary {
    guard let dataFolder else {
      throw Failure("neither HOME nor XDG_DATA_HOME is set, so there is no folder for reports")
    }
    return ReportLibrary(folder: dataFolder + "/reports")
  }

  /// A path as one would type it: in the home folder from `~` on.
  func shortened(_ path: String) -> String {
    guard let home, path.hasPrefix(home + "/") else { return path }
    return "~" + path.dropFirst(home.count)
  }

  /// A path as a person types it: `~` is the home folder, and what does not start at the root
  /// starts here.
  func expand(_ path: String) -> String {
    if path == "~" || path.hasPrefix("~/"), let home { return home + path.dropFirst() }
    return path.hasPrefix("/") ? path : workingFolder + "/" + path
  }

  /// Folders that may hold colour schemes, the first to be looked in first.
  var schemeFolders: [String] {
    let own = [configFolder, dataFolder].compactMap { $0.map { $0 + "/themes" } }
    let installed = programFolder.map { [$0 + "/../share/jointview/themes", $0 + "/themes"] } ?? []
    return own + installed + systemDataFolders.map { $0 + "/themes" }
  }

  private var programFolder: String? {
    guard let path = try? SystemDisk().target(ofLink: "/proc/self/exe") else { return nil }
    return path.lastIndex(of: "/").map { String(path[..<$0]) }
  }

  private static func currentFolder() -> String {
    guard let folder = getcwd(nil, 0) else { return "/" }
    defer { free(folder) }
    return String(path: folder)
  }

  /// What a register's file needs to know.
  var registerEnvironment: RegisterEnvironment {
    var name = utsname()
    let host =
      uname(&name) == 0
      ? withUnsafeBytes(of: &name.nodename) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      : "localhost"
    var environment = RegisterEnvironment(
      workingFolder: workingFolder, stateFolder: stateFolder, pid: getpid(), host: host)
    environment.user = account ?? "user \(getuid())"
    environment.noteWaiting = { Output.note("waiting: \($0) has the register") }
    return environment
  }

  /// The time by the clock here, in parts.
  private static var now: tm {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return parts
  }

  /// In how many milliseconds the day here ends; where clocks are changed today, an hour more or
  /// less.
  static var millisecondsLeftToday: Int {
    let now = now
    let seconds = (Int(now.tm_hour) * 60 + Int(now.tm_min)) * 60 + Int(now.tm_sec)
    return max(1, 86_400 - seconds) * 1000
  }

  /// The day it is here. To be asked whenever it is needed: the program may be open for days.
  static var today: Day {
    let parts = now
    let today = Day(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    guard let today else { preconditionFailure("the C library gave a day that is none") }
    return today
  }
}
