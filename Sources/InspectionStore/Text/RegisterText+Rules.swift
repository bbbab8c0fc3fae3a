import InspectionModel
import RecText

// What the file's own descriptors demand beyond what the types of a register are.

extension RegisterText {
  /// The demands of a set that the register does not see to itself; nil where there are none.
  /// O(descriptor).
  func ownRules(of set: RecSet) -> RecRules? {
    guard let descriptor = set.descriptor.flatMap(document.record) else { return nil }
    guard let type = set.name.flatMap({ RecordType(name: $0) }) else { return RecRules(descriptor) }
    let known = SetDescriptor.fields(of: type)
    // Most are as they are written here, and at every start it counts to read them no further.
    if SetDescriptor.isSpelled(descriptor, as: known) { return RecRules.none }
    let rules = RecRules(descriptor, but: known)
    // Of fields that no register has, another message tells.
    return type.fields.allSatisfy { rules.allows($0.name) } ? rules.allowingAll() : rules
  }

  /// What the file's descriptors demand.
  struct Demands {
    /// What is wrong with the descriptors, and what the records of a set break together.
    var faults: [(record: RecordID, breach: RecBreach)] = []
    /// The sets whose records have to be looked at one by one, in the order of the file.
    var sets: [(set: RecSet, rules: RecRules)] = []
  }

  /// O(descriptors), and O(records) of sets that demand something of all their records together.
  func demands() -> Demands {
    var demands = Demands()
    for set in document.sets {
      guard let descriptor = set.descriptor, let rules = ownRules(of: set) else { continue }
      demands.faults += rules.faults.map { (record: descriptor, breach: $0) }
      // Like recfix, as records would be told of what is wrong above them.
      if rules.isEmpty || !rules.faults.allSatisfy(\.isWarning) { continue }
      demands.faults += rules.jointBreaches(in: set, of: document)
      demands.sets.append((set, rules))
    }
    return demands
  }

  /// Whether it is told as a field that the type does not have.
  static func isOfUnknownField(_ breach: RecBreach, _ type: RecordType?) -> Bool {
    guard let type, case .notAllowed(let name) = breach.kind else { return false }
    return !type.fields.contains { $0.name == name }
  }

  // MARK: Edits

  /// What the records of a change break, and the sets they are in, before or after it.
  struct BrokenRules {
    fileprivate var ofRecords: [RecordID: [RecBreach.Kind]] = [:]
    fileprivate var ofSets: [Int: [RecBreach.Kind]] = [:]
  }

  /// O(edits), and O(records) of sets that demand something of all their records together.
  mutating func brokenRules(of change: Change, _ register: Register) -> BrokenRules {
    var broken = BrokenRules()
    var audit = RecAudit(document, looksUpKeys: false)
    for edit in change.edits {
      guard let set = lastSet(of: edit.type), let rules = guardedRules(of: set) else { continue }
      if let place = register.everHeld(edit.type, key: edit.key).flatMap(place(of:)) {
        let breaches = document.record(place).map { audit.breaches(of: rules, by: $0) } ?? []
        broken.ofRecords[place] = breaches.errors
      }
      if broken.ofSets[set.index] == nil {
        broken.ofSets[set.index] = rules.jointBreaches(in: set, of: document).map(\.breach).errors
      }
    }
    return broken
  }

  /// The first thing that a change has broken.
  static func broken(from before: BrokenRules, to after: BrokenRules) -> RecBreach.Kind? {
    let records = after.ofRecords.flatMap { id, kinds in
      kinds.filter { !$0.was(among: before.ofRecords[id] ?? []) }
    }
    let sets = after.ofSets.flatMap { set, kinds in
      kinds.filter { !$0.was(among: before.ofSets[set] ?? []) }
    }
    return (records + sets).first
  }

  /// The rules that edits are held to; fields of a register are allowed as they come.
  mutating func guardedRules(of set: RecSet) -> RecRules? {
    if let known = rules[set.index] { return known.isEmpty ? nil : known }
    let own = ownRules(of: set)?.allowingAll() ?? RecRules.none
    rules[set.index] = own
    return own.isEmpty ? nil : own
  }
}

extension [RecBreach] {
  fileprivate var errors: [RecBreach.Kind] { filter { !$0.isWarning }.map(\.kind) }
}
