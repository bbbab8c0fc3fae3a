import Testing

@testable import InspectionStore

@Suite struct `A journal's text` {
  private let base = Fingerprint(of: Array("base".utf8))
  private let later = Fingerprint(of: Array("later".utf8))

  private func written(_ records: [JournalText.Record], base: Fingerprint?) -> [UInt8] {
    var checksum = Checksum()
    let header = JournalText.header(base: base, pid: 4711, host: "desk")
    return records.reduce(JournalText.sealed(header, &checksum)) {
      $0 + JournalText.sealed($1.lines, &checksum)
    }
  }

  private func entry(_ text: String) -> JournalText.Record { .entry(Array(text.utf8)) }

  @Test func `the checksum is that of zlib`() {
    var checksum = Checksum()
    checksum.add(Array("123456789".utf8))
    #expect(checksum.value == 0xCBF4_3926)
  }

  @Test func `what was written is read back`() throws {
    let records = [
      entry("Op: set\nNew: a\n+ b\n"), .saving(later), .saved(later), entry("Op: add\n"),
    ]
    let bytes = written(records, base: base)
    let text = try #require(JournalText(bytes))
    #expect(text.records == records)
    #expect(text.base == base)
    #expect(text.text == bytes)
    #expect(text.droppedBytes == 0)
  }

  @Test func `a line that looks like a seal is text`() throws {
    let records = [entry("Op: set\nCrc: 00000000\n\nNew: a\n"), entry("Op: add\n")]
    #expect(try #require(JournalText(written(records, base: nil))).records == records)
  }

  @Test func `torn at any byte, it keeps every whole record and counts the rest`() throws {
    let records = (1...4).map { entry("Seq: \($0)\nOp: set\n") }
    let ends = (0...4).map { written(Array(records.prefix($0)), base: base).count }
    let bytes = written(records, base: base)
    for length in 0..<bytes.count {
      let whole = ends.lastIndex { $0 <= length }
      let text = JournalText(Array(bytes.prefix(length)))
      #expect(text?.records.count == whole, "\(length) bytes")
      #expect(text.map { $0.text.count + $0.droppedBytes } == whole.map { _ in length })
    }
  }

  @Test func `altered at any byte, it gives all that is whole and nothing that was not written`()
    throws
  {
    let records = (1...4).map { entry("Seq: \($0)\nOp: set\n") }
    let bytes = written(records, base: base)
    for index in bytes.indices {
      var altered = bytes
      altered[index] ^= 1
      let text = try #require(JournalText(altered), "byte \(index)")
      #expect(records.filter(text.records.contains) == text.records, "byte \(index)")
      #expect(text.records.count >= records.count - 1, "byte \(index)")
      #expect(text.records.count == records.count || !text.altered.isEmpty, "byte \(index)")
      // What is written behind them is read with them.
      var checksum = text.checksum
      let more = JournalText.sealed(Array("Seq: 5\n".utf8), &checksum)
      #expect(JournalText(text.text + more)?.records == text.records + [entry("Seq: 5\n")])
    }
  }

  @Test func `each version of the register lacks the entries behind it`() throws {
    let records = [entry("A: 1\n"), .saving(later), .saved(later), entry("A: 2\n")]
    let text = try #require(JournalText(written(records, base: base)))
    #expect(text.entries(missingIn: base)?.count == 2)
    #expect(text.entries(missingIn: later) == [Array("A: 2\n".utf8)])
    #expect(text.entries(missingIn: Fingerprint(of: [1])) == nil)
    #expect(text.entriesSinceSave == [Array("A: 2\n".utf8)])
  }

  @Test func `a version lacks the entries made while it was written`() throws {
    let records = [
      entry("A: 1\n"), entry("A: 2\n"), .saving(later, lacking: 1), entry("A: 3\n"),
    ]
    let text = try #require(JournalText(written(records, base: base)))
    #expect(text.records == records)
    #expect(text.entries(missingIn: base)?.count == 3)
    #expect(text.entries(missingIn: later) == [Array("A: 2\n".utf8), Array("A: 3\n".utf8)])
    #expect(text.entriesSinceSave.count == 3)
    let done = try #require(
      JournalText(written(records + [.saved(later, lacking: 2)], base: base)))
    #expect(done.entries(missingIn: later) == text.entries(missingIn: later))
    #expect(done.entriesSinceSave == text.entries(missingIn: later))
  }

  @Test func `one altered byte gives another fingerprint, and 32 digits give it back`() {
    let bytes = (0..<100).map { UInt8($0) }
    var seen: Set = [Fingerprint(of: bytes)]
    for index in bytes.indices {
      for bit in 0..<8 {
        var altered = bytes
        altered[index] ^= 1 << bit
        seen.insert(Fingerprint(of: altered))
      }
    }
    for count in 0..<100 { seen.insert(Fingerprint(of: Array(bytes.prefix(count)))) }
    #expect(seen.count == 901)
    #expect(seen.allSatisfy { Fingerprint($0.description) == $0 })
  }
}
