import InspectionModel
import InspectionStore
import InspectionUI

/// What a person has set in `config.yaml`; everything has a value without it.
///
///     scheme: light
///     reviewer: mh
///     mouse: off
///     mirror: https://mirror.example
///     pause: 0.5
///     keys:
///       down: [j, <Down>, <C-j>]
struct Settings: Sendable {
  /// Which colours one wants; nil where it is left to the terminal's own ground.
  var scheme: String?
  var reviewer: String?
  /// Whether the mouse is the program's from the start.
  var usesMouse = true
  var keymap = Keymap()
  /// What is set for reports that are fetched.
  var fetching = Fetching()

  struct Fetching: Sendable {
    /// Stands in for scheme and host of their addresses.
    var mirror: WebAddress?
    var limits = ReportDownload.Limits()
  }

  /// What could not be understood, each with its line.
  var problems: [String] = []
  /// Why nothing of the file could be read, or not the reviewer's name; nil where at least those
  /// could.
  private(set) var refusal: String?

  /// Reads the file; lines that make no sense are named and the rest holds.
  init(path: String?) {
    guard let path, Files.exists(path) else { return }
    switch Files.read(path, upTo: YAML.Limit.bytes) {
    case .failure(let error): refuse(error.description)
    case .success(let bytes): read(bytes, path)
    }
  }

  private mutating func read(_ bytes: [UInt8], _ path: String) {
    do throws(YAMLError) {
      guard let root = try YAML.read(bytes) else { return }
      guard let mapping = root.mapping else {
        return refuse("\(path):1: settings are names with a colon and a value")
      }
      for (key, value) in mapping { set(key, value, path) }
      problems += keymap.hidden.map { "\(path): the key “\($0.by)” hides “\($0.keys)”" }
    } catch {
      refuse("\(path):\(error)")
    }
  }

  private mutating func refuse(_ sentence: String) {
    refusal = sentence
    problems.append(sentence)
  }

  private mutating func set(_ key: YAML, _ value: YAML, _ path: String) {
    let (name, place) = (key.text ?? "?", "\(path):\(value.line)")
    switch (name, value.text) {
    case ("keys", _): bind(value, path)
    case ("scheme", let text?): scheme = text
    case ("reviewer", let text?): takeReviewer(text, place)
    case ("mouse", let text?): takeMouse(text, place)
    case ("mirror", let text?): takeMirror(text, place)
    case ("pause", let text?): takePause(text, place)
    case ("reviewer", nil): refuse("\(place): “reviewer” takes a single value")
    case ("scheme", nil), ("mouse", nil), ("mirror", nil), ("pause", nil):
      problems.append("\(place): “\(name)” takes a single value")
    default:
      problems.append(
        "\(path):\(key.line): “\(name)” is not a setting; the settings are scheme, reviewer, "
          + "mouse, mirror, pause and keys")
    }
  }

  private mutating func takeReviewer(_ name: String, _ place: String) {
    if let scalar = name.firstUnseen {
      refuse("\(place): the reviewer's name holds \(scalar.codeName)")
    } else {
      reviewer = name
    }
  }

  private mutating func takeMouse(_ word: String, _ place: String) {
    switch word.lowercased() {
    case "on", "yes", "true": usesMouse = true
    case "off", "no", "false": usesMouse = false
    default: problems.append("\(place): the mouse is on or off, not “\(word)”")
    }
  }

  private mutating func takeMirror(_ text: String, _ place: String) {
    if let mirror = WebAddress(text) { return fetching.mirror = mirror }
    problems.append("\(place): a mirror is an address such as https://mirror.example")
  }

  private mutating func takePause(_ text: String, _ place: String) {
    if let pause = Double(text), ReportDownload.Limits.pauses.contains(pause) {
      return fetching.limits.pause = pause
    }
    problems.append("\(place): a pause is from 0 to 3600 seconds")
  }

  private mutating func bind(_ keys: YAML, _ path: String) {
    guard let actions = keys.mapping else {
      problems.append("\(path):\(keys.line): “keys” takes actions, each with its keys")
      return
    }
    for (action, keys) in actions { bind(action, keys, path) }
  }

  private mutating func bind(_ name: YAML, _ keys: YAML, _ path: String) {
    let place = "\(path):\(name.line)"
    guard let action = ActionSpec.table.first(where: { $0.name == name.text })?.action else {
      problems.append(
        "\(place): “\(name.text ?? "?")” is not an action; ? in the program lists them")
      return
    }
    let given = keys.sequence ?? [keys]
    let notations = given.compactMap(\.text)
    if notations.count < given.count || given.isEmpty {
      problems.append("\(path):\(keys.line): “\(name.text ?? "?")” takes a key, or a list of keys")
    }
    var changed = keymap
    changed.unbind(action)
    for notation in notations where !changed.bind(notation, to: action) {
      problems.append("\(place): “\(notation)” is not a key; write j, <Enter>, <C-d> or g i")
    }
    // An action left without any key would be one that a person can no longer ask for.
    if changed.keys(for: action) != nil { keymap = changed }
  }
}
