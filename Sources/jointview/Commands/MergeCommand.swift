import ArgumentParser
import InspectionStore

/// Merges two versions of a register for git.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Merge two versions of a register by record and field, for git.",
    discussion: """
      git calls it as a merge driver; “jointview help git” says how to set that up. It exits \
      with 1 where a person has \
      to look: values that both have changed stand as Conflict records, which the list of \
      problems shows. Where both \
      have changed what belongs to no record, such as comments, git merges the lines. Whatever \
      goes wrong, OURS holds \
      both versions between git's marks; if not even that can be written, it exits with 255.
      """)

  @Argument(help: "The version that both came from.")
  var base: String

  @Argument(help: "Our version; the result is written here.")
  var ours: String

  @Argument(help: "Their version.")
  var theirs: String

  @Option(parsing: .unconditional, help: "The register's name, for messages.")
  var name: String?

  @Option(help: "The length of git's conflict marks.")
  var markerSize = 7

  func run() throws {
    try MergeDriver(base: base, ours: ours, theirs: theirs, name: name, markSize: markerSize).run()
  }
}
