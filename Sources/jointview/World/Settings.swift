import InspectionStore
import InspectionUI
import Yams

/// What a person has set in `config.yaml`; everything has a value without it.
///
///     scheme: light
///     reviewer: mh
///     keys:
///       down: [j, <Down>, <C-j>]
struct Settings: Sendable {
  var scheme = "dark"
  var reviewer: String?
  var keymap = Keymap()
  /// What could not be understood, each with its line.
  var problems: [String] = []

  /// Reads the file; lines that make no sense are named and the rest holds.
  init(path: String?) {
    guard let path, Files.exists(path) else { return }
    switch Files.read(path) {
    case .failure(let error): problems.append(error.description)
    case .success(let bytes): read(String(decoding: bytes, as: UTF8.self), path)
    }
  }

  private mutating func read(_ text: String, _ path: String) {
    do {
      guard let root = try YAML.compose(text) else { return }
      guard let mapping = root.mapping else {
        problems.append("\(path):1: settings are names with a colon and a value")
        return
      }
      for (key, value) in mapping { take(key, value, path) }
      problems += keymap.hidden.map { "\(path): the key “\($0.by)” hides “\($0.keys)”" }
    } catch {
      problems.append("\(path):\(YAML.line(of: error)): this is no YAML: \(YAML.words(for: error))")
    }
  }

  private mutating func take(_ key: Node, _ value: Node, _ path: String) {
    let place = "\(path):\(key.mark?.line ?? 1)"
    switch key.scalar?.string {
    case "scheme" where value.scalar?.string != nil: scheme = value.scalar?.string ?? scheme
    case "reviewer" where value.scalar?.string != nil: reviewer = value.scalar?.string
    case "keys" where value.mapping != nil:
      for (action, keys) in value.mapping ?? [:] { bind(action, keys, path) }
    default:
      let name = key.scalar?.string ?? "?"
      problems.append("\(place): “\(name)” is no setting; there are scheme, reviewer and keys")
    }
  }

  private mutating func bind(_ name: Node, _ keys: Node, _ path: String) {
    let place = "\(path):\(name.mark?.line ?? 1)"
    guard let action = ActionSpec.table.first(where: { $0.name == name.scalar?.string })?.action
    else {
      problems.append(
        "\(place): “\(name.scalar?.string ?? "?")” is no action; ? in the program lists them")
      return
    }
    let notations =
      keys.sequence.map { $0.compactMap(\.scalar?.string) }
      ?? [keys.scalar?.string].compactMap(\.self)
    var changed = keymap
    changed.unbind(action)
    for notation in notations where !changed.bind(notation, to: action) {
      problems.append("\(place): “\(notation)” is no key; write j, <Enter>, <C-d> or g i")
    }
    // An action left without any key would be one that a person can no longer ask for.
    if changed.keys(for: action) != nil { keymap = changed }
  }
}
