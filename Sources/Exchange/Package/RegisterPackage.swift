public import InspectionModel

/// A register as a folder of tables for other programs: a table for each type of record, one of
/// passages joined with their contributions, a data dictionary and a page for people.
public struct RegisterPackage: Sendable {
  /// In what format the tables are.
  public enum Format: String, CaseIterable, Sendable {
    case csv, parquet

    public var ending: String { "." + rawValue }
  }

  /// The name of the data dictionary, by which an export is known again.
  public static let dictionaryName = "datapackage.json"
  /// The name of the page for people.
  public static let readmeName = "README.md"

  /// All of them, those without rows too, so that a program finds what it looks for.
  public let tables: [PackageTable]
  let sources: [WebAddress]
  /// What the register is called.
  let name: String
  let format: Format

  /// - Parameters:
  ///   - name: what the register is called, as its file is.
  ///   - unknown: the fields of a record that its type does not know.
  public init(
    _ register: Register, named name: String, as format: Format,
    unknown: @escaping PackageTable.Unknown
  ) {
    (self.name, self.format) = (name, format)
    tables =
      RecordType.allCases.map { PackageTable($0, of: register, unknown: unknown) }
      + [.evidence(of: register)]
    sources = register.hosts
  }

  /// The names of the files that an export of this version may consist of, in whatever format.
  public static let fileNames: Set<String> = Set(
    (RecordType.allCases.map(\.noun.many) + ["evidence"]).flatMap { name in
      Format.allCases.map { name + $0.ending }
    } + [dictionaryName, readmeName])

  /// Whether a data dictionary is that of an export, and no other.
  public static func isDictionary(_ bytes: [UInt8]) -> Bool {
    guard let text = String(validating: bytes, as: UTF8.self),
      let value = try? JSON(reading: text)
    else { return false }
    return value[ownMember]?[versionMember] != nil
  }

  /// What is said of us alone in the data dictionary.
  static let ownMember = "jointview"
  static let versionMember = "export"

  /// The file of a table.
  public func fileName(of table: PackageTable) -> String { table.name + format.ending }
}

extension Register {
  /// Where its facts are from: the hosts of the addresses that records name as their sources, those
  /// named most often first. O(records).
  fileprivate var hosts: [WebAddress] {
    var counts: [WebAddress: Int] = [:]
    for type in RecordType.allCases where type.column(of: .source) != nil {
      for row in rows(type) {
        for source in self[row].texts(.source) {
          guard let address = WebAddress(source),
            let host = WebAddress("\(address.scheme)://\(address.host)/")
          else { continue }
          counts[host, default: 0] += 1
        }
      }
    }
    return counts.sorted { ($1.value, $0.key.text) < ($0.value, $1.key.text) }.map(\.key)
  }
}
