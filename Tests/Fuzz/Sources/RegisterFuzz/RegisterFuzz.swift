import Glibc
import InspectionModel
import InspectionStore
import RecText

/// What the fuzzer calls with bytes of its making. A property that does not hold ends the program,
/// and the fuzzer keeps the bytes.
///
/// 1. Any bytes, read and printed, are the same bytes, unless git left its marks in them: then the
///    print has none, and holds the same.
/// 2. An edit of a record that can be edited is there when the print is read again, and nothing
///    else has changed.
/// 3. Undone, it gives the same bytes again.
/// 4. An edit that the text is sure to take, and that a store so puts into the journal first, is
///    not refused.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  var read = RegisterReader.read(RecBytes(bytes))
  if read.isMarked {
    let print = RegisterReader.read(RecBytes(read.text.print()))
    promise(!print.isMarked, "git's marks are in the print")
    promise(
      print.register.holdsTheSame(as: read.register), "without git's marks it reads otherwise")
    _ = read.findings
    return 0
  }
  promise(read.text.print() == bytes, "reading and printing changed the bytes")
  _ = read.findings
  for change in changes(of: read.register, seed: bytes.reduce(count) { $0 &* 31 &+ Int($1) }) {
    check(change, on: &read, bytes)
  }
  return 0
}

/// A few changes that can be made: a new record, in a set of its own if need be, a note on a
/// record, a record removed.
private func changes(of register: Register, seed: Int) -> [Change] {
  let insertions = [RecordType.area, .theme].map { type in
    Change("insert", [.insert(type, [FieldValue(.id, "m"), FieldValue(.name, "New\nname")])])
  }
  let rows = [RecordType.inspection, .contribution, .area].flatMap { register.rows($0) }
  guard !rows.isEmpty else { return insertions }
  let row = rows[Int(UInt(bitPattern: seed) % UInt(rows.count))]
  let record = register[row]
  let field: Field = row.type == .area ? .name : .note
  let texts = ["plain", "two\nlines", "ends in \\", "\\\n\n+ x", " blank ", "# no comment"]
  let text = texts[Int(UInt(bitPattern: seed) % UInt(texts.count))]
  return insertions + [
    Change(
      "set", [.set(row.type, key: record.key, field, from: record.texts(field), to: [text])]),
    Change("remove", [.remove(row.type, record.values)]),
  ]
}

private func check(_ change: Change, on read: inout ReadRegister, _ bytes: [UInt8]) {
  do {
    try read.register.apply(change)
  } catch {
    // A refusal must leave everything as it was; the prints below see to it.
    promise(read.text.print() == bytes, "a refused change was written")
    return
  }
  // As a store does: what the journal cannot hold is not written either.
  guard let entry = try? ChangeText.encode(change) else {
    return undo(change, in: &read.register)
  }
  promise(ChangeText.decode(entry) == change, "the journal reads otherwise")
  let isSure = read.text.surelyTakes(change, read.register)
  do {
    try read.text.apply(change, read.register)
  } catch {
    promise(!isSure, "a change that was sure to be taken is refused: \(error)")
    undo(change, in: &read.register)
    return
  }
  let again = RegisterReader.read(RecBytes(read.text.print()))
  promise(again.register.holdsTheSame(as: read.register), "the print reads otherwise")
  undo(change, in: &read.register)
  do {
    try read.text.apply(change.inverse, read.register)
  } catch {
    broken("a change that was written cannot be taken back: \(error)")
  }
  promise(read.text.print() == bytes, "undone, the bytes are others")
}

private func undo(_ change: Change, in register: inout Register) {
  do {
    try register.apply(change.inverse)
  } catch {
    broken("a change that was made cannot be taken back: \(error)")
  }
}

/// Ends the program in words that an optimised build keeps.
private func promise(_ holds: Bool, _ words: String) {
  if !holds { broken(words) }
}

private func broken(_ words: String) -> Never {
  var line = "broken: \(words)\n"
  line.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
  abort()
}
