import InspectionModel

extension TablePlan {
  /// How many of one kind of line are shown before the rest is only counted.
  private static let mostLines = 200

  /// The plan for a person to read, each line a sentence, with a line end after the last.
  public var text: String {
    var lines = head
    for part in parts(most: Self.mostLines) { lines += section(part) }
    lines += questions
    lines += section("Decided", decisions.filter { $0.choice != nil }, line)
    if heeded > 0 {
      lines += ["", "\(counted(heeded, "earlier decision was", "earlier decisions were")) heeded."]
    }
    lines += ["", outcome(isWritten: false)]
    return lines.joined(separator: "\n") + "\n"
  }

  /// One kind of thing that a plan says: how many there are, and the first of them in sentences.
  public typealias Part = (heading: String, count: Int, sentences: [String])

  /// What changes and what does not go in, each under a heading.
  ///
  /// - Parameter most: how many sentences of each part are made.
  public func parts(most: Int) -> [Part] {
    let all: [Part] = [
      part("Cells that change", cells, most, line),
      ("New inspections", made[.inspection] ?? 0, added.prefix(most).map(line)),
      part("Rows that are refused", refused, most, line),
      part("What looks wrong", suspicious, most, line),
      part("Words that the register has no word for", unmapped, most, line),
      part("Rows of the last import that this table lacks", vanished, most) { $0 },
    ]
    return all.filter { $0.count > 0 }
  }

  private func part<Thing>(
    _ heading: String, _ things: [Thing], _ most: Int, _ line: (Thing) -> String
  ) -> Part {
    (heading, things.count, things.prefix(most).map(line))
  }

  /// What is open: that which holds the plan up, and areas whose rows only stay out.
  private var questions: [String] {
    let open = decisions.filter { $0.choice == nil }
    return section("To be decided", open.filter(\.isNeeded), line)
      + section(
        "Areas that are not known; their rows are refused", open.filter { !$0.isNeeded }, line)
  }

  /// The same in short: what is only looked at is counted, and what is to be decided is listed.
  ///
  /// - Parameter isWritten: whether it was carried out.
  public func summary(isWritten: Bool) -> String {
    var lines = head
    let counts = [
      (refused.count, "is refused", "are refused", "row"),
      (suspicious.count, "looks wrong", "look wrong", "thing"),
    ]
    for (count, one, many, what) in counts where count > 0 {
      lines.append("\(counted(count, what)) \(count == 1 ? one : many).")
    }
    lines += questions
    lines += ["", outcome(isWritten: isWritten)]
    return lines.joined(separator: "\n") + "\n"
  }

  /// What it is, and its counts.
  public var head: [String] {
    let source = table.source
    var lines = [
      table.kind == .mapped
        ? "\(table.name) is read by the mapping \(source)."
        : "\(table.name) is read as \(table.kind.rawValue)"
          + (source == table.kind.rawValue ? "." : ", of the source \(source).")
    ]
    lines.append(
      counted(rows, "row") + ": " + RowState.allCases.map(phrase).joined(separator: ", "))
    if !made.isEmpty { lines.append("Records made: " + madeWords) }
    if let words = vanishedWords { lines.append(words) }
    return lines
  }

  /// What becomes of all of it, in a sentence.
  ///
  /// - Parameter isWritten: whether it was carried out.
  public func outcome(isWritten: Bool) -> String {
    if needsDecision { return "\(Refusal.undecided(open.count))".sentence }
    if rows == 0 { return "The table has no rows under its headings." }
    let refusal = takesNothing ? "All rows are refused. " : ""
    if editCount == 0 { return takesNothing ? String(refusal.dropLast()) : "Nothing changes." }
    let verb = isWritten ? editCount == 1 ? "is" : "are" : "can be"
    return "\(refusal)\(counted(editCount, "edit")) \(verb) written."
  }

  private func phrase(_ state: RowState) -> String { "\(count(state)) \(state.rawValue)" }

  private var madeWords: String {
    RecordType.allCases.compactMap { type in
      made[type].map { counted($0, type.noun.one, type.noun.many) }
    }.joined(separator: ", ")
  }

  /// What is gone since the last import, in a sentence; nil where nothing is.
  public var vanishedWords: String? {
    guard let lastRows, !vanished.isEmpty else { return nil }
    let what = table.kind.isByArea ? "area" : "row"
    let verb = vanished.count == 1 ? "is" : "are"
    return "\(vanished.count) of the \(counted(lastRows, what)) in the last import of this source "
      + "\(verb) not in this one."
  }

  private func section<Thing>(
    _ heading: String, _ things: [Thing], _ line: (Thing) -> String
  ) -> [String] {
    things.isEmpty ? [] : section(part(heading, things, Self.mostLines, line))
  }

  private func section(_ part: Part) -> [String] {
    let rest = part.count - part.sentences.count
    return ["", "\(part.heading): \(part.count)"] + part.sentences.map { "  " + $0 }
      + (rest > 0 ? ["  and \(rest) more"] : [])
  }

  private func line(_ added: (key: String, row: Int)) -> String {
    "\(added.key) (\(table.place(row: added.row, column: nil)))"
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
    guard let answer = decision.answer else {
      return "\(decision.sentence(table)); \(decision.optionWords)"
    }
    return answer + decision.sentence(table)
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

  /// What a choice means, in a few words.
  public func phrase(of choice: String) -> String {
    switch subject {
    case .cell:
      choice == TableChoice.take.rawValue
        ? "take what the table says" : "keep what the register has"
    case .vanished:
      choice == TableChoice.skip.rawValue
        ? "expect it again next time" : "no longer expect it; its records stay"
    case .area(let name, _):
      choice == TableChoice.skip.rawValue ? "leave “\(name)” out" : "“\(name)” is \(choice)"
    }
  }

  /// What was chosen and why, to stand before what it is about; nil while that is open.
  public var answer: String? {
    choice.map { phrase(of: $0) + (reason.map { " (\($0))" } ?? "") + ": " }
  }

  /// What it is about, in a sentence without a full stop.
  public func sentence(_ table: TableObservation) -> String {
    switch subject {
    case .cell(let cell):
      "\(cell.field.name) of \(cell.key): the register has \(cell.from)"
        + (cell.holder.map { " (\($0))" } ?? "")
        + ", the table \(cell.to) (\(table.place(row: cell.row, column: cell.column)))"
    case .vanished(let row): "\(row) is not in this table"
    case .area(let name, let rows): "no area is called “\(name)” (\(counted(rows, "row")))"
    }
  }
}

extension String {
  /// With a capital and a full stop.
  fileprivate var sentence: String { prefix(1).uppercased() + dropFirst() + "." }
}
