import InspectionAnalysis
import InspectionModel
public import Manual

extension ManualTopic {
  /// The topic with its keys as they are set, and with what the tables of actions, accounts and
  /// record types say.
  public func completed(with keymap: Keymap) -> ManualTopic {
    filled { name in
      switch name {
      case "keys": Self.actions(keymap)
      case "accounts": Self.accounts(keymap)
      case "types": Self.recordTypes
      default: nil
      }
    }.completed { name in
      ActionSpec.table.first { $0.name == name }.flatMap { keymap.keys(for: $0.action) }
    }
  }

  /// Every action under its group: keys, summary and name.
  private static func actions(_ keymap: Keymap) -> [ManualBlock] {
    ActionSpec.Group.allCases.flatMap { group in
      [.heading(group.rawValue)]
        + ActionSpec.table.filter { $0.group == group }.map { spec in
          let keys = keymap.allKeys(for: spec.action).joined(separator: "  ")
          return .definition(
            term: [.code(keys)],
            meaning: [.text(spec.summary + " ("), .code(spec.name), .text(")")]
          )
        }
    }
  }

  /// Every account: its name for reports, what it answers, and the key that shows it.
  private static func accounts(_ keymap: Keymap) -> [ManualBlock] {
    Topic.all.map { topic in
      let spec = ActionSpec.table.first { $0.topic == topic }
      let key = spec.map { keymap.keys(for: $0.action) ?? $0.name }
      let way: [ManualSpan] =
        key.map { [.text("; on the screen "), .code($0)] }
        ?? [.text("; on the screen, open it from a related account or review")]
      return .definition(term: [.code(topic.name)], meaning: [.text(topic.summary)] + way)
    }
  }

  /// Every record type: what it is, and its fields.
  private static var recordTypes: [ManualBlock] {
    RecordType.allCases.map { type in
      let always = type.fields.filter { $0.isMandatory }
      let optional = type.fields.filter { !$0.isMandatory }
      let groups = [("Always", always), ("Optional", optional)].filter { !$0.1.isEmpty }
      let fields = groups.map { words, fields in
        "\(words): " + fields.map(described).joined(separator: ", ") + "."
      }
      return .definition(
        term: [.code(type.name)],
        meaning: [.text(([type.summary] + fields).joined(separator: " "))])
    }
  }

  /// `Neighbour (several, the key of an area)`.
  private static func described(_ field: FieldSpec) -> String {
    let content: String? =
      switch field.kind {
      case .key, .text, .number: nil
      case .day: "a day"
      case .choice(let options): options.joined(separator: " ")
      case .reference(let type): "the key of \(type.withArticle)"
      }
    let notes = [field.isRepeated ? "several" : nil, content].compactMap(\.self)
    return field.name + (notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))")
  }
}
