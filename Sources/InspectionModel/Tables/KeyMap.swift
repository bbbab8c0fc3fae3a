internal import CBytes

/// Finds the row of a key. Holds rows only (4 bytes a slot); the keys themselves stay where they
/// are.
///
/// Adding and finding are O(1) expected. The keys of the file stand in one table that nothing but
/// reading the file writes to; those that came since in a second, so that a copy held by work in
/// the background costs an edit that one.
struct KeyMap: Sendable {
  private var ofFile = KeySlots()
  private var since = KeySlots()

  /// The row whose key has this hash and for which `isKey` holds.
  @inline(__always)
  func row(hash: UInt32, where isKey: (Int) -> Bool) -> Int? {
    ofFile.row(hash: hash, where: isKey)
      ?? (since.count > 0 ? since.row(hash: hash, where: isKey) : nil)
  }

  /// Adds the keys of the last rows of a file, the first of several that are the same. O(rows)
  /// expected.
  ///
  /// - Parameters:
  ///   - hashes: those of the keys of all rows so far, 0 where there is none.
  ///   - first: which row is the first to be added.
  ///   - isSame: whether two rows have the same key.
  ///   - note: is given each row whose key is there already, and the row that has it.
  mutating func addOfFile(
    _ hashes: UnsafeBufferPointer<UInt32>, from first: Int, isSame: (Int, Int) -> Bool,
    note: (Int, Int) -> Void
  ) {
    for row in first..<hashes.count where hashes[row] != 0 {
      if row + Self.lookAhead < hashes.count { ofFile.prepare(hashes[row + Self.lookAhead]) }
      let other = ofFile.add(row, hash: hashes[row]) {
        isSame(row, $0)
      } hashOfRow: {
        hashes[$0]
      }
      if let other { note(row, other) }
    }
  }

  /// How many keys ahead their slots are asked of memory: a table of a million is in no cache.
  private static let lookAhead = 12

  /// Adds the key of a row that is not of the file unless it is there; returns the row that has it
  /// already.
  ///
  /// - Parameter hashOfRow: gives the hashes of the rows before, should the table have to be made
  ///   anew.
  mutating func add(
    _ row: Int, hash: UInt32, isKey: (Int) -> Bool, hashOfRow: (Int) -> UInt32
  ) -> Int? {
    ofFile.row(hash: hash, where: isKey)
      ?? since.add(row, hash: hash, isKey: isKey, hashOfRow: hashOfRow)
  }

  /// Eight bytes at a time, with the final mix of MurmurHash3 (public domain): keys are short. 0
  /// for none at all, and for nothing else.
  static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    var hash = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
    var at = 0
    while at + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      hash = (hash ^ word) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
      at += 8
    }
    var rest: UInt64 = 0
    if bytes.count >= 8 {
      rest = bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
    } else {
      for byte in bytes { rest = rest << 8 | UInt64(byte) }
    }
    hash = (hash ^ rest) &* 0xC4CE_B9FE_1A85_EC53
    return bytes.isEmpty ? 0 : max(1, UInt32(truncatingIfNeeded: hash ^ hash >> 29))
  }
}

/// A table of rows by the hashes of their keys: open addressing, at most two thirds full. The bits
/// of a slot that row numbers do not need hold a part of the hash, so that a key is hardly ever
/// compared in vain.
private struct KeySlots: Sendable {
  private var slots: [UInt32] = Array(repeating: 0, count: 16)
  /// How many bits of a slot are the row's number and 1.
  private var rowBits: UInt32 = 8
  private(set) var count = 0

  private var rowMask: UInt32 { 1 << rowBits - 1 }

  /// Has the memory brought where a hash will be looked for.
  @inline(__always)
  func prepare(_ hash: UInt32) {
    slots.withUnsafeBufferPointer { slots in
      if let base = slots.baseAddress { cbytes_prepare(base + Int(hash) & (slots.count - 1)) }
    }
  }

  @inline(__always)
  func row(hash: UInt32, where isKey: (Int) -> Bool) -> Int? {
    let (mask, rowMask) = (slots.count - 1, rowMask)
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      if (slots[slot] ^ hash) & ~rowMask == 0 {
        let row = Int(slots[slot] & rowMask) - 1
        if isKey(row) { return row }
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  @inline(__always)
  mutating func add(
    _ row: Int, hash: UInt32, isKey: (Int) -> Bool, hashOfRow: (Int) -> UInt32
  ) -> Int? {
    if count * 3 >= slots.count * 2 || row + 1 > Int(rowMask) { rebuild(for: row, hashOfRow) }
    let (mask, rowMask) = (slots.count - 1, rowMask)
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      if (slots[slot] ^ hash) & ~rowMask == 0 {
        let row = Int(slots[slot] & rowMask) - 1
        if isKey(row) { return row }
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = hash & ~rowMask | UInt32(row + 1)
    count += 1
    return nil
  }

  private mutating func rebuild(for row: Int, _ hashOfRow: (Int) -> UInt32) {
    let (former, formerMask) = (slots, rowMask)
    let isFull = count * 3 >= former.count * 2
    slots = Array(repeating: 0, count: isFull ? former.count * 2 : former.count)
    while row + 1 > Int(rowMask) { rowBits += 1 }
    let (mask, rowMask) = (slots.count - 1, rowMask)
    for found in former where found != 0 {
      let hash = hashOfRow(Int(found & formerMask) - 1)
      var slot = Int(hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = hash & ~rowMask | (found & formerMask)
    }
  }
}
