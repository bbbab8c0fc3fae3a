import InspectionModel
import RecText

/// Three versions of a register's file, or of its trail, made one, as git asks its merge drivers for.
public enum RegisterMerge: Sendable {
  /// One file by record and field, and in sentences what a person has yet to see to: values both have changed, and what
  /// does not go together although no line of it met.
  case byRecords([UInt8], open: [String])
  /// Theirs has changed what no edit of a record says (comments, records of unknown types or without a key, odd
  /// spellings), or the versions cannot be one: only their lines can be merged without losing any.
  case byLines

  /// - Parameter base: what ours and theirs once both were; empty where each made its own.
  ///
  /// O(bytes + records · log records).
  public init(base: [UInt8], ours: [UInt8], theirs: [UInt8]) {
    if let trail = TrailText.merge(RecBytes(ours), RecBytes(theirs)) {
      self = .byRecords(trail, open: [])
      return
    }
    let base = RegisterReader.read(RecBytes(base))
    let ours = RegisterReader.read(RecBytes(ours))
    let theirs = RegisterReader.read(RecBytes(theirs))
    let joining = Joining(ours: ours, theirs: theirs, base: base.register, note: "git merge")
    guard [base, ours, theirs].allSatisfy(\.isMergeable), Self.isAllRecords(from: base, to: theirs),
      let joined = joining.joined()
    else {
      self = .byLines
      return
    }
    self = .byRecords(joined.text, open: Self.open(in: joined, ours, theirs))
  }

  /// Whether the edits of its records make the whole of one version from the other, in whatever order their lines stand.
  private static func isAllRecords(from base: ReadRegister, to theirs: ReadRegister) -> Bool {
    var base = base
    let change = Change("", base.register.edits(to: theirs.register), isRestoring: true)
    do {
      try base.register.apply(change)
      try base.text.apply(change, base.register)
      return try Tidier(base.text.print()).tidied() == Tidier(theirs.text.print()).tidied()
    } catch {
      return false
    }
  }

  private static func open(
    in joined: Joining.Joined, _ ours: ReadRegister, _ theirs: ReadRegister
  ) -> [String] {
    let register = joined.read.register
    let choices = register.all(Conflict.self).filter { conflict in
      [ours, theirs].allSatisfy { $0.register.row(.conflict, key: conflict.record.key) == nil }
    }
    let known = Set((ours.findings + theirs.findings).map(\.sentence))
    let faults = joined.print.findings.filter {
      $0.row?.type != .conflict && !known.contains($0.sentence)
    }
    return choices.map(\.sentence) + faults.map { "line \($0.line): \($0.sentence)" }
  }
}

extension ReadRegister {
  fileprivate var isMergeable: Bool { text.isRegister && !isMarked && !text.refusesChanges }
}
