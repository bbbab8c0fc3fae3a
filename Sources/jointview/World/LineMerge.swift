import Glibc
import InspectionStore

/// Three versions of a file merged line by line, by git.
struct LineMerge {
  /// All lines of both versions, where they meet between git's marks.
  let text: [UInt8]
  let hasMarks: Bool

  /// Why git has merged nothing.
  enum Problem: Error, CustomStringConvertible {
    case file(FileProblem)
    case git(OtherProgram.Problem)
    /// What it said.
    case refused(String)

    var description: String {
      switch self {
      case .file(let problem): problem.description
      case .git(let problem): "git \(problem)"
      case .refused(let words): words
      }
    }
  }

  /// - Parameter markSize: how long the marks are to be.
  init(base: [UInt8], ours: [UInt8], theirs: [UInt8], markSize: Int) throws(Problem) {
    let folder = Places.path("TMPDIR") ?? "/tmp"
    var paths: [String] = []
    defer { for path in paths { try? SystemDisk().unlink(path) } }
    do throws(FileProblem) {
      for version in [ours, base, theirs] {
        paths.append(try PlainFile.makeNew(version, in: folder, prefix: "jointview-merge-"))
      }
    } catch {
      throw .file(error)
    }
    let words = ["git", "merge-file", "--marker-size=\(markSize)"]
    let names = ["ours", "base", "theirs"].flatMap { ["-L", $0] }
    switch OtherProgram.run(words + names + paths.map(OtherProgram.operand)) {
    case .failure(let problem): throw .git(problem)
    // It is as many as there are conflicts, or 127.
    case .success(let result) where result.status > 127:
      throw .refused(String(decoding: result.errors, as: UTF8.self).trimmed)
    case .success(let result): hasMarks = result.status != 0
    }
    do throws(FileProblem) {
      text = try PlainFile.read(paths[0], upTo: .max, isOwn: true)
    } catch {
      throw .file(error)
    }
  }
}

extension String {
  /// Without the ends of lines behind it.
  fileprivate var trimmed: String {
    String(reversed().drop { $0.isNewline }.reversed())
  }
}
