/// A look at the records of a document for what they break of the demands of descriptors.
///
/// Values are held to patterns as long as there is work left for that, over all that one audit is
/// asked.
public struct RecAudit {
  private let document: RecDocument
  /// The first descriptor of every set that has a name; found when a field first refers to one.
  private lazy var descriptors = firstDescriptors()
  /// The types of the keys that fields refer to, by the names of their sets.
  private var keyTypes: [String: RecFieldType?] = [:]
  /// The keys of the sets that fields refer to.
  private var keys: [String: Set<[UInt8]>?] = [:]
  private var toldUnknown: Set<String> = []
  private let looksUpKeys: Bool
  private var work: PatternWork
  private var hasToldEndOfWork = false

  /// How many missing fields are told of a record.
  private static let mostMissing = 100

  /// - Parameter looksUpKeys: whether references are followed; that costs the records of the sets
  ///   they name.
  public init(_ document: RecDocument, looksUpKeys: Bool = true) {
    (self.document, self.looksUpKeys) = (document, looksUpKeys)
    work = PatternWork(bytes: document.bytes.count)
  }

  /// What the records of a set break of some rules: each by itself, then all together, with the
  /// record it is about; of their number, that is the descriptor. O(records).
  public mutating func breaches(
    of rules: RecRules, in set: RecSet
  ) -> [(record: RecordID, breach: RecBreach)] {
    var found: [(record: RecordID, breach: RecBreach)] = []
    for id in document.records(in: set) {
      guard let record = document.record(id) else { continue }
      found += breaches(of: rules, by: record).map { (record: id, breach: $0) }
    }
    forgetPatterns()
    return found + rules.jointBreaches(in: set, of: document)
  }

  /// Gives back the memory of the patterns of a set, once its records have been looked at.
  public mutating func forgetPatterns() { work.forgetPatterns() }

  /// What a record breaks by itself. O(fields), and for patterns what is left of the work.
  public mutating func breaches(of rules: RecRules, by record: RecRecord) -> [RecBreach] {
    var breaches: [RecBreach] = []
    var counts: [String: Int] = [:]
    for (index, field) in record.fields.enumerated() {
      let name = field.name
      counts[name, default: 0] += 1
      var kinds = rules.kinds(of: field, name, isFirst: counts[name] == 1)
      if let kind = typeBreach(field, name, rules) { kinds.insert(kind, at: 0) }
      breaches += kinds.map { RecBreach(kind: $0, field: index) }
    }
    // As long as a descriptor may be, it is looked at as far as a record has fields and some more.
    let absent = rules.mandatory.lazy.filter { counts[$0] == nil }.prefix(Self.mostMissing)
      .map(RecBreach.Kind.missing)
    let keyless = [rules.key].compactMap(\.self).filter { counts[$0] == nil }
      .map(RecBreach.Kind.noKey)
    return (keyless + absent).map { RecBreach(kind: $0, field: nil) } + breaches
  }

  private mutating func typeBreach(
    _ field: RecField, _ name: String, _ rules: RecRules
  ) -> RecBreach.Kind? {
    guard let declared = rules.types[name] else { return nil }
    let value = field.value
    switch meaning(of: declared.type).fit(of: value, &work) {
    case .fits: return dangling(value, declared.type)
    case .doesNotFit: return .wrongType(name, value: value, type: declared.text)
    case .oddDate: return .oddDate(value: value)
    case .tooCostly: return .tooCostly(name, value: value, type: declared.text)
    case .workSpent:
      if hasToldEndOfWork { return nil }
      hasToldEndOfWork = true
      return .workSpent
    }
  }

  // MARK: References

  /// A type, or of a reference the type of the key, where that has one.
  private mutating func meaning(of type: RecFieldType) -> RecFieldType {
    guard case .reference(let set) = type else { return type }
    if let known = keyTypes[set] { return known ?? type }
    let descriptor = descriptors[set].flatMap(document.record)
    keyTypes[set] = .some(descriptor.flatMap { RecRules($0).keyType })
    return (keyTypes[set] ?? nil) ?? type
  }

  /// Where a value refers to nothing: recfix passes over that.
  private mutating func dangling(_ value: String, _ type: RecFieldType) -> RecBreach.Kind? {
    guard looksUpKeys, case .reference(let set) = type else { return nil }
    guard descriptors[set] != nil else {
      return toldUnknown.insert(set).inserted ? .unknownSet(set) : nil
    }
    if keys[set] == nil { keys[set] = .some(allKeys(of: set)) }
    guard let known = keys[set] ?? nil, !known.contains(Array(value.utf8)) else { return nil }
    return .dangling(value: value, set: set)
  }

  /// Nil for a set that has no key.
  private mutating func allKeys(of name: String) -> Set<[UInt8]>? {
    guard let descriptor = descriptors[name].flatMap(document.record),
      let key = RecRules(descriptor).key
    else { return nil }
    var keys: Set<[UInt8]> = []
    for set in document.sets where set.name == name {
      for id in document.records(in: set) {
        guard let field = document.record(id)?.fields.first(where: { $0.isNamed(key) }) else {
          continue
        }
        keys.insert(field.valueBytes)
      }
    }
    return keys
  }

  private func firstDescriptors() -> [String: RecordID] {
    Dictionary(
      document.sets.compactMap { set in
        guard let name = set.name, let id = set.descriptor, document.record(id) != nil else {
          return nil
        }
        return (name, id)
      }, uniquingKeysWith: { first, _ in first })
  }
}

extension RecRules {
  /// The type that this set's key is declared to have.
  fileprivate var keyType: RecFieldType? { key.flatMap { types[$0]?.type } }

  /// What a field breaks, whatever its value means.
  fileprivate func kinds(
    of field: RecField, _ name: String, isFirst: Bool
  ) -> [RecBreach.Kind] {
    var kinds: [RecBreach.Kind] = []
    if confidential.contains(name), !field.value.hasPrefix("encrypted-") {
      kinds.append(.notEncrypted(name))
    }
    if prohibited.contains(name) { kinds.append(.prohibited(name)) }
    if !allows(name) { kinds.append(.notAllowed(name)) }
    if !isFirst, unique.contains(name) { kinds.append(.repeated(name)) }
    if !isFirst, name == key { kinds.append(.severalKeys(name)) }
    if isFirst, name == key, field.valueBytes.isEmpty { kinds.append(.emptyKey(name)) }
    return kinds
  }
}
