import ArgumentParser
import Exchange
import InspectionAnalysis
import InspectionModel
import InspectionStore

/// A register as tables for other programs.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the register as tables that other programs open.",
    discussion: """
      Writes a folder with a table for each type of record, evidence (passages joined with what \
      was coded in them), a data dictionary (datapackage.json, a Frictionless Data Package) and a \
      README.md that says how to open them in pandas, DuckDB, R, Excel and Power BI.

      FOLDER is new, empty, or an earlier export, whose files are replaced; other files in it stay \
      as they are. The tables are all there or none is. Parquet is made by duckdb.
      """)

  @Argument(help: "The folder to write.")
  var folder: String

  @Option(help: "How to write the tables: csv or parquet.")
  var format = PackageFormatArgument(format: .csv)

  @OptionGroup var options: RegisterOptions

  func run() throws {
    let former = try ExportFolder.former(at: folder)
    let shown = try ShownRegister.open(options.register)
    shown.noteProblems(", which other programs may stumble over")
    if let hidden = shown.blinding.sentence { Output.note(hidden) }
    let text = shown.text
    let package = RegisterPackage(
      shown.register, named: Self.name(of: shown.path), as: format.format
    ) { text.unknownFields(of: $0) }
    let rows = try ExportFolder.write(package, to: folder, as: format.format)
    let records = zip(package.tables, rows).reduce(0) { $1.0.type == nil ? $0 : $0 + $1.1 }
    let what = former == .anExport ? "replaced the export in" : "exported to"
    try Output.tell(
      "\(what) \(folder): \(counted(records, "record")) in \(package.tables.count) tables\n")
  }

  /// What the register is called: the name of its file, without its ending.
  private static func name(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.hasSuffix(".rec") ? name.dropLast(4) : name)
  }
}

/// The name of a format of exports on the command line.
struct PackageFormatArgument: ExpressibleByArgument {
  let format: RegisterPackage.Format

  init(format: RegisterPackage.Format) { self.format = format }

  init?(argument: String) {
    guard let format = RegisterPackage.Format(rawValue: argument) else { return nil }
    self.format = format
  }

  var defaultValueDescription: String { format.rawValue }

  static var allValueStrings: [String] { RegisterPackage.Format.allCases.map(\.rawValue) }
}
