import CYaml

/// Reads YAML by libyaml, event by event.
///
/// It follows a file no further than ``YAML/Limit`` allows. An alias is the very value it names,
/// not a copy, so that a short file cannot grow large.
struct YAMLReader: ~Copyable {
  /// It holds its own address, and must not move.
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  private let bytes: UnsafeBufferPointer<UInt8>
  private var anchored: [String: YAML] = [:]
  private var count = 0

  /// - Parameter bytes: UTF-8, or UTF-16 with a byte order mark; they must outlive the reader.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    yaml_parser_initialize(parser)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// The value of the only document; nil where there is none.
  mutating func document() throws(YAMLError) -> YAML? {
    _ = try next()  // The stream starts.
    guard try next().type == YAML_DOCUMENT_START_EVENT else { return nil }
    let value = try value(of: next(), depth: 0)
    _ = try next()  // The document ends.
    let last = try next()
    guard last.type == YAML_STREAM_END_EVENT else {
      throw last.error(.secondDocument)
    }
    return value
  }

  // MARK: - Values

  private mutating func value(of event: Event, depth: Int) throws(YAMLError) -> YAML {
    count += 1
    guard count <= YAML.Limit.values else {
      throw event.error(.tooManyValues)
    }
    let value: YAML
    switch event.type {
    case YAML_ALIAS_EVENT: value = try named(by: event)
    case YAML_SEQUENCE_START_EVENT: value = YAML(event, try sequence(event, depth))
    case YAML_MAPPING_START_EVENT: value = YAML(event, try mapping(event, depth))
    default: value = YAML(event, .text(event.text))
    }
    guard depth + value.height <= YAML.Limit.depth else {
      throw event.error(.tooDeep)
    }
    if let anchor = event.anchor { anchored[anchor] = value }
    return value
  }

  private func named(by alias: Event) throws(YAMLError) -> YAML {
    guard let value = alias.anchor.flatMap({ anchored[$0] }) else {
      throw alias.error(.grammar("found undefined alias"))
    }
    return value
  }

  private mutating func sequence(_ start: Event, _ depth: Int) throws(YAMLError) -> YAML.Kind {
    var values: [YAML] = []
    while let event = try inside(start, depth, until: YAML_SEQUENCE_END_EVENT) {
      values.append(try value(of: event, depth: depth + 1))
    }
    return .sequence(values)
  }

  private mutating func mapping(_ start: Event, _ depth: Int) throws(YAMLError) -> YAML.Kind {
    var pairs: [(key: YAML, value: YAML)] = []
    var names: Set<String> = []
    while let event = try inside(start, depth, until: YAML_MAPPING_END_EVENT) {
      let key = try value(of: event, depth: depth + 1)
      if let name = key.text, !names.insert(name).inserted {
        throw event.error(.twice(name))
      }
      pairs.append((key, try value(of: next(), depth: depth + 1)))
    }
    return .mapping(pairs)
  }

  /// The next event inside what another one started; nil at its end.
  private func inside(
    _ start: Event, _ depth: Int, until end: yaml_event_type_t
  ) throws(YAMLError) -> Event? {
    guard depth < YAML.Limit.depth else { throw start.error(.tooDeep) }
    let event = try next()
    return event.type == end ? nil : event
  }

  // MARK: - Events

  private func next() throws(YAMLError) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw problem }
    defer { yaml_event_delete(&event) }
    return Event(event)
  }

  private var problem: YAMLError {
    let words = parser.pointee.problem.map { String(cString: $0) } ?? "out of memory"
    let mark = parser.pointee.problem_mark
    guard parser.pointee.error == YAML_READER_ERROR else {
      return YAMLError(
        line: Int(mark.line) + 1, column: Int(mark.column) + 1, reason: .grammar(words))
    }
    // Of bytes that are no text libyaml tells the offset only.
    let before = bytes.prefix(Int(parser.pointee.problem_offset))
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return YAMLError(
      line: before.count { $0 == UInt8(ascii: "\n") } + 1,
      column: String(decoding: before[lineStart...], as: UTF8.self).unicodeScalars.count + 1,
      reason: .grammar(words))
  }

  /// An event of libyaml's, in memory of our own.
  fileprivate struct Event {
    let type: yaml_event_type_t
    let line: Int
    let column: Int
    private(set) var text = ""
    /// The name it gives to a value; of an alias, the name of that value.
    private(set) var anchor: String?

    init(_ event: yaml_event_t) {
      (type, line) = (event.type, Int(event.start_mark.line) + 1)
      column = Int(event.start_mark.column) + 1
      switch event.type {
      case YAML_ALIAS_EVENT: anchor = Self.name(event.data.alias.anchor)
      case YAML_SEQUENCE_START_EVENT: anchor = Self.name(event.data.sequence_start.anchor)
      case YAML_MAPPING_START_EVENT: anchor = Self.name(event.data.mapping_start.anchor)
      case YAML_SCALAR_EVENT:
        let scalar = event.data.scalar
        let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
        (text, anchor) = (String(decoding: bytes, as: UTF8.self), Self.name(scalar.anchor))
      default: break
      }
    }

    func error(_ reason: YAMLError.Reason) -> YAMLError {
      YAMLError(line: line, column: column, reason: reason)
    }

    private static func name(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
      pointer.map { String(cString: UnsafePointer($0)) }
    }
  }
}

extension YAML {
  /// A value that begins where an event does.
  fileprivate init(_ event: YAMLReader.Event, _ kind: Kind) {
    self.init(kind, line: event.line, column: event.column)
  }
}
