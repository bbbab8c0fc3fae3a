import InspectionModel
public import InspectionOperations
import TableReader

/// Reads the tables of an export back, as they were written or as somebody edited them since.
public enum PackageReading {
  /// A table that is none.
  public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
    public let file: String
    /// A sentence without a full stop.
    public let sentence: String

    public var description: String { "\(file): \(sentence)" }
  }

  /// Whether a file of an export holds records: those that are put together of others do not.
  public static func isOfRecords(_ name: String) -> Bool { type(of: name) != nil }

  private static func type(of name: String) -> RecordType? {
    RecordType.allCases.first { name == $0.noun.many + RegisterPackage.Format.csv.ending }
  }

  /// Reads one table. Separators and encodings may be those of a spreadsheet that wrote it since.
  /// O(bytes).
  ///
  /// - Returns: nil where the file is none of records.
  /// - Throws: where nothing of it can be read.
  public static func table(
    _ name: String, _ bytes: [UInt8]
  ) throws(Problem) -> RecordTables.Table? {
    guard let type = type(of: name) else { return nil }
    var reader: TableOfRecords?
    var lacksKeys = false
    do throws(TableProblem) {
      try CSVTable(bytes).forEachRow { row in
        if reader != nil {
          reader?.add(row)
        } else {
          reader = TableOfRecords(row, name, type)
          lacksKeys = reader == nil
        }
        return !lacksKeys
      }
    } catch {
      throw Problem(file: name, sentence: error.description)
    }
    if lacksKeys {
      throw Problem(file: name, sentence: "its first row must name each column once, id among them")
    }
    return reader?.table
  }
}

/// Reads the rows of one table of records.
private struct TableOfRecords {
  private(set) var table: RecordTables.Table
  /// What each column is; nil for one that is told as left alone.
  private let columns: [Column?]
  private let headings: [String]

  private enum Column {
    case field(FieldSpec)
    case other
  }

  /// Nil where the row does not name the column of keys.
  init?(_ first: borrowing CSVRow, _ file: String, _ type: RecordType) {
    let names = first.texts
    columns = names.map { name in
      if name.lowercased() == PackageColumn.other.name { return .other }
      return type.fields.first { $0.name.lowercased() == name.lowercased() }.map(Column.field)
    }
    let fields = columns.compactMap { column in
      if case .field(let spec)? = column { spec.field } else { nil as Field? }
    }
    let others = columns.count { if case .other? = $0 { true } else { false } }
    guard fields.contains(.id), Set(fields).count == fields.count, others < 2 else { return nil }
    table = RecordTables.Table(file: file, type: type, fields: fields)
    table.hasOther = others == 1
    headings = names
  }

  mutating func add(_ row: borrowing CSVRow) {
    var values: [FieldValue] = []
    do throws(Fault) {
      if row.count != headings.count {
        // By its key it is known which record is there all the same.
        values = key(of: row)
        let word = row.count > headings.count ? "more" : "fewer"
        throw Fault("it has \(word) cells than there are columns")
      }
      for (place, column) in columns.enumerated() {
        guard case .field(let spec)? = column else { continue }
        let texts = try texts(of: row.exact(place), spec)
        values += texts.map { FieldValue(spec.field, $0) }
      }
      var read = RecordTables.Row(row.number, values)
      for (place, column) in columns.enumerated() {
        if case .other? = column { try addOther(row.exact(place), to: &read) }
      }
      table.rows.append(read)
    } catch {
      table.rows.append(RecordTables.Row(row.number, values, refusal: error.sentence))
    }
    noteUnknown(row)
  }

  private func key(of row: borrowing CSVRow) -> [FieldValue] {
    for (place, column) in columns.enumerated() {
      guard case .field(let spec)? = column, spec.field == .id, !row.isEmpty(place) else {
        continue
      }
      return [FieldValue(.id, CSV.unescaped(row.exact(place)))]
    }
    return []
  }

  private struct Fault: Error {
    let sentence: String
    init(_ sentence: String) { self.sentence = sentence }
  }

  private mutating func noteUnknown(_ row: borrowing CSVRow) {
    for (place, column) in columns.enumerated() where column == nil && !row.isEmpty(place) {
      table.unknown[headings[place], default: 0] += 1
    }
  }

  /// The values that a cell says.
  private func texts(of cell: String, _ spec: FieldSpec) throws(Fault) -> [String] {
    if cell.isEmpty { return [] }
    // Somebody who adds one value need not know how several are written.
    guard spec.isRepeated, cell.utf8.first == UInt8(ascii: "[") else {
      return [CSV.unescaped(cell)]
    }
    guard let texts = (try? JSON(reading: cell))?.texts else {
      throw Fault("\(spec.name) begins with [ but is not an array of texts, as in [\"a\",\"b\"]")
    }
    return texts
  }

  /// What stands in the column for all that has no place in others.
  private func addOther(_ cell: String, to row: inout RecordTables.Row) throws(Fault) {
    if cell.isEmpty { return }
    guard case .object(let members)? = try? JSON(reading: cell) else {
      throw Fault("other is not an object of JSON, as in {\"From\":[\"2016\"]}")
    }
    for (name, value) in members {
      guard let texts = value.texts else {
        throw Fault("\(name) in other is not an array of texts")
      }
      guard let spec = table.type.fields.first(where: { $0.name == name }) else {
        row.unknown += texts.map { (name, $0) }
        continue
      }
      if row.values.contains(where: { $0.field == spec.field }) {
        throw Fault("\(name) is in its own column and in other; empty one of the two")
      }
      if texts.isEmpty, spec.isMandatory { row.missing.append(spec.field) }
      row.invalidValues += texts.map { FieldValue(spec.field, $0) }
    }
  }
}

extension JSON {
  /// The texts of an array that holds nothing else.
  fileprivate var texts: [String]? {
    guard case .array(let values) = self else { return nil }
    let texts = values.compactMap(\.string)
    return texts.count == values.count ? texts : nil
  }
}
