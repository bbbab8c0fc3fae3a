import InspectionModel

extension TablePlan {
  /// How many of one kind of line are shown before the rest is only counted.
  private static let mostLines = 200

  /// The plan for a person to read, each line a sentence, with a line end after the last.
  public var text: String {
    var lines = head
    for (heading, sentences) in parts { lines += section(heading, sentences) }
    lines += section("To be decided", decisions.filter { $0.choice == nil }.map(line))
    lines += section("Decided", decisions.filter { $0.choice != nil }.map(line))
    if heeded > 0 {
      lines.append(counted(heeded, "decision") + " of an earlier day heeded.")
    }
    lines += ["", outcome(isWritten: false)]
    return lines.joined(separator: "\n") + "\n"
  }

  /// What changes and what does not go in, each under a heading.
  public var parts: [(heading: String, sentences: [String])] {
    [
      ("Cells that change", cells.map(line)), ("Rows that are not taken over", refused.map(line)),
      ("What looks wrong", suspicious.map(line)),
      ("Words that the register has no word for", unmapped.map(line)),
      ("Rows of the last import that this table lacks", vanished),
    ]
  }

  /// The same in short: what is only looked at is counted, and what is to be decided is listed.
  ///
  /// - Parameter isWritten: whether it was carried out.
  public func summary(isWritten: Bool) -> String {
    var lines = head
    let counts = [
      (refused.count, "is not taken over", "are not taken over", "row"),
      (suspicious.count, "looks wrong", "look wrong", "thing"),
    ]
    for (count, one, many, what) in counts where count > 0 {
      lines.append("\(counted(count, what)) \(count == 1 ? one : many).")
    }
    lines += section("To be decided", decisions.filter { $0.choice == nil }.map(line))
    lines += ["", outcome(isWritten: isWritten)]
    return lines.joined(separator: "\n") + "\n"
  }

  /// What it is, and its counts.
  public var head: [String] {
    let kind = table.kind.rawValue
    var lines = ["\(table.name) is read as \(kind), of the source \(table.source)."]
    lines.append(counted(rows, "row") + ": " + RowState.allCases.map(words).joined(separator: ", "))
    if !made.isEmpty { lines.append("Records made: " + madeWords) }
    if let words = vanishedWords { lines.append(words) }
    return lines
  }

  /// What becomes of all of it, in a sentence.
  ///
  /// - Parameter isWritten: whether it was carried out.
  public func outcome(isWritten: Bool) -> String {
    if needsDecision { return "\(Refusal.undecided(open.count))".sentence }
    if editCount == 0 { return "Nothing changes." }
    let verb = isWritten ? editCount == 1 ? "is" : "are" : "can be"
    return "\(counted(editCount, "edit")) \(verb) written."
  }

  private func words(_ state: RowState) -> String { "\(count(state)) \(state.rawValue)" }

  private var madeWords: String {
    RecordType.allCases.compactMap { type in
      made[type].map { counted($0, type.words.one, type.words.many) }
    }.joined(separator: ", ")
  }

  /// What is gone since the last import, in a sentence; nil where nothing is.
  public var vanishedWords: String? {
    guard let lastRows, !vanished.isEmpty else { return nil }
    let what = table.kind.isByArea ? "areas" : "rows"
    let verb = vanished.count == 1 ? "is" : "are"
    return "\(vanished.count) of \(lastRows) \(what) were in the last import of this source and "
      + "\(verb) not in this one."
  }

  private func section(_ heading: String, _ lines: [String]) -> [String] {
    if lines.isEmpty { return [] }
    let rest = lines.count - Self.mostLines
    return ["", "\(heading): \(lines.count)"] + lines.prefix(Self.mostLines).map { "  " + $0 }
      + (rest > 0 ? ["  and \(rest) more"] : [])
  }

  private func line(_ cell: CellChange) -> String {
    let from = cell.from.isEmpty ? "nothing" : cell.from
    return "\(cell.field.name) of \(cell.key): \(from) → \(cell.to) "
      + "(\(table.place(row: cell.row, column: cell.column)))"
  }

  private func line(_ remark: Remark) -> String {
    let place = table.place(row: remark.row, column: remark.column)
    return place.isEmpty ? remark.sentence : "\(place): \(remark.sentence)"
  }

  private func line(_ words: TableObservation.Unmapped) -> String {
    "\(table.columnName(words.column)): “\(words.words)” in \(counted(words.count, "row")), "
      + "first in row \(words.firstRow)"
  }

  private func line(_ decision: Decision) -> String {
    let reason = decision.reason.map { " (\($0))" } ?? ""
    let answer = decision.choice.map { ": \($0)" + reason }
    return decision.words(table) + (answer ?? "; " + decision.optionWords)
  }
}

extension TablePlan.Decision {
  /// What may be chosen, after “write” or alone: `keep or take`.
  public var optionWords: String {
    if case .area = subject {
      return (options + ["the key of an area"]).joined(separator: " or ")
    }
    return options.joined(separator: " or ")
  }

  /// What it is about, in a sentence without a full stop.
  public func words(_ table: TableObservation) -> String {
    switch subject {
    case .cell(let cell):
      "\(cell.field.name) of \(cell.key): the register has \(cell.from), the table \(cell.to) "
        + "(\(table.place(row: cell.row, column: cell.column)))"
    case .vanished(let row): "\(row) is not in this table"
    case .area(let name, let rows): "no area is called “\(name)” (\(counted(rows, "row")))"
    }
  }
}

extension String {
  /// With a capital and a full stop.
  fileprivate var sentence: String { prefix(1).uppercased() + dropFirst() + "." }
}
