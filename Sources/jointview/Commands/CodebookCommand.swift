import ArgumentParser
import Exchange
import InspectionModel
import InspectionOperations
import InspectionUI

/// The codebook going out and coming in.
struct CodebookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codebook", abstract: "Print or export the codebook, or import one.",
    discussion: """
      Printed as CSV, the columns are name and description, as in programs for qualitative \
      analysis, followed by whatever else a criterion says. --export writes a file whose name \
      ends in .csv, or in .qdc for NVivo, MAXQDA, ATLAS.ti and other programs that know REFI-QDA.

      --import takes either: it adds the codes that the register lacks, and gives those of the \
      same name the description in the file; what they said before is kept as a previous version. \
      A code that came from here and was renamed since is recognised in a .qdc file.
      """)

  @Option(name: .customLong("export"), help: "The file to write; its name ends in .qdc or .csv.")
  var output: String?

  @Flag(help: "Replace the exported file if it exists.")
  var force = false

  @Option(
    name: .customLong("import"),
    help: "A .qdc file, or a CSV file with the columns name and description.")
  var file: String?

  @Option(
    help: "Why the codebook changes; kept with each previous version.", transform: Arguments.text)
  var because: String?

  @OptionGroup var options: EditOptions

  func validate() throws {
    if output != nil, file != nil {
      throw ValidationError("--export and --import are two commands; give one of them")
    }
    if options.isDry, file == nil {
      throw ValidationError("--dry-run is for --import: nothing else changes the register")
    }
    if because != nil, file == nil {
      throw ValidationError("--because is for --import: nothing else changes the register")
    }
    if let output, Self.ending(of: output) == nil {
      throw ValidationError("the name of an exported codebook ends in .qdc or .csv: \(output)")
    }
  }

  func run() throws {
    guard let file else {
      let shown = try ShownRegister.open(options.register)
      guard let output else { return try Output.write(CodebookTable.csv(shown.register)) }
      let isTable = Self.ending(of: output) == "csv"
      let text = isTable ? CodebookTable.csv(shown.register) : QDACodebook.text(shown.register)
      return try ExportFile.write(text, to: output, replacing: force, about: shown.path)
    }
    let entries = try read(file)
    let reason = because ?? "imported from \(LetterImport.fileName(file))"
    let made = try RegisterEdit.make(ImportCodebook(entries, because: reason), options)
    if !options.isDry { try Output.tell(made.change.summary + "\n") }
  }

  private static func ending(of name: String) -> String? {
    let ending = name.lowercased().suffix(4)
    return [".qdc", ".csv"].contains(ending) ? String(ending.dropFirst()) : nil
  }

  private func read(_ file: String) throws -> [CodebookEntry] {
    switch Files.read(file) {
    case .failure(let problem): throw Failure(problem, .usage)
    case .success(let bytes) where QDACodebook.isXML(bytes):
      do throws(XMLProblem) {
        return try QDACodebook.read(bytes)
      } catch {
        throw Failure("\(file):\(error)")
      }
    case .success(let bytes):
      do throws(CodebookTable.Problem) {
        return try CodebookTable.read(bytes)
      } catch {
        throw Failure("\(file): \(error)")
      }
    }
  }
}
