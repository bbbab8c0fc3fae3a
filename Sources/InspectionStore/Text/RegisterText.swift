public import InspectionModel
public import RecText

/// A register's text with the records it holds: which piece of the text each record of the register is.
///
/// Invariant: row n of a type is the record `places[type][n]` of the document; rows of the file come first, in
/// its order. So a change of the register is a change of a few lines of the text, and everything
/// the register does not know (comments, unknown fields and types, odd spelling) stays as it is.
public struct RegisterText: Sendable {
  public private(set) var document: RecDocument
  private var places: [[RecordID]]
  /// How many rows of each type the file gave.
  private let baseCounts: [Int]
  /// The records inserted after one of the file, in the order of their keys.
  private var insertedAfter: [RecordID: [Row]] = [:]

  init(document: RecDocument, places: [[RecordID]]) {
    self.document = document
    self.places = places
    baseCounts = places.map(\.count)
  }

  /// The record in the document that a row stands for.
  func place(of row: Row) -> RecordID { places[Int(row.type.rawValue)][row.number] }

  /// Writes a change into the text. O(edits · log records).
  ///
  /// - Parameter register: the register after the change.
  public mutating func apply(_ change: Change, _ register: Register) throws(RecWriteProblem) {
    var undo: [Undo] = []
    do {
      for edit in change.edits { undo.append(try apply(edit, register)) }
    } catch {
      for step in undo.reversed() { takeBack(step) }
      throw error
    }
  }

  /// The whole text as it now is.
  public func print() -> [UInt8] { document.print() }

  private enum Undo {
    case text(RecFormerText)
    case inserted(RecordID)
    case removed(RecordID)
    case nothing
  }

  private mutating func takeBack(_ step: Undo) {
    switch step {
    case .text(let former): document.restoreText(former)
    case .inserted(let id): document.remove(id)
    case .removed(let id): document.restore(id)
    case .nothing: break
    }
  }

  private mutating func apply(
    _ edit: Edit, _ register: Register
  ) throws(RecWriteProblem) -> Undo {
    guard let row = register.everHeld(edit.type, key: edit.key) else { return .nothing }
    switch edit {
    case .insert(_, let values):
      return try insert(row, values, register)
    case .set(let type, _, let field, _, let to):
      let former = try document.set(
        field.name, to: to, in: place(of: row), order: type.fields.map(\.name))
      return .text(former)
    case .remove:
      document.remove(place(of: row))
      return .removed(place(of: row))
    }
  }

  /// A record that was there before comes back as it was, comments and all; its fields are then made to fit.
  private mutating func insert(
    _ row: Row, _ values: [FieldValue], _ register: Register
  ) throws(RecWriteProblem) -> Undo {
    let type = Int(row.type.rawValue)
    if row.number < places[type].count {
      let id = places[type][row.number]
      document.restore(id)
      for spec in row.type.fields {
        let wanted = values.filter { $0.field == spec.field }.map(\.value)
        guard document.record(id)?.values(of: spec.name) != wanted else { continue }
        try document.set(spec.name, to: wanted, in: id, order: row.type.fields.map(\.name))
      }
      return .inserted(id)
    }
    let fields = row.type.fields.flatMap { spec in
      values.filter { $0.field == spec.field }.map { (name: spec.name, value: $0.value) }
    }
    let id = try document.insert(fields, at: try placeForNew(row, register))
    places[type].append(id)
    return .inserted(id)
  }

  // MARK: - Where new records go

  /// After the last record whose key comes before, so that the records stay in the order of their keys. A file that is
  /// in another order stays in it.
  private mutating func placeForNew(
    _ row: Row, _ register: Register
  ) throws(RecWriteProblem) -> RecPlace {
    let type = row.type
    let set = try setIndex(of: type)
    let before = lastBefore(row, register)
    let anchor = before.map { places[Int(type.rawValue)][$0] } ?? document.sets[set].descriptor
    guard let anchor else { return .endOfSet(set) }
    var siblings = insertedAfter[anchor] ?? []
    let index = siblings.firstIndex { register.comesBefore(row, $0) } ?? siblings.count
    let neighbour = index > 0 ? place(of: siblings[index - 1]) : anchor
    siblings.insert(row, at: index)
    insertedAfter[anchor] = siblings
    return .after(neighbour)
  }

  /// The row of the file that a new one follows, by bisection.
  private func lastBefore(_ row: Row, _ register: Register) -> Int? {
    var low = 0
    var high = baseCounts[Int(row.type.rawValue)]
    while low < high {
      let middle = (low + high) / 2
      if register.comesBefore(Row(type: row.type, number: middle), row) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low > 0 ? low - 1 : nil
  }

  /// The set of a type; one is begun, in its place among the others, where the file has none.
  private mutating func setIndex(of type: RecordType) throws(RecWriteProblem) -> Int {
    if let set = document.sets.last(where: { $0.name == type.name }) { return set.index }
    let earlier = RecordType.allCases.filter { $0.rawValue < type.rawValue }.map(\.name)
    let before = document.sets.last { set in set.name.map(earlier.contains) ?? false }
    let place = before ?? document.sets.last
    _ = try document.insert(SetDescriptor.fields(of: type), at: .endOfSet(place?.index ?? 0))
    return document.sets.count - 1
  }
}
