public import InspectionModel

/// One table of an export: its columns, and how its rows are written.
public struct PackageTable: Sendable {
  /// Without an ending: `contributions`.
  public let name: String
  /// What its records are; nil for a table that is put together of several types.
  public let type: RecordType?
  let columns: [PackageColumn]
  let description: String
  private let write: Writing

  /// Gives the rows one after another, until somebody says that no more are wanted.
  typealias Writing = @Sendable (_ goesOn: ([String]) -> Bool) -> Void

  init(
    _ name: String, of type: RecordType? = nil, _ columns: [PackageColumn], description: String,
    _ write: @escaping Writing
  ) {
    (self.name, self.type, self.columns) = (name, type, columns)
    (self.description, self.write) = (description, write)
  }

  /// Comma-separated values after RFC 4180 in UTF-8, a header and then row after row.
  ///
  /// - Parameter sink: is given the bytes, about a megabyte at a time, so that a table of any
  ///   length takes no more memory than that.
  /// - Returns: how many rows there are.
  public func write<Problem: Error>(
    to sink: ([UInt8]) throws(Problem) -> Void
  ) throws(Problem) -> Int {
    var (bytes, count): ([UInt8], Int) = ([], 0)
    var problem: Problem?
    func hand(_ least: Int) {
      guard bytes.count >= least, problem == nil else { return }
      do throws(Problem) { try sink(bytes) } catch { problem = error }
      bytes.removeAll(keepingCapacity: true)
    }
    CSV.add(columns.map(\.name), to: &bytes)
    write { cells in
      count += 1
      CSV.add(cells, to: &bytes)
      hand(Self.block)
      return problem == nil
    }
    hand(1)
    if let problem { throw problem }
    return count
  }

  private static let block = 1 << 20
}

// MARK: - Records of one type

extension PackageTable {
  /// Fields of a record that its type does not know.
  public typealias Unknown = @Sendable (Row) -> UnknownFields

  /// All records of a type, a column for each field of its schema and one for what does not fit.
  init(_ type: RecordType, of register: Register, unknown: @escaping Unknown) {
    let columns = type.fields.map { spec in
      PackageColumn(
        spec, of: type, hasVagueDays: register.hasVagueDays(spec.field, of: type))
    }
    self.init(
      type.noun.many, of: type, columns + [.other], description: type.summary
    ) { goesOn in
      for row in register.rows(type) where !goesOn(register[row].cells(columns, unknown(row))) {
        return
      }
    }
  }
}

extension Register {
  /// Whether a day of a field is known only by its month or year. O(rows) for a field of days.
  func hasVagueDays(_ field: Field, of type: RecordType) -> Bool {
    guard let spec = type.spec(of: field), case .day = spec.kind, !spec.isRepeated else {
      return false
    }
    return rows(type).contains { row in self[row].day(field).map { $0.day == nil } ?? false }
  }
}

extension Record {
  /// The cells of a row: what fits its column stands there, all else in the last.
  fileprivate func cells(
    _ columns: [PackageColumn], _ unknown: UnknownFields
  ) -> [String] {
    var cells: [String] = []
    cells.reserveCapacity(columns.count + 1)
    var others: [(key: String, value: JSON)] = []
    for (spec, column) in zip(row.type.fields, columns) {
      let values = texts(spec.field)
      let fits = fitsCell(spec)
      if !fits { others.append((spec.name, .strings(values))) }
      if values.isEmpty || !fits {
        cells.append("")
      } else {
        cells.append(column.kind == .list ? JSON.strings(values).line : CSV.escaped(values[0]))
      }
    }
    others += unknown.byName.map { ($0.name, .strings($0.values)) }
    return cells + [others.isEmpty ? "" : JSON.object(others).line]
  }

  /// What a column of the field has in the record's own table; nothing where it has nothing.
  func cell(_ field: Field) -> String {
    guard let spec = row.type.spec(of: field) else { return "" }
    let values = texts(field)
    if spec.isRepeated { return values.isEmpty ? "" : JSON.strings(values).line }
    return values.isEmpty || !fitsCell(spec) ? "" : CSV.escaped(values[0])
  }
}
