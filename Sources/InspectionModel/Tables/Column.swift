/// One field of all records of a type.
///
/// Texts and keys take 8 bytes a record, as a ``Word``; days, numbers, choices and references 4. A
/// field that hardly any record has takes next to nothing. Reading a value is O(1); writing one
/// O(1), or O(4,096) where the column is shared.
///
/// A cell of 4 bytes is 0 for nothing, else a value and 1 where the top bit is not set; `10` in the
/// top bits is a list's place, `11` the place of a word that is out of the ordinary: text that does
/// not fit, a number below 0.
struct Column: Sendable {
  let isWide: Bool
  let tag: Word.Tag
  private var wide = Chunked<UInt64>()
  private var narrow = Chunked<UInt32>()
  /// Several values of one record: how many, and the cells.
  private var wideLists = Chunked<UInt64>()
  private var narrowLists = Chunked<UInt32>()
  private var odd: [Word] = []

  init(_ kind: FieldSpec.Kind) {
    tag = kind.tag
    isWide = kind.isWide
  }

  /// The word of a row: a value, nothing, or that there are several.
  @inline(__always)
  subscript(row: Int) -> Word {
    isWide ? Word(bits: wide[row]) : word(of: narrow[row])
  }

  /// The first value of a row, or nothing.
  ///
  /// Inlined as what it stands on is, or all of the column would be held for it.
  @inline(__always)
  func first(_ row: Int) -> Word {
    let word = self[row]
    guard let list = word.list else { return word }
    return isWide ? Word(bits: wideLists[list + 1]) : self.word(of: narrowLists[list + 1])
  }

  /// All values of a row.
  func values(_ row: Int) -> [Word] {
    var words: [Word] = []
    forEachWord(row) { words.append($0) }
    return words
  }

  /// All values of a row, one by one.
  func forEachWord(_ row: Int, _ take: (Word) -> Void) {
    let word = self[row]
    guard let list = word.list else {
      if !word.isNone { take(word) }
      return
    }
    let count = Int(isWide ? wideLists[list] : UInt64(narrowLists[list]))
    for place in stride(from: list + 1, through: list + count, by: 1) {
      take(isWide ? Word(bits: wideLists[place]) : self.word(of: narrowLists[place]))
    }
  }

  /// Whether any value of a row passes a test.
  func contains(_ row: Int, where test: (Word) -> Bool) -> Bool {
    let word = self[row]
    guard word.list != nil else { return !word.isNone && test(word) }
    return values(row).contains(where: test)
  }

  /// The number of rows.
  var count: Int { isWide ? wide.count : narrow.count }

  /// The row of another table that the first value of a row names, or nil.
  func reference(_ row: Int) -> Int? {
    let cell = narrow[row]
    return cell > 0 && cell < Self.listMark ? Int(cell) - 1 : first(row).reference
  }

  /// A number for each row, made of its word.
  func map(_ number: (Int, Word) -> UInt32) -> [UInt32] {
    var numbers: [UInt32] = []
    numbers.reserveCapacity(count)
    var row = 0
    while row < count {
      let end = min(count, row + Chunked<UInt64>.pieceSize)
      if isWide {
        wide.withPiece(from: row) { piece in
          for cell in piece.prefix(end - row) {
            numbers.append(number(numbers.count, Word(bits: cell)))
          }
        }
      } else {
        narrow.withPiece(from: row) { piece in
          for cell in piece.prefix(end - row) {
            numbers.append(number(numbers.count, word(of: cell)))
          }
        }
      }
      // What a piece does not hold is nothing.
      while numbers.count < end { numbers.append(number(numbers.count, .none)) }
      row = end
    }
    return numbers
  }

  mutating func addRow() {
    if isWide { wide.grow(to: wide.count + 1) } else { narrow.grow(to: narrow.count + 1) }
  }

  mutating func set(_ words: [Word], _ row: Int) {
    set(words.count > 1 ? addList(words) : words.first ?? .none, row)
  }

  /// Sets the one word of a row, or the list of its words.
  mutating func set(_ word: Word, _ row: Int) {
    if isWide { wide[row] = word.bits } else { narrow[row] = cell(for: word) }
  }

  private mutating func addList(_ words: [Word]) -> Word {
    if isWide {
      wideLists.append(UInt64(words.count))
      for word in words { wideLists.append(word.bits) }
      return .list(wideLists.count - words.count - 1)
    }
    narrowLists.append(UInt32(words.count))
    for word in words { narrowLists.append(cell(for: word)) }
    return .list(narrowLists.count - words.count - 1)
  }
}

// MARK: - Cells of 4 bytes

extension Column {
  private static let listMark: UInt32 = 0x8000_0000
  private static let oddMark: UInt32 = 0xC000_0000
  private static let place: UInt32 = 0x3FFF_FFFF

  @inline(__always)
  private func word(of cell: UInt32) -> Word {
    if cell == 0 { return .none }
    if cell < Self.listMark { return Word(tag, UInt64(cell - 1)) }
    let place = Int(cell & Self.place)
    return cell < Self.oddMark ? .list(place) : odd[place]
  }

  /// The cell that stands for a word; one out of the ordinary is put aside.
  mutating func cell(for word: Word) -> UInt32 {
    if word.isNone { return 0 }
    if let list = word.list { return Self.listMark | UInt32(list) }
    if word.tag == tag, word.payload < UInt64(Self.listMark - 1) { return UInt32(word.payload) + 1 }
    odd.append(word)
    return Self.oddMark | UInt32(odd.count - 1)
  }

  /// What a cell holds beside its tag, if it is that of one value that fits the field.
  @inline(__always)
  func payload(of cell: UInt32) -> Int? { cell < Self.listMark ? Int(cell) - 1 : nil }

  /// Calls `body` with the words from a row to the end of its piece, of a column of texts; what is
  /// not there is nothing.
  func withWidePiece(from row: Int, _ body: (UnsafeBufferPointer<UInt64>) -> Void) {
    wide.withPiece(from: row, body)
  }

  /// The same with the cells of a column of 4 bytes.
  func withNarrowPiece(from row: Int, _ body: (UnsafeBufferPointer<UInt32>) -> Void) {
    narrow.withPiece(from: row, body)
  }

  /// Calls `body` with the rows from the first on in runs, a cell each, where the cells are of 4
  /// bytes: what is equal has equal cells but for lists and words out of the ordinary. Rows in no
  /// run hold nothing.
  func forEachNarrowRun(_ body: (Int, UnsafeBufferPointer<UInt32>) -> Void) {
    narrow.forEachRun(body)
  }
}

// MARK: - Many rows at once

extension Column {
  /// Adds so many rows of a part of a file. O(rows), or next to nothing where none of them has a
  /// value.
  ///
  /// - Parameter cells: of a narrow column, the cells for the part's numbers.
  mutating func append(_ part: TablePart, _ column: Int, cells: [UInt32]) {
    let added = part.columns[column]
    if added.cells.isEmpty {
      addRows(part.rowCount)
    } else if isWide {
      wide.append(added.hasLists ? withWideLists(added.cells, part) : added.cells)
    } else {
      narrow.append(added.hasLists ? withNarrowLists(added.cells, part, cells) : cells[added.cells])
    }
  }

  private mutating func addRows(_ count: Int) {
    if isWide { wide.grow(to: wide.count + count) } else { narrow.grow(to: narrow.count + count) }
  }

  private mutating func withWideLists(_ cells: [UInt64], _ part: TablePart) -> [UInt64] {
    cells.map { cell in
      guard TablePart.list(of: cell) != nil else { return cell }
      let (values, place) = (part.values(of: cell), wideLists.count)
      wideLists.append(UInt64(values.count))
      for value in values { wideLists.append(value) }
      return Word.list(place).bits
    }
  }

  private mutating func withNarrowLists(
    _ numbers: [UInt64], _ part: TablePart, _ cells: [UInt32]
  ) -> [UInt32] {
    numbers.map { number in
      guard TablePart.list(of: number) != nil else { return cells[Int(number)] }
      let values = part.values(of: number)
      let place = narrowLists.count
      narrowLists.append(UInt32(values.count))
      for value in values { narrowLists.append(cells[Int(value)]) }
      return Self.listMark | UInt32(place)
    }
  }
}

extension [UInt32] {
  /// The elements at some places.
  fileprivate subscript(places: [UInt64]) -> [UInt32] {
    withUnsafeBufferPointer { elements in
      [UInt32](unsafeUninitializedCapacity: places.count) { found, count in
        for (index, place) in places.enumerated() {
          found.initializeElement(at: index, to: elements[Int(place)])
        }
        count = places.count
      }
    }
  }
}

extension FieldSpec.Kind {
  /// The tag of a value that fits.
  var tag: Word.Tag {
    switch self {
    case .key, .text: .text
    case .day: .day
    case .number: .number
    case .choice: .choice
    case .reference: .reference
    }
  }

  /// Whether its values are texts, which take 8 bytes.
  var isWide: Bool { tag == .text }
}
