import InspectionModel
public import InspectionOperations

/// The plan of a table as JSON, and what was chosen in it.
public enum PlanJSON {
  /// All of a plan. Somebody writes a choice beside each of its `decisions`, and gives it back.
  public static func json(_ plan: TablePlan) -> JSON {
    let table = plan.table
    return [
      "file": .string(table.file), "kind": .string(table.kind.rawValue),
      "source": .string(table.source), "fingerprint": .string(table.fingerprint),
      "rows": counts(plan),
      "records": .object(
        RecordType.allCases.compactMap { type in
          plan.made[type].map { (type.name, JSON.integer($0)) }
        }),
      "cells": .array(plan.cells.map { json($0, table) }),
      "refused": .array(plan.refused.map { json($0, table) }),
      "suspicious": .array(plan.suspicious.map { json($0, table) }),
      "unmapped": .array(plan.unmapped.map { json($0, table) }),
      "vanished": [
        "of": plan.lastRows.map(JSON.integer) ?? .null, "rows": .strings(plan.vanished),
      ],
      "needsDecision": .bool(plan.needsDecision),
      "decisions": .array(plan.decisions.map { json($0, table) }),
      "heeded": .integer(plan.heeded), "outcome": .string(plan.outcome),
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
        ("new", .string(cell.to)),
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
        ("id", .string(decision.id)), ("about", .string(decision.words(table))),
        ("cell", cell(of: decision, table)), ("isNeeded", .bool(decision.isNeeded)),
        ("options", .strings(decision.options)), ("choice", .known(decision.choice)),
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
      case .noDecisions: "it has no list of decisions; it is no plan"
      case .otherFile(let name): "it is the plan of another file, \(name)"
      }
    }
  }

  /// What was chosen in a plan; decisions that are open still are left out.
  ///
  /// - Parameter fingerprint: of the file that is to be imported.
  /// - Throws: why it is no plan of that file.
  public static func decisions(
    _ text: String, for fingerprint: String
  ) throws(Problem) -> [TableDecision] {
    let plan: JSON
    do throws(JSON.Problem) {
      plan = try JSON(reading: text)
    } catch {
      throw .notJSON(line: error.line)
    }
    guard case .array(let decisions)? = plan["decisions"] else { throw .noDecisions }
    if let other = plan["fingerprint"]?.string, other != fingerprint {
      throw .otherFile(plan["file"]?.string ?? other)
    }
    return decisions.compactMap { decision in
      guard let id = decision["id"]?.string, let choice = decision["choice"]?.string,
        !choice.isEmpty
      else { return nil }
      return TableDecision(id, choice, because: decision["reason"]?.string)
    }
  }
}
