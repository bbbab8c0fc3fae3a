public import TerminalCore

/// Which keys ask for which action. Chords are keys after one another: `g i`.
public struct Keymap: Sendable {
  /// A list, not a dictionary: it is short, and the start waits for it.
  private var bindings: [(keys: [Key], action: Action)] = []
  /// How each action is asked for, as it is written; the keys of the table first. By the action's
  /// number: each frame asks for many.
  private var notations = Array(repeating: [String](), count: Action.allCases.count)

  /// The keys of the table, which stand there as they are shown, and of which no two are the same.
  public init() {
    bindings.reserveCapacity(2 * ActionSpec.table.count)
    for spec in ActionSpec.table {
      for notation in spec.keys {
        guard let keys = try? KeyNotation.parse(notation) else { continue }
        bindings.append((keys, spec.action))
      }
      notations[spec.action.rawValue] = spec.keys
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
    if let bound = bindings.first(where: { $0.keys == keys }) { return .action(bound.action) }
    return continuations(of: keys).isEmpty ? .nothing : .prefix
  }

  /// The keys that may follow, each with the action it ends in, in the order of the table.
  public func continuations(of keys: [Key]) -> [(key: Key, action: Action)] {
    let found = bindings.filter { $0.keys.count > keys.count && $0.keys.starts(with: keys) }
    return Action.allCases.flatMap { action in
      found.filter { $0.action == action }.map { ($0.keys[keys.count], action) }
    }
  }

  /// How to ask for an action, as a person would write it; nil where no key does.
  public func keys(for action: Action) -> String? {
    allKeys(for: action).first
  }

  /// All keys of an action, the first of the table first.
  public func allKeys(for action: Action) -> [String] {
    notations[action.rawValue]
  }

  /// Chords that nobody can press any more, each with the shorter row of keys that hides it: `g`
  /// hides `g a`.
  public var hidden: [(keys: String, by: String)] {
    let chords = bindings.map(\.keys).filter { $0.count > 1 }.flatMap { chord in
      (1..<chord.count).map { chord.prefix($0) }
        .filter { start in bindings.contains { $0.keys.elementsEqual(start) } }
        .map { (keys: KeyNotation.text(chord), by: KeyNotation.text(Array($0))) }
    }
    return chords.sorted { $0.keys < $1.keys }
  }

  /// Gives an action a key more, taking the key from whatever had it.
  /// - Returns: false where the notation names no key.
  @discardableResult
  public mutating func bind(_ notation: String, to action: Action) -> Bool {
    guard let keys = try? KeyNotation.parse(notation), !keys.isEmpty else { return false }
    let notation = KeyNotation.text(keys)
    if let former = bindings.firstIndex(where: { $0.keys == keys }) {
      notations[bindings.remove(at: former).action.rawValue].removeAll { $0 == notation }
    }
    bindings.append((keys, action))
    let bound = notations[action.rawValue] + [notation]
    let listed = action.spec.keys.filter(bound.contains)
    notations[action.rawValue] = listed + bound.filter { !listed.contains($0) }.sorted()
    return true
  }

  /// Takes all keys from an action.
  public mutating func unbind(_ action: Action) {
    bindings.removeAll { $0.action == action }
    notations[action.rawValue] = []
  }
}
