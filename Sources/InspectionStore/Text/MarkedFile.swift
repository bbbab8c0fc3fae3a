import InspectionModel
import RecText

/// A register's file in which git left conflicts: both versions in one register, and the file's own lines for what is
/// said of it.
struct MarkedFile: Sendable {
  /// The file as it stands, marks and all.
  let document: RecDocument
  let sides: GitConflicts

  /// Nil where git left nothing, or marks that do not pair.
  init?(_ document: RecDocument) {
    guard document.problems.contains(where: { $0.kind == .gitConflict }),
      let sides = GitConflicts(document.bytes)
    else { return nil }
    (self.document, self.sides) = (document, sides)
  }

  /// Both versions as one register: what only one side has is in it, and of what both have otherwise, ours stands
  /// with theirs in a conflict beside it.
  ///
  /// Where they cannot be one, the file is shown as it stands, and its text takes no change: one might make them one
  /// after all, and the file would be another than the screen.
  func joined() -> ReadRegister {
    let theirs = RegisterReader.readAsItStands(RecBytes(sides.theirs))
    var joined = RegisterReader.readAsItStands(RecBytes(sides.ours), in: self)
    let change = change(to: joined.register, from: theirs.register)
    do {
      try joined.register.apply(change)
      try joined.text.apply(change, joined.register)
    } catch {
      return unjoined
    }
    let print = RegisterReader.readAsItStands(RecBytes(joined.text.print()))
    guard MarkedFile(print.text.document) == nil, print.register.holdsTheSame(as: joined.register)
    else {
      return unjoined
    }
    joined.diagnostics = (joined.diagnostics + misfits(of: change, in: joined, print, theirs))
      .sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    return joined
  }

  /// What theirs brings that does not fit, each where its record stands in the file.
  private func misfits(
    of change: Change, in joined: ReadRegister, _ print: ReadRegister, _ theirs: ReadRegister
  ) -> [Diagnostic] {
    let diagnostics = Diagnostics(text: joined.text, marked: self)
    return print.diagnostics.compactMap { found in
      guard let type = found.row?.type, let key = found.row.map({ print.register[$0].key }),
        change.edits.contains(where: { $0.type == type && $0.key == key }),
        let record = theirs.register.row(type, key: key).flatMap(theirs.text.place),
        let start = theirs.text.document.record(record)?.fileOffset
      else { return nil }
      return diagnostics.diagnostic(
        found.severity, inFile: sides.fileOffset(of: start, in: .theirs), found.sentence,
        joined.register.row(type, key: key))
    }
  }

  private var unjoined: ReadRegister {
    var read = RegisterReader.readAsItStands(document.bytes)
    read.text.refusesChanges = true
    return read
  }

  /// What theirs has done since both were one; without that version, all in which theirs differs, with a choice
  /// wherever ours has something of its own.
  ///
  /// It is a restoring change: values that do not fit are taken as they are, as on our side.
  private func change(to ours: Register, from theirs: Register) -> Change {
    let note = "git: \(sides.theirName)"
    if let base = sides.base.map(register),
      let change = try? Reconciliation(ours, former: theirs, note: note)
        .fitting(Change(note, base.edits(to: theirs), isRestoring: true))
    {
      return change
    }
    let edits = ours.edits(to: theirs).compactMap { edit -> Edit? in
      switch edit {
      case .insert: edit
      // Without their common version nobody knows whether theirs removed it or ours added it.
      case .remove: nil
      case .set(let type, let key, let field, _, let to):
        Conflict.edit(on: type, key: key, field, other: to, because: note, in: ours)
      }
    }
    return Change(note, edits, isRestoring: true)
  }

  private func register(_ text: [UInt8]) -> Register {
    RegisterReader.readAsItStands(RecBytes(text)).register
  }

  /// Where a byte of our side stands in the file.
  func offset(_ ours: Int) -> Int { sides.fileOffset(of: ours, in: .ours) }

  /// The first conflict that ends behind a place of our side: what is chosen about the record there.
  func conflict(near ours: Int) -> Int {
    let place = offset(ours)
    return (sides.ranges.first { $0.upperBound > place } ?? sides.ranges[0]).lowerBound
  }
}

extension ReadRegister {
  /// What a person should know of git's marks in the file, if it has any.
  var noteOnMarks: String? {
    if text.refusesChanges {
      return "git left two versions in the file that do not go together: it is shown as it stands, "
        + "and can be changed once that is mended in an editor"
    }
    guard let count = marked?.sides.ranges.count else { return nil }
    let choices = register.count(.conflict)
    let conflicts = count == 1 ? "a conflict" : "\(count) conflicts"
    let rest =
      choices == 0 ? "" : "; g x shows \(choices == 1 ? "1 value" : "\(choices) values") to choose"
    return "git left \(conflicts) in the file: both versions are here\(rest)"
  }
}
