import Glibc
import InspectionModel
import Testing

@testable import InspectionStore

/// A register in a temporary folder of its own, which goes with this object.
final class Folder {
  let path: String
  var register: String { path + "/register.rec" }

  init(_ text: String = Sample.text) throws {
    var template = Array("/tmp/jointview-XXXXXX\0".utf8CString)
    path = String(cString: try #require(mkdtemp(&template)))
    try write(text)
  }

  /// What is on the disk when a run is killed: the files as they are, and no lock.
  init(leftIn other: Folder) throws {
    var template = Array("/tmp/jointview-XXXXXX\0".utf8CString)
    path = String(cString: try #require(mkdtemp(&template)))
    #expect(system("cp -p '\(other.path)'/* '\(other.path)'/.[!.]* '\(path)' 2> /dev/null") >= 0)
  }

  deinit { system("rm -rf '\(path)'") }

  /// Writes the register as another program does.
  func write(_ text: String) throws {
    let file = try #require(fopen(register, "w"))
    defer { fclose(file) }
    #expect(fwrite(text, 1, text.utf8.count, file) == text.utf8.count)
  }

  /// What the register holds.
  var text: String { Self.text(of: register) }

  private static func text(of path: String) -> String {
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  /// What the files of the folder hold, the register among them.
  var texts: [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var texts: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name.0) { String(cString: $0) }
      texts.append(Self.text(of: path + "/" + name))
    }
    return texts
  }

  /// Opens the register; a lock given back just now may be held a moment longer by a child of
  /// another test that is about to start.
  func open(waitingUpTo seconds: Int = 5) throws(FileProblem) -> RegisterStore.Opened {
    try RegisterStore.open(register, in: environment, waitingUpTo: seconds)
  }

  private var environment: RegisterEnvironment {
    RegisterEnvironment(
      workingFolder: path, stateFolder: path + "/state", pid: getpid(), host: "desk")
  }
}

/// A change as somebody made it at some time.
func entry(of change: Change) -> TrailEntry {
  TrailEntry(when: "2026-11-25T09:41:07Z", who: "ada", change: change)
}

extension RegisterStore.Opened {
  /// Makes a change and keeps it.
  mutating func make(_ summary: String, _ edits: Edit...) throws {
    let change = Change(summary, edits)
    try register.apply(change)
    try store.keep(entry(of: change), register)
  }

  func text(_ type: RecordType, _ key: String, _ field: Field) -> String? {
    register.row(type, key: key).flatMap { register[$0].text(field) }
  }
}

/// The real recutils, asked whether a file is right.
enum Recfix {
  static let isInstalled = system("command -v recfix > /dev/null 2>&1") == 0

  /// True if recfix has no complaint.
  static func approves(of path: String) -> Bool {
    system("recfix --check '\(path)' > /dev/null 2>&1") == 0
  }
}
