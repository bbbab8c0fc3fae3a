/// The records of a type numbered by what they hold on a path: equal values, equal numbers. What
/// each number stands for is worked out once.
///
/// O(rows), and for texts O(bytes).
struct PathNumbers {
  /// What a number stands for.
  enum Value {
    case slice(TextSlice)
    /// As it is shown, and what it sorts by.
    case shown(String, SortValue)
  }

  /// Of each row; 0 where there is nothing.
  private(set) var numbers: [UInt32]
  /// The first is nothing.
  private(set) var values: [Value] = [.shown("", .nothing)]
  let register: Register

  /// How many numbers there are.
  var count: Int { values.count }

  init(_ path: FieldPath, of type: RecordType, in register: Register) {
    self.register = register
    numbers = []
    if path.steps > 0, let parent = type.parentField, let target = parent.target,
      let column = type.column(of: parent.field)
    {
      let above = PathNumbers(
        FieldPath(path.field, path.manner, or: path.substitute, up: path.steps - 1), of: target,
        in: register)
      values = above.values
      let parents = register.table(type).columns[column]
      numbers = parents.map { row, value in
        (value.reference ?? parents.first(row).reference).map { above.numbers[$0] } ?? 0
      }
    } else if path.manner == .place {
      setPlaces(type, register)
    } else if let column = type.column(of: path.field) {
      let values = register.table(type).columns[column]
      if values.isWide {
        setTexts(values)
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
    var places = [UInt32](repeating: 0, count: other.count)
    var known: [String: UInt32] = [:]
    for (number, value) in values.enumerated().dropFirst() {
      if case .shown(let text, _) = value { known[text] = UInt32(number) }
    }
    for (number, value) in other.values.enumerated().dropFirst() {
      if case .shown(let text, _) = value, let same = known[text] {
        places[number] = same
      } else {
        values.append(value)
        places[number] = UInt32(values.count - 1)
      }
    }
    for row in numbers.indices where numbers[row] == 0 {
      numbers[row] = places[Int(other.numbers[row])]
    }
  }

  // MARK: - What numbers stand for

  /// As it is shown.
  func text(_ number: Int) -> String {
    switch values[number] {
    case .slice(let slice): register.pool.string(slice)
    case .shown(let text, _): text
    }
  }

  /// What it sorts by.
  func key(_ number: Int) -> SortValue {
    switch values[number] {
    case .slice(let slice): .text(register.pool.string(slice).lowercased())
    case .shown(_, let key): key
    }
  }

  /// The numbers that stand for a text. O(numbers).
  func numbers(for text: String) -> Set<UInt32> {
    var text = text
    return text.withUTF8 { wanted in
      let wanted = UnsafeRawBufferPointer(wanted)
      return Set(
        values.indices.filter { number in
          switch values[number] {
          case .slice(let slice): register.pool.bytes(slice).isSame(as: wanted)
          case .shown(let text, _): text.utf8.elementsEqual(wanted)
          }
        }.map(UInt32.init))
    }
  }

  // MARK: - Texts

  private mutating func setTexts(_ column: Column) {
    let register = register
    var table = TextNumbers()
    var short = ShortTexts()
    var slices: [TextSlice] = []
    numbers = column.map { row, value in
      guard let slice = value.slice ?? column.first(row).slice else { return 0 }
      let bytes = register.pool.bytes(slice)
      if let number = short[bytes] { return number }
      let number = table.number(of: KeyMap.hash(bytes), UInt32(slices.count + 1)) { number in
        register.pool.bytes(slices[Int(number) - 1]).isSame(as: bytes)
      }
      if Int(number) > slices.count {
        slices.append(slice)
        short.note(bytes, number)
      }
      return number
    }
    values += slices.map(Value.slice)
  }

  // MARK: - Days, numbers, choices, references

  private mutating func setCells(
    _ column: Column, _ type: RecordType, _ path: FieldPath, _ register: Register
  ) {
    guard let spec = type.spec(of: path.field) else { return }
    var known: [PackedValue: UInt32] = [.none: 0]
    var lists: [[PackedValue]: UInt32] = [:]
    // Most values are small numbers, of which an array knows at once; 0 is not known yet.
    var small = [UInt32](repeating: 0, count: 1 << 12)
    var values = values
    // Days of one year are alike, and so are records of one name.
    var alike: [String: UInt32] = [:]
    func add(_ packed: [PackedValue]) -> UInt32 {
      let text = packed.map { register.text(of: $0, spec, path.manner) }.joined(separator: ", ")
      if path.manner != .value, let number = alike[text] { return number }
      values.append(
        .shown(text, path.manner == .year ? SortValue(year: text) : SortValue(packed, text)))
      let number = UInt32(values.count - 1)
      if path.manner != .value { alike[text] = number }
      return number
    }
    numbers = column.map { row, value in
      if value.isNone { return 0 }
      let place = value.tag == column.tag && value.payload < 1 << 12 ? Int(value.payload) : -1
      if place >= 0, small[place] > 0 { return small[place] }
      if value.list != nil {
        let packed = column.values(row)
        if let number = lists[packed] { return number }
        lists[packed] = add(packed)
        return lists[packed] ?? 0
      }
      let number = known[value] ?? add([value])
      known[value] = number
      if place >= 0 { small[place] = number }
      return number
    }
    self.values = values
  }

  // MARK: - Places

  /// Every record is of its own; they are in the order in which children are listed.
  private mutating func setPlaces(_ type: RecordType, _ register: Register) {
    numbers = (0..<register.rowCount(type)).map { UInt32($0 + 1) }
    guard let index = type.column(of: .index), let section = type.column(of: .section),
      let parent = type.parentField.flatMap({ type.column(of: $0.field) }),
      let target = type.parentField?.target
    else {
      values += numbers.indices.map { .shown("", .number($0)) }
      return
    }
    let ranks = register.keyRanks(target)
    let table = register.table(type)
    for row in numbers.indices {
      let rank = table.columns[parent].first(row).reference.map { ranks[$0] + 1 } ?? 0
      let kind = table.columns[section][row].choice ?? 0
      let number = min(table.columns[index][row].number ?? 0, 1 << 24 - 1)
      values.append(.shown("", .number(rank << 32 | kind << 24 | number)))
    }
  }
}

/// The numbers of texts by their hashes: a table of open places.
private struct TextNumbers {
  private var places = [UInt32](repeating: 0, count: 1 << 12)
  private var hashes = [UInt32](repeating: 0, count: 1 << 12)
  private var count = 0

  /// The number of a text; the one offered where it has none yet.
  mutating func number(
    of hash: UInt32, _ offered: UInt32, isSame: (UInt32) -> Bool
  ) -> UInt32 {
    if count * 2 >= places.count { grow() }
    var place = Int(hash) & (places.count - 1)
    while places[place] != 0 {
      if hashes[place] == hash, isSame(places[place]) { return places[place] }
      place = (place + 1) & (places.count - 1)
    }
    (places[place], hashes[place]) = (offered, hash)
    count += 1
    return offered
  }

  private mutating func grow() {
    let former = zip(places, hashes).filter { $0.0 != 0 }
    places = Array(repeating: 0, count: places.count * 4)
    hashes = places
    for (number, hash) in former {
      var place = Int(hash) & (places.count - 1)
      while places[place] != 0 { place = (place + 1) & (places.count - 1) }
      (places[place], hashes[place]) = (number, hash)
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
