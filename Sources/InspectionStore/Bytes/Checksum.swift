/// The CRC-32 of zlib and PNG, as a running value: each entry of a journal seeds the next one's, so
/// an entry is right only behind the very entries it was written behind.
struct Checksum: Hashable, Sendable {
  private var register: UInt32 = 0xFFFF_FFFF

  init() {}

  /// The checksum as it was when it had this value.
  init(value: UInt32) { register = ~value }

  /// The checksum of what was added so far.
  var value: UInt32 { ~register }

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      register = Self.table[Int(UInt8(truncatingIfNeeded: register) ^ byte)] ^ (register >> 8)
    }
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in
      value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1
    }
  }
}
