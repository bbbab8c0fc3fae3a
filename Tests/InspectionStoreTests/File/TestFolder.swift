import Glibc

@testable import InspectionStore

/// A folder of the real disk, and what tests do in it with the plain calls of C.
final class TestFolder {
  let path: String
  private var mounts: [String] = []

  init() throws {
    var template = Array("/tmp/register-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw TestProblem(code: errno) }
    path = template.withUnsafeBufferPointer {
      String(decoding: $0.dropLast().map(UInt8.init), as: UTF8.self)
    }
    try SystemDisk().makeFolder(self / "state", isPrivate: true)
  }

  deinit {
    for mount in mounts.reversed() { umount2(mount, Int32(MNT_DETACH)) }
    remove(path)
  }

  static func / (folder: TestFolder, name: String) -> String { folder.path + "/" + name }

  func environment(pid: Int32 = getpid()) -> RegisterEnvironment {
    RegisterEnvironment(workingFolder: path, stateFolder: self / "state", pid: pid, host: "desk")
  }

  func write(_ text: String, to name: String) throws {
    unlink(self / name)
    let file = try SystemDisk().open(self / name, for: .creating(isPrivate: false))
    try SystemDisk().writeAll(Array(text.utf8), to: file)
    try SystemDisk().close(file)
  }

  func overwrite(_ name: String, with text: String) throws {
    let file = try SystemDisk().open(self / name, for: .overwriting)
    try SystemDisk().truncate(file, to: 0)
    try SystemDisk().writeAll(Array(text.utf8), to: file)
    try SystemDisk().close(file)
  }

  func read(_ name: String) throws -> String {
    String(decoding: try SystemDisk().readFile(self / name).array, as: UTF8.self)
  }

  func names() throws -> [String] { try SystemDisk().names(in: path).sorted() }

  func status(_ name: String) -> stat {
    var status = stat()
    lstat(self / name, &status)
    return status
  }

  /// Mounts something; false where that is not allowed.
  func mount(_ source: String, at name: String, type: String, _ flags: UInt, _ options: String)
    -> Bool
  {
    guard Glibc.mount(source, self / name, type, flags, options) == 0 else { return false }
    mounts.append(self / name)
    return true
  }

  private func remove(_ path: String) {
    if rmdir(path) == 0 || unlink(path) == 0 { return }
    for name in (try? SystemDisk().names(in: path)) ?? [] { remove(path + "/" + name) }
    rmdir(path)
  }
}

struct TestProblem: Error {
  var code: Int32
}

/// The user that this thread's calls on files are made as; a thread of its own, so no `await`
/// inside.
@_silgen_name("setfsuid")
private func setfsuid(_ user: uid_t) -> CInt

/// Does something as a user without rights, if this process may.
func asNobody(_ body: () throws -> Void) rethrows {
  _ = setfsuid(65_534)
  defer { _ = setfsuid(0) }
  try body()
}

extension SaveOutcome {
  var isSaved: Bool { self == .saved }
}

func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
