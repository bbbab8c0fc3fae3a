import InspectionModel

/// The coverage kept, how the figures come about, and what they lack.
extension Counterfactual {
  var coverageGrid: Grid {
    Grid(
      title: "Coverage kept", corner: "looked at today", rows: coverage.lines,
      named: { $0.subject.longName(in: register) }, short: { $0.subject.name(in: register) },
      subject: { $0.subject.row },
      columns: [
        Grid.Column("afterwards") { Figure(.phrase(afterwards($0)), basis: $0.basis) },
        Grid.Column("looked at by what goes", short: "goes") { names($0.goes) },
        Grid.Column("by what stays", short: "stays") { names($0.stays) },
        Grid.Column("standards that say so", short: "standards") { .count($0.evidence.standards) },
        Grid.Column("judgements on it", short: "judged") { .count($0.evidence.judgements) },
        Grid.Column("findings coded", short: "findings") { .count($0.evidence.passages) },
      ],
      notes: [
        "Standards, judgements and findings are those of what stays, where that looks at it, else "
          + "of what goes.",
        "Not known: a framework that stays may look at it, and neither standards nor reports in "
          + "the register say so; or they do not say what the one that goes looks at.",
        "By standards alone: no report of what stays is coded, and findings may show it yet.",
      ])
  }

  private func names(_ frameworks: [Row]) -> Figure {
    frameworks.isEmpty
      ? Figure(.phrase("–")) : Figure(.phrase(aliases(frameworks)), basis: frameworks)
  }

  private func aliases(_ frameworks: [Row]) -> String {
    listed(frameworks.map { register.view($0, as: Framework.self).shortName }, upTo: 2)
  }

  private func afterwards(_ line: Line) -> String {
    let part = line.evidence.isInPart ? "kept in part" : "kept"
    switch line.outcome {
    case .lost: return line.isByStandards ? "lost, by standards alone" : "lost"
    case .notKnown:
      return line.unread.isEmpty
        ? "not known" : "not known of \(aliases(line.unread))"
    case .kept:
      if line.comes { return line.stays.isEmpty ? "kept, by what comes" : "kept, by both" }
      return "\(part), by what stays"
    }
  }

  static let method = [
    "Saved: the inspections under the frameworks that go, which took place in these areas in this "
      + "time, less those that would have come: one for each area and so many months.",
    "Staff-days saved, low: the least of what goes less the most of what comes; high the other way "
      + "round.",
    "Break-even: days of what goes a year, by days of one that comes; the middle figures for "
      + "staff-days.",
    "Looked at: what a framework's standards name, what its reports judge, and the criteria that "
      + "\(FrameworkSupport.fewest.passages) findings from "
      + "\(FrameworkSupport.fewest.inspections) of its inspections support.",
    "Kept: what comes judges by it, or a framework that stays looks at it. Lost: only what goes "
      + "looks at it, and it is known what every framework that stays looks at. Else not known. In "
      + "part: a standard is about a part of it.",
    "An agency is in scope of an inspection where its inspectorate took part.",
  ]

  var gaps: [String] {
    var gaps: [String] = []
    if let lastKnown, let horizon, let last = lastKnown.lastDay.ordinal {
      gaps.append(
        horizon.upperBound > last
          ? "The register has no inspection under the frameworks that go after \(lastKnown): what "
            + "would have gone later is not counted."
          : "The time is in the past: this is what would have been, not what will be.")
    }
    let unmeasured = removed.filter { $0.workingDays == nil }.count
    if unmeasured > 0 {
      gaps.append(
        "\(counted(unmeasured, "inspection")) that would go with days on site not known.")
    }
    let assumed = removed.filter(\.length.isFromFramework).count
    if assumed > 0 {
      gaps.append(
        "\(counted(assumed, "inspection")) that would go with days on site filled in from the "
          + "framework."
      )
    }
    if agencies.allSatisfy({ $0.savedStaff == nil }) {
      gaps.append("No saving of staff-days can be stated: estimates are missing.")
    }
    if scenario.adds == nil, obstacle == nil {
      gaps.append("Nothing comes: nobody would find what the removed inspections found.")
    }
    gaps.append(
      "What a framework looks at is taken from its standards and reports in the register, of all "
        + "areas; one that looks at something has not looked well at it for that.")
    return gaps
  }
}

extension Counterfactual.Line {
  /// Of one type: findings before judgements before standards.
  fileprivate var basis: [Row] {
    [evidence.passages, evidence.judgements, evidence.standards].first { !$0.isEmpty }
      ?? (goes + stays)
  }
}

extension Reach.Subject {
  fileprivate var framework: Row? { if case .framework(let row) = self { row } else { nil } }

  fileprivate var row: Row? {
    switch self {
    case .aspect: nil
    case .standard(let row), .framework(let row), .criterion(let row): row
    }
  }
}

extension Counterfactual.Coverage {
  /// What is lost first, then what is not known, then how much is kept.
  func sentence(in register: Register) -> String {
    guard !lines.isEmpty else {
      return "Nothing is known of what the frameworks look at, so coverage kept is not known."
    }
    func names(_ lines: [Counterfactual.Line]) -> String { Self.names(lines, in: register) }
    let (sure, unsure) = (
      lost.filter { !$0.isByStandards }, lost.filter(\.isByStandards)
    )
    return [
      sure.isEmpty
        ? nil
        : "Lost, as far as standards and reports show, since only what goes looks at it: "
          + "\(names(sure)).",
      unsure.isEmpty
        ? nil
        : "Lost by the standards of what stays, of which no report is coded: \(names(unsure)).",
      notKnown.isEmpty ? nil : "Not known: \(names(notKnown)).",
      kept.isEmpty ? "Nothing is known to be kept." : "Kept: \(names(kept)).",
    ].compactMap(\.self).joined(separator: " ")
  }

  /// `care leavers, I3, what Monitoring visit and Youth justice look at`.
  static func names(_ lines: [Counterfactual.Line], in register: Register) -> String {
    let unknown = lines.compactMap(\.subject.framework)
    let others = lines.filter { $0.subject.framework == nil }
      .map { line in
        let isInPart = line.outcome == .kept && line.evidence.isInPart
        return line.subject.name(in: register) + (isInPart ? " (in part)" : "")
      }
    guard !unknown.isEmpty else { return listed(others, upTo: 12) }
    let frameworks = unknown.map { register.view($0, as: Framework.self).shortName }
    let last =
      frameworks.count == 1
      ? "what \(frameworks[0]) looks at" : "what \(listed(frameworks, upTo: 5)) look at"
    return listed(others + [last], upTo: 12)
  }
}
