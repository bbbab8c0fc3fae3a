import RecText
import Testing

/// What one text means, corner by corner; the differential tests hold the same corners against
/// recutils.
struct ReadingTests {
  @Test func `a blank line ends a record, and several are one separator`() {
    let read = document("A: 1\n\n \t\n\nA: 2\n")
    #expect(read.recordCount == 2)
    #expect(read.fields(1) == ["A=2"])
  }

  @Test func `a comment inside a record does not end it`() {
    let read = document("A: 1\n# note\nB: 2\n")
    #expect(read.recordCount == 1)
    #expect(read.fields(0) == ["A=1", "B=2"])
  }

  @Test func `comments between records belong to neither, indented or not`() {
    let read = document("# free\n  # A: 9\n\nA: 1\n\n# end\n")
    #expect(read.recordCount == 1)
    #expect(read.problemKinds == [.gluedComments])
    #expect(read.record(RecordID(0))?.text == Array("A: 1\n".utf8))
  }

  @Test func `only a line feed ends a line`() {
    #expect(document("A: 1\rB: 2\u{2028}C: 3\u{0B}\n").fields(0) == ["A=1\rB: 2\u{2028}C: 3\u{0B}"])
  }

  @Test func `names repeat, keep their case and their order`() {
    #expect(
      document("a: 1\nA: 2\n%: 3\n%1_x: 4\na: 5\n").fields(0) == [
        "a=1", "A=2", "%=3", "%1_x=4", "a=5",
      ])
  }

  @Test func `one blank after the colon is not part of the value`() {
    let read = document("A:1\nB:  2\nC:\t3 \nD:\nE: \n")
    #expect(read.fields(0) == ["A=1", "B= 2", "C=3 ", "D=", "E="])
  }

  @Test func `plus lines are lines of the value and lose one space`() {
    #expect(
      document("A:\n+ x\n+\n+  y\n+\tz\n+ \nB: 1\n").fields(0) == ["A=\nx\n\n y\n\tz\n", "B=1"])
  }

  @Test func `a backslash at the end of a line joins whatever comes next`() {
    #expect(document("A: x\\\nB: 1\nC: 2\n").fields(0) == ["A=xB: 1", "C=2"])
    #expect(document("A: x\\\n+ y\n+ z\n").fields(0) == ["A=x+ y\nz"])
    #expect(document("A: x\\\n# y\n").fields(0) == ["A=x# y"])
  }

  @Test func `a joined empty line spells a trailing backslash and does not end the record`() {
    let read = document("A: c:\\dir\\\\\n\nB: 1\n\nA: 2\n")
    #expect(read.fields(0) == ["A=c:\\dir\\", "B=1"])
    #expect(read.recordCount == 2)
  }

  @Test func `a backslash anywhere else is a backslash`() {
    #expect(document("A: a\\b \\\\ \\\r\nB: 1\n").fields(0) == ["A=a\\b \\\\ \\", "B=1"])
  }

  @Test func `the last line needs no line feed`() {
    #expect(document("A: 1\n\nA: 2").fields(1) == ["A=2"])
    #expect(document("A: ").problems.isEmpty)
    #expect(document("A: 1\n+ ").fields(0) == ["A=1\n"])
  }

  @Test func `blanks may stand before the first field only`() {
    let read = document("  A: 1\nB: 2\n\nA: 1\n  B: 2\n")
    #expect(read.fields(0) == ["A=1", "B=2"])
    #expect(read.problemKinds == [.indentedFirstField, .indentedLaterField])
    #expect(!read.isDamaged(RecordID(0)))
    #expect(read.isDamaged(RecordID(1)))
  }

  @Test func `an empty file has one nameless set without records`() {
    #expect(document("").contents == ["-:"])
    #expect(document("# only\n").contents == ["-:"])
  }

  @Test func `a record with a field %rec anywhere in it opens a set`() {
    let read = document("A: 0\n\n%key: A\n%rec: X-y\nA: 9\n\nA: 1\n\nA: 2\n\n%rec: Z\n")
    #expect(read.contents == ["-:0", "X:2,3", "Z:"])
    #expect(read.isDescriptor(RecordID(1)))
    #expect(!read.isDescriptor(RecordID(2)))
    #expect(read.set(of: RecordID(3))?.name == "X")
    #expect(read.set(of: RecordID(4))?.name == "Z")
  }

  @Test func `a swallowed or commented %rec opens nothing`() {
    #expect(document("A: x\\\n%rec: X\n# %rec: Y\n\nA: 1\n").contents == ["-:0,1"])
  }

  @Test func `the same type twice is two sets and a problem`() {
    let read = document("%rec: X\n\nA: 1\n\n%rec: X\n\nA: 2\n")
    #expect(read.contents == ["X:1", "X:3"])
    #expect(read.problemKinds == [.repeatedType("X")])
  }

  @Test func `values that are not UTF-8 are told apart`() {
    let field = document(Array("A: x".utf8) + [0xC3, 0x0A]).record(RecordID(0))?.fields.first { _ in
      true
    }
    #expect(field?.value == "x\u{FFFD}")
    #expect(field?.isUTF8 == false)
    #expect(field?.valueBytes == [0x78, 0xC3])
  }

  @Test func `the fast pass gives the same fields with their places in the file`() {
    let text = "# c\n\nA: 1\nB: 2\n+ 3\n\n  A: 4\n"
    let read = document(text)
    var seen = SeenFields(read.bytes.buffer)
    _ = RecPiece(read.bytes.buffer, from: 0, into: &seen)
    #expect(seen.fields == ["0 A=1@8", "0 B=2\n3@13", "1 A=4@25"])
    #expect(read.record(RecordID(1))?.fields.map(\.valueFileRange) == [25..<26])
    #expect(read.record(RecordID(1))?.fields.map(\.fileRange) == [22..<26])
  }

  @Test func `a line of five megabytes is one field`() {
    let long = String(repeating: "é", count: 2_500_000)
    let read = document("A: \(long)\nB: 1\n")
    #expect(read.record(RecordID(0))?.first("A")?.utf8.count == 5_000_000)
    #expect(read.record(RecordID(0))?.first("B") == "1")
  }
}

/// The fields a pass came by, as text.
private struct SeenFields: RecSink {
  /// One that is expected and one that is not.
  let names = RecNames(["A"])
  let buffer: UnsafeRawBufferPointer
  var fields: [String] = []

  init(_ buffer: UnsafeRawBufferPointer) { self.buffer = buffer }

  mutating func receive(
    _ index: Int, _ fields: UnsafeBufferPointer<RecFieldPlace>, opens: String?
  ) {
    for field in fields {
      let value = String(decoding: field.value(in: buffer), as: UTF8.self)
      self.fields.append("\(index) \(field.name(in: buffer))=\(value)@\(field.valueOffset)")
    }
  }
}
