import Glibc

/// A cell of a sheet that a test writes.
enum SheetCell: ExpressibleByStringLiteral, ExpressibleByNilLiteral {
  case none
  case text(String)
  /// A day as its number, counted as Excel does.
  case day(Int)
  case formula(String, String)

  init(stringLiteral text: String) { self = .text(text) }
  init(nilLiteral: ()) { self = .none }
}

/// A sheet of a workbook that a test writes.
struct SheetDraft {
  let name: String
  let rows: [[SheetCell]]
  let isHidden: Bool

  init(_ name: String, _ rows: [[SheetCell]], isHidden: Bool = false) {
    (self.name, self.rows, self.isHidden) = (name, rows, isHidden)
  }
}

extension [SheetDraft] {
  /// The workbook as Office Open XML.
  var xlsx: [UInt8] {
    let office = "http://schemas.openxmlformats.org"
    let relations = "\(office)/officeDocument/2006/relationships"
    let main = "xmlns=\"\(office)/spreadsheetml/2006/main\""
    let numbers = 1...count
    func part(_ name: String, _ type: String) -> String {
      "<Override PartName=\"/xl/\(name)\" ContentType=\"application/vnd.openxmlformats-"
        + "officedocument.spreadsheetml.\(type)+xml\"/>"
    }
    var archive = Archive()
    archive.add(
      "[Content_Types].xml",
      "<Types xmlns=\"\(office)/package/2006/content-types\">"
        + "<Default Extension=\"rels\" ContentType="
        + "\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + numbers.map { part("worksheets/sheet\($0).xml", "worksheet") }.joined()
        + part("workbook.xml", "sheet.main") + part("styles.xml", "styles") + "</Types>")
    func relation(_ id: String, _ type: String, _ target: String) -> String {
      "<Relationship Id=\"\(id)\" Type=\"\(relations)/\(type)\" Target=\"\(target)\"/>"
    }
    func list(_ relations: String) -> String {
      "<Relationships xmlns=\"\(office)/package/2006/relationships\">\(relations)</Relationships>"
    }
    archive.add("_rels/.rels", list(relation("rId1", "officeDocument", "xl/workbook.xml")))
    let sheets = zip(numbers, self).map { number, sheet in
      "<sheet name=\"\(sheet.name.escaped)\" sheetId=\"\(number)\" r:id=\"rId\(number)\""
        + (sheet.isHidden ? " state=\"hidden\"/>" : "/>")
    }
    archive.add(
      "xl/workbook.xml",
      "<workbook \(main) xmlns:r=\"\(relations)\"><sheets>\(sheets.joined())</sheets></workbook>")
    archive.add(
      "xl/_rels/workbook.xml.rels",
      list(
        numbers.map { relation("rId\($0)", "worksheet", "worksheets/sheet\($0).xml") }.joined()
          + relation("rId999", "styles", "styles.xml")))
    archive.add(
      "xl/styles.xml",
      "<styleSheet \(main)><numFmts count=\"1\">"
        + "<numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/>"
        + "</numFmts><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders>"
        + "<cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
        + "<xf numFmtId=\"164\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>")
    for (number, sheet) in zip(numbers, self) {
      archive.add(
        "xl/worksheets/sheet\(number).xml",
        "<worksheet \(main)><sheetData>\(sheet.xlsxRows)</sheetData></worksheet>")
    }
    return archive.bytes
  }

  /// The workbook as OpenDocument.
  var ods: [UInt8] {
    let type = "application/vnd.oasis.opendocument.spreadsheet"
    let names = ["office", "table", "text", "style", "number"].map {
      "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:"
        + "\($0 == "number" ? "datastyle" : $0):1.0\""
    }.joined(separator: " ")
    var archive = Archive()
    archive.add("mimetype", type)
    archive.add(
      "META-INF/manifest.xml",
      "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">"
        + "<manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"\(type)\"/>"
        + "<manifest:file-entry manifest:full-path=\"content.xml\" "
        + "manifest:media-type=\"text/xml\"/></manifest:manifest>")
    let styles = [("seen", true), ("hidden", false)].map { name, isSeen in
      "<style:style style:name=\"\(name)\" style:family=\"table\">"
        + "<style:table-properties table:display=\"\(isSeen)\"/></style:style>"
    }
    let days =
      "<number:date-style style:name=\"D\"><number:day/><number:text>.</number:text>"
      + "<number:month/><number:text>.</number:text><number:year/></number:date-style>"
      + "<style:style style:name=\"day\" style:family=\"table-cell\" "
      + "style:data-style-name=\"D\"/>"
    archive.add(
      "content.xml",
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content \(names) "
        + "office:version=\"1.2\"><office:automatic-styles>\(days)\(styles.joined())"
        + "</office:automatic-styles><office:body><office:spreadsheet>"
        + map(\.odsTable).joined() + "</office:spreadsheet></office:body></office:document-content>"
    )
    return archive.bytes
  }
}

extension SheetDraft {
  fileprivate var xlsxRows: String {
    rows.enumerated().map { index, cells in
      let row = index + 1
      let words = cells.enumerated().map { column, cell in
        let place = "\(UnicodeScalar(UInt8(65 + column)))\(row)"
        return switch cell {
        case .none: ""
        case .text(let text):
          "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(text.escaped)</t></is></c>"
        case .day(let day): "<c r=\"\(place)\" s=\"1\"><v>\(day)</v></c>"
        case .formula(let formula, let value):
          "<c r=\"\(place)\" t=\"str\"><f>\(formula.escaped)</f><v>\(value)</v></c>"
        }
      }
      return "<row r=\"\(row)\">\(words.joined())</row>"
    }.joined()
  }

  fileprivate var odsTable: String {
    let rows = rows.map { cells in
      let words = cells.map { cell in
        switch cell {
        case .none: "<table:table-cell/>"
        case .text(let text):
          "<table:table-cell office:value-type=\"string\"><text:p>\(text.escaped)</text:p>"
            + "</table:table-cell>"
        case .day(let day):
          "<table:table-cell table:style-name=\"day\" office:value-type=\"date\" "
            + "office:date-value=\"\(Self.iso(day))\">"
            + "<text:p>x</text:p></table:table-cell>"
        case .formula(let formula, let value):
          "<table:table-cell table:formula=\"of:=\(formula.escaped.replacing(",", with: ";"))\" "
            + "office:value-type=\"string\" office:string-value=\"\(value)\"><text:p>\(value)"
            + "</text:p></table:table-cell>"
        }
      }
      return "<table:table-row>" + (words.isEmpty ? "<table:table-cell/>" : words.joined())
        + "</table:table-row>"
    }
    return "<table:table table:name=\"\(name.escaped)\" "
      + "table:style-name=\"\(isHidden ? "hidden" : "seen")\">\(rows.joined())</table:table>"
  }

  private static func iso(_ day: Int) -> String {
    var seconds = time_t(day - 25569) * 86_400
    var parts = tm()
    gmtime_r(&seconds, &parts)
    func two(_ number: Int32) -> String { (number < 10 ? "0" : "") + "\(number)" }
    return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
  }
}

extension String {
  fileprivate var escaped: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}

/// A ZIP archive in which nothing is packed.
struct Archive {
  private var entries: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  mutating func add(_ name: String, _ text: String) { add(name, Array(text.utf8)) }

  /// - Parameter size: what the directory says it unpacks to.
  mutating func add(_ name: String, _ bytes: [UInt8], claiming size: Int? = nil) {
    let start = entries.count
    let sizes = Self.number(Self.checksum(bytes), 4) + Self.number(bytes.count, 4)
    let common = Self.number(20, 2) + Self.number(0, 2) + Self.number(0, 2) + Self.number(0, 4)
    let lengths = Self.number(name.utf8.count, 2) + Self.number(0, 2)
    entries +=
      [0x50, 0x4B, 3, 4] + common + sizes + Self.number(bytes.count, 4) + lengths + name.utf8
    entries += bytes
    directory += [0x50, 0x4B, 1, 2] + Self.number(20, 2) + common + sizes
    directory += Self.number(size ?? bytes.count, 4) + lengths
    directory += Self.number(0, 2) + Self.number(0, 4) + Self.number(0, 4)
    directory += Self.number(start, 4) + name.utf8
    count += 1
  }

  var bytes: [UInt8] {
    entries + directory + [0x50, 0x4B, 5, 6] + Self.number(0, 4) + Self.number(count, 2)
      + Self.number(count, 2) + Self.number(directory.count, 4) + Self.number(entries.count, 4)
      + Self.number(0, 2)
  }

  private static func number(_ number: Int, _ bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  /// CRC-32.
  private static func checksum(_ bytes: [UInt8]) -> Int {
    var sum: UInt32 = ~0
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return Int(~sum)
  }
}
