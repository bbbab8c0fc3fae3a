import ArgumentParser
import InspectionStore

/// Merges two versions of a register for git.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Merge two versions of a register by record and field, for git.",
    discussion: """
      As a merge driver of git. It exits with 1 where a person has to look: values that both have changed stand as \
      Conflict records, which g x shows. Where records do not say all that has changed, comments among it, git merges \
      the lines. In a repository of registers:

        git config merge.jointview.driver 'jointview merge %O %A %B'
        echo '*.rec merge=jointview' >> .gitattributes
        echo '.*.rec.*' >> .gitignore
      """)

  @Argument(help: "What both versions once were.")
  var base: String

  @Argument(help: "Our version; the result is written here.")
  var ours: String

  @Argument(help: "Their version.")
  var theirs: String

  @Option(help: "The register's name, for what is said of it.")
  var name: String?

  @Option(help: "How long git's marks are, where lines are merged.")
  var markerSize = 7

  func run() throws {
    let merge = RegisterMerge(
      base: try read(base), ours: try read(ours), theirs: try read(theirs))
    switch merge {
    case .byRecords(let text, let open):
      do throws(FileProblem) {
        try WholeFile.write(text, to: ours, replacing: true, in: Places().surroundings)
      } catch {
        throw Failure(error)
      }
      for sentence in open { Output.note("\(name ?? ours): \(sentence)") }
      if !open.isEmpty {
        throw Failure("\(name ?? ours): g x in jointview shows what to choose")
      }
    case .byLines(_):
      try mergeLines()
    }
  }

  private func read(_ path: String) throws -> [UInt8] {
    do { return try Files.read(path).get() } catch { throw Failure(error) }
  }

  private func mergeLines() throws {
    let command = [
      "git", "merge-file", "--marker-size=\(markerSize)", "-L", "ours", "-L", "base", "-L",
      "theirs",
      ours, base, theirs,
    ]
    switch Command.run(command) {
    case .failure(let problem): throw Failure("git merge-file: \(problem)")
    case .success(let result) where result.status == 0: break
    case .success(let result):
      Output.error(String(decoding: result.errors, as: UTF8.self).printableLines)
      throw Failure(
        "\(name ?? ours): the versions differ in more than records; jointview opens both"
      )
    }
  }
}
