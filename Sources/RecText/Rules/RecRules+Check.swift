extension RecDocument {
  /// What the records of a set break of some rules: each by itself, then all together, with the record it is about; of
  /// their number, that is the descriptor. O(records).
  public func breaches(
    of rules: RecRules, in set: RecSet
  ) -> [(record: RecordID, breach: RecBreach)] {
    let keyTypes = keyTypes(for: rules)
    let alone = records(in: set).flatMap { id in
      (record(id).map { rules.breaches(of: $0, keyTypes) } ?? []).map { (record: id, breach: $0) }
    }
    return alone + rules.jointBreaches(in: set, of: self)
  }

  /// The types of the keys that fields refer to, by the names of their sets.
  public func keyTypes(for rules: RecRules) -> [String: RecRules.KeyType] {
    let names = rules.references
    var types: [String: RecRules.KeyType] = [:]
    for set in sets {
      guard let name = set.name, names.contains(name),
        let descriptor = set.descriptor.flatMap(record)
      else { continue }
      types[name] = types[name] ?? RecRules(descriptor).keyType
    }
    return types
  }
}

extension RecRules {
  /// What a record breaks by itself.
  ///
  /// - Parameter keyTypes: the types of the keys of other sets, by their names; see ``references``.
  public func breaches(of record: RecRecord, _ keyTypes: [String: KeyType] = [:]) -> [RecBreach] {
    var breaches: [RecBreach] = []
    var counts: [String: Int] = [:]
    for (index, field) in record.fields.enumerated() {
      let name = field.name
      counts[name, default: 0] += 1
      if let kind = misfit(field, name, keyTypes) {
        breaches.append(RecBreach(kind: kind, field: index))
      }
      if confidential.contains(name), !field.value.hasPrefix("encrypted-") {
        breaches.append(RecBreach(kind: .notEncrypted(name), field: index))
      }
      if prohibited.contains(name) {
        breaches.append(RecBreach(kind: .prohibited(name), field: index))
      }
      if !allows(name) { breaches.append(RecBreach(kind: .notAllowed(name), field: index)) }
      if counts[name] ?? 0 > 1 {
        if unique.contains(name) { breaches.append(RecBreach(kind: .repeated(name), field: index)) }
        if name == key { breaches.append(RecBreach(kind: .severalKeys(name), field: index)) }
      }
    }
    let absent = mandatory.filter { counts[$0] == nil }.map(RecBreach.Kind.missing)
    let keyless = [key].compactMap(\.self).filter { counts[$0] == nil }.map(RecBreach.Kind.noKey)
    return (keyless + absent).map { RecBreach(kind: $0, field: nil) } + breaches
  }

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

extension RecRules {
  /// The type of a set's key, for the fields that refer to it.
  public struct KeyType: Sendable {
    let type: RecFieldType
  }

  /// The sets that fields refer to.
  public var references: Set<String> {
    Set(types.values.compactMap { if case .reference(let set) = $0.type { set } else { nil } })
  }

  /// The type that this set's key is declared to have.
  public var keyType: KeyType? {
    key.flatMap { types[$0] }.map { KeyType(type: $0.type) }
  }

  private func misfit(
    _ field: RecField, _ name: String, _ keyTypes: [String: KeyType]
  ) -> RecBreach.Kind? {
    guard let declared = types[name] else { return nil }
    var type = declared.type
    if case .reference(let set) = type, let key = keyTypes[set] { type = key.type }
    let value = field.value
    switch type.fit(of: value) {
    case .fits: return nil
    case .misfits: return .misfit(name, value: value, type: declared.text)
    case .unknown: return .oddDate(value: value)
    }
  }
}
