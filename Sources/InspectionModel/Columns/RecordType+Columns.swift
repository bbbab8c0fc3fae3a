extension RecordType {
  /// Every column that a list of records of this type can have: those with names of their own
  /// first, in the order in which they stand from the start, then one for each field that none of
  /// them is of.
  ///
  /// Cost: O(inspections) for areas, whose years are those of the register; else none.
  public func tableColumns(in register: Register) -> [TableColumn] {
    let own = ownColumns(register)
    let paths = Set(own.compactMap(\.path).filter { $0.steps == 0 }.map(\.field))
    let names = Set(own.map(\.name))
    let others = fields.filter { !paths.contains($0.field) }.map { spec in
      TableColumn(
        spec.name, 10...40, rank: 9, by: FieldPath(spec.field),
        called: names.contains(spec.name.lowercased()) ? spec.name.lowercased() + "-field" : nil,
        isShown: false)
    }
    return own + others
  }

  private func ownColumns(_ register: Register) -> [TableColumn] {
    if self == .area { return TableColumn.ofAreas(YearLine(register)) }
    return TableColumn.byType[self] ?? TableColumn.ofOthers
  }
}

extension TableColumn {
  /// The columns of each type that has some of its own, and of which no register needs to be known.
  fileprivate static let byType: [RecordType: [TableColumn]] = [
    .inspection: ofInspections, .passage: ofPassages, .contribution: ofContributions,
    .judgement: ofJudgements, .criterion: ofCriteria, .memo: ofMemos, .review: ofReviews,
    .estimate: ofEstimates, .filter: ofFilters, .problem: ofProblems,
  ]

  /// How records are listed whose type has no columns of its own: by what they have of these.
  fileprivate static let ofOthers: [TableColumn] = [
    TableColumn("Key", 16...30, by: FieldPath(.id)),
    TableColumn("Title", 30...90) { record in
      record.text(.name) ?? record.text(.summary) ?? record.text(.reason) ?? record.text(.text)
        ?? ""
    },
    TableColumn(
      "Day", 11...11, rank: 1,
      text: { ($0.day(.on) ?? $0.day(.from))?.description ?? "" },
      order: { .day($0.day(.on) ?? $0.day(.from)) }),
  ]
}
