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

  private init(_ bytes: [UInt8], from offset: Int, _ checksum: Checksum) {
    (self.bytes, self.offset, self.checksum) = (bytes, offset, checksum)
  }

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

extension SealedReader {
  /// A record that was altered on the disk, in front of one that is whole.
  enum Altered {
    /// Its lines, or what is left of them, with the seal.
    case lines(ArraySlice<UInt8>)
    /// Only its seal; the lines are those that were written, as what is behind them is right only
    /// behind those.
    case seal(of: ArraySlice<UInt8>)
  }

  /// Goes on behind a record that is not whole; nil where none behind it is.
  ///
  /// What is behind it was sealed with what it once was: that is told by its seal, or, if the seal
  /// was altered, by its lines.
  mutating func skip() -> Altered? {
    let former = offset
    var (running, start) = (checksum, offset)
    for place in former..<max(former, bytes.count - Self.sealLength) where isLikeSeal(at: place) {
      running.add(bytes[start..<place])
      start = place
      let end = place + Self.sealLength
      if place > former, goOn(from: end, behind: running) {
        return .seal(of: bytes[former..<place])
      }
      if let written = value(at: place), goOn(from: end, behind: Checksum(value: written)) {
        return .lines(bytes[former..<end])
      }
    }
    return nil
  }

  private static let sealLength = JournalText.seal(Checksum()).count

  /// Whether a seal may stand there: by its name, or by the ends of its lines.
  private func isLikeSeal(at place: Int) -> Bool {
    if bytes[place...].starts(with: "Crc: ".utf8) { return true }
    let end = place + Self.sealLength
    return (place == 0 || bytes[place - 1] == UInt8(ascii: "\n"))
      && bytes[end - 2..<end].allSatisfy { $0 == UInt8(ascii: "\n") }
  }

  /// The checksum that a seal says.
  private func value(at place: Int) -> UInt32? {
    let digits = bytes[place + 5..<place + 13]
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  /// Goes on behind lines with that checksum and their seal, if a whole record follows there.
  private mutating func goOn(from end: Int, behind lines: Checksum) -> Bool {
    var sealed = lines
    sealed.add(JournalText.seal(lines))
    var reader = SealedReader(bytes, from: end, sealed)
    guard reader.next() != nil else { return false }
    (offset, checksum) = (end, sealed)
    return true
  }
}
