import TableReader

/// The sheets of a workbook as comma-separated values, by a converter found on the PATH: of XLSX by
/// `xlsx2csv`, of ODS and XLS by `ssconvert` of Gnumeric. Formulas come as the values that they
/// had, and days as year, month and day, whatever the locale.
struct SheetConverter {
  /// The file, as it was named.
  let path: String
  let stop: StopSignal?

  /// - Throws: why there are none.
  func sheets(of workbook: Workbook) throws(TableIntakeProblem) -> [TableSheet] {
    let sheets =
      switch workbook {
      case .xlsx(let hidden): try xlsxSheets(hidden)
      case .plainXLSX, .ods, .xls: try gnumericSheets()
      }
    if sheets.isEmpty { throw .refused(path, .empty) }
    return sheets
  }

  private func run(_ arguments: [String], package: String) throws(TableIntakeProblem) -> [UInt8] {
    let program = arguments[0]
    switch OtherProgram.run(arguments, within: .sheets, until: stop) {
    case .failure(.stopped): throw .stopped
    case .failure(let problem):
      throw problem.isMissing
        ? .noConverter(path, program: program, package: package)
        : .unreadable("\(path): \(program) \(problem)")
    case .success(let result):
      if result.status == 0 { return result.output }
      let lines = String(decoding: result.errors, as: UTF8.self).split(separator: "\n")
      let line = lines.last { !$0.hasPrefix("  ") }.map { " (\($0))" } ?? ""
      throw .unreadable("\(path): \(program) cannot read it, and \(result.ending)\(line)")
    }
  }

  // MARK: - XLSX

  /// A sign that XML cannot hold, so that no cell has it.
  private static let bell: UInt8 = 7

  /// - Parameter hidden: the names of hidden sheets, which it does not tell.
  private func xlsxSheets(_ hidden: Set<String>) throws(TableIntakeProblem) -> [TableSheet] {
    let command = ["xlsx2csv", "-a", "-f", "%Y-%m-%d", "-p", "x07", OtherProgram.operand(path)]
    var sheets = Self.parted(try run(command, package: "xlsx2csv"))
    try checkCount(sheets.count)
    for index in sheets.indices {
      sheets[index].isHidden = sheets[index].name.map(hidden.contains) ?? false
    }
    return sheets
  }

  /// Sheets that follow one another, each under a line with a bell, its number and its name.
  private static func parted(_ output: [UInt8]) -> [TableSheet] {
    output.split(separator: bell).compactMap { part in
      let line = part.prefix { $0 != UInt8(ascii: "\n") }
      let words = String(decoding: line, as: UTF8.self)
      guard let name = words.firstRange(of: " - ").map({ String(words[$0.upperBound...]) }) else {
        return nil
      }
      return TableSheet(Array(part.dropFirst(line.count + 1)), named: name)
    }
  }

  private func checkCount(_ count: Int) throws(TableIntakeProblem) {
    if count > Workbook.mostSheets {
      throw .refused(path, .tooManySheets(limit: Workbook.mostSheets))
    }
  }

  // MARK: - Gnumeric

  /// Gnumeric prints one sheet at a time, without what is blank before it; what sheets there are
  /// and where they begin, its own format tells.
  private func gnumericSheets() throws(TableIntakeProblem) -> [TableSheet] {
    let package = "gnumeric"
    let command = ["ssconvert", "-T", "Gnumeric_XmlIO:sax:0", OtherProgram.operand(path), "fd://1"]
    var sheets = GnumericSheets(try run(command, package: package)).sheets
    try checkCount(sheets.count)
    var size = 0
    for index in sheets.indices {
      let name = (sheets[index].name ?? "").replacing("\\", with: "\\\\")
        .replacing("'", with: "\\'")
      let options = "sheet='\(name)' format=automatic locale=C"
      sheets[index].text = try run(
        [
          "ssconvert", "-T", "Gnumeric_stf:stf_assistant", "-O", options,
          OtherProgram.operand(path),
          "fd://1",
        ], package: package)
      size += sheets[index].text.count
      if size > Workbook.mostBytes { throw .refused(path, .tooLarge(limit: Workbook.mostBytes)) }
    }
    return sheets
  }
}

/// The names of the sheets in a file of Gnumeric's own, which are hidden, and where the first cell
/// of each stands.
private struct GnumericSheets {
  private(set) var sheets: [TableSheet] = []

  /// O(bytes).
  init(_ file: [UInt8]) {
    for line in file.split(separator: UInt8(ascii: "\n")) {
      let line = line.drop { $0 == UInt8(ascii: " ") }
      if line.starts(with: "<gnm:Sheet ".utf8) {
        let isVisible = line.firstRange(of: Array("SHEET_VISIBILITY_VISIBLE".utf8)) != nil
        sheets.append(TableSheet([], isHidden: !isVisible, from: SheetCorner(row: -1)))
      } else if line.starts(with: "<gnm:Name>".utf8) {
        name(String(decoding: line, as: UTF8.self))
      } else if line.starts(with: "<gnm:Cell ".utf8) {
        addCell(line)
      }
    }
    for index in sheets.indices where sheets[index].corner.row < 0 {
      sheets[index].corner = SheetCorner()
    }
  }

  /// The first name in a sheet is its own.
  private mutating func name(_ line: String) {
    guard let last = sheets.indices.last, sheets[last].name == nil else { return }
    let text = line.dropFirst("<gnm:Name>".count)
    sheets[last].name = String(text.prefix { $0 != "<" }).withoutEntities
  }

  private mutating func addCell(_ line: ArraySlice<UInt8>) {
    guard let last = sheets.indices.last, let row = Self.number(after: "Row=\"", in: line),
      let column = Self.number(after: "Col=\"", in: line)
    else { return }
    let corner = sheets[last].corner
    sheets[last].corner =
      corner.row < 0
      ? SheetCorner(row: row, column: column)
      : SheetCorner(row: min(corner.row, row), column: min(corner.column, column))
  }

  private static func number(after words: String, in line: ArraySlice<UInt8>) -> Int? {
    guard let range = line.prefix(60).firstRange(of: Array(words.utf8)) else { return nil }
    let digits = line[range.upperBound...].prefix { $0 != UInt8(ascii: "\"") }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
