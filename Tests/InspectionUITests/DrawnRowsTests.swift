import Testing

@testable import InspectionModel
@testable import InspectionUI

/// What the rows kept from one frame to the next rely on.
@Suite struct DrawnRowsTests {
  @Test(arguments: RecordType.all.filter { !$0.namesItsLike })
  func `a record's fields show in no other row of its type`(_ type: RecordType) throws {
    let register = Fixture.register
    let rows = register.rows(type)
    for row in rows.prefix(4) {
      let others = rows.filter { $0 != row }
      let before = texts(of: others, in: register)
      for field in type.fields where field.field != .id {
        for values in otherValues(of: field.field, than: row, in: register) {
          var changed = register
          guard let edit = register[row].setting(field.field, to: values),
            (try? changed.apply(Change("set", [edit]))) != nil
          else { continue }
          #expect(texts(of: others, in: changed) == before, "\(field.field.name) of \(row)")
        }
      }
    }
  }

  @Test func `a type whose records name one another is not relied on`() {
    #expect(RecordType.all.filter(\.namesItsLike).contains(.area))
    #expect(!RecordType.contribution.namesItsLike)
  }

  /// Nothing, and what other records of the type have.
  private func otherValues(
    of field: Field, than row: Row, in register: Register
  ) -> [[String]] {
    let all = register.rows(row.type).map { register[$0].texts(field) }
    return [[]] + Set(all).subtracting([register[row].texts(field)]).prefix(3)
  }

  private func texts(of rows: [Row], in register: Register) -> [[String]] {
    guard let type = rows.first?.type else { return [] }
    let columns = ListColumn.all(of: type, register)
    return rows.map { row in
      columns.map { "\($0.text(register[row])) \($0.role(register[row]))" }
    }
  }
}
