extension RecRules {
  /// The way through the lines of a descriptor.
  struct Reader {
    private let fields: [RecField]
    private(set) var faults: [RecBreach] = []
    private(set) var key: String?
    private(set) var singular: [String] = []
    private(set) var size: RecSize?
    private(set) var lists: [String: [String]] = [:]
    private var types: [(field: Int, line: TypeLine, type: RecFieldType)] = []
    private var definitions: [(field: Int, name: String, type: RecFieldType)] = []
    /// What each name of a type means in the end; nil where that is nothing.
    private var meanings: [String: RecFieldType?] = [:]

    init(_ descriptor: RecRecord) { fields = Array(descriptor.fields) }

    mutating func read() {
      tellRepeated()
      for (index, field) in fields.enumerated() where field.name == "%typedef" {
        readDefinition(field.value, index)
      }
      for (index, field) in fields.enumerated() { read(field, index) }
      resolveDefinitions()
      tellUnresolved()
      faults.sort { ($0.field ?? 0) < ($1.field ?? 0) }
    }

    private mutating func fault(_ kind: RecBreach.Kind, _ field: Int) {
      faults.append(RecBreach(kind: kind, field: field))
    }

    /// Of these there is one at most.
    private mutating func tellRepeated() {
      for name in ["%rec", "%key", "%size", "%sort"] {
        for (index, _) in fields.enumerated().filter({ $0.element.name == name }).dropFirst() {
          fault(.repeatedLine(name), index)
        }
      }
    }

    private mutating func read(_ field: RecField, _ index: Int) {
      let (name, value) = (field.name, field.value)
      switch name {
      case "%rec": faults += TypeHead(value).faults.map { RecBreach(kind: $0, field: index) }
      case "%mandatory", "%allowed", "%prohibit", "%unique", "%confidential", "%auto", "%sort":
        let words = value.split(whereSeparator: \.isRecBlank).map(String.init)
        if words.isEmpty || !words.allSatisfy(RecWriter.isFieldName) {
          fault(.noNames(name), index)
        } else {
          lists[name, default: []] += words
        }
      case "%key", "%singular":
        guard RecWriter.isFieldName(value) else { return fault(.noName(name), index) }
        if name == "%singular" { singular.append(value) } else { key = key ?? value }
      case "%size":
        size = size ?? RecSize(value)
        if RecSize(value) == nil { fault(.noSize, index) }
      case "%type": readType(value, index)
      case "%constraint": fault(.notEvaluated, index)
      default: break
      }
    }

    // MARK: Types

    private mutating func readDefinition(_ value: String, _ index: Int) {
      let value = value.trimmingBlanks
      let name = value.prefix { !$0.isRecBlank }
      guard RecFieldType.isTypeName(name),
        let type = RecFieldType(String(value.dropFirst(name.count)))
      else { return fault(.noType, index) }
      definitions.append((index, String(name), type))
    }

    private mutating func readType(_ value: String, _ index: Int) {
      guard let line = TypeLine(value), let type = RecFieldType(line.text) else {
        return fault(.noType, index)
      }
      types.append((index, line, type))
    }

    /// Follows every name once, however long the way is. O(definitions).
    private mutating func resolveDefinitions() {
      let last = Dictionary(definitions.map { ($0.name, $0.type) }) { $1 }
      for name in last.keys {
        var type: RecFieldType? = .alias(name)
        var passed: [String] = []
        while case .alias(let next) = type {
          if let known = meanings[next] {
            type = known
          } else {
            // Nothing, should it lead back to itself.
            meanings[next] = .some(nil)
            passed.append(next)
            type = last[next]
          }
        }
        for name in passed { meanings[name] = .some(type) }
      }
    }

    /// Patterns that are not evaluated, names of types that nothing defines, and fields that cannot
    /// count.
    private mutating func tellUnresolved() {
      for (index, type) in definitions.map({ ($0.field, $0.type) })
        + types.map({ ($0.field, $0.type) })
      {
        if case .beyond(let limit) = type { fault(.beyond(limit), index) }
        if case .alias(let name) = type, resolved(type) == nil { fault(.unknownType(name), index) }
      }
      let declared = Dictionary(
        types.flatMap { entry in entry.line.names.map { ($0, entry.type) } }
      ) { $1 }
      for (index, field) in fields.enumerated() where field.name == "%auto" {
        for name in field.value.split(whereSeparator: \.isRecBlank).map(String.init) {
          if let type = declared[name], !counts(type) { fault(.cannotCount(name), index) }
        }
      }
    }

    private func counts(_ type: RecFieldType) -> Bool {
      switch resolved(type) {
      case .int, .range, .uuid, .date, nil: true
      case .real, .bool, .line, .size, .options, .pattern, .beyond, .name, .email, .reference,
        .alias:
        false
      }
    }

    /// What an alias stands for in the end; nil where that is nothing.
    private func resolved(_ type: RecFieldType) -> RecFieldType? {
      guard case .alias(let name) = type else { return type }
      return meanings[name] ?? nil
    }

    /// The types of fields, the last line of each, but those of which somebody else knows the same.
    /// What `%auto` fills and no line declares is a number.
    func resolvedTypes(but others: [String: String]) -> [String: FieldType] {
      var result: [String: FieldType] = [:]
      for name in lists["%auto"] ?? [] {
        result[name] = FieldType(type: .int, text: "int, by %auto")
      }
      for entry in types {
        guard let type = resolved(entry.type) else { continue }
        for name in entry.line.names { result[name] = FieldType(type: type, text: entry.line.text) }
      }
      return result.filter { others[$0.key] != $0.value.text }
    }
  }
}
