extension PathNumbers {
  /// The place of each number in their order, equal ones at one place; and the last place.
  ///
  /// O(numbers · log of those): most are told apart by their first sixteen bytes.
  var ranks: (of: [UInt32], highest: UInt32) {
    var entries = values.indices.map { number -> SortEntry in
      switch values[number] {
      case .slice(let slice): SortEntry(number, register.pool.bytes(slice))
      case .shown(_, let key): SortEntry(number, key)
      }
    }
    entries.sort()
    var (start, rank, ranks) = (0, UInt32(0), [UInt32](repeating: 0, count: values.count))
    while start < entries.count {
      var end = start + 1
      while end < entries.count, !(entries[start] < entries[end]) { end += 1 }
      let alike = end - start > 1 ? sorted(entries[start..<end]) : Array(entries[start..<end])
      for (place, entry) in alike.enumerated() {
        if place > 0, comesBefore(alike[place - 1].number, entry.number) { rank += 1 }
        ranks[entry.number] = rank
      }
      (start, rank) = (end, rank + 1)
    }
    return (ranks, rank)
  }

  /// Those that begin alike, by all that they say.
  private func sorted(_ entries: ArraySlice<SortEntry>) -> [SortEntry] {
    entries.sorted { comesBefore($0.number, $1.number) }
  }

  private func comesBefore(_ a: Int, _ b: Int) -> Bool {
    if case .slice(let a) = values[a], case .slice(let b) = values[b] {
      let (mine, theirs) = (register.pool.bytes(a), register.pool.bytes(b))
      for at in 0..<min(mine.count, theirs.count) {
        let (x, y) = (SortEntry.folded(mine[at]), SortEntry.folded(theirs[at]))
        if x != y { return x < y }
      }
      return mine.count < theirs.count
    }
    return key(a) < key(b)
  }
}

/// What a value sorts by, as far as two words of eight bytes tell.
private struct SortEntry: Comparable {
  let number: Int
  /// Numbers come before texts, and nothing last.
  private let kind: UInt8
  private let first: UInt64
  private let second: UInt64

  init(_ number: Int, _ bytes: UnsafeRawBufferPointer) {
    (self.number, kind) = (number, 1)
    first = Self.word(bytes, from: 0)
    second = Self.word(bytes, from: 8)
  }

  init(_ number: Int, _ key: SortValue) {
    switch key {
    case .number(let value):
      (self.number, kind, second) = (number, 0, 0)
      first = UInt64(bitPattern: Int64(value)) ^ (1 << 63)
    case .text(var text): self = text.withUTF8 { Self(number, UnsafeRawBufferPointer($0)) }
    case .nothing: (self.number, kind, first, second) = (number, 2, 0, 0)
    }
  }

  /// Eight bytes, the first of them highest.
  private static func word(_ bytes: UnsafeRawBufferPointer, from start: Int) -> UInt64 {
    var word: UInt64 = 0
    for at in start..<start + 8 {
      word = word << 8 | (at < bytes.count ? UInt64(folded(bytes[at])) : 0)
    }
    return word
  }

  /// A byte without regard to whether its letter is a capital.
  static func folded(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 32 : byte }

  static func < (a: SortEntry, b: SortEntry) -> Bool {
    if a.kind != b.kind { return a.kind < b.kind }
    return a.first == b.first ? a.second < b.second : a.first < b.first
  }

  static func == (a: SortEntry, b: SortEntry) -> Bool {
    a.kind == b.kind && a.first == b.first && a.second == b.second
  }
}
