/// Finds the row of a key. Holds rows only (4 bytes a slot); the keys themselves stay where they are.
///
/// Open addressing, at most two thirds full. Adding and finding are O(1) expected.
struct KeyMap: Sendable {
  private var slots: [Int32] = Array(repeating: -1, count: 16)
  private(set) var count = 0

  /// The row whose key has this hash and for which `isKey` holds.
  func row(hash: Int, where isKey: (Int) -> Bool) -> Int? {
    var slot = hash & (slots.count - 1)
    while slots[slot] >= 0 {
      let row = Int(slots[slot])
      if isKey(row) { return row }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// - Precondition: the key is not in the map.
  mutating func add(_ row: Int, hash: Int, hashOfRow: (Int) -> Int) {
    if count * 3 >= slots.count * 2 { grow(hashOfRow) }
    place(row, hash)
    count += 1
  }

  private mutating func place(_ row: Int, _ hash: Int) {
    var slot = hash & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(row)
  }

  private mutating func grow(_ hashOfRow: (Int) -> Int) {
    let rows = slots.filter { $0 >= 0 }
    slots = Array(repeating: -1, count: slots.count * 2)
    for row in rows { place(Int(row), hashOfRow(Int(row))) }
  }

  /// FNV-1a with a final mix: keys are short, and one pass over their bytes is all there is to do.
  static func hash(_ bytes: UnsafeRawBufferPointer) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash ^= hash >> 32
    return Int(truncatingIfNeeded: hash & 0x7fff_ffff_ffff_ffff)
  }
}
