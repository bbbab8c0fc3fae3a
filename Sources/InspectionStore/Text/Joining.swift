import InspectionModel
import RecText

/// Another version of a register that goes into ours: what only one has is in both, and of what
/// both have otherwise, one stands with the other in a conflict beside it.
struct Joining {
  let ours: ReadRegister
  let theirs: ReadRegister
  /// What both once were; nil where nobody knows: then ours stands.
  let base: Register?
  /// What the conflicts say of where theirs comes from.
  let note: String
  var winner = Reconciliation.Winner.register

  struct Joined {
    let read: ReadRegister
    /// What was made of ours.
    let change: Change
    /// What it was printed as, and what a reader sees in that.
    let text: [UInt8]
    let print: ReadRegister
  }

  /// Nil where they cannot be one: a value of theirs cannot be written, or a record of ours not be
  /// changed. O(bytes).
  func joined() -> Joined? {
    var read = ours
    let change = change
    do {
      try read.register.apply(change)
      try read.text.apply(change, read.register)
    } catch {
      return nil
    }
    let text = read.text.print()
    let print = RegisterReader.readAsItStands(RecBytes(text))
    let isWhole =
      MarkedFile(print.text.document) == nil && print.register.holdsTheSame(as: read.register)
    return isWhole ? Joined(read: read, change: change, text: text, print: print) : nil
  }

  /// What theirs has done since both were one; where nobody knows that, all in which theirs
  /// differs, with a choice wherever ours has something of its own.
  ///
  /// It is a restoring change: values that do not fit are taken as they are, as on our side.
  private var change: Change {
    if let base,
      let change = try? Reconciliation(
        ours.register, former: theirs.register, base: base, note: note, winner: winner
      ).merging(since: base)
    {
      return change
    }
    let edits = ours.register.edits(to: theirs.register).compactMap { edit -> Edit? in
      switch edit {
      case .insert, .setUnknown: edit
      // Without their common version nobody knows whether theirs removed it or ours added it.
      case .remove: nil
      case .set(let type, let key, let field, _, let to):
        Conflict.edit(on: type, key: key, field, other: to, because: note, in: ours.register)
      }
    }
    return Change(note, edits, isRestoring: true)
  }
}
