import InspectionModel

extension RegisterPackage {
  /// The data dictionary, a Frictionless Data Package: version 1 of the standard, and of version 2
  /// what says the same there.
  ///
  /// - Parameter rows: how many rows each table has, in the order of the tables.
  public func dictionary(rows: [Int]) -> JSON {
    [
      "profile": .string(format == .csv ? "tabular-data-package" : "data-package"),
      "name": .string(Self.slug(name)),
      "title": .string("Joint inspections: \(name)"),
      "description": .string(
        """
        A register of inspections of children's services in England, exported by jointview: a \
        table for each type of record, and evidence, which joins passages with what was coded in \
        them. README.md says how to open it.
        """),
      "homepage": nil,
      "licenses": Self.licences,
      "sources": sources.isEmpty
        ? nil
        : .array(sources.map { ["title": .string($0.host), "path": .string($0.text)] }),
      "resources": .array(zip(tables, rows).map(resource)),
      Self.ownMember: [Self.versionMember: .integer(1), "register": .string(name)],
    ]
  }

  /// A name as the standard has it: small letters, digits, `.`, `_` and `-`.
  static func slug(_ name: String) -> String {
    let slug = name.lowercased().unicodeScalars.map { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
        || ".-_".unicodeScalars.contains(scalar) ? Character(scalar) : "-"
    }
    return slug.isEmpty ? "register" : String(slug)
  }

  /// Of the published facts; what people coded is theirs.
  private static let licences: JSON = .array([
    licence(
      "OGL-UK-3.0", "Open Government Licence v3.0: facts published by inspectorates and government",
      "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"),
    licence(
      "CC-BY-4.0", "Creative Commons Attribution 4.0: former areas and codes, by mySociety",
      "https://creativecommons.org/licenses/by/4.0/"),
    licence(
      "MIT", "MIT: tables by Data to Insight and DfE analytical services",
      "https://opensource.org/licenses/MIT"),
  ])

  private static func licence(_ name: String, _ title: String, _ path: String) -> JSON {
    ["name": .string(name), "title": .string(title), "path": .string(path)]
  }

  private func resource(_ table: PackageTable, _ rows: Int) -> JSON {
    let isText = format == .csv
    return [
      "profile": .string(isText ? "tabular-data-resource" : "data-resource"),
      "name": .string(table.name),
      "path": .string(fileName(of: table)),
      "description": .string(table.description),
      "format": .string(format.rawValue),
      "mediatype": .string(isText ? "text/csv" : "application/vnd.apache.parquet"),
      "encoding": isText ? "utf-8" : nil,
      "dialect": isText ? Self.dialect : nil,
      "schema": schema(table),
      Self.ownMember: ["rows": .integer(rows)],
    ]
  }

  private static let dialect: JSON = [
    "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": .bool(true),
    "skipInitialSpace": .bool(false), "header": .bool(true), "caseSensitiveHeader": .bool(false),
  ]

  private func schema(_ table: PackageTable) -> JSON {
    let keys = table.columns.filter { $0.target != nil && $0.kind != .list }
    return [
      "fields": .array(table.columns.map(\.schema)),
      "missingValues": [""],
      "primaryKey": table.columns.contains(where: \.isKey) ? "id" : nil,
      "foreignKeys": keys.isEmpty ? nil : .array(keys.map { Self.foreignKey($0, in: table) }),
    ]
  }

  private static func foreignKey(_ column: PackageColumn, in table: PackageTable) -> JSON {
    // A table is to itself what has no name.
    let name = column.target == table.type ? "" : column.target?.noun.many ?? ""
    return [
      "fields": .string(column.name),
      "reference": ["resource": .string(name), "fields": "id"],
    ]
  }
}
