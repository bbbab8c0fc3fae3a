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
  func joined() -> ReadRegister {
    var joined = RegisterReader.readAsItStands(RecBytes(sides.ours), in: self)
    let change = change(to: joined.register)
    do {
      try joined.register.apply(change)
      try joined.text.apply(change, joined.register)
    } catch {
      // Theirs cannot be joined (it names what ours has removed): the file is shown as it stands.
      return RegisterReader.readAsItStands(document.bytes)
    }
    return joined
  }

  /// What theirs has done since both were one; without that version, all in which theirs differs, with a choice
  /// wherever ours has something of its own.
  private func change(to ours: Register) -> Change {
    let theirs = register(sides.theirs)
    let note = "git: \(sides.theirName)"
    if let base = sides.base.map(register),
      let change = try? Reconciliation(ours, former: theirs, note: note)
        .fitting(Change(note, base.edits(to: theirs)))
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
    return Change(note, edits)
  }

  private func register(_ text: [UInt8]) -> Register {
    RegisterReader.readAsItStands(RecBytes(text)).register
  }

  /// Where a byte of our side stands in the file.
  func offset(_ ours: Int) -> Int { sides.fileOffset(ofOurs: ours) }

  /// The first conflict that ends behind a place of our side: what is chosen about the record there.
  func conflict(near ours: Int) -> Int {
    let place = offset(ours)
    return (sides.ranges.first { $0.upperBound > place } ?? sides.ranges[0]).lowerBound
  }
}

extension ReadRegister {
  /// What a person should know of git's marks in the file, if it has any.
  var noteOnMarks: String? {
    guard let count = marked?.sides.ranges.count else { return nil }
    let choices = register.count(.conflict)
    let conflicts = count == 1 ? "a conflict" : "\(count) conflicts"
    let rest =
      choices == 0 ? "" : "; g x shows \(choices == 1 ? "1 value" : "\(choices) values") to choose"
    return "git left \(conflicts) in the file: both versions are here\(rest)"
  }
}
