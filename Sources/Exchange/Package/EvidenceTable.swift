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
    ) { goesOn in
      var (read, last) = (columns.indices.map { _ in "" }, nil as Row?)
      for passage in register.rows(.passage) {
        let found = EvidenceRow(register.view(passage))
        // Passages of one inspection stand together, and say the same of it.
        let isSame = found.inspection != nil && found.inspection?.row == last
        last = found.inspection?.row
        for (index, column) in columns.enumerated() where column.isRead(again: !isSame) {
          read[index] = column.cell(found, nil)
        }
        let contributions = register.children(.contribution, of: passage)
        if contributions.isEmpty, !goesOn(read) { return }
        let counted = Set(found.passage.countedContributions.map(\.row))
        for contribution in contributions {
          let coded = (register.view(contribution) as Contribution, counted.contains(contribution))
          let cells = columns.indices.map { columns[$0].cell(found, coded, unless: read[$0]) }
          if !goesOn(cells) { return }
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

  /// What its cells are of: the same for all rows of one is worked out once.
  enum Subject: Hashable, Sendable {
    case inspection, passage, contribution
  }

  let column: PackageColumn
  let subject: Subject
  let cell: @Sendable (EvidenceRow, Coded?) -> String

  /// Whether a passage says something else in it than the one before, or nothing is coded in it.
  ///
  /// - Parameter again: whether the passage is of another inspection.
  func isRead(again: Bool) -> Bool { subject != .inspection || again }

  /// The cell of a row with a contribution.
  ///
  /// - Parameter read: what the passage says in it.
  func cell(_ row: EvidenceRow, _ coded: Coded, unless read: String) -> String {
    subject == .contribution ? cell(row, coded) : read
  }

  /// What a record of a type says in a field.
  ///
  /// - Parameter name: the column's; the field's if omitted.
  private static func of(
    _ type: RecordType, _ field: Field, as name: String? = nil, _ subject: Subject,
    in register: Register, _ record: @escaping @Sendable (EvidenceRow, Coded?) -> Record?
  ) -> EvidenceColumn {
    var column = PackageColumn(name: field.name, title: field.name, kind: .string)
    if let spec = type.spec(of: field) {
      let isVague = register.hasVagueDays(field, of: type)
      column = PackageColumn(spec, of: type, hasVagueDays: isVague)
    }
    column = PackageColumn(
      name: name ?? column.name,
      title: name.map { _ in "\(type.name) \(field.name)" } ?? field.name,
      kind: column.kind, description: field == .id ? "" : column.description,
      options: column.options, pattern: column.pattern, target: field == .id ? type : column.target)
    return EvidenceColumn(column: column, subject: subject) { record($0, $1)?.cell(field) ?? "" }
  }

  static func all(of register: Register) -> [EvidenceColumn] {
    func area(_ field: Field, as name: String? = nil) -> EvidenceColumn {
      of(.area, field, as: name, .inspection, in: register) { row, _ in row.area?.record }
    }
    func inspection(_ field: Field, as name: String? = nil) -> EvidenceColumn {
      of(.inspection, field, as: name, .inspection, in: register) { row, _ in row.inspection?.record
      }
    }
    func passage(_ field: Field, as name: String? = nil) -> EvidenceColumn {
      of(.passage, field, as: name, .passage, in: register) { row, _ in row.passage.record }
    }
    func coded(_ field: Field, as name: String? = nil) -> EvidenceColumn {
      of(.contribution, field, as: name, .contribution, in: register) { $1?.contribution.record }
    }
    return [
      area(.id, as: "area"), area(.name, as: "areaname"), area(.region),
      inspection(.id, as: "inspection"), inspection(.framework),
      of(.framework, .name, as: "frameworkname", .inspection, in: register) { row, _ in
        row.inspection?.framework?.record
      },
      inspection(.theme),
      of(.theme, .name, as: "themename", .inspection, in: register) { row, _ in
        row.inspection?.theme?.record
      },
      inspection(.from), inspection(.to), inspection(.published),
      passage(.id, as: "passage"), passage(.section), passage(.index), passage(.heading),
      passage(.page), words, wording,
      coded(.id, as: "contribution"), coded(.agency),
      of(.agency, .name, as: "agencyname", .contribution, in: register) {
        $1?.contribution.agency?.record
      },
      coded(.direction), coded(.criterion),
      of(.criterion, .name, as: "criterionname", .contribution, in: register) {
        $1?.contribution.criterion?.record
      },
      coded(.with), coded(.how), coded(.note), coded(.suspect), coded(.version), coded(.review),
      coded(.pass), counts, coded(.by), coded(.on),
    ]
  }

  private static let words = EvidenceColumn(
    column: PackageColumn(
      name: "words", title: "Words", kind: .string,
      description: "The passage's text; its summary where the text is not in the register."),
    subject: .passage
  ) { row, _ in
    row.passage.record.cell(row.passage.text == nil ? .summary : .text)
  }

  private static let wording = EvidenceColumn(
    column: PackageColumn(
      name: "wording", title: "Wording", kind: .string,
      description: "Whether the words are the letter's own (text) or somebody else's (summary).",
      options: ["text", "summary"]), subject: .passage
  ) { row, _ in
    row.passage.text != nil ? "text" : row.passage.record.text(.summary) != nil ? "summary" : ""
  }

  private static let counts = EvidenceColumn(
    column: PackageColumn(
      name: "counts", title: "Counts", kind: .string,
      description: """
        Whether the figures of jointview count it: what was agreed, else what is not of a second \
        pass.
        """, options: ["yes", "no"]), subject: .contribution
  ) { $1.map { $0.counts ? "yes" : "no" } ?? "" }
}
