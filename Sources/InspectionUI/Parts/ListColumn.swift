import InspectionModel
import TerminalCore

/// A column of a list on the screen: what it says, and how that is coloured.
struct ListColumn: Sendable {
  let column: TableColumn
  let role: @Sendable (Record) -> Role

  var name: String { column.name }
  var title: String { column.heading }

  func text(_ record: Record) -> String { column.text(record) }

  /// Every column that a list of a type can have.
  static func all(of type: RecordType, _ register: Register) -> [ListColumn] {
    type.tableColumns(in: register).map { column in
      ListColumn(column: column, role: roles[type.name + "." + column.name] ?? role(of: column))
    }
  }

  /// What stands in the back of a list is said more quietly.
  private static let quiet: Set = [
    "by", "on", "pass", "note", "published", "judged", "inspectorates", "region", "type", "gss",
    "date", "definition", "written", "review", "day", "id", "source",
  ]

  private static func role(of column: TableColumn) -> @Sendable (Record) -> Role {
    let role: Role = quiet.contains(column.name) ? .dim : .text
    return { _ in role }
  }

  /// Columns whose colour says something, by type and name. Their words say it, too.
  private static let roles: [String: @Sendable (Record) -> Role] = [
    "Area.name": { Area($0).to == nil ? .text : .dim },
    "Area.years": { _ in .chart },
    "Inspection.priority": { Inspection($0).hasPriorityAction == true ? .shortfall : .dim },
    "Inspection.grade": { Inspection($0).grade?.role ?? .dim },
    "Passage.passage": { Passage($0).section?.role ?? .text },
    "Passage.coded": { _ in .match },
    "Contribution.direction": { Contribution($0).direction?.role ?? .text },
    "Judgement.judged": { Judgement($0).grade?.role ?? .dim },
    "Judgement.grade": { Judgement($0).grade?.role ?? .dim },
    "Judgement.words": { _ in .dim },
    "Criterion.name": { Criterion($0).status == nil ? .text : .dim },
    "Criterion.status": { _ in .mixed },
    "Problem.kind": { $0.text(.kind) == "warning" ? .mixed : .shortfall },
  ]
}

extension Grade {
  /// How a grade is coloured; its word stands there too.
  var role: Role {
    switch self {
    case .outstanding, .good, .typicallyPositive: .strength
    case .requiresImprovement, .adequate, .inconsistent: .mixed
    case .inadequate, .systemicFailings: .shortfall
    }
  }
}

extension Judged {
  var role: Role { grade?.role ?? .dim }
}

extension SectionKind {
  /// How a section is coloured; its letter stands beside it.
  var role: Role {
    switch self {
    case .strength: .strength
    case .improvement, .areaForImprovement: .mixed
    case .priorityAction: .shortfall
    case .experience, .recommendation, .finding, .caseStudy, .headline, .mainFinding, .nextSteps,
      .context, .other:
      .dim
    }
  }
}
