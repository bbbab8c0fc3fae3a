import Exchange
import Glibc
import InspectionStore

/// An export on its way into a folder.
enum ExportFolder {
  /// What has the name of the folder.
  enum Former: Equatable {
    case nothing
    case anExport
  }

  /// What is there before an export.
  ///
  /// - Throws: where it is no folder, or one of somebody's own.
  static func former(at path: String) throws(Failure) -> Former {
    do throws(FileProblem) {
      guard case .folder(let names) = try WholeFolder.former(at: path), !names.isEmpty else {
        return .nothing
      }
      let dictionary = "\(path)/\(RegisterPackage.dictionaryName)"
      if case .success(let bytes) = Files.read(dictionary, upTo: 1 << 24),
        RegisterPackage.isDictionary(bytes)
      {
        return .anExport
      }
    } catch {
      throw Failure(error)
    }
    throw Failure(
      "\(path) holds files that are not an export of jointview, and nothing was written; name a "
        + "new folder")
  }

  /// Writes an export, whole or not at all.
  ///
  /// - Returns: how many rows each table has.
  static func write(
    _ package: RegisterPackage, to path: String, as format: RegisterPackage.Format
  ) throws -> [Int] {
    // A long export is not to end for want of a program.
    if format == .parquet { try run("SELECT 1", until: StopSignal()) }
    var folder: WholeFolder
    do throws(FileProblem) {
      folder = try WholeFolder(path, replacing: RegisterPackage.fileNames, by: getpid())
    } catch {
      throw Failure(error)
    }
    let interruption = Interruption()
    defer { interruption.end() }
    do {
      let rows = try fill(&folder, with: package, format, until: interruption.stop)
      try folder.finish(lastly: RegisterPackage.dictionaryName)
      return rows
    } catch {
      folder.abandon()
      interruption.endIfInterrupted()
      if let problem = error as? FileProblem { throw Failure("not exported: \(problem)") }
      throw error
    }
  }

  private static func fill(
    _ folder: inout WholeFolder, with package: RegisterPackage, _ format: RegisterPackage.Format,
    until stop: StopSignal
  ) throws -> [Int] {
    var rows: [Int] = []
    for table in package.tables {
      try folder.begin(table.name + RegisterPackage.Format.csv.ending)
      let target = folder
      rows.append(
        try table.write { bytes in
          if stop.isSet { throw Failure("stopped; nothing was exported") }
          try target.write(bytes)
        })
    }
    try folder.finishFile()
    if format == .parquet { try convert(package, in: &folder, until: stop) }
    for (name, text) in [
      (RegisterPackage.readmeName, package.readme(rows: rows)),
      (RegisterPackage.dictionaryName, package.dictionary(rows: rows).text),
    ] {
      try folder.begin(name)
      try folder.write(Array(text.utf8))
    }
    return rows
  }

  /// Has DuckDB write each table as Parquet, and takes the CSV away.
  private static func convert(
    _ package: RegisterPackage, in folder: inout WholeFolder, until stop: StopSignal
  ) throws {
    for table in package.tables {
      let csv = table.name + RegisterPackage.Format.csv.ending
      let parquet = table.name + RegisterPackage.Format.parquet.ending
      let statement = table.parquetStatement(
        from: OtherProgram.operand(folder.path(of: csv)),
        to: OtherProgram.operand(folder.path(of: parquet)))
      try folder.adopt(parquet) { try run(statement, until: stop) }
      try folder.remove(csv)
    }
  }

  private static func run(_ statement: String, until stop: StopSignal) throws {
    let arguments = ["duckdb", "-init", "/dev/null", "-bail", "-c", statement]
    switch OtherProgram.run(arguments, within: .duckdb, until: stop) {
    case .success(let result):
      if result.ending == .exit(0) { return }
      let words = String(decoding: result.errors, as: UTF8.self).split(separator: "\n").first ?? ""
      throw Failure("not exported: duckdb \(result.ending): \(words)")
    case .failure(.stopped): throw Failure("stopped; nothing was exported")
    case .failure(let problem):
      throw Failure(
        problem.isMissing
          ? "Parquet is written by duckdb, which is not on the PATH; install it "
            + "(pip install duckdb-cli), or export CSV"
          : "not exported: duckdb \(problem)")
    }
  }
}

extension ProgramLimits {
  /// For DuckDB, which reserves far more memory than it uses. A table of a million rows takes it a
  /// second.
  fileprivate static let duckdb = ProgramLimits(
    seconds: 600, output: 1 << 20, memory: 256 << 30, fileSize: 64 << 30)
}
