extension RecRules {
  /// What the records of a set break together: their number, and values that no two may have. O(records) where
  /// something of that kind is demanded.
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
    for name in singular {
      found += repeats(of: name, in: records, document) { .taken(name, value: $0) }
    }
    if let key {
      found += repeats(of: key, in: records, document) { .sameKey(key, value: $0) }
    }
    return found
  }

  /// The fields whose value an earlier record has under that name.
  private func repeats(
    of name: String, in records: [RecordID], _ document: RecDocument,
    _ kind: (String) -> RecBreach.Kind
  ) -> [(record: RecordID, breach: RecBreach)] {
    var owners: [[UInt8]: RecordID] = [:]
    var found: [(record: RecordID, breach: RecBreach)] = []
    for id in records {
      guard let record = document.record(id) else { continue }
      for (index, field) in record.fields.enumerated() where field.isNamed(name) {
        let value = field.valueBytes
        if let owner = owners[value], owner != id {
          found.append((id, RecBreach(kind: kind(field.value), field: index)))
        } else {
          owners[value] = id
        }
      }
    }
    return found
  }
}
