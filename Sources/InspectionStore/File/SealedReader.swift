/// Takes sealed records off the bytes of a journal, as long as they are whole.
///
/// A record ends at the first line `Crc: xxxxxxxx` whose digits are right, with an empty line
/// behind it; a line that only looks like a seal is text. Every byte is read once.
struct SealedReader {
  private let bytes: [UInt8]
  /// Where the next record starts.
  private(set) var offset = 0
  /// The checksum up to there, for what is written behind it.
  private(set) var checksum = Checksum()

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The lines of the next record, without its seal; nil if it is not whole.
  mutating func next() -> ArraySlice<UInt8>? {
    var running = checksum
    var line = offset
    while let end = bytes[line...].firstIndex(of: UInt8(ascii: "\n")) {
      if line > offset, bytes[line] == UInt8(ascii: "C"), let seal = seal(running, at: line) {
        defer { offset = line + seal.count }
        running.add(seal)
        checksum = running
        return bytes[offset..<line]
      }
      running.add(bytes[line...end])
      line = end + 1
    }
    return nil
  }

  /// The seal of what came before, if that is what stands at a line.
  private func seal(_ checksum: Checksum, at line: Int) -> [UInt8]? {
    let seal = JournalText.seal(checksum)
    return bytes[line...].starts(with: seal) ? seal : nil
  }
}
