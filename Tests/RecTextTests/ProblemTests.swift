import RecText
import Testing

struct ProblemTests {
  @Test func `a paragraph with a line that is not rec is one damaged record`() {
    let read = document("A: 1\n<<<<<< ours\nB: 2\n=======\nB: 3\n\nA: 2\n")
    #expect(read.problemKinds == [.notRec, .notRec])
    #expect(read.recordCount == 2)
    #expect(read.isDamaged(RecordID(0)))
    #expect(!read.isDamaged(RecordID(1)))
    #expect(read.fields(0) == ["A=1", "B=2", "B=3"])
  }

  @Test(arguments: [
    "9A: 1\n", "_A: 1\n", "A-b: 1\n", "A : 1\n", "A\n", "\u{0C}\n", "Ä: 1\n", ": 1\n",
  ])
  func `a line with no field name and colon is not rec`(text: String) {
    #expect(document(text).problemKinds == [.notRec])
  }

  @Test func `a plus after a comment has nothing to continue`() {
    let read = document("A: 1\n# note\n+ 2\n")
    #expect(read.problemKinds == [.nothingToContinue])
    #expect(read.problems.first?.offset == 12)
  }

  @Test(arguments: [
    ("A:", RecProblem.Kind.endsAfterColon), ("A: 1\n+", .endsAfterPlus), ("A:\n+", .endsAfterPlus),
    ("A: x\\", .endsInBackslash), ("A:é\n", .noBlankAfterColon), ("A: \u{0}x\n", .nul),
  ])
  func `what recutils refuses or cuts is told and read all the same`(
    text: String, kind: RecProblem.Kind
  ) {
    let read = document(text)
    #expect(read.problemKinds == [kind])
    #expect(!read.isDamaged(RecordID(0)))
    #expect(read.recordCount == 1)
  }

  @Test func `a byte-order mark is told and the first record read`() {
    let read = document("\u{FEFF}A: 1\n")
    #expect(read.problemKinds == [.byteOrderMark])
    #expect(read.fields(0) == ["A=1"])
  }

  @Test(arguments: [("UTF-16LE", 2, 0), ("UTF-16BE", 2, 1), ("UTF-32LE", 4, 0), ("UTF-32BE", 4, 3)])
  func `wide characters are known without a mark before them`(name: String, width: Int, at: Int) {
    let text = "%rec: Área\n\nId: a\n".unicodeScalars.flatMap { scalar in
      (0..<width).map { $0 == at ? UInt8(scalar.value) : 0 }
    }
    let read = document(text)
    #expect(read.problemKinds == [.encoding(.unicode(name))])
    #expect(read.print() == text)
  }

  @Test func `lines that end in CR alone are known by the lines that follow, all without LF`() {
    for text in ["%rec: X\r\rId: 1\r", "# mine\r%rec: X\rId: 1", "A: 1\r# c\r"] {
      #expect(document(text).problemKinds == [.encoding(.carriageReturns)])
      #expect(document(text).text == text)
    }
    for text in [
      "A: 1\rtwo\n", "A: 1\rB: 2\n", "A: 1\r\nB: 2\r\n", "A: 1\r", "A: 1\n\nB: x\rC: y\n", "\r",
    ] {
      #expect(!document(text).problemKinds.contains(.encoding(.carriageReturns)))
    }
  }

  @Test func `a file with CR LF is read, and each problem told once`() {
    let read = document("A: 1\r\n\r\nA: 2\r\n\r\n")
    #expect(read.problemKinds == [.carriageReturnInValue, .carriageReturnOnBlankLine])
    #expect(read.problems.map(\.offset) == [4, 6])
    #expect(read.fields(1) == ["A=2"])
  }

  @Test(arguments: [
    ("A: x\\\ny\n", [RecProblem.Kind.joinedLine]), ("A: x\\\n\nB: 1\n", [.joinedLine]),
    ("A: x\\\nB: 1\n", [.swallowedField]), ("A: c:\\dir\\\\\n\nB: 1\n", [.trailingBackslash]),
    ("# A: 9\n# B: 9\nA: 1\n", [.gluedComments]),
    ("A: 1\n# a line\n#B: 2\nC: 3\n", [.gluedComments]),
    ("# two lines\n# of prose\nA: 1\n", []), ("# A: 9\n\n# B: 9\n\nA: 1\n", []),
  ])
  func `what recutils reads or writes otherwise than it looks is a warning`(
    text: String, kinds: [RecProblem.Kind]
  ) {
    let read = document(text)
    #expect(read.problemKinds == kinds)
    #expect(read.problems.allSatisfy { $0.isWarning })
  }

  @Test func `a line ends in CR LF wherever it does, and all others in LF`() throws {
    var read = document("A: 1\n\nB: 1\r\nB: 2\r\n+ 3\r\nB: 4\r\r\nC: 5\n")
    #expect(read.fields(1) == ["B=1", "B=2\n3", "B=4\r", "C=5"])
    #expect(read.problemKinds == [.carriageReturnInValue])
    let text = read.text
    // Lines that stay keep their ends.
    try read.set("B", to: ["1", "2\n3", "x"], in: RecordID(1))
    #expect(read.text == text.replacing("B: 4\r\r\n", with: "B: x\n"))
  }

  @Test func `0xFF is told in a value, also a joined line that starts like a comment`() {
    let comment = Array("# c".utf8) + [0xFF, 0x0A]
    let read = document(comment + Array("A: x\\\n".utf8) + comment)
    #expect(read.problemKinds == [.joinedLine, .byteFF])
    #expect(read.problems.map(\.offset) == [11, 14])
  }

  @Test func `forbidden bytes are found far into a file`() {
    let filler = String(repeating: "A: 1\n", count: 3000)
    #expect(document(filler + "A: x\u{0}\n" + filler).problems.map(\.offset) == [15_004])
  }

  @Test func `UTF-16 is told`() {
    #expect(
      document([0xFF, 0xFE, 0x41, 0x00, 0x3A, 0x00]).problemKinds == [.encoding(.unicode("UTF-16"))]
    )
  }

  @Test func `a field swallowed by a backslash is a warning`() {
    let read = document("A: x\\\nB: 1\n")
    #expect(read.problemKinds == [.swallowedField])
    #expect(!read.hasErrors)
  }

  @Test func `places are lines and columns in scalars`() {
    let read = document("A: 1\n\nB: é€x\nno\n")
    let place = read.position(of: 14)
    #expect(place.line == 3)
    #expect(place.column == 6)
    #expect(read.text(in: place.lineRange) == "B: é€x")
    #expect(read.position(of: 0).line == 1)
    #expect(read.position(of: 99).line == 5)
    #expect(read.problems.map { read.position(of: $0.offset).line } == [4])
  }

  @Test func `places are right far into a file with folded lines`() {
    let text = String(repeating: "A: 1\n+ 2\n# c\n\n", count: 20_000)
    let read = document(text + "wrong\n")
    #expect(read.problems.map { read.position(of: $0.offset).line } == [80_001])
  }
}
