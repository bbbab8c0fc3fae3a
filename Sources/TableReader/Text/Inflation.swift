/// Unpacks what is packed by DEFLATE (RFC 1951), for the small parts of an archive that tell what
/// it is. O(bytes).
struct Inflation {
  private let packed: ArraySlice<UInt8>
  private let most: Int
  private var place: Int
  private var (rest, restCount) = (0, 0)
  private var bytes: [UInt8] = []

  private struct Damaged: Error {}

  /// The bytes; nil where they are damaged or more than so many.
  static func bytes(of packed: ArraySlice<UInt8>, upTo most: Int) -> [UInt8]? {
    var inflation = Inflation(packed: packed, most: most, place: packed.startIndex)
    do throws(Damaged) {
      while try !inflation.block() {}
      return inflation.bytes
    } catch {
      return nil
    }
  }

  private init(packed: ArraySlice<UInt8>, most: Int, place: Int) {
    (self.packed, self.most, self.place) = (packed, most, place)
  }

  /// Reads a block; true for the last.
  private mutating func block() throws(Damaged) -> Bool {
    let isLast = try bits(1) == 1
    switch try bits(2) {
    case 0: try stored()
    case 1: try coded(Self.fixedLengths, Self.fixedDistances)
    case 2:
      let (lengths, distances) = try codes()
      try coded(lengths, distances)
    case _: throw Damaged()
    }
    return isLast
  }

  private mutating func bits(_ count: Int) throws(Damaged) -> Int {
    while restCount < count {
      guard place < packed.endIndex else { throw Damaged() }
      rest |= Int(packed[place]) << restCount
      place += 1
      restCount += 8
    }
    defer { (rest, restCount) = (rest >> count, restCount - count) }
    return rest & (1 << count - 1)
  }

  private mutating func stored() throws(Damaged) {
    (rest, restCount) = (0, 0)
    guard place + 4 <= packed.endIndex else { throw Damaged() }
    let count = Int(packed[place]) | Int(packed[place + 1]) << 8
    place += 4
    guard place + count <= packed.endIndex, bytes.count + count <= most else { throw Damaged() }
    bytes += packed[place..<place + count]
    place += count
  }

  // MARK: - Codes

  /// How many codes there are of each length, and their symbols in the order of the codes.
  private struct Code {
    var counts = [Int](repeating: 0, count: 16)
    var symbols: [Int] = []

    init(_ lengths: [Int]) {
      for length in lengths { counts[length] += 1 }
      counts[0] = 0
      for length in 1...15 { symbols += lengths.indices.filter { lengths[$0] == length } }
    }
  }

  private static let fixedLengths = Code(
    (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
  private static let fixedDistances = Code([Int](repeating: 5, count: 30))

  private mutating func symbol(_ code: Code) throws(Damaged) -> Int {
    var (word, first, index) = (0, 0, 0)
    for length in 1...15 {
      word |= try bits(1)
      let count = code.counts[length]
      if word - count < first { return code.symbols[index + word - first] }
      index += count
      first = (first + count) << 1
      word <<= 1
    }
    throw Damaged()
  }

  /// The order in which the lengths of codes for lengths are written.
  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  private mutating func codes() throws(Damaged) -> (Code, Code) {
    let (literals, distances) = (try bits(5) + 257, try bits(5) + 1)
    let count = try bits(4) + 4
    var own = [Int](repeating: 0, count: 19)
    for place in Self.order.prefix(count) { own[place] = try bits(3) }
    let code = Code(own)
    var lengths: [Int] = []
    while lengths.count < literals + distances {
      let symbol = try symbol(code)
      switch symbol {
      case 16:
        guard let last = lengths.last else { throw Damaged() }
        lengths += [Int](repeating: last, count: try bits(2) + 3)
      case 17: lengths += [Int](repeating: 0, count: try bits(3) + 3)
      case 18: lengths += [Int](repeating: 0, count: try bits(7) + 11)
      case _: lengths.append(symbol)
      }
    }
    guard lengths.count == literals + distances else { throw Damaged() }
    return (Code(Array(lengths[..<literals])), Code(Array(lengths[literals...])))
  }

  // MARK: - Bytes

  private static let lengths = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
  ]
  private static let distances = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049,
    3073, 4097, 6145, 8193, 12289, 16385, 24577,
  ]

  private mutating func coded(_ literals: Code, _ distances: Code) throws(Damaged) {
    while true {
      let symbol = try symbol(literals)
      if symbol == 256 { return }
      if symbol < 256 {
        bytes.append(UInt8(symbol))
      } else {
        try copy(symbol - 257, by: distances)
      }
      if bytes.count > most { throw Damaged() }
    }
  }

  private mutating func copy(_ symbol: Int, by distances: Code) throws(Damaged) {
    guard symbol < Self.lengths.count else { throw Damaged() }
    let extra = symbol < 8 || symbol == 28 ? 0 : symbol / 4 - 1
    let length = Self.lengths[symbol] + (try bits(extra))
    let far = try self.symbol(distances)
    guard far < Self.distances.count else { throw Damaged() }
    let distance = Self.distances[far] + (try bits(far < 4 ? 0 : far / 2 - 1))
    guard distance <= bytes.count else { throw Damaged() }
    for _ in 0..<length { bytes.append(bytes[bytes.count - distance]) }
  }
}
