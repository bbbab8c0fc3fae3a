/// 128 bits that tell one text from another.
///
/// It guards against accidents (an editor, a git checkout, a torn write), not against somebody who
/// makes a collision on purpose: such a person may write the file anyway. So it is not a
/// cryptographic hash, which in plain Swift would take over a second for a register of 300 MB; two
/// independent multiply-and-mix chains over eight bytes at a time take a tenth of that. Every step
/// is a bijection of its chain, so two texts that differ in one word always differ in both.
public struct Fingerprint: Hashable, Sendable {
  private var first: UInt64
  private var second: UInt64

  /// The fingerprint of some bytes; one pass.
  public init(of bytes: [UInt8]) {
    var run = Run()
    bytes.withUnsafeBytes { run.add($0) }
    self = run.finish()
  }

  private init() {
    first = 0x9E37_79B9_7F4A_7C15
    second = 0xC2B2_AE3D_27D4_EB4F
  }

  /// A fingerprint taken while the bytes come in, however they are parted.
  struct Run {
    private var fingerprint = Fingerprint()
    private var count = 0
    /// What is left over of the bytes so far, less than a word.
    private var rest: [UInt8] = []

    /// Takes in the next bytes.
    mutating func add(_ bytes: UnsafeRawBufferPointer) {
      count += bytes.count
      var at = 0
      if !rest.isEmpty {
        at = min(8 - rest.count, bytes.count)
        rest += bytes[..<at]
        if rest.count < 8 { return }
        fingerprint.add(rest.withUnsafeBytes { $0.loadUnaligned(as: UInt64.self) }.littleEndian)
        rest = []
      }
      // Of its own, so that it stays in registers.
      var running = fingerprint
      while at &+ 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        running.add(word.littleEndian)
        at &+= 8
      }
      fingerprint = running
      rest += bytes[at...]
    }

    /// The fingerprint, once these were all.
    mutating func finish() -> Fingerprint {
      fingerprint.add(rest.reduce(0) { $0 << 8 | UInt64($1) })
      fingerprint.add(UInt64(count))
      fingerprint.first = Fingerprint.mixed(fingerprint.first)
      fingerprint.second = Fingerprint.mixed(fingerprint.second)
      return fingerprint
    }
  }

  @inline(__always)
  private mutating func add(_ word: UInt64) {
    first = (first ^ word) &* 0xFF51_AFD7_ED55_8CCD
    first ^= first &>> 32
    second = (second &+ word) &* 0xD6E8_FEB8_6659_FD93
    second = second &<< 29 | second &>> 35
  }

  /// Spreads each bit over all (the last step of MurmurHash3, public domain).
  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = value
    value = (value ^ (value >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    value = (value ^ (value >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return value ^ (value >> 33)
  }
}

extension Fingerprint: CustomStringConvertible {
  /// 32 hexadecimal digits.
  public var description: String {
    hexadecimal(first, digits: 16) + hexadecimal(second, digits: 16)
  }

  /// The fingerprint that these 32 digits describe; nil if they do not.
  public init?(_ description: some StringProtocol) {
    guard description.utf8.count == 32,
      let first = UInt64(description.prefix(16), radix: 16),
      let second = UInt64(description.suffix(16), radix: 16)
    else { return nil }
    (self.first, self.second) = (first, second)
  }
}

/// A number in a fixed count of hexadecimal digits.
func hexadecimal(_ value: some BinaryInteger, digits: Int) -> String {
  let text = String(value, radix: 16)
  return String(repeating: "0", count: max(0, digits - text.count)) + text
}
