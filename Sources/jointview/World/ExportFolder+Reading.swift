import Exchange
import InspectionOperations
import InspectionStore

extension ExportFolder {
  /// Whether a path leads to a folder with tables of records, as an export has them.
  static func holdsTables(_ path: String) -> Bool {
    Files.isFolder(path) && Files.names(in: path).contains(where: PackageReading.isOfRecords)
  }

  /// Reads the tables of records that a folder holds, for ``ImportRecords``.
  ///
  /// - Throws: the first table of which nothing can be read: what others say would be half of it.
  static func tables(in path: String) throws(Failure) -> RecordTables {
    let trimmed = String(path.reversed().drop { $0 == "/" }.reversed())
    var tables = RecordTables(name: LetterImport.fileName(trimmed))
    for name in Files.names(in: path) {
      guard PackageReading.isOfRecords(name) else {
        if !RegisterPackage.fileNames.contains(name) {
          tables.remarks.append("\(name) is not a table of an export")
        }
        continue
      }
      let file = "\(trimmed)/\(name)"
      switch Files.read(file) {
      case .failure(let problem): throw Failure(problem)
      case .success(let bytes):
        do throws(PackageReading.Problem) {
          if let table = try PackageReading.table(name, bytes) { tables.tables.append(table) }
        } catch {
          throw Failure("\(trimmed)/\(error)")
        }
      }
    }
    return tables
  }
}
