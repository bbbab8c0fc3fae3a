/// What records are sorted and grouped by: a field of theirs, or of the record they belong to, and
/// so on up.
public struct FieldPath: Hashable, Sendable {
  public enum Manner: Hashable, Sendable {
    /// What the field holds.
    case value
    /// The name of the record it names.
    case name
    /// The key and the name of the record it names.
    case keyAndName
    /// The year of the day it holds.
    case year
    /// The record's place among others of its kind: passages as they stand in letters.
    case place
  }

  /// How many steps up: to the record it belongs to, to that one's, and so on.
  public let steps: Int
  public let field: Field
  /// What takes its place where it is empty, as a summary does where the words are not kept.
  public let substitute: Field?
  public let manner: Manner

  public init(
    _ field: Field, _ manner: Manner = .value, or substitute: Field? = nil, up steps: Int = 0
  ) {
    (self.field, self.manner, self.substitute) = (field, manner, substitute)
    self.steps = steps
  }

  /// The types on the way to the field, from records of a type on.
  public func types(from type: RecordType) -> [RecordType] {
    (0..<steps).reduce(into: [type]) { types, _ in
      if let target = types[types.count - 1].parentField?.target { types.append(target) }
    }
  }

  /// The type whose field it is, from records of a type.
  func holder(from type: RecordType) -> RecordType? {
    var holder: RecordType? = type
    for _ in 0..<steps { holder = holder?.parentField?.target }
    return holder
  }
}

/// The records of a type numbered by what they hold on a path: equal values, equal numbers. What
/// each number stands for is worked out once.
///
/// O(rows), and for texts O(bytes).
struct PathNumbers {
  /// Of each row; 0 where there is nothing.
  private(set) var numbers: [UInt32]
  /// What each number stands for, as it is shown; the first is nothing.
  private(set) var texts: [String] = [""]
  /// What the numbers sort by.
  private(set) var keys: [SortValue] = [.text("")]

  init(_ path: FieldPath, of type: RecordType, in register: Register) {
    numbers = []
    if path.steps > 0, let parent = type.parentField, let target = parent.target,
      let column = type.column(of: parent.field)
    {
      let above = PathNumbers(
        FieldPath(path.field, path.manner, or: path.substitute, up: path.steps - 1), of: target,
        in: register)
      (texts, keys) = (above.texts, above.keys)
      let parents = register.table(type).columns[column]
      numbers = parents.map { row, word in
        (word.reference ?? parents.first(row).reference).map { above.numbers[$0] } ?? 0
      }
    } else if path.manner == .place {
      setPlaces(type, register)
    } else if let column = type.column(of: path.field) {
      let values = register.table(type).columns[column]
      if values.isWide {
        setTexts(values, register)
      } else {
        setCells(values, type, path, register)
      }
    } else {
      numbers = Array(repeating: 0, count: register.rowCount(type))
    }
    if path.steps == 0, let field = path.substitute {
      fillIn(PathNumbers(FieldPath(field, path.manner), of: type, in: register))
    }
  }

  /// Takes for the rows that hold nothing what another field holds.
  private mutating func fillIn(_ other: PathNumbers) {
    let first = UInt32(texts.count - 1)
    texts += other.texts.dropFirst()
    keys += other.keys.dropFirst()
    for row in numbers.indices where numbers[row] == 0 && other.numbers[row] > 0 {
      numbers[row] = first + other.numbers[row]
    }
  }

  // MARK: - Texts

  private mutating func setTexts(_ column: Column, _ register: Register) {
    var known: [UInt64: [UInt32]] = [:]
    var slices: [TextSlice] = []
    var short = ShortTexts()
    numbers = column.map { row, word in
      guard let slice = word.slice ?? column.first(row).slice else { return 0 }
      let bytes = register.pool.bytes(slice)
      if let number = short[bytes] { return number }
      let hash = UInt64(KeyMap.hash(bytes)) << 32 | UInt64(slice.length)
      for number in known[hash] ?? []
      where register.pool.bytes(slices[Int(number) - 1]).isSame(as: bytes) {
        return number
      }
      slices.append(slice)
      short.note(bytes, UInt32(slices.count))
      known[hash, default: []].append(UInt32(slices.count))
      return UInt32(slices.count)
    }
    texts += slices.map(register.pool.string)
    keys = texts.map { .text($0.lowercased()) }
  }

  // MARK: - Days, numbers, choices, references

  private mutating func setCells(
    _ column: Column, _ type: RecordType, _ path: FieldPath, _ register: Register
  ) {
    guard let spec = type.spec(of: path.field) else { return }
    var known: [Word: UInt32] = [.none: 0]
    var lists: [[Word]: UInt32] = [:]
    // Most values are small numbers, of which an array knows at once; 0 is not known yet.
    var small = [UInt32](repeating: 0, count: 1 << 12)
    var (texts, keys) = (texts, keys)
    // Days of one year are alike.
    var years: [String: UInt32] = [:]
    func add(_ words: [Word]) -> UInt32 {
      let text = words.map { register.text(of: $0, spec, path.manner) }.joined(separator: ", ")
      if path.manner == .year, let number = years[text] { return number }
      texts.append(text)
      keys.append(path.manner == .year ? SortValue(year: text) : SortValue(words, text))
      years[text] = UInt32(texts.count - 1)
      return UInt32(texts.count - 1)
    }
    numbers = column.map { row, word in
      if word.isNone { return 0 }
      let place = word.tag == column.tag && word.payload < 1 << 12 ? Int(word.payload) : -1
      if place >= 0, small[place] > 0 { return small[place] }
      if word.list != nil {
        let words = column.words(row)
        if let number = lists[words] { return number }
        lists[words] = add(words)
        return lists[words] ?? 0
      }
      let number = known[word] ?? add([word])
      known[word] = number
      if place >= 0 { small[place] = number }
      return number
    }
    (self.texts, self.keys) = (texts, keys)
  }

  // MARK: - Places

  /// Every record is of its own; they are in the order in which children are listed.
  private mutating func setPlaces(_ type: RecordType, _ register: Register) {
    numbers = (0..<register.rowCount(type)).map { UInt32($0 + 1) }
    texts += Array(repeating: "", count: numbers.count)
    guard let index = type.column(of: .index), let section = type.column(of: .section),
      let parent = type.parentField.flatMap({ type.column(of: $0.field) }),
      let target = type.parentField?.target
    else {
      keys += numbers.indices.map { .number($0) }
      return
    }
    let ranks = register.keyRanks(target)
    let table = register.table(type)
    for row in numbers.indices {
      let rank = table.columns[parent].first(row).reference.map { ranks[$0] + 1 } ?? 0
      let kind = table.columns[section][row].choice ?? 0
      keys.append(
        .number(rank << 32 | kind << 24 | min(table.columns[index][row].number ?? 0, 1 << 24 - 1)))
    }
  }
}

/// The numbers of some short texts, such as initials, found without hashing.
private struct ShortTexts {
  private var texts = [UInt64](repeating: 0, count: 256)
  private var numbers = [UInt32](repeating: 0, count: 256)

  subscript(bytes: UnsafeRawBufferPointer) -> UInt32? {
    guard let text = Self.text(bytes) else { return nil }
    let place = Self.place(text)
    return texts[place] == text && numbers[place] > 0 ? numbers[place] : nil
  }

  mutating func note(_ bytes: UnsafeRawBufferPointer, _ number: UInt32) {
    guard let text = Self.text(bytes) else { return }
    (texts[Self.place(text)], numbers[Self.place(text)]) = (text, number)
  }

  /// Up to seven bytes and how many.
  private static func text(_ bytes: UnsafeRawBufferPointer) -> UInt64? {
    guard bytes.count < 8 else { return nil }
    return bytes.reduce(UInt64(bytes.count)) { $0 << 8 | UInt64($1) }
  }

  private static func place(_ text: UInt64) -> Int {
    Int(truncatingIfNeeded: (text &* 0x9E37_79B9_7F4A_7C15) >> 56)
  }
}

/// What rows are sorted by. Numbers come before texts, and nothing comes last.
public enum SortValue: Hashable, Comparable, Sendable {
  case number(Int)
  case text(String)
  case nothing

  /// Days sort by time.
  public static func day(_ day: Day?) -> SortValue {
    day.map { .number(Int($0.packed)) } ?? .nothing
  }

  fileprivate init(year: String) { self = Int(year).map { .number($0) } ?? .text(year) }

  /// Days and numbers by their size, all else by its letters.
  fileprivate init(_ words: [Word], _ text: String) {
    if words.count == 1, let day = words[0].day {
      self = .number(Int(day.packed))
    } else if words.count == 1, let number = words[0].number {
      self = .number(number)
    } else {
      self = .text(text.lowercased())
    }
  }
}

extension Register {
  /// A word as it is shown.
  func text(of word: Word, _ spec: FieldSpec, _ manner: FieldPath.Manner) -> String {
    let text = text(of: word, spec)
    if manner == .year { return word.day.map { String($0.year) } ?? text }
    guard manner != .value, let row = word.reference, let target = spec.target,
      let name = self[Row(type: target, number: row)].text(.name)
    else { return text }
    return manner == .keyAndName ? "\(text) \(name)" : name
  }

  /// Of each row of a type, how many keys come before its own.
  fileprivate func keyRanks(_ type: RecordType) -> [Int] {
    let order = (0..<rowCount(type)).sorted {
      keyBytes(type, $0).lexicographicallyPrecedes(keyBytes(type, $1))
    }
    var ranks = Array(repeating: 0, count: order.count)
    for (rank, row) in order.enumerated() { ranks[row] = rank }
    return ranks
  }
}
