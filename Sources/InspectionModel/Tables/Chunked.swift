/// Numbers in pieces of 4,096, so that a copy kept by work in the background costs the next edit
/// one piece, not the whole column. A piece that holds nothing but noughts takes no memory, and the
/// end of a piece that holds nothing else is not there.
///
/// Reading and appending are O(1); a write is, too, and to a shared copy O(4,096).
struct Chunked<Element: FixedWidthInteger & Sendable>: Sendable {
  private var chunks: [[Element]] = []
  private(set) var count = 0

  private static var shift: Int { 12 }
  private static var size: Int { pieceSize }

  /// How many elements a piece has.
  static var pieceSize: Int { 1 << shift }

  /// So many noughts.
  init(count: Int = 0) {
    grow(to: count)
  }

  subscript(index: Int) -> Element {
    get {
      let place = index & (Self.size - 1)
      return chunks.withUnsafeBufferPointer { chunks in
        let piece = index >> Self.shift
        return place < chunks[piece].count ? chunks[piece][place] : 0
      }
    }
    set {
      let (piece, place) = (index >> Self.shift, index & (Self.size - 1))
      if place >= chunks[piece].count {
        if newValue == 0 { return }
        reserve(piece, place + 1)
      }
      chunks[piece][place] = newValue
    }
  }

  mutating func append(_ element: Element) {
    grow(to: count + 1)
    if element != 0 { self[count - 1] = element }
  }

  /// Adds noughts at the end, for nothing.
  mutating func grow(to newCount: Int) {
    count = max(count, newCount)
    while chunks.count << Self.shift < count { chunks.append([]) }
  }

  /// Adds elements at the end. O(elements).
  mutating func append(_ elements: [Element]) {
    elements.withUnsafeBufferPointer { elements in
      var rest = elements[...]
      while !rest.isEmpty {
        let (piece, place) = (count >> Self.shift, count & (Self.size - 1))
        let part = rest.prefix(Self.size - place)
        grow(to: count + part.count)
        if part.contains(where: { $0 != 0 }) { fill(piece, place, part) }
        rest = rest.dropFirst(part.count)
      }
    }
  }

  /// Puts elements at the end of a piece. The first piece gets just the room it needs, as most
  /// tables have no other; those after it will be full.
  private mutating func fill(
    _ piece: Int, _ place: Int, _ part: Slice<UnsafeBufferPointer<Element>>
  ) {
    chunks[piece].reserveCapacity(piece > 0 ? Self.size : place + part.count)
    let missing = place - chunks[piece].count
    if missing > 0 { chunks[piece] += repeatElement(0, count: missing) }
    chunks[piece] += part
  }

  /// Makes a piece long enough; it grows by doubling, so that small tables stay small.
  private mutating func reserve(_ piece: Int, _ needed: Int) {
    let length = min(Self.size, max(needed, chunks[piece].count * 2, 8))
    chunks[piece] += repeatElement(0, count: length - chunks[piece].count)
  }
}

extension Chunked {
  /// Calls `body` with the piece that the element at `index` lies in, from that element on; what is
  /// not there is nought.
  func withPiece(from index: Int, _ body: (UnsafeBufferPointer<Element>) -> Void) {
    chunks[index >> Self.shift].withUnsafeBufferPointer { piece in
      body(UnsafeBufferPointer(rebasing: piece.dropFirst(index & (Self.size - 1))))
    }
  }

  /// Calls `body` with one run of elements after another and the index of the first; runs of
  /// noughts that take no memory are left out.
  func forEachRun(_ body: (Int, UnsafeBufferPointer<Element>) -> Void) {
    for (piece, chunk) in chunks.enumerated() where !chunk.isEmpty {
      let start = piece << Self.shift
      chunk.withUnsafeBufferPointer { run in
        body(start, UnsafeBufferPointer(rebasing: run.prefix(count - start)))
      }
    }
  }
}
