/// SplitMix64: small, seeded, and good enough to spread keys, to shuffle and to resample.
///
/// Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
public struct SplitMix: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) {
    state = seed
  }

  /// Numbers that depend on a text too, the same on every machine: FNV-1a over its bytes joins the
  /// seed.
  public init(seed: UInt64, text: some StringProtocol) {
    state = seed ^ FNV1a(text.utf8).value
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
