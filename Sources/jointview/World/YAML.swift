/// A value of a YAML file and the line and column it begins at, from 1. A number is a text like any
/// other.
struct YAML: Sendable {
  enum Kind: Sendable {
    case text(String)
    case sequence([YAML])
    case mapping([(key: YAML, value: YAML)])
  }

  let kind: Kind
  let line: Int
  let column: Int
  /// How many levels are below it.
  let height: Int

  init(_ kind: Kind, line: Int, column: Int) {
    (self.kind, self.line, self.column) = (kind, line, column)
    height =
      switch kind {
      case .text: 0
      case .sequence(let values): 1 + (values.map(\.height).max() ?? 0)
      case .mapping(let pairs): 1 + (pairs.map { max($0.key.height, $0.value.height) }.max() ?? 0)
      }
  }

  var text: String? {
    if case .text(let text) = kind { text } else { nil }
  }

  var sequence: [YAML]? {
    if case .sequence(let values) = kind { values } else { nil }
  }

  var mapping: [(key: YAML, value: YAML)]? {
    if case .mapping(let pairs) = kind { pairs } else { nil }
  }

  /// What a mapping has under a name.
  subscript(name: String) -> YAML? {
    mapping?.first { $0.key.text == name }?.value
  }
}

extension YAML {
  /// What a file may hold at most. Settings and schemes stay far below.
  enum Limit {
    static let bytes = 1 << 20
    static let depth = 16
    static let values = 10_000
  }

  /// The value a file holds; nil where it holds none.
  static func read(_ bytes: [UInt8]) throws(YAMLError) -> YAML? {
    if bytes.isEmpty { return nil }
    return try bytes.withUnsafeBufferPointer { (bytes) throws(YAMLError) in
      var reader = YAMLReader(bytes)
      return try reader.document()
    }
  }
}

/// Why a file cannot be read as YAML, and where.
struct YAMLError: Error, Equatable, CustomStringConvertible {
  enum Reason: Equatable {
    /// It breaks the grammar, in libyaml's words.
    case grammar(String)
    /// A mapping has a name twice, and nobody could tell which is meant.
    case twice(String)
    case secondDocument
    case tooDeep
    case tooManyValues
  }

  let line: Int
  let column: Int
  let reason: Reason

  var description: String { "\(line): \(sentence)" }

  var sentence: String {
    switch reason {
    case .grammar(let words): "this is not YAML: \(words)"
    case .twice(let name): "“\(name)” is here a second time"
    case .secondDocument: "a second document begins here, and only one can be read"
    case .tooDeep: "this is nested more than \(YAML.Limit.depth) levels deep"
    case .tooManyValues: "the file has more than \(YAML.Limit.values) values"
    }
  }
}
