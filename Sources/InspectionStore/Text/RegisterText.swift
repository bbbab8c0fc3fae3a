public import InspectionModel
public import RecText

/// A register's text with the records it holds: which piece of the text each record of the register
/// is.
///
/// Invariant: row n of a type is the record `places[type][n]` of the document as long as there is
/// one, which is for the rows of the file, in its order; the rows inserted since are in `inserted`.
/// So a change of the register is a change of a few lines of the text, and everything the register
/// does not know (comments, unknown fields and types, odd spelling) stays as it is.
public struct RegisterText: Sendable {
  public internal(set) var document: RecDocument
  let places: [RecordRuns]
  /// Not every row of the register need be here: a change that was refused leaves numbers unused.
  private var inserted: [Row: RecordID] = [:]
  /// What the file says in the records that were edited.
  private var originals: [RecordID: Original] = [:]
  /// The records inserted after one of the file, in the order of their keys.
  var insertedAfter: [RecordID: [Row]] = [:]
  /// The names of fields that changes gave to records although no type knows them.
  private var givenUnknown: [RecordID: Set<String>] = [:]
  /// The sets begun since the file was read; the descriptor of each is there for as long as the set
  /// holds a record.
  var begun: [RecSet] = []
  /// What the file's own descriptors demand, by set, as far as an edit has asked for it.
  var rules: [Int: RecRules] = [:]
  /// Whether it takes no change, as git left two versions in the file of which no one can be made.
  var refusesChanges = false

  init(document: RecDocument, places: [RecordRuns]) {
    self.document = document
    self.places = places
  }

  /// The record in the document that a row stands for; nil for one that never came into the text.
  func place(of row: Row) -> RecordID? {
    let places = places[Int(row.type.rawValue)]
    return row.number < places.count ? places[row.number] : inserted[row]
  }

  /// The row that stands for a record of the document; nil where none does. O(log records), for one
  /// that was inserted O(inserted).
  func row(of id: RecordID) -> Row? {
    guard id.index < document.recordCount else { return inserted.first { $0.value == id }?.key }
    guard let type = document.set(of: id)?.name.flatMap(RecordType.init) else { return nil }
    return places[Int(type.rawValue)].row(of: id).map { Row(type: type, number: $0) }
  }

  /// Writes a change into the text, unless it breaks what the file's own descriptors demand.
  /// O(edits · log records).
  ///
  /// - Parameter register: the register after the change.
  public mutating func apply(_ change: Change, _ register: Register) throws(RecWriteProblem) {
    guard !refusesChanges else { throw .unjoinedConflicts }
    var undo: [Undo] = []
    defer { showBegunSets() }
    // What is put back was there before.
    let before = change.isRestoring ? nil : brokenRules(of: change, register)
    do throws(RecWriteProblem) {
      for edit in change.edits { undo.append(try apply(edit, register)) }
      if let before, let kind = Self.broken(from: before, to: brokenRules(of: change, register)) {
        throw RecWriteProblem.breaksRule(kind)
      }
    } catch {
      for step in undo.reversed() { takeBack(step) }
      throw error
    }
  }

  /// Whether it is certain that a change is not refused, so that it may be written later. O(edits).
  ///
  /// So it is where each edit changes a record that is there and can be read whole, or adds one to
  /// a set, and the file's own descriptors demand nothing. What no value may hold, the journal has
  /// refused before.
  public mutating func surelyTakes(_ change: Change, _ register: Register) -> Bool {
    if refusesChanges { return false }
    return change.edits.allSatisfy { edit in
      // Its name may be none.
      if case .setUnknown = edit { return false }
      guard let row = register.everHeld(edit.type, key: edit.key),
        let set = lastSet(of: edit.type), guardedRules(of: set) == nil
      else { return false }
      let place = place(of: row)
      if case .insert = edit { return place == nil }
      return place.map { document.record($0) != nil && !document.isDamaged($0) } ?? false
    }
  }

  /// False for a file that holds something, and no record set that a register has: noise, a letter,
  /// another database.
  public var isRegister: Bool {
    if encoding != nil { return false }
    return document.bytes.count == 0
      || document.sets.contains { set in
        set.name.map { RecordType(name: $0) != nil } ?? false
      }
  }

  /// What the text is, if that is nothing that can be read.
  private var encoding: RecEncoding? { document.problems.first?.encoding }

  /// The end of a sentence on a file that is no register.
  public var whyNoRegister: String {
    encoding?.description ?? "it has no record set such as %rec: Area"
  }

  /// The whole text as it now is. O(bytes).
  public func print() -> [UInt8] { printed.print() }

  /// The document as it is printed.
  var printed: RecDocument {
    var printed = document
    for id in document.edited { printed.allowFields(of: id, and: givenUnknown[id] ?? []) }
    return printed
  }

  /// Whether looking for all that does not go together takes longer than a command should.
  var isLarge: Bool { document.recordCount > 50_000 }

  /// Whether what was not changed is printed byte for byte as it was read, and its values are read
  /// as they stand there.
  var isPrintedAsRead: Bool { document.recordCount > 0 }

  /// Whether the records that changes were about are read again from the printed text as the
  /// register has them, and those beside them as they were. O(changes).
  func readsBack(_ changes: [Change], _ register: Register) -> Bool {
    printed.readsBack
      && changes.flatMap(\.edits).allSatisfy { edit in
        guard let row = register.everHeld(edit.type, key: edit.key), let place = place(of: row)
        else { return false }
        guard register.contains(row) else { return document.record(place) == nil }
        guard let record = document.record(place) else { return false }
        return row.type.fields.allSatisfy {
          record.values(of: $0.name).isSpelled(as: register[row].texts($0.field))
        }
      }
  }

  private struct Original {
    let record: RecRecord
    let text: RecFormerText
  }

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
      guard let place = place(of: row) else { return .nothing }
      return .text(try set(field.name, to: to, of: type, in: place))
    case .setUnknown(let type, let key, let name, let from, let to):
      guard let place = place(of: row) else { return .nothing }
      guard says(name, from, or: to, in: place) else {
        throw .changedMeanwhile("\(name) of \(type.noun.one) \(key)")
      }
      return .text(try setUnknown(name, to: to, of: type, in: place))
    case .remove:
      guard let place = place(of: row) else { return .nothing }
      // Its other lines are nowhere on the screen, so nobody can have meant to remove them.
      guard !document.isDamaged(place) else { throw .damagedRecord(place) }
      document.remove(place)
      return .removed(place)
    }
  }

  /// A record that was there before comes back as it was, comments and all; its fields are then
  /// made to fit.
  private mutating func insert(
    _ row: Row, _ values: [FieldValue], _ register: Register
  ) throws(RecWriteProblem) -> Undo {
    let fields = row.type.fields.flatMap { spec in
      values.filter { $0.field == spec.field }.map { (name: spec.name, value: $0.value) }
    }
    if let place = place(of: row) {
      try restore(row.type, fields, in: place)
      return .inserted(place)
    }
    let id = try document.insert(fields, at: try placeForNew(row, register))
    inserted[row] = id
    return .inserted(id)
  }

  /// Only what differs from the text of the record that comes back is written, so that values no
  /// new record could have are no hindrance.
  private mutating func restore(
    _ type: RecordType, _ fields: [(name: String, value: String)], in place: RecordID
  ) throws(RecWriteProblem) {
    document.restore(place)
    let record = document.record(place)
    let others = type.fields.filter { spec in
      let values = fields.filter { $0.name == spec.name }.map(\.value)
      return record.map { !$0.values(of: spec.name).isSpelled(as: values) } ?? true
    }
    do throws(RecWriteProblem) {
      // Throws before anything is touched where a value cannot be written.
      for field in fields where others.contains(where: { $0.name == field.name }) {
        _ = try RecWriter.encode(field.name, field.value)
      }
      for spec in others {
        let values = fields.filter { $0.name == spec.name }.map(\.value)
        _ = try set(spec.name, to: values, of: type, in: place)
      }
    } catch {
      document.remove(place)
      throw error
    }
  }

  private mutating func setUnknown(
    _ name: String, to values: [String], of type: RecordType, in place: RecordID
  ) throws(RecWriteProblem) -> RecFormerText {
    givenUnknown[place, default: []].insert(name)
    return try set(name, to: values, of: type, in: place)
  }

  /// A record that says again what the file says gets the file's own lines back: undoing everything
  /// gives the very bytes that were read, however they were spelled.
  private mutating func set(
    _ name: String, to values: [String], of type: RecordType, in place: RecordID
  ) throws(RecWriteProblem) -> RecFormerText {
    let before = document.record(place)
    let former = try document.set(
      name, to: values, in: place, order: type.fields.map(\.name))
    if let before, before.fileOffset != nil {
      originals[place] = Original(record: before, text: former)
    } else if let original = originals[place], let now = document.record(place),
      now.says(original.record)
    {
      document.restoreText(original.text)
    }
    return former
  }
}

extension RecRecord {
  /// Whether both have the same values, whatever the order of their fields. O(fields).
  fileprivate func says(_ other: RecRecord) -> Bool {
    let (mine, others) = (valuesByName, other.valuesByName)
    return mine.count == others.count
      && mine.allSatisfy { others[$0.key]?.isSpelled(as: $0.value) ?? false }
  }

  private var valuesByName: [String: [String]] {
    fields.reduce(into: [:]) { $0[$1.name, default: []].append($1.value) }
  }
}
