import TableReader
import Testing

@Suite struct `Comma-separated values` {
  private func rows(_ bytes: [UInt8]) throws -> [[String]] {
    let table = try CSVTable(bytes)
    var rows: [[String]] = []
    try table.forEachRow { row in
      rows.append(row.texts)
      return true
    }
    return rows
  }

  private func rows(_ text: String) throws -> [[String]] { try rows(Array(text.utf8)) }

  private func problem(_ bytes: [UInt8]) -> TableProblem? {
    do throws(TableProblem) {
      try CSVTable(bytes).forEachRow { _ in true }
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: ["\r\n", "\n", "\r"])
  func `lines may end in three ways, the last one in none`(end: String) throws {
    #expect(try rows("a,b\(end)1,2\(end)3,4") == [["a", "b"], ["1", "2"], ["3", "4"]])
    #expect(try rows("a,b\(end)1,2\(end)") == [["a", "b"], ["1", "2"]])
  }

  @Test func `a cell in quotes holds separators, line ends and quotes`() throws {
    let text = "a,b\n\"x, y\",\"two\r\nlines\"\n\"say \"\"no\"\"\",\"\"\n"
    #expect(try rows(text) == [["a", "b"], ["x, y", "two\r\nlines"], ["say \"no\"", ""]])
  }

  @Test func `quotes that stand anywhere else are words`() throws {
    #expect(try rows("a,b\n5\" tall,\"x\"y\n") == [["a", "b"], ["5\" tall", "xy"]])
    #expect(try rows("a,b\n\"p\"\"q\" r,2") == [["a", "b"], ["p\"q r", "2"]])
  }

  @Test func `a quote that does not end is told by its row`() {
    #expect(problem(Array("a,b\n1,2\n\"x,3\n4,5\n".utf8)) == .openQuote(row: 3))
    #expect("\(TableProblem.openQuote(row: 3))" == "row 3: a quote begins here and does not end")
  }

  @Test(arguments: [",", ";", "\t", "|"])
  func `the heading tells what stands between cells`(sign: String) throws {
    let lines = ["A title, with a comma", "area\(sign)day\(sign)grade", "X\(sign)1\(sign)Good; so"]
    let quoted = lines[2].replacing("Good; so", with: "\"Good; so\"")
    let read = try rows([lines[0], lines[1], quoted].joined(separator: "\n"))
    #expect(read.suffix(2) == [["area", "day", "grade"], ["X", "1", "Good; so"]])
  }

  @Test func `rows are numbered as a spreadsheet does, blank ones too`() throws {
    let table = try CSVTable(Array("t,\n\n,,\na,b\n\"1\n2\",x\n3,y\n".utf8))
    #expect(table.head(9).map(\.number) == [1, 4, 5, 6])
  }

  @Test func `ragged rows keep the cells that they have`() throws {
    #expect(try rows("a,b,c\n1\n1,2,3,4\n") == [["a", "b", "c"], ["1"], ["1", "2", "3", "4"]])
  }

  @Test func `blanks around cells go, those that do not break too`() throws {
    #expect(try rows("a,b\n  x \t,\u{A0}y z\u{A0}\n") == [["a", "b"], ["x", "y z"]])
  }

  // MARK: - Encodings

  private static let text = "name,word\r\nYnys Môn,“fine” – £5\r\n"
  private static let read = [["name", "word"], ["Ynys Môn", "“fine” – £5"]]

  private static func utf16(big: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let pair = [UInt8(unit >> 8), UInt8(unit & 255)]
      return big ? pair : pair.reversed()
    }
  }

  @Test func `UTF-8 is read with and without a mark`() throws {
    #expect(try rows(Self.text) == Self.read)
    #expect(try rows([0xEF, 0xBB, 0xBF] + Array(Self.text.utf8)) == Self.read)
  }

  @Test func `UTF-16 is read from both ends, with and without a mark`() throws {
    for big in [true, false] {
      let mark: [UInt8] = big ? [0xFE, 0xFF] : [0xFF, 0xFE]
      #expect(try rows(mark + Self.utf16(big: big)) == Self.read)
      #expect(try rows(Self.utf16(big: big)) == Self.read)
      #expect(
        try CSVTable(Self.utf16(big: big)).text.encoding == (big ? .utf16Big : .utf16Little))
    }
  }

  @Test func `what is not UTF-8 is Windows-1252`() throws {
    let windows: [Character: UInt8] = ["ô": 0xF4, "“": 0x93, "”": 0x94, "–": 0x96, "£": 0xA3]
    let bytes = Self.text.flatMap { windows[$0].map { [$0] } ?? Array(String($0).utf8) }
    #expect(try rows(bytes) == Self.read)
    #expect(try CSVTable(bytes).text.encoding == .windows1252)
  }

  @Test func `other files are named`() {
    #expect(problem([]) == .empty)
    #expect(problem(Array(" \r\n\t\n".utf8)) == .empty)
    #expect(problem([0x50, 0x4B, 3, 4, 0]) == .notText("a spreadsheet (XLSX or ODS)"))
    #expect(problem([0xD0, 0xCF, 0x11, 0xE0]) != nil)
    #expect(problem(Array("%PDF-1.7".utf8)) == .notText("a PDF"))
    #expect(problem(Array("a,b\n\0\u{1},c\n".utf8)) == .noText)
  }

  @Test func `more than two million rows are refused`() {
    let bytes = Array(repeatElement(Array("a,b\n".utf8), count: 2_000_001).joined())
    #expect(problem(bytes) == .tooManyRows(limit: 2_000_000))
    let words = "it has more than 2,000,000 rows, the most we read"
    #expect("\(TableProblem.tooManyRows(limit: 2_000_000))" == words)
  }

  @Test func `more columns than a spreadsheet has are refused, wherever they stand`() throws {
    let wide = String(repeating: "a,", count: 16_383) + "a\n"
    #expect(try rows(wide)[0].count == 16_384)
    let rest = String(repeating: "b\n", count: 100)
    let problems = ["", rest].map { problem(Array(($0 + "a," + wide).utf8)) }
    #expect(problems == [1, 101].map { .tooManyColumns(row: $0, limit: 16_384) })
    // However many there are, they take no room.
    let commas = [UInt8](repeating: UInt8(ascii: ","), count: 5_000_000)
    let told = problem(Array("a".utf8) + commas)
    #expect(told?.description == "row 1 has more than 16,384 cells, the most we read")
  }
}
