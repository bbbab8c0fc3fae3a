import InspectionModel
import RecText

/// Three versions of a register's file, or of its trail, made one, as git asks its merge drivers
/// for.
///
/// Whose version is called ours makes no difference but for which of two values stands and which is
/// kept beside it.
public enum RegisterMerge: Sendable {
  /// One file by record and field, and in sentences what a person has yet to see to: values both
  /// have changed, and what does not go together although no line of it met.
  case byRecords([UInt8], open: [String])
  /// Both have changed what no edit of a record says (comments, records of unknown types or without
  /// a key), or the versions cannot be one: only their lines can be merged without losing any, and
  /// with such a base.
  case byLines(base: [UInt8])

  /// - Parameter base: what ours and theirs once both were; empty where each made its own.
  ///
  /// O(bytes + records · log records).
  public init(base: [UInt8], ours: [UInt8], theirs: [UInt8]) {
    if let trail = TrailText.merge(RecBytes(ours), RecBytes(theirs)) {
      self = .byRecords(trail, open: [])
      return
    }
    let read = [base, ours, theirs].map { RegisterReader.read(RecBytes($0)) }
    let versions = ThreeVersions(base: read[0], ours: read[1], theirs: read[2])
    self = versions?.merged ?? .byLines(base: read[0].asBaseOfLines(of: read[1], read[2]) ?? base)
  }
}

/// Three versions of a register's file that can be told record by record.
private struct ThreeVersions {
  private let base: ReadRegister
  private let ours: ReadRegister
  private let theirs: ReadRegister
  private let lines:
    (base: LinesOutsideRegister, ours: LinesOutsideRegister, theirs: LinesOutsideRegister)

  init?(base: ReadRegister, ours: ReadRegister, theirs: ReadRegister) {
    guard let base = base.withoutMarks,
      [ours, theirs].allSatisfy({ !$0.isMarked && $0.isMergeable })
    else { return nil }
    (self.base, self.ours, self.theirs) = (base, ours, theirs)
    lines = (
      LinesOutsideRegister(base.text), LinesOutsideRegister(ours.text),
      LinesOutsideRegister(theirs.text)
    )
  }

  /// The merge in the lines of one version, into which goes what the other has done; nil where
  /// lines would be lost.
  var merged: RegisterMerge? {
    for isOurs in isOursFirst ? [true, false] : [false, true] {
      let (trunk, other) = isOurs ? (ours, theirs) : (theirs, ours)
      let joining = Joining(
        ours: trunk, theirs: other, base: base.register, note: "git merge",
        winner: isOurs ? .register : .change)
      guard let joined = joining.joined(),
        LinesOutsideRegister(joined.print.text).merge(lines.ours, lines.theirs, since: lines.base)
      else { continue }
      return .byRecords(joined.text, open: open(in: joined, other))
    }
    return nil
  }

  /// Whether the merge is rather in our lines: where one version has put its records into another
  /// order, or spells them in another way, it is in the lines of that. Else it makes no difference,
  /// and must make none.
  private var isOursFirst: Bool {
    let (isPlain, isTheirsPlain) = (isAllEdits(ours), isAllEdits(theirs))
    if isPlain != isTheirsPlain { return isTheirsPlain }
    return ours.text.document.bytes.buffer.lexicographicallyPrecedes(
      theirs.text.document.bytes.buffer)
  }

  /// Whether edits of its records make a version from the base to the byte.
  private func isAllEdits(_ version: ReadRegister) -> Bool {
    var made = base
    let change = Change("", made.register.edits(to: version.register), isRestoring: true)
    do {
      try made.register.apply(change)
      try made.text.apply(change, made.register)
    } catch {
      return false
    }
    return made.text.print().elementsEqual(version.text.document.bytes.buffer)
  }

  private func open(in joined: Joining.Joined, _ other: ReadRegister) -> [String] {
    let register = joined.read.register
    let choices = joined.change.edits.compactMap { edit -> Conflict? in
      guard edit.type == .conflict, let row = register.row(.conflict, key: edit.key) else {
        return nil
      }
      let isTheirs = other.register.row(.conflict, key: edit.key)
        .map { other.register[$0].values == register[row].values }
      return isTheirs == true ? nil : register.view(row)
    }
    let known = Set((ours.findings + theirs.findings).map(\.sentence))
    let faults = joined.print.findings.filter {
      $0.row?.type != .conflict && !known.contains($0.sentence)
    }
    return choices.map(\.sentence) + faults.map { "line \($0.line): \($0.sentence)" }
  }
}

extension ReadRegister {
  fileprivate var isMergeable: Bool { text.isRegister && !text.refusesChanges }

  /// What ours and theirs both settled though it was in conflict here reads as neither has it, so
  /// that where their lines are merged, both lines stay; nil where there is none.
  fileprivate func asBaseOfLines(of ours: ReadRegister, _ theirs: ReadRegister) -> [UInt8]? {
    if isMarked { return nil }
    let edits = register.undecided(by: ours.register, theirs.register)
    let change = Change("", edits, isRestoring: true)
    var copy = self
    do {
      try copy.register.apply(change)
      try copy.text.apply(change, copy.register)
    } catch {
      return nil
    }
    return edits.isEmpty ? nil : copy.text.print()
  }

  /// Itself, or where git left conflicts in it, what its versions have both, and in conflict beside
  /// that their values; nil where no record says all in which they differ: which of such lines are
  /// whose, nobody could tell.
  fileprivate var withoutMarks: ReadRegister? {
    guard isMergeable else { return nil }
    guard let marked else { return self }
    let sides = [marked.sides.ours, marked.sides.theirs].map {
      RegisterReader.readAsItStands(RecBytes($0))
    }
    guard LinesOutsideRegister(sides[0].text).counts == LinesOutsideRegister(sides[1].text).counts
    else { return nil }
    // A record of one alone is nobody's, as a value is: who has it keeps it.
    let removals = RecordType.allCases.reversed().filter { $0 != .conflict }.flatMap { type in
      register.rows(type).map { register[$0] }.filter { record in
        !sides.allSatisfy { $0.register.row(type, key: record.key) != nil }
      }.map { Edit.remove(type, $0.values) }
    }
    let change = Change("", removals, isRestoring: true)
    var both = self
    do {
      try both.register.apply(change)
      try both.text.apply(change, both.register)
    } catch {
      return nil
    }
    return RegisterReader.readAsItStands(RecBytes(both.text.print()))
  }
}
