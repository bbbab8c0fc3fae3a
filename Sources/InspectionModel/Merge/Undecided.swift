/// What a register holds in conflict, and two later versions of it have both settled in their own
/// way.
struct Undecided {
  private(set) var matters: [Conflict.Matter] = []
  private var all: Set<Conflict.Matter> = []

  init(in base: Register, _ ours: Register, _ theirs: Register) {
    let conflicts = base.all(Conflict.self)
    if conflicts.isEmpty { return }
    let (before, mine, others) = (State.Reader(base), State.Reader(ours), State.Reader(theirs))
    for conflict in conflicts {
      guard let row = conflict.subject else { continue }
      let matter = Conflict.Matter(row.type, base[row].key, conflict.field)
      let former = before.state(of: matter)
      guard mine.state(of: matter) != former, others.state(of: matter) != former,
        all.insert(matter).inserted
      else { continue }
      matters.append(matter)
    }
  }

  /// Whether an edit says how one of the versions has settled something of it.
  func isAbout(_ edit: Edit) -> Bool {
    if all.isEmpty { return false }
    switch edit {
    case .insert, .setUnknown: return false
    case .set(let type, let key, let field, _, _):
      return all.contains(Conflict.Matter(type, key, field))
    case .remove(let type, _):
      return matters.contains { $0.type == type && $0.key == edit.key }
    }
  }

  /// What a version holds of something, and what it keeps beside that.
  private struct State: Equatable {
    let held: [String]?
    let beside: Set<[String]>

    struct Reader {
      private let register: Register
      private var beside: [Conflict.Matter: Set<[String]>] = [:]

      init(_ register: Register) {
        self.register = register
        for conflict in register.all(Conflict.self) {
          guard let row = conflict.subject else { continue }
          let matter = Conflict.Matter(row.type, register[row].key, conflict.field)
          beside[matter, default: []].insert(conflict.values)
        }
      }

      func state(of matter: Conflict.Matter) -> State {
        let held = register.row(matter.type, key: matter.key).map { row in
          matter.field.map { register[row].texts($0) } ?? []
        }
        return State(held: held, beside: beside[matter] ?? [])
      }
    }
  }
}

extension Reconciliation {
  /// Keeps what either version holds in place of something the base does not tell.
  mutating func settle(
    _ matter: Conflict.Matter, _ other: Register
  ) throws(EditProblem) -> [Edit] {
    let (type, key) = (matter.type, matter.key)
    let mine = register.row(type, key: key)
    let theirs = other.row(type, key: key).map { other[$0] }
    switch (mine, theirs) {
    case (let mine?, let theirs?):
      guard let field = matter.field else { return [] }
      let values = theirs.texts(field)
      if register[mine].texts(field) == values { return [] }
      return try settle(conflict(type, key, field, values))
    case (_?, nil):
      return try settle(conflict(type, key, nil, []))
    case (nil, let theirs?):
      let edits = [.insert(type, theirs.values)] + conflict(type, key, nil, [])
      return try settle(returning(for: edits) + edits)
    case (nil, nil):
      return []
    }
  }

  private mutating func settle(_ edits: [Edit]) throws(EditProblem) -> [Edit] {
    try register.apply(Change("", edits, isRestoring: true))
    return edits
  }
}

extension Register {
  /// The edits that give what this holds in conflict, and two later versions have both settled in
  /// their own way, a value that is neither's.
  public func undecided(by ours: Register, _ theirs: Register) -> [Edit] {
    var seen: Set<Conflict.Matter> = []
    return Undecided(in: self, ours, theirs).matters.compactMap { matter in
      let type = matter.type
      guard let row = row(type, key: matter.key),
        let field = matter.field ?? type.fields.first(where: { $0.field != .id })?.field,
        seen.insert(Conflict.Matter(type, matter.key, field)).inserted
      else { return nil }
      let values = [ours, theirs].flatMap { version in
        version.row(type, key: matter.key).map { version[$0].texts(field) } ?? []
      }
      return self[row].setting(field, to: ["undecided: " + values.joined(separator: " or ")])
    }
  }
}
