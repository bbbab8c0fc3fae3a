extension RecRules {
  /// What the records of a set break together: their number, and values that no two may have.
  /// O(records) where something of that kind is demanded.
  public func jointBreaches(
    in set: RecSet, of document: RecDocument
  ) -> [(record: RecordID, breach: RecBreach)] {
    guard let descriptor = set.descriptor, size != nil || key != nil || !singular.isEmpty else {
      return []
    }
    let records = Array(document.records(in: set))
    var found: [(record: RecordID, breach: RecBreach)] = []
    if let size, !size.bounds.contains(records.count) {
      let kind = RecBreach.Kind.size(records.count, wanted: size.text)
      let line = document.record(descriptor)?.fields.enumerated().first {
        $0.element.isNamed("%size")
      }
      found.append((descriptor, RecBreach(kind: kind, field: line?.offset)))
    }
    return found + (key == nil && singular.isEmpty ? [] : repeats(in: records, document))
  }

  /// The fields whose value another record has under the same name, where no two may; the first of
  /// them with the second, as recfix tells of both.
  private func repeats(
    in records: [RecordID], _ document: RecDocument
  ) -> [(record: RecordID, breach: RecBreach)] {
    let singular = Set(singular)
    let names = singular.union([key].compactMap(\.self))
    // A few names are compared byte by byte, which makes no string of each field's.
    let few = names.count <= 8 ? names.sorted() : nil
    var owners: [String: [[UInt8]: Owner]] = [:]
    var found: [(record: RecordID, breach: RecBreach)] = []
    for id in records {
      guard let record = document.record(id) else { continue }
      for (index, field) in record.fields.enumerated() {
        let named = few.map { $0.first(where: field.isNamed) } ?? field.name
        guard let name = named, names.contains(name) else { continue }
        let isSingular = singular.contains(name)
        let value = field.valueBytes
        guard let owner = owners[name]?[value] else {
          owners[name, default: [:]][value] = Owner(record: id, field: index)
          continue
        }
        if owner.record == id { continue }
        let kinds: [RecBreach.Kind] =
          (isSingular ? [.taken(name, value: field.value)] : [])
          + (name == key ? [.sameKey(name, value: field.value)] : [])
        if !owner.isTold {
          owners[name]?[value]?.isTold = true
          found += kinds.map { (owner.record, RecBreach(kind: $0, field: owner.field)) }
        }
        found += kinds.map { (id, RecBreach(kind: $0, field: index)) }
      }
    }
    return found
  }

  /// The first field with a value.
  private struct Owner {
    let record: RecordID
    let field: Int
    var isTold = false
  }
}
