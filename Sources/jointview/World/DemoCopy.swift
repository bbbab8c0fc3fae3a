import Glibc
import InspectionStore

/// A copy of the starter register that may be spoiled, in a folder of its own.
struct DemoCopy {
  let folder: String
  var register: String { folder + "/demo.rec" }

  /// Makes it under the temporary folder.
  init(_ places: Places) throws {
    let parent = Places.path("TMPDIR") ?? "/tmp"
    var template = Array((parent + "/jointview-demo-XXXXXX").utf8CString)
    guard
      let made = template.withUnsafeMutableBufferPointer({ buffer in
        buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
      })
    else {
      throw Failure("no folder for the demo can be made under \(parent)")
    }
    folder = made
    try RegisterPath.create(register, Starter.text, places)
  }

  /// What to say first.
  static let greeting =
    "a copy to try things on, removed at the end unless it was changed"

  /// Removes it if it is as it was made.
  ///
  /// - Returns: where it is, if it was changed.
  func end() -> String? {
    let isUntouched = (try? Files.read(register, isOwn: true).get()) == Starter.text
    guard isUntouched, Files.names(in: folder) == ["demo.rec"] else {
      return "the demo was changed, so it is kept: \(register)"
    }
    unlink(register.systemPath)
    rmdir(folder.systemPath)
    return nil
  }
}
