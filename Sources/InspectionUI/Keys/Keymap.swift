public import TerminalCore

/// Which keys ask for which action. Chords are keys after one another: `g i`.
public struct Keymap: Sendable {
  private var actions: [[Key]: Action] = [:]
  /// How each action is asked for, as it is written; the keys of the table first.
  private var notations: [Action: [String]] = [:]

  /// The keys of the table, which stand there as they are shown, and of which no two are the same.
  public init() {
    actions.reserveCapacity(2 * ActionSpec.table.count)
    notations.reserveCapacity(ActionSpec.table.count)
    for spec in ActionSpec.table {
      for keys in spec.keys {
        if let keys = try? KeyNotation.parse(keys) { actions[keys] = spec.action }
      }
      notations[spec.action] = spec.keys
    }
  }

  /// What a row of keys means so far.
  public enum Meaning: Equatable, Sendable {
    case action(Action)
    /// More keys must come; these are the actions they may lead to.
    case prefix
    case nothing
  }

  public func meaning(of keys: [Key]) -> Meaning {
    if let action = actions[keys] { return .action(action) }
    return continuations(of: keys).isEmpty ? .nothing : .prefix
  }

  /// The keys that may follow, each with the action it ends in, in the order of the table.
  public func continuations(of keys: [Key]) -> [(key: Key, action: Action)] {
    let found = actions.filter { $0.key.count > keys.count && $0.key.starts(with: keys) }
    return Action.allCases.flatMap { action in
      found.filter { $0.value == action }.map { ($0.key[keys.count], action) }
    }
  }

  /// How to ask for an action, as a person would write it; nil where no key does.
  public func keys(for action: Action) -> String? {
    allKeys(for: action).first
  }

  /// All keys of an action, the first of the table first.
  public func allKeys(for action: Action) -> [String] {
    notations[action] ?? []
  }

  /// Chords that nobody can press any more, each with the shorter row of keys that hides it: `g`
  /// hides `g a`.
  public var hidden: [(keys: String, by: String)] {
    let chords = actions.keys.filter { $0.count > 1 }.flatMap { chord in
      (1..<chord.count).map { chord.prefix($0) }.filter { actions[Array($0)] != nil }
        .map { (keys: KeyNotation.text(chord), by: KeyNotation.text(Array($0))) }
    }
    return chords.sorted { $0.keys < $1.keys }
  }

  /// Gives an action a key more, taking the key from whatever had it.
  /// - Returns: false where the notation names no key.
  @discardableResult
  public mutating func bind(_ notation: String, to action: Action) -> Bool {
    guard let keys = try? KeyNotation.parse(notation), !keys.isEmpty else { return false }
    let former = actions.updateValue(action, forKey: keys)
    let notation = KeyNotation.text(keys)
    if let former { notations[former]?.removeAll { $0 == notation } }
    let bound = notations[action, default: []] + [notation]
    let listed = action.spec.keys.filter(bound.contains)
    notations[action] = listed + bound.filter { !listed.contains($0) }.sorted()
    return true
  }

  /// Takes all keys from an action.
  public mutating func unbind(_ action: Action) {
    actions = actions.filter { $0.value != action }
    notations[action] = nil
  }
}
