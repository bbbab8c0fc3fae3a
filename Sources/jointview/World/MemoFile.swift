import Glibc
import InspectionModel
import InspectionStore

/// A memo on its way through an editor: a private file. It is gone once the memo is made; what
/// somebody wrote in it is never removed otherwise.
struct MemoFile {
  let path: String
  /// What stood in it for the writer alone.
  private let head: String

  /// The largest memo, in bytes.
  private static let largest = 1 << 20
  private static let secondLine = "# A kind may come first: method: query: evidence:"

  /// Makes the file.
  init(about subject: String, in folder: String) throws(MemoProblem) {
    Files.makeFolder(folder)
    Self.sweep(folder)
    head = "# \(subject)\n\(Self.secondLine)\n"
    do throws(FileProblem) {
      path = try PlainFile.makeNew(Array(head.utf8), in: folder, prefix: "memo-")
    } catch {
      throw MemoProblem(error.description)
    }
  }

  /// Whether it is as it was made.
  var isUntouched: Bool { (try? Files.read(path, isOwn: true).get()) == Array(head.utf8) }

  /// What was written, without the head, blank ends and control characters.
  func text() throws(MemoProblem) -> String {
    let bytes: [UInt8]
    switch Files.read(path, upTo: Self.largest, isOwn: true) {
    case .success(let read): bytes = read
    case .failure(let error):
      let rest = Files.exists(path) ? "; it is left there" : ""
      throw MemoProblem("\(error), so there is no memo\(rest)")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw MemoProblem("\(path) is not UTF-8, so there is no memo; it is left there")
    }
    return Self.trimmed(text, without: head.split(separator: "\n"))
  }

  func remove() { unlink(path.systemPath) }

  private static func trimmed(_ text: String, without head: [Substring]) -> String {
    let text = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .filter { !head.contains($0) }
      .map { $0.replacingUnseen(by: " ") }
    let first = lines.firstIndex { !$0.allSatisfy(\.isWhitespace) } ?? lines.endIndex
    let last = lines.lastIndex { !$0.allSatisfy(\.isWhitespace) } ?? lines.startIndex
    return first <= last ? lines[first...last].joined(separator: "\n") : ""
  }

  /// Removes files of memos that nobody wrote in for a day.
  private static func sweep(_ folder: String) {
    for name in Files.names(in: folder) where name.hasPrefix("memo-") {
      let path = "\(folder)/\(name)"
      var status = stat()
      guard lstat(path.systemPath, &status) == 0, status.st_mtim.tv_sec < time(nil) - 86400,
        case .success(let bytes) = Files.read(path, upTo: 4096, isOwn: true)
      else { continue }
      let lines = bytes.split(separator: UInt8(ascii: "\n"))
      if lines.count == 2, lines[0].first == UInt8(ascii: "#"),
        lines[1].elementsEqual(secondLine.utf8)
      {
        unlink(path.systemPath)
      }
    }
  }
}

/// Why there is no memo.
struct MemoProblem: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
