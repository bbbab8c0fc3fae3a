import InspectionModel
import RecText

extension Diagnostics {
  /// What the file's own descriptors demand and what is not so, each where it stands.
  func breaches(_ register: Register) -> [Told] {
    let breaches = text.breaches()
    if breaches.isEmpty { return [] }
    let rows = rows(of: Set(breaches.map(\.record)), register)
    return breaches.map { id, breach in
      let fields = text.document.record(id).map { Array($0.fields) } ?? []
      let place = breach.field.flatMap { fields.indices.contains($0) ? fields[$0] : nil }
      let start = place?.valueFileRange ?? fields.first?.fileRange
      return told(
        breach.isWarning ? .warning : .error, at: start?.lowerBound ?? 0, breach.kind.description,
        rows[id])
    }
  }

  /// Which rows of the register some records of the text are. O(records).
  private func rows(of records: Set<RecordID>, _ register: Register) -> [RecordID: Row] {
    var rows: [RecordID: Row] = [:]
    for type in RecordType.allCases {
      for row in register.rows(type) {
        if let place = text.place(of: row), records.contains(place) { rows[place] = row }
      }
    }
    return rows
  }
}
