import InspectionStore
import TerminalCore

/// Writes down every key as it is pressed, so that a session can be played again, also one that
/// ended in a crash.
struct KeyRecorder: Sendable {
  private let file: Descriptor

  init(_ path: String) throws {
    do throws(FileProblem) {
      file = try PlainFile.openToAppend(path)
    } catch {
      throw Failure("cannot record: \(error)", .usage)
    }
  }

  /// A line ends with Enter, so that the file can be read and cut.
  func record(_ key: Key) {
    let bytes = Array((KeyNotation.text(key) + (key == .enter ? "\n" : " ")).utf8)
    try? PlainFile.append(bytes, to: file)
  }
}
