public import InspectionModel

/// What each framework looks at, as far as there is evidence of it: its standards, what its reports
/// judge, and what is coded in them.
///
/// A standard that is the same as a criterion or broader covers it; a narrower one does in part.
/// Findings cover a criterion as ``FrameworkSupport`` has it, of the reports of one framework. What
/// there is no such evidence of is not known: it is not lost, and it is not kept.
///
/// One pass over standards, judgements and what is coded.
public struct Reach: Sendable {
  /// Something that can be looked at.
  public enum Subject: Hashable, Sendable {
    case aspect(Aspect)
    /// What a standard is about that no criterion and no aspect stands for.
    case standard(Row)
    /// All that a framework looks at, of which there is no evidence.
    case framework(Row)
    case criterion(Row)
  }

  /// What speaks for a framework looking at a subject.
  public struct Evidence: Sendable {
    public internal(set) var standards: [Row] = []
    public internal(set) var passages: [Row] = []
    public internal(set) var judgements: [Row] = []
    /// Whether all there is are standards about a part of it.
    public internal(set) var isInPart = true
  }

  /// By framework.
  public let evidence: [Row: [Subject: Evidence]]
  /// Everything that any framework looks at: what no criterion stands for first.
  public let subjects: [Subject]
  /// The standards and judgements there are, and the reports in which findings are coded.
  public let sources: (standards: Int, judgements: Int, reports: Int)
  /// Frameworks with standards, and with reports that are coded.
  private let hasStandards: Set<Row>
  private let isCoded: Set<Row>
  /// Frameworks with judgements on anything but the whole.
  private let isJudged: Set<Row>

  public init(_ register: Register, _ support: FrameworkSupport) {
    var builder = ReachBuilder(register)
    register.all(Standard.self).forEach { builder.add($0) }
    hasStandards = Set(builder.evidence.keys)
    builder.takeJudgements()
    isJudged = Set(builder.evidence.keys)
    builder.add(support)
    evidence = builder.evidence
    isCoded = Set(
      builder.evidence.filter { $0.value.values.contains { !$0.passages.isEmpty } }.keys)
    subjects = builder.subjects
    sources = (
      register.count(.standard), register.count(.judgement),
      Set(support.lines.flatMap(\.inspections)).count
    )
  }

  /// Whether it is known what a framework looks at, so that what is not among it is not looked at.
  public func isKnown(_ framework: Row, for subject: Subject) -> Bool {
    if hasStandards.contains(framework) || isCoded.contains(framework) { return true }
    switch subject {
    case .aspect, .standard: return isJudged.contains(framework)
    case .criterion, .framework: return false
    }
  }

  /// Whether that is known from its standards alone: none of its reports is coded.
  public func isKnownByStandards(_ framework: Row) -> Bool {
    hasStandards.contains(framework) && !isCoded.contains(framework)
  }

  /// Whether anything at all is known of what a framework looks at.
  public func isKnown(_ framework: Row) -> Bool { !(evidence[framework] ?? [:]).isEmpty }
}

private struct ReachBuilder {
  let register: Register
  var evidence: [Row: [Reach.Subject: Reach.Evidence]] = [:]

  init(_ register: Register) { self.register = register }

  /// A standard with the key of an aspect behind its framework's, as judgements have it, is on that
  /// aspect.
  mutating func add(_ standard: Standard) {
    guard let framework = standard.framework?.row else { return }
    let whole = (standard.same + standard.broader).map(\.row)
    let part = standard.narrower.map(\.row)
    for criterion in whole + part {
      add(standard.row, to: \.standards, .criterion(criterion), framework)
      if whole.contains(criterion) {
        evidence[framework]?[.criterion(criterion)]?.isInPart = false
      }
    }
    guard whole.isEmpty, part.isEmpty else { return }
    let aspect = Aspect(rawValue: String(standard.key.split(separator: "/").last ?? ""))
    for subject in aspect.map(\.subjects) ?? [.standard(standard.row)] {
      add(standard.row, to: \.standards, subject, framework)
      evidence[framework]?[subject]?.isInPart = false
    }
  }

  mutating func takeJudgements() {
    for judgement in register.all(Judgement.self) {
      guard let aspect = judgement.aspect, judgement.reason != .notJudged,
        let inspection = judgement.record.reference(.inspection),
        let framework = register[inspection].reference(.framework)
      else { continue }
      for subject in aspect.subjects {
        add(judgement.row, to: \.judgements, subject, framework)
        evidence[framework]?[subject]?.isInPart = false
      }
    }
  }

  /// The findings that support each criterion, by the framework of their reports.
  mutating func add(_ support: FrameworkSupport) {
    for line in support.lines.prefix(support.inUse) {
      var found: [Row: (passages: [Row], inspections: Set<Row>)] = [:]
      for passage in line.passages {
        guard let inspection = register[passage].reference(.inspection),
          let framework = register[inspection].reference(.framework)
        else { continue }
        found[framework, default: ([], [])].passages.append(passage)
        found[framework]?.inspections.insert(inspection)
      }
      let fewest = FrameworkSupport.fewest
      for (framework, found) in found
      where found.passages.count >= fewest.passages
        && found.inspections.count >= fewest.inspections
      {
        let subject = Reach.Subject.criterion(line.criterion.row)
        evidence[framework, default: [:]][subject, default: Reach.Evidence()].passages =
          found.passages
        evidence[framework]?[subject]?.isInPart = false
      }
    }
  }

  private mutating func add(
    _ row: Row, to list: WritableKeyPath<Reach.Evidence, [Row]>, _ subject: Reach.Subject,
    _ framework: Row
  ) {
    evidence[framework, default: [:]][subject, default: Reach.Evidence()][keyPath: list]
      .append(row)
  }

  /// In the order of the aspects, the standards and the criteria.
  var subjects: [Reach.Subject] {
    let all = evidence.values.reduce(into: Set<Reach.Subject>()) { $0.formUnion($1.keys) }
    return
      (Aspect.allCases.map(Reach.Subject.aspect)
      + register.rows(.standard).map(Reach.Subject.standard)
      + register.rows(.criterion).map(Reach.Subject.criterion)).filter(all.contains)
  }
}

extension Aspect {
  /// What is looked at where it is judged. Of help and protection, leaders and the whole of a
  /// service the criteria and standards tell more.
  fileprivate var subjects: [Reach.Subject] {
    switch self {
    case .overall, .leaders, .helpAndProtection: []
    case .inCareAndCareLeavers: [.aspect(.inCare), .aspect(.careLeavers)]
    case .inCare, .careLeavers, .adoption, .lscb, .send: [.aspect(self)]
    }
  }
}

extension Reach.Subject {
  /// `children in care`, `I3`.
  func name(in register: Register) -> String {
    switch self {
    case .aspect(.inCare): "children in care"
    case .aspect(.lscb): "safeguarding boards"
    case .aspect(.send): "special educational needs"
    case .aspect(let aspect): aspect.name
    case .standard(let row): Self.name(register.view(row))
    case .framework(let row):
      "what \(register.view(row, as: Framework.self).shortName) looks at"
    case .criterion(let row): register[row].key
    }
  }

  /// A name such as “Investigation” says little without whose standard it is.
  private static func name(_ standard: Standard) -> String {
    standard.name + (standard.framework.map { " (\($0.shortName))" } ?? "")
  }

  /// The same with a criterion's name: `I3 Planning`.
  func longName(in register: Register) -> String {
    guard case .criterion(let row) = self else { return name(in: register) }
    return "\(register[row].key) \(register.view(row, as: Criterion.self).name)"
  }
}
