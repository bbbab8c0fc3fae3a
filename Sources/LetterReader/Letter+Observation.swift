import InspectionModel
public import InspectionOperations

extension Letter {
  /// What is to go into a register of it.
  ///
  /// - Parameter file: the name of its file.
  /// - Precondition: the document is a report (``isReport``).
  public func observation(from file: String) -> ReportObservation {
    var report = ReportObservation(
      file: file, area: area.map { .init(id: $0.value.id, name: $0.value.name) },
      framework: named(framework?.value ?? "jtai"),
      theme: theme.map { .init(id: $0.value.id, name: $0.value.words) },
      from: fieldworkFrom?.value, published: published?.value, certainty: certainty)
    report.facts = facts
    report.layout = [
      (.heading, headings.map(\.field)), (.found, findings.map(\.field)),
      (.problem, problems.map(\.remark.field)), (.wordCount, [String(wordCount)]),
    ]
    report.judgements = judgements.map { judgement in
      .init(
        judgement.aspect, grade: judgement.grade, words: judgement.words, reason: judgement.reason,
        page: judgement.place.page)
    }
    report.passages = passages.map(\.observation)
    report.remarks = problems.map { ($0.message, $0.place.page) }
    return report
  }

  /// A framework with what it is called in a register that lacks it.
  private func named(_ framework: String) -> ReportObservation.Framework {
    let profile = ReportReader.profiles.first {
      $0.framework == framework || "\($0.framework)-short" == framework
    }
    return .init(
      framework, name: profile?.name ?? "Joint targeted area inspection",
      report: isJTAI ? "letter" : "report")
  }

  /// What it says of its inspection, by field.
  private var facts: ReportObservation.Values {
    func one(_ value: String?) -> [String] { value.map { [$0] } ?? [] }
    let hasPriority = passages.contains { $0.section == .priorityAction }
    return [
      (.from, one(fieldworkFrom?.value.description)), (.to, one(fieldworkTo?.value.description)),
      (.published, one(published?.value.description)),
      (.inspectorate, inspectorates.map(\.value.rawValue)),
      (.priorityAction, asksForActions ? [hasPriority ? "yes" : "no"] : []),
      (.statementDue, one(statementDue?.value.description)),
      (.statementBy, one(statementBy?.value)), (.addressee, addressees.map(\.value.line)),
    ]
  }

  /// Whether the framework has areas for priority action at all.
  private var asksForActions: Bool {
    ["jtai", "area-send"].contains(framework?.value)
  }

  private var certainty: InspectionModel.Certainty {
    let days = [fieldworkFrom, fieldworkTo, published]
    return days.contains { $0.map { $0.how != .stated } ?? false }
      ? .partlyInferred : .statedInLetter
  }

  private var headings: [LetterHeading] {
    sections.map { section in
      let before = passages.firstIndex { $0.place > section.place }
      return LetterHeading(
        position: (before ?? passages.count) + 1, page: section.place.page,
        kind: section.kind, level: section.level, text: section.heading)
    }
  }

  /// The field of an inspection that each fact goes into, where it was found and how.
  private var findings: [LetterFinding] {
    func finding<Value>(_ field: Field, _ found: Found<Value>?) -> LetterFinding? {
      found.map { found in
        LetterFinding(
          name: field.name, page: found.place.page, line: found.place.line, how: found.how.rawValue)
      }
    }
    return [
      finding(.area, area), finding(.framework, framework), finding(.theme, theme),
      finding(.from, fieldworkFrom), finding(.to, fieldworkTo), finding(.published, published),
      finding(.inspectorate, inspectorates.first), finding(.statementDue, statementDue),
      finding(.statementBy, statementBy), finding(.addressee, addressees.first),
    ].compactMap(\.self)
  }
}

extension Letter.Problem {
  fileprivate var remark: LetterRemark {
    LetterRemark(page: place.page, line: place.line, sentence: message)
  }
}

extension Letter.Passage {
  fileprivate var observation: ReportObservation.Passage {
    .init(
      section, index, heading: subheading, page: place.page, pageTo: pageTo,
      paragraph: number, bodies: bodies, text: text, agencies: agencies.map(\.agency))
  }
}

extension Letter.Addressee {
  /// Post and body on one line.
  var line: String {
    [post, body].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
