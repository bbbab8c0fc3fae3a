import Exchange
import InspectionModel
import Testing

struct RecordTableTests {
  @Test func `a table has a column a field and a row a record`() throws {
    let table = try table(
      .criterion, [.init(.id, "I1"), .init(.name, "One"), .init(.example, "such")])
    #expect(
      table.csv == "Id,Name,Definition,Include,Exclude,Example,Version,Status,Into,By,On\r\n"
        + "I1,One,,,,such,,,,,\r\n")
  }

  @Test func `several values of a field are joined`() throws {
    let table = try table(
      .theme, [.init(.id, "t"), .init(.name, "T"), .init(.word, "a"), .init(.word, "b")])
    #expect(table.csv.hasSuffix("\r\nt,T,a; b,,\r\n"))
  }

  @Test(arguments: [
    ("a,b", "\"a,b\""), ("say \"so\"", "\"say \"\"so\"\"\""), ("two\nlines", "\"two\nlines\""),
    ("a\rb", "\"a\rb\""), (" a", "\" a\""), ("a ", "\"a \""), ("plain", "plain"), ("é", "é"),
    ("\"\u{301}", "\"\"\"\u{301}\""), (",\u{200D}x", "\",\u{200D}x\""),
  ])
  func `a cell is quoted where it must be`(value: String, cell: String) throws {
    #expect(try self.cell(value) == cell)
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+cmd", "'+cmd"), ("-2+3", "'-2+3"), ("@SUM(A1)", "'@SUM(A1)"),
    ("\tx", "'\tx"), ("=\u{301}A1", "'=\u{301}A1"), ("=A1,B1", "\"'=A1,B1\""),
    ("\r\n=A1", "\"'\r\n=A1\""), ("\n=A1", "\"'\n=A1\""), ("＝A1", "'＝A1"),
  ])
  func `what a spreadsheet would run is made text`(value: String, cell: String) throws {
    #expect(try self.cell(value) == cell)
  }

  @Test func `so is each of several values`() throws {
    let table = try table(
      .theme, [.init(.id, "t"), .init(.name, "T"), .init(.word, "a"), .init(.word, "=b")])
    #expect(table.csv.hasSuffix("\r\nt,T,a; '=b,,\r\n"))
  }

  @Test(arguments: ["+", "-", "=", "0", "-7", "+12.5", "-1e3", "a=b", "2016-02-22"])
  func `signs alone and numbers are left alone`(value: String) throws {
    #expect(try cell(value) == value)
  }

  @Test func `a plain table shows the columns that hold something, side by side`() throws {
    let table = try table(
      .theme, [.init(.id, "a"), .init(.name, "Abuse at home")],
      [.init(.id, "neglect"), .init(.name, "N"), .init(.except, "x")])
    #expect(
      table.plain() == """
        Id       Name           Except
        a        Abuse at home
        neglect  N              x

        """)
    #expect(
      table.plain(widest: 5) == """
        Id     Name   Except
        a      Abus…
        negl…  N      x

        """)
  }

  @Test func `no control character reaches a plain table`() throws {
    let evil = "a\u{1B}[31m\nb\tc\u{7}d\u{9B}e\u{202E}f\u{2028}g\u{200B}h\r\ni"
    let text = try table(.theme, [.init(.id, "t"), .init(.name, evil)]).plain(widest: 80)
    #expect(text == "Id  Name\nt   a [31m b c d e f g h  i\n")
  }

  @Test func `a table of no records is a header`() throws {
    #expect(try table(.theme).csv == "Id,Name,Word,Weak,Except\r\n")
    #expect(try table(.theme).plain() == "\n")
  }

  private func cell(_ value: String) throws -> String {
    let csv = try table(.theme, [.init(.id, "t"), .init(.name, value)]).csv
    let start = "Id,Name,Word,Weak,Except\r\nt,"
    return String(csv.unicodeScalars.dropFirst(start.unicodeScalars.count).dropLast(5))
  }
}

/// A table of records of one type.
func table(_ type: RecordType, _ records: [FieldValue]...) throws -> RecordTable {
  let nothing = UnsafeRawBufferPointer(start: nil, count: 0)
  var register = Register(file: TextBuffer(nothing, ownedBy: NoFile()))
  try register.apply(Change("", records.map { .insert(type, $0) }))
  return RecordTable(type, register.rows(type), of: register)
}

private final class NoFile: Sendable {}
