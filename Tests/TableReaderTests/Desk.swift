import BuiltIn
import InspectionModel
import InspectionOperations
import InspectionStore
import RecText
import TableReader

/// A register, and somebody who imports tables into it.
struct Desk {
  var register: Register
  var author: Author

  init(_ text: String) { self.init(Array(text.utf8)) }

  private init(_ bytes: [UInt8]) {
    guard let day = Day(iso: "2026-11-29") else { preconditionFailure("no day") }
    author = Author("ada", on: day, keys: SplitMix(seed: 7))
    register = RegisterReader.read(RecBytes(bytes)).register
  }

  /// The starter register.
  static var starter: Desk {
    Desk(
      Array(
        UnsafeBufferPointer(start: builtin_starter_register, count: builtin_starter_register_count))
    )
  }

  mutating func plan(
    _ table: TableObservation, _ decisions: [TableDecision] = []
  ) -> TablePlan {
    ImportTable(table, deciding: decisions).plan(for: register, by: &author)
  }

  mutating func plan(_ text: String, _ decisions: [TableDecision] = []) throws -> TablePlan {
    try plan(TableFile.read(Array(text.utf8), named: "t.csv"), decisions)
  }

  /// Plans and writes.
  @discardableResult
  mutating func run(_ text: String, _ decisions: [TableDecision] = []) throws -> TablePlan {
    let plan = try plan(text, decisions)
    try register.apply(plan.change)
    return plan
  }

  /// Another day.
  mutating func wait(until day: String) {
    guard let day = Day(iso: day) else { preconditionFailure("no day") }
    author = Author(author.name, on: day, keys: author.keys)
  }

  func text(_ type: RecordType, _ key: String, _ field: Field) -> String? {
    register.row(type, key: key).flatMap { register[$0].text(field) }
  }

  func texts(_ type: RecordType, _ key: String, _ field: Field) -> [String] {
    register.row(type, key: key).map { register[$0].texts(field) } ?? []
  }
}
