import Glibc
import InspectionStore
import RecText

/// A merge for git, which takes what the file of our version holds at the end for the outcome,
/// however it ended.
struct MergeDriver {
  let base: String
  let ours: String
  let theirs: String
  /// What the register is called; nil where nobody has said.
  let name: String?
  let markSize: Int

  /// Merges, and throws where a person has to look.
  ///
  /// Both versions stand in our file before anything else is tried, so that they do whatever
  /// becomes of that.
  func run() throws(Failure) {
    let (mine, others) = try keepBoth()
    let merge = RegisterMerge(base: try readBase(), ours: mine, theirs: others)
    switch merge {
    case .byRecords(let text, let open):
      try write(text)
      for sentence in open { tell(sentence) }
      if !open.isEmpty {
        throw failure("\(RegisterNote.problemsElsewhere) in jointview shows what to choose")
      }
    case .byLines(let base):
      let lines: LineMerge
      do throws(LineMerge.Problem) {
        lines = try LineMerge(base: base, ours: mine, theirs: others, markSize: markSize)
      } catch {
        throw bothAreThere(because: "\(error)")
      }
      try write(lines.text)
      if lines.hasMarks {
        throw failure("the versions differ in more than records; jointview opens both")
      }
    }
  }

  /// Puts both versions into our file, between git's marks.
  ///
  /// - Returns: ours and theirs.
  func keepBoth() throws(Failure) -> (ours: [UInt8], theirs: [UInt8]) {
    // A limit on the size of files is told by a signal, too.
    signal(SIGXFSZ, SIG_IGN)
    do throws(FileProblem) {
      let (mine, others) = (try PlainFile.read(ours), try PlainFile.read(theirs))
      try replace(by: GitConflicts.between(mine, others, length: markSize))
      return (mine, others)
    } catch {
      // Else a git before 2.45 would go on with our version alone.
      if isForGit { try? SystemDisk().unlink(ours) }
      throw Failure("\(shownName): \(error), so nothing is merged", .abandoned)
    }
  }

  /// Whether our version is in a file that git has made for this.
  var isForGit: Bool {
    let start = ours.lastIndex(of: "/").map { ours.index(after: $0) } ?? ours.startIndex
    return ours[start...].hasPrefix(".merge_file_")
  }

  private func readBase() throws(Failure) -> [UInt8] {
    do throws(FileProblem) { return try PlainFile.read(base) } catch {
      throw bothAreThere(because: "\(error)")
    }
  }

  private func write(_ text: [UInt8]) throws(Failure) {
    do throws(FileProblem) { try replace(by: text) } catch {
      throw bothAreThere(because: "\(error)")
    }
  }

  private func replace(by text: [UInt8]) throws(FileProblem) {
    try WholeFile.write(text, to: ours, replacing: true, in: Places().registerEnvironment)
  }

  private func bothAreThere(because reason: String) -> Failure {
    failure("\(reason); both versions stand in it, between git's marks")
  }

  private var shownName: String { name ?? ours }
  private func failure(_ sentence: String) -> Failure { Failure("\(shownName): \(sentence)") }
  private func tell(_ sentence: String) { Output.note("\(shownName): \(sentence)") }
}

extension MergeDriver {
  /// The merge that git has asked for by arguments that were not understood; nil where it was no
  /// merge, or not git's.
  init?(misunderstood arguments: [String]) {
    guard arguments.first == "merge" else { return nil }
    var operands: [String] = []
    var rest = arguments.dropFirst()
    while let argument = rest.popFirst(), operands.count < 3 {
      if argument == "--name" || argument == "--marker-size" {
        rest = rest.dropFirst()
      } else if !argument.hasPrefix("-") {
        operands.append(argument)
      }
    }
    guard operands.count == 3 else { return nil }
    self.init(
      base: operands[0], ours: operands[1], theirs: operands[2], name: nil, markSize: 7)
    if !isForGit { return nil }
  }
}
