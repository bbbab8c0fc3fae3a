/// Finds which of many hashes stand more than once, in two bits a hash and one table.
enum HashPairs {
  /// The indices, in order, of hashes that another has too; 0 is none. O(hashes).
  static func shared(in hashes: [UInt32]) -> [Int] {
    var size = 64
    while size < hashes.count * 2 { size *= 2 }
    var slots = [UInt32](repeating: 0, count: size)
    var isShared: Set<UInt32> = []
    for hash in hashes where hash != 0 {
      var slot = Int(hash &* 0x9E37_79B9) & (size - 1)
      while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & (size - 1) }
      if slots[slot] == hash { isShared.insert(hash) }
      slots[slot] = hash
    }
    if isShared.isEmpty { return [] }
    // A bit each for most of the hashes that are not shared.
    var bits = [UInt64](repeating: 0, count: 1 << 10)
    for hash in isShared { bits[Int(hash >> 22)] |= 1 << UInt64(hash >> 16 & 63) }
    return hashes.indices.filter { index in
      let hash = hashes[index]
      return bits[Int(hash >> 22)] & 1 << UInt64(hash >> 16 & 63) != 0 && isShared.contains(hash)
    }
  }
}
