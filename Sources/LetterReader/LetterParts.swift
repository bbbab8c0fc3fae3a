import InspectionModel

/// A letter taken apart: what the readers of single facts look at.
struct LetterParts {
  let pages: Int
  let address: [Line]
  /// From the salutation to the first heading.
  let opening: Prose
  /// The same, as lines.
  let openingLines: [Line]
  let runs: [Run]
  let signature: [Line]
  let hyphens: Hyphens
  /// Whether somebody is greeted, and whether the writers sign.
  let hasSalutation: Bool
  let hasSignature: Bool

  /// Takes a document apart, whose lines are without what every page repeats.
  init(_ lines: [Line], pages: Int) {
    self.pages = pages
    hyphens = Hyphens(lines)
    let classified = Classifier.classify(lines)
    runs = Runs(classified).runs
    address = classified.lines(of: .address)
    signature = classified.lines(of: .signature)
    hasSalutation = classified.contains { $0.kind == .salutation }
    hasSignature = !signature.isEmpty
    openingLines = classified.prefix { !$0.isHeading }
      .filter { $0.kind == .body || $0.kind == .salutation }.map(\.line)
    opening = Prose(openingLines, hyphens)
  }

  /// The next steps as one text; where no heading says which they are, the last lines from one that
  /// speaks of the statement.
  var nextSteps: Prose {
    let steps = runs.filter { $0.kind == .nextSteps }.flatMap(\.lines).map(\.line)
    if !steps.isEmpty { return Prose(steps, hyphens) }
    let lines = runs.flatMap(\.lines).map(\.line).suffix(40)
    let first = lines.firstIndex { $0.text.lowercased().contains("written statement") }
    return Prose(first.map { lines[max(lines.startIndex, $0 - 3)...] } ?? [], hyphens)
  }
}

extension [ClassifiedLine] {
  fileprivate func lines(of kind: LineKind) -> [Line] {
    filter { $0.kind == kind }.map(\.line)
  }
}

extension ClassifiedLine {
  fileprivate var isHeading: Bool {
    if case .heading = kind { true } else { false }
  }
}
