import Glibc
import InspectionModel
import InspectionStore

/// The audit trail of a register, beside it: `register.rec` has `register.trail.rec`.
struct TrailFile: Sendable {
  let path: String

  init(of register: String) {
    let stem = register.hasSuffix(".rec") ? String(register.dropLast(4)) : register
    path = stem + ".trail.rec"
  }

  /// Appends a change, synced; why it is not there, if it is not.
  func append(_ change: Change, by who: String) -> String? {
    let entry = TrailEntry(when: Self.now, who: who, change: change)
    guard let lines = try? TrailText.encode(entry) else { return "it cannot be written as rec" }
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return "\(path): \(String(cString: strerror(errno)))" }
    defer { close(descriptor) }
    let isNew = lseek(descriptor, 0, SEEK_END) == 0
    // The blank line before parts it from a record that a crash has torn.
    let bytes = Array((isNew ? TrailText.head : "").utf8) + [UInt8(ascii: "\n")] + lines
    let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    guard written == bytes.count, fdatasync(descriptor) == 0 else {
      return "\(path): \(String(cString: strerror(errno)))"
    }
    return nil
  }

  /// The same from a command, which says on standard error if it could not.
  func note(_ change: Change, by who: String) {
    if let problem = append(change, by: who) {
      Output.note("done, but not in the trail: \(problem)")
    }
  }

  /// What was done to a record, the last first; nothing where there is no trail yet. O(bytes of the trail).
  func entries(on type: RecordType, key: String) -> [TrailEntry] {
    guard case .success(let bytes) = Files.read(path) else { return [] }
    // By time, since two trails that were merged stand one after the other.
    return TrailText.decode(bytes).filter { $0.concerns(type, key: key) }.enumerated()
      .sorted { ($1.element.when, $1.offset) < ($0.element.when, $0.offset) }.map(\.element)
  }

  /// ISO 8601 in UTC, to the second.
  private static var now: String {
    var seconds = time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    var buffer = [CChar](repeating: 0, count: 32)
    let count = strftime(&buffer, buffer.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
    return String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
