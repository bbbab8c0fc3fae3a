import Glibc

/// A memo on its way through the person's editor.
enum MemoFile {
  /// Lets a memo be written; lines that begin with `#` are for the writer alone.
  ///
  /// - Parameter edit: opens a file in the editor, and returns when it is left.
  static func write(about subject: String, in folder: String, _ edit: (String) -> String?)
    -> Result<String, MemoProblem>
  {
    Files.makeFolder(folder)
    var template = Array("\(folder)/memo-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { return .failure(MemoProblem("\(folder): \(reason)")) }
    close(descriptor)
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let head = "# \(subject)\n# A kind may stand first: method: query: evidence:\n"
    Files.writeCasually(Array(head.utf8), to: path)
    if let problem = edit(path) {
      unlink(path)
      return .failure(MemoProblem(problem))
    }
    // A memo that cannot be read back is not removed: it is somebody's work.
    guard case .success(let bytes) = Files.read(path) else {
      return .failure(MemoProblem("cannot read \(path); it is left there"))
    }
    unlink(path)
    return .success(text(bytes))
  }

  private static var reason: String { String(cString: strerror(errno)) }

  /// What was written, without the lines of the head, blank ends and control characters.
  private static func text(_ bytes: [UInt8]) -> String {
    let lines = String(decoding: bytes, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).filter { $0.first != "#" }.map { line in
      String(
        line.unicodeScalars.map { scalar in
          scalar.properties.generalCategory == .control ? " " : Character(scalar)
        })
    }
    let first = lines.firstIndex { !$0.allSatisfy(\.isWhitespace) } ?? lines.endIndex
    let last = lines.lastIndex { !$0.allSatisfy(\.isWhitespace) } ?? lines.startIndex
    return first <= last ? lines[first...last].joined(separator: "\n") : ""
  }
}

/// Why a memo could not be written.
struct MemoProblem: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
