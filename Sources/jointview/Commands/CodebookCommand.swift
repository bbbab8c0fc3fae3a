import ArgumentParser
import Exchange
import InspectionModel
import InspectionOperations
import InspectionUI

/// The codebook going out and coming in.
struct CodebookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codebook", abstract: "Print the codebook as CSV, or import one.",
    discussion: """
      The columns are name and description, as in programs for qualitative analysis, followed by \
      whatever else a \
      criterion says. --import adds the codes that the register lacks, and gives those of the \
      same name the \
      description in the file; what they said before is kept as a former version.
      """)

  @Option(name: .customLong("import"), help: "A CSV file with the columns name and description.")
  var file: String?

  @Option(
    help: "Why the codebook changes; kept with each former version.", transform: Arguments.text)
  var because: String?

  @OptionGroup var options: RegisterOptions

  func run() throws {
    guard let file else {
      try Output.write(CodebookTable.csv(try ShownRegister.open(options.register).register))
      return
    }
    let entries = try read(file)
    let reason = because ?? "imported from \(LetterImport.fileName(file))"
    let made = try RegisterEdit.make(
      ImportCodebook(entries, because: reason), on: options.register)
    try Output.tell(made.change.summary + "\n")
  }

  private func read(_ file: String) throws -> [CodebookEntry] {
    switch Files.read(file) {
    case .failure(let problem): throw Failure(problem, .usage)
    case .success(let bytes):
      do throws(CodebookTable.Problem) {
        return try CodebookTable.read(bytes)
      } catch {
        throw Failure("\(file): \(error)")
      }
    }
  }
}
