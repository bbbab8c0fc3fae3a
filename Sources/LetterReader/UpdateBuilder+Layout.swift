import InspectionModel

/// How the letter is laid out, and how its facts are known: headings, places, what does not fit.
extension UpdateBuilder {
  /// The layout by field.
  var layout: [(field: Field, values: [String])] {
    [
      (.heading, headings.map(\.field)), (.found, findings.map(\.field)),
      (.problem, letter.problems.map { remark($0).field }),
    ]
  }

  /// Writes the layout where the register has none, or where passages came or changed: lines are counted otherwise in a letter
  /// that was only extracted otherwise.
  mutating func fillLayout(_ inspection: Inspection, isOtherwise: Bool) {
    for (field, values) in layout {
      let former = inspection.record.texts(field)
      guard former.isEmpty || isOtherwise else { continue }
      if let edit = inspection.record.setting(field, to: values) { edits.append(edit) }
    }
  }

  private var headings: [LetterHeading] {
    letter.sections.map { section in
      let before = letter.passages.firstIndex { $0.place > section.place }
      return LetterHeading(
        position: (before ?? letter.passages.count) + 1, page: section.place.page,
        kind: section.kind, level: section.level, text: section.heading)
    }
  }

  private var findings: [LetterFinding] {
    letter.facts.map { fact in
      LetterFinding(
        name: fact.field.name, page: fact.place.page, line: fact.place.line, how: fact.how.rawValue)
    }
  }

  private func remark(_ problem: Letter.Problem) -> LetterRemark {
    LetterRemark(page: problem.place.page, line: problem.place.line, sentence: problem.message)
  }
}

extension Letter {
  /// The field of an inspection that a fact goes into, where it was found and how.
  fileprivate var facts: [(field: Field, place: Place, how: Certainty)] {
    func fact<Value>(_ field: Field, _ found: Found<Value>?) -> (Field, Place, Certainty)? {
      found.map { (field, $0.place, $0.how) }
    }
    return [
      fact(.area, area), fact(.framework, framework), fact(.theme, theme),
      fact(.from, fieldworkFrom), fact(.to, fieldworkTo), fact(.published, published),
      fact(.inspectorate, inspectorates.first), fact(.statementDue, statementDue),
      fact(.statementBy, statementBy), fact(.addressee, addressees.first),
    ].compactMap(\.self)
  }
}

extension Letter.Addressee {
  /// Post and body on one line.
  var words: String {
    [post, body].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
