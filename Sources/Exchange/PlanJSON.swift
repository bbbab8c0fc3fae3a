import InspectionModel
public import InspectionOperations

/// The plan of a table as JSON, and what was chosen in it.
public enum PlanJSON {
  /// All of some plans, each an object. Somebody writes a choice beside each of its `decisions`,
  /// and gives it back.
  ///
  /// - Parameter isWritten: whether they were carried out.
  public static func json(_ plans: [TablePlan], isWritten: Bool = false) -> JSON {
    .array(plans.map { json($0, isWritten) })
  }

  private static func json(_ plan: TablePlan, _ isWritten: Bool) -> JSON {
    let table = plan.table
    return [
      "file": .string(table.file), "sheet": .known(table.sheet),
      "kind": .string(table.kind.rawValue),
      "source": .string(table.source), "fingerprint": .string(table.fingerprint),
      "rows": counts(plan),
      "records": .object(
        RecordType.allCases.compactMap { type in
          plan.made[type].map { (type.name, JSON.integer($0)) }
        }),
      "new": .array(plan.added.map { ["record": .string($0.key), "row": .integer($0.row)] }),
      "cells": .array(plan.cells.map { json($0, table) }),
      "refused": .array(plan.refused.map { json($0, table) }),
      "suspicious": .array(plan.suspicious.map { json($0, table) }),
      "unmapped": .array(plan.unmapped.map { json($0, table) }),
      "vanished": [
        "of": plan.lastRows.map(JSON.integer) ?? .null, "rows": .strings(plan.vanished),
      ],
      "needsDecision": .bool(plan.needsDecision),
      "decisions": .array(plan.decisions.map { json($0, table) }),
      "heeded": .integer(plan.heeded), "isWritten": .bool(isWritten),
      "outcome": .string(plan.outcome(isWritten: isWritten)),
    ]
  }

  private static func counts(_ plan: TablePlan) -> JSON {
    let states = TablePlan.RowState.allCases.map { ($0.rawValue, JSON.integer(plan.count($0))) }
    return .object([("all", .integer(plan.rows))] + states)
  }

  private static func place(
    _ row: Int?, _ column: Int?, _ table: TableObservation
  ) -> [(key: String, value: JSON)] {
    [
      ("row", row.map(JSON.integer) ?? .null),
      ("column", column.map { .string(table.columnName($0)) } ?? .null),
    ]
  }

  private static func json(_ cell: TablePlan.CellChange, _ table: TableObservation) -> JSON {
    .object(
      place(cell.row, cell.column, table) + [
        ("type", .string(cell.type.name)), ("record", .string(cell.key)),
        ("field", .string(cell.field.name)), ("old", .string(cell.from)),
        ("new", .string(cell.to)), ("holder", .known(cell.holder)),
      ])
  }

  private static func json(_ remark: TablePlan.Remark, _ table: TableObservation) -> JSON {
    .object(place(remark.row, remark.column, table) + [("reason", .string(remark.sentence))])
  }

  private static func json(
    _ words: TableObservation.Unmapped, _ table: TableObservation
  ) -> JSON {
    .object(
      place(words.firstRow, words.column, table) + [
        ("words", .string(words.words)), ("rows", .integer(words.count)),
      ])
  }

  private static func json(_ decision: TablePlan.Decision, _ table: TableObservation) -> JSON {
    .object(
      [
        ("id", .string(decision.id)), ("about", .string(decision.sentence(table))),
        ("cell", cell(of: decision, table)), ("isNeeded", .bool(decision.isNeeded)),
        ("options", .strings(decision.options)), ("choices", .string(decision.optionWords)),
        ("choice", .known(decision.choice)),
        ("reason", .known(decision.reason)),
      ])
  }

  /// What differs, with its place; null where a decision is not on a cell.
  private static func cell(of decision: TablePlan.Decision, _ table: TableObservation) -> JSON {
    switch decision.subject {
    case .cell(let cell): json(cell, table)
    case .vanished, .area: .null
    }
  }

  // MARK: - Records

  /// The plan of tables of records, as an export has them.
  ///
  /// - Parameter isWritten: whether it was carried out.
  public static func json(_ plan: RecordsPlan, isWritten: Bool = false) -> JSON {
    [
      "folder": .string(plan.name), "tables": .array(plan.tables.map(json)),
      "cells": .array(
        plan.cells.map { cell in
          [
            "file": .known(plan.file(of: cell.type)), "row": .integer(cell.row),
            "type": .string(cell.type.name), "record": .string(cell.key),
            "field": .string(cell.field), "old": .string(cell.from), "new": .string(cell.to),
          ]
        }),
      "remarks": .strings(plan.remarks), "notes": .strings(plan.notes.map(\.description)),
      "edits": .integer(plan.change.edits.count), "isWritten": .bool(isWritten),
    ]
  }

  private static func json(_ table: RecordsPlan.Table) -> JSON {
    let states = TablePlan.RowState.allCases.map { state in
      (state.rawValue, JSON.integer(table.counts[state] ?? 0))
    }
    return [
      "file": .string(table.file), "type": .string(table.type.name),
      "rows": .object([("all", .integer(table.rows))] + states),
      "refused": .array(
        table.refused.map { row, key, sentence in
          ["row": .integer(row), "record": .string(key), "reason": .string(sentence)]
        }),
      "vanished": .strings(table.vanished),
    ]
  }

  // MARK: - Choices

  /// Why a text is no plan with choices.
  public enum Problem: Error, Hashable, Sendable, CustomStringConvertible {
    case notJSON(line: Int)
    /// It has no list of decisions.
    case noDecisions
    /// It is the plan of another file than the one to be imported.
    case otherFile(String)

    public var description: String {
      switch self {
      case .notJSON(let line): "line \(line): this is not JSON"
      case .noDecisions: "it is not a plan: it has no list of decisions"
      case .otherFile(let name): "it is the plan of another file, \(name)"
      }
    }
  }

  /// What was chosen in the plans of some tables, a list for each; decisions that are open still
  /// are left out.
  ///
  /// - Parameter tables: those that are to be imported.
  /// - Throws: why it is no plan of them.
  public static func decisions(
    _ text: String, for tables: [TableObservation]
  ) throws(Problem) -> [[TableDecision]] {
    let json: JSON
    do throws(JSON.Problem) {
      json = try JSON(reading: text)
    } catch {
      throw .notJSON(line: error.line)
    }
    // One of several may be given alone, without its brackets.
    let plans = if case .array(let plans) = json { plans } else { [json] }
    for plan in plans {
      guard case .array? = plan["decisions"] else { throw .noDecisions }
      if !tables.contains(where: { isPlan(plan, of: $0) }) {
        throw .otherFile(plan["file"]?.string ?? "?")
      }
    }
    return tables.map { table in
      plans.filter { isPlan($0, of: table) }.flatMap { plan in
        (plan["decisions"]?.elements ?? []).compactMap(TableDecision.init)
      }
    }
  }

  private static func isPlan(_ plan: JSON, of table: TableObservation) -> Bool {
    guard let fingerprint = plan["fingerprint"]?.string else { return true }
    return fingerprint == table.fingerprint && plan["sheet"]?.string == table.sheet
  }
}

extension TableDecision {
  /// Nil where nothing is chosen.
  fileprivate init?(_ json: JSON) {
    guard let id = json["id"]?.string, let choice = json["choice"]?.string, !choice.isEmpty else {
      return nil
    }
    self.init(id, choice, because: json["reason"]?.string)
  }
}
