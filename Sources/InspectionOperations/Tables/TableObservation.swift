public import InspectionModel

/// What was read of one table, row by row, as it goes into a register. Nothing in it is of the
/// register yet: areas are named as the table names them.
public struct TableObservation: Sendable {
  /// The name of its file.
  public var file: String
  /// The name of its sheet; nil where the file is one table.
  public var sheet: String?
  public var kind: TableKind
  /// Who says so, one word for all editions of the table: `ofsted-history`.
  public var source: String
  /// By what the same file is known again: FNV-1a, 64 bits, in hexadecimal, over its bytes.
  public var fingerprint: String
  /// The headings, by column.
  public var headings: [String]
  public var rows: TableRows = []
  /// Words that the register has no word for, each with how often it stands in a column.
  public var unmapped: [Unmapped] = []
  /// What looks wrong, and what was made of it.
  public var remarks: [Remark] = []

  public init(
    file: String, sheet: String? = nil, kind: TableKind, source: String, fingerprint: String,
    headings: [String]
  ) {
    (self.file, self.sheet, self.kind, self.source) = (file, sheet, kind, source)
    (self.fingerprint, self.headings) = (fingerprint, headings)
  }

  /// What it is called: by its file, and its sheet.
  public var name: String { sheet.map { "\(file), sheet “\($0)”" } ?? file }

  /// One row, which may hold several inspections of its area.
  public struct Row: Sendable {
    /// As a spreadsheet counts, from 1.
    public var number: Int
    public var area: AreaName
    public var visits: [Visit] = []
    /// Why nothing of it is taken over; nil where something is.
    public var refusal: Remark? {
      get { refusals.first }
      set { refusals = newValue.map { [$0] } ?? [] }
    }

    /// One or none: so a row without one takes less room.
    private var refusals: [Remark] = []

    public init(_ number: Int, _ area: AreaName) { (self.number, self.area) = (number, area) }
  }

  /// What a table calls an area.
  public struct AreaName: Hashable, Sendable {
    /// Its code of the Office for National Statistics, as far as the table has one.
    public var code: String?
    /// Its number with the Department for Education or with Ofsted.
    public var number: String?
    public var name: String
    /// The column of the name, from 0.
    public var column: Int

    public init(code: String? = nil, number: String? = nil, name: String, column: Int) {
      (self.code, self.number, self.name, self.column) = (code, number, name, column)
    }
  }

  /// One inspection or visit.
  public struct Visit: Sendable {
    /// The keys of the frameworks it may be under, the likeliest first.
    public var frameworks: [String]
    /// The column that says which framework it is; nil where the table does not.
    public var frameworkColumn: Int?
    public var from: Cell<Day>?
    public var to: Cell<Day>?
    /// The day the report came out.
    public var published: Cell<Day>?
    public var theme: Cell<String>?
    /// Where the report is to be found.
    public var address: String?
    public var grades: [Graded] = []

    public init(frameworks: [String]) { self.frameworks = frameworks }

    /// The day it is told by: the first on site, else the day of the report.
    public var day: Day? { (from ?? published)?.value }
  }

  /// A value with the column it stands in, from 0.
  public struct Cell<Value: Hashable & Sendable>: Hashable, Sendable {
    public var value: Value
    private let place: UInt16

    public var column: Int { Int(place) }

    public init(_ value: Value, column: Int) {
      (self.value, place) = (value, UInt16(clamping: column))
    }
  }

  /// What a cell says of one aspect: a grade, or why there is none.
  public struct Graded: Hashable, Sendable {
    public var aspect: Aspect
    public var grade: Grade?
    /// Why there is no grade; one is there where `grade` is nil.
    public var reason: Ungraded?
    /// The words of the cell, where the register has no grade for them.
    public var words: String?
    private let place: UInt16

    public var column: Int { Int(place) }

    public init(
      _ aspect: Aspect, _ grade: Grade?, reason: Ungraded? = nil, words: String? = nil,
      column: Int
    ) {
      (self.aspect, self.grade, self.reason) = (aspect, grade, reason)
      (self.words, place) = (words, UInt16(clamping: column))
    }
  }

  /// A sentence about a cell, a row, a column or all of it.
  public struct Remark: Hashable, Sendable {
    public var row: Int?
    public var column: Int?
    /// Without a full stop.
    public var sentence: String

    public init(row: Int? = nil, column: Int? = nil, _ sentence: String) {
      (self.row, self.column, self.sentence) = (row, column, sentence)
    }
  }

  /// Words of a column that the register has no word for.
  public struct Unmapped: Hashable, Sendable {
    public var words: String
    public var column: Int
    /// How many rows have them, and the first of these.
    public var count: Int
    public var firstRow: Int

    public init(_ words: String, column: Int, count: Int, firstRow: Int) {
      (self.words, self.column) = (words, column)
      (self.count, self.firstRow) = (count, firstRow)
    }
  }
}

extension TableObservation {
  /// A place as a person finds it in a spreadsheet: `row 7, column F “Publication date”`, with its
  /// sheet where there is one.
  public func place(row: Int?, column: Int?) -> String {
    let sheet = sheet.map { "sheet “\($0)”" }
    let parts = [sheet, row.map { "row \($0)" }, column.map { columnName($0) }]
    return parts.compactMap(\.self).joined(separator: ", ")
  }

  /// `column F “Publication date”`.
  public func columnName(_ column: Int) -> String {
    let heading = headings.indices.contains(column) ? headings[column] : ""
    let name = "column \(Self.letters(column))"
    return heading.isEmpty ? name : "\(name) “\(heading)”"
  }

  /// A for 0, Z for 25, AA for 26, as spreadsheets have it.
  static func letters(_ column: Int) -> String {
    let last = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(column % 26)))
    return column < 26 ? last : letters(column / 26 - 1) + last
  }
}
