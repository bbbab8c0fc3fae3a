import InspectionModel
import RecText

extension Diagnostics {
  /// Something that the file's own descriptors demand and that is not so.
  func told(_ breach: RecBreach, of id: RecordID) -> Told {
    told(breach.isWarning ? .warning : .error, in: id, at: { self.place(of: breach, in: id) }) {
      (breach.kind.description, self.text.row(of: id))
    }
  }

  private func place(of breach: RecBreach, in id: RecordID) -> Int? {
    let fields = text.document.record(id).map { Array($0.fields) } ?? []
    let field = breach.field.flatMap { fields.indices.contains($0) ? fields[$0] : nil }
    return (field?.valueFileRange ?? fields.first?.fileRange)?.lowerBound
  }
}

/// What records break by themselves, one record after another in the order of the file: looked for
/// when the next is asked for, so that nobody waits for those of a million records.
struct BreachWalk: ToldWalk {
  private let diagnostics: Diagnostics
  private var audit: RecAudit
  private var sets: ArraySlice<(set: RecSet, rules: RecRules)>
  private var records: RecordWalk?
  /// The record to look at next.
  private var id: RecordID?
  private var found: ArraySlice<Told> = []

  init(_ diagnostics: Diagnostics, _ demands: RegisterText.Demands) {
    self.diagnostics = diagnostics
    audit = RecAudit(diagnostics.text.document)
    sets = demands.sets[...]
    openSet()
  }

  mutating func next(before end: Int) -> Told? {
    while found.isEmpty {
      guard let set = sets.first else { return nil }
      if let id {
        guard diagnostics.start(of: id) < end else { return nil }
        look(at: id, set.rules, set.set.name.flatMap(RecordType.init))
        self.id = records?.next()
      } else {
        audit.forgetPatterns()
        sets = sets.dropFirst()
        openSet()
      }
    }
    return found[found.startIndex].range.lowerBound < end ? found.popFirst() : nil
  }

  private mutating func openSet() {
    records = sets.first.map { diagnostics.text.document.records(in: $0.set) }
    id = records?.next()
  }

  private mutating func look(at id: RecordID, _ rules: RecRules, _ type: RecordType?) {
    guard let record = diagnostics.text.document.record(id) else { return }
    let breaches = audit.breaches(of: rules, by: record)
    if breaches.isEmpty { return }
    found =
      breaches.filter { !RegisterText.isOfUnknownField($0, type) }
      .map { diagnostics.told($0, of: id) }[...]
  }
}
