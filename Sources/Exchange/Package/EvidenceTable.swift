import InspectionModel

extension PackageTable {
  /// Passages with what is coded in them, and with what their inspection and area say: a row for
  /// each contribution, and one for each passage without any.
  static func evidence(of register: Register) -> PackageTable {
    let columns = EvidenceColumn.all(of: register)
    return PackageTable(
      "evidence", columns.map(\.column),
      description: """
        Passages joined with their contributions: a row for each contribution, and one for each \
        passage in which nothing is coded. Where two people coded a passage, both have rows: those \
        that jointview counts have yes in counts.
        """
    ) { row in
      for passage in register.rows(.passage) {
        let found = EvidenceRow(register.view(passage))
        let contributions = register.children(.contribution, of: passage)
        if contributions.isEmpty {
          row(columns.map { $0.cell(found, nil) })
          continue
        }
        let standing = Set(found.passage.standing.map(\.row))
        for contribution in contributions {
          let counts = standing.contains(contribution)
          row(columns.map { $0.cell(found, (register.view(contribution), counts)) })
        }
      }
    }
  }
}

/// A passage with what it belongs to.
private struct EvidenceRow {
  let passage: Passage
  let inspection: Inspection?
  let area: Area?

  init(_ passage: Passage) {
    self.passage = passage
    inspection = passage.inspection
    area = inspection?.area
  }
}

private struct EvidenceColumn: Sendable {
  typealias Coded = (contribution: Contribution, counts: Bool)

  let column: PackageColumn
  let cell: @Sendable (EvidenceRow, Coded?) -> String

  /// What a record of a type says in a field.
  ///
  /// - Parameter name: the column's; the field's if omitted.
  private static func of(
    _ type: RecordType, _ field: Field, as name: String? = nil, in register: Register,
    _ record: @escaping @Sendable (EvidenceRow, Coded?) -> Record?
  ) -> EvidenceColumn {
    var column = PackageColumn(name: field.name, title: field.name, kind: .string)
    if let spec = type.spec(of: field) {
      let isVague = register.hasVagueDays(field, of: type)
      column = PackageColumn(spec, of: type, hasVagueDays: isVague)
    }
    column = PackageColumn(
      name: name ?? column.name,
      title: name.map { _ in "\(type.name) \(field.name)" } ?? field.name,
      kind: column.kind, description: field == .id ? "" : column.description, words: column.words,
      pattern: column.pattern, target: field == .id ? type : column.target)
    return EvidenceColumn(column: column) { record($0, $1)?.cell(field) ?? "" }
  }

  static func all(of register: Register) -> [EvidenceColumn] {
    func area(_ field: Field, as name: String? = nil) -> EvidenceColumn {
      of(.area, field, as: name, in: register) { row, _ in row.area?.record }
    }
    func inspection(_ field: Field, as name: String? = nil) -> EvidenceColumn {
      of(.inspection, field, as: name, in: register) { row, _ in row.inspection?.record }
    }
    func passage(_ field: Field, as name: String? = nil) -> EvidenceColumn {
      of(.passage, field, as: name, in: register) { row, _ in row.passage.record }
    }
    func coded(_ field: Field, as name: String? = nil) -> EvidenceColumn {
      of(.contribution, field, as: name, in: register) { $1?.contribution.record }
    }
    return [
      area(.id, as: "area"), area(.name, as: "areaname"), area(.region),
      inspection(.id, as: "inspection"), inspection(.framework),
      of(.framework, .name, as: "frameworkname", in: register) { row, _ in
        row.inspection?.framework?.record
      },
      inspection(.theme),
      of(.theme, .name, as: "themename", in: register) { row, _ in row.inspection?.theme?.record },
      inspection(.from), inspection(.to), inspection(.published),
      passage(.id, as: "passage"), passage(.section), passage(.index), passage(.heading),
      passage(.page), words, wording,
      coded(.id, as: "contribution"), coded(.agency),
      of(.agency, .name, as: "agencyname", in: register) { $1?.contribution.agency?.record },
      coded(.direction), coded(.criterion),
      of(.criterion, .name, as: "criterionname", in: register) {
        $1?.contribution.criterion?.record
      },
      coded(.with), coded(.how), coded(.note), coded(.suspect), coded(.version), coded(.review),
      coded(.pass), counts, coded(.by), coded(.on),
    ]
  }

  private static let words = EvidenceColumn(
    column: PackageColumn(
      name: "words", title: "Words", kind: .string,
      description: "The passage's text; its summary where the text is not in the register.")
  ) { row, _ in
    row.passage.record.cell(row.passage.text == nil ? .summary : .text)
  }

  private static let wording = EvidenceColumn(
    column: PackageColumn(
      name: "wording", title: "Wording", kind: .string,
      description: "Whether the words are the letter's own (text) or somebody else's (summary).",
      words: ["text", "summary"])
  ) { row, _ in
    row.passage.text != nil ? "text" : row.passage.record.text(.summary) != nil ? "summary" : ""
  }

  private static let counts = EvidenceColumn(
    column: PackageColumn(
      name: "counts", title: "Counts", kind: .string,
      description: """
        Whether the figures of jointview count it: what was agreed, else what is not of a second \
        pass.
        """, words: ["yes", "no"])
  ) { $1.map { $0.counts ? "yes" : "no" } ?? "" }
}
