import InspectionModel
import InspectionOperations
import TerminalCore

/// How the code line looks: what it says so far, what may come next, and what the criterion in hand
/// means where the codebook does not stand beside the passage.
extension CodePrompt {
  /// The height of the longest legend and of the wordiest criterion, so that nothing moves while
  /// one types; the passage keeps two fifths of the window at least.
  func height(in rect: Rect, _ context: Context) -> Int {
    let taken = suggestion.map { [CodeLegend.taken($0.agencies, book)] } ?? []
    let legends =
      taken + [.agencies(book), .criteria(book), .ways, .end(canSayWhy: canSayWhy)]
    let rows = legends.map { $0.rows(width: rect.width).count }.max() ?? 0
    let criteria = context.hasCodebook ? [] : book.criteria.compactMap { context.criterion($0.id) }
    let criterionRows = criteria.map { CriterionText.height($0, width: rect.width) + 2 }.max() ?? 0
    return min(max(rows, criterionRows) + readingHeight(rect.width), rect.height * 3 / 5)
  }

  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    canvas.fill(rect, with: Style(.text))
    var writer = PaneWriter(rect)
    if isSuggestionTaken {
      let role = line.drafts.first?.direction.role ?? .text
      writer.paragraph(taken(with: line.drafts), role, on: &canvas)
    } else {
      writer.write(reading, on: &canvas)
    }
    let chosen = choice.flatMap { legend.entries[$0].criterion }.flatMap(context.criterion)
    let isBeside = context.hasCodebook
    if let chosen, !isBeside {
      writer.write(turning, on: &canvas)
      CriterionText.write(named: chosen, with: &writer, on: &canvas)
      return
    }
    for row in legend.rows(width: rect.width, choice: choice) { writer.write(row, on: &canvas) }
    if let inHand = criterionInHand.flatMap(context.criterion), !isBeside,
      rect.height - writer.line > 2
    {
      CriterionText.write(named: inHand, with: &writer, on: &canvas)
    }
  }

  /// How one goes on from the criterion under the cursor.
  private var turning: [(String, Role)] {
    let key = choice.map { legend.entries[$0].key } ?? ""
    return [
      ("<Down> <Up>", .match), (" other criteria  ", .dim), ("<Tab>", .match), (" or ", .dim),
      (key, .match), (" takes this one", .dim),
    ]
  }

  /// What the line says so far, in words.
  private var reading: [(String, Role)] {
    let line = line
    if isChoosing { return [("next: \(phrase(.direction)) of ", .dim), (suggested, .match)] }
    if let fault = line.fault {
      let place = String(repeating: " ", count: Text.columns(label) + fault.offset)
      return [(place, .text), ("^ no \(phrase(fault.expected))", .shortfall)]
    }
    if editor.text.isEmpty, suggestion != nil {
      return [("digit or Tab takes ", .dim), (suggested, .match)]
    }
    if line.drafts.isEmpty { return [("next: \(phrase(line.expected))", .dim)] }
    return line.drafts.enumerated().flatMap { index, draft -> [(String, Role)] in
      [(index == 0 ? "" : "  ·  ", .dim), (draft.phrase + draft.partners, draft.direction.role)]
    }
  }

  /// The lines that whom it codes may take: as many as if all were taken.
  private func readingHeight(_ width: Int) -> Int {
    let digit = book.criteria.first?.digit
    guard let line = suggestion?.line(criterion: digit, direction: .mention) else { return 1 }
    return Text.wrap(taken(with: CodeLine(line, book).drafts), columns: max(1, width)).count
  }

  /// Whom Enter codes: `3 contributions: Police, Health, Social care, each I4 -`
  private func taken(with drafts: [CodeDraft]) -> String {
    let names = (suggestion?.agencies ?? []).compactMap { letter in
      book.agencies.first { $0.letter == letter }?.name
    }
    guard let draft = drafts.first else { return "" }
    let what = [draft.criterion, draft.direction.rawValue].compactMap(\.self)
    let each = names.count == 1 ? "" : "each "
    return "\(counted(names.count, "contribution")): \(names.joined(separator: ", ")), "
      + "\(each)\(what.joined(separator: " ")); a letter takes one out or in"
  }

  /// `police, health -`
  private var suggested: String {
    let agencies = suggestion?.agencies.compactMap(book.agency) ?? []
    let direction = suggestion?.direction.map { " " + $0.rawValue } ?? ""
    return agencies.joined(separator: ", ") + direction
  }

  /// What is missing or out of place, in words.
  func phrase(_ expected: CodeLine.Expected) -> String {
    switch expected {
    case .agency: "agency letter"
    case .criterionOrDirection: "criterion digit or direction"
    case .direction: "direction: + - = 0"
    case .withOrNext: "w for with whom, or comma for the next agency"
    case .withAgency: "agency letter for with whom"
    case .withMore: "letter for how or with whom else, or comma for the next agency"
    }
  }
}

extension Direction {
  /// How it is coloured; its sign stands beside it wherever it is shown.
  var role: Role {
    switch self {
    case .strength: .strength
    case .shortfall: .shortfall
    case .mixed: .mixed
    case .mention: .mention
    }
  }
}
