public import InspectionModel
import RecText

/// What another program did to the file of a register that is open.
public enum OutsideReport: Sendable {
  /// It wrote the file: what it wrote, with the changes made here on top, which are still to be
  /// saved.
  case changed(Register, [Diagnostic], [RegisterNote])
  /// It removed the file.
  case removed
  /// It left nothing in the file.
  case emptied
  /// The file holds again what it held before that.
  case back
}

extension RegisterStore {
  /// Takes over what another program wrote since the file was last read, if anything; nothing is
  /// written. While a save is under way that is left to it.
  public mutating func takeOverOutside() throws(Problem) -> OutsideReport? {
    if isSaving { return nil }
    catchUp()
    let theirs: OutsideVersion?
    do throws(FileProblem) {
      try file.tend()
      theirs = try file.outsideVersion()
    } catch {
      throw stopWriting(error)
    }
    guard let theirs else {
      defer { isGone = false }
      return isGone ? .back : nil
    }
    // What is taken for the file stays what was read last: an editor that writes it step by step is
    // about to go on.
    isGone = isEmptied(theirs)
    guard let bytes = theirs.bytes else { return .removed }
    if isGone { return .emptied }
    let merged = mine(on: bytes)
    let notes = try adopt(theirs, merged)
    return .changed(merged.read.register, merged.read.findings, notes)
  }

  /// Whether nothing is left in the file of what the register holds.
  func isEmptied(_ theirs: OutsideVersion) -> Bool {
    let isEmpty =
      theirs.bytes?.allSatisfy { $0 == 0 || Character(UnicodeScalar($0)).isWhitespace } ?? true
    return isEmpty && text.document.bytes.count > 0
  }

  /// Another's version with the changes of this run, and those of them that do not fit it.
  struct Merged {
    var read: ReadRegister
    var fit: [TrailEntry] = []
    var unfit: [TrailEntry] = []
    /// Values that both changed, so that a person must choose.
    var undecided = 0

    /// False where the change does not fit as it is; nothing is changed then.
    mutating func make(_ entry: TrailEntry) -> Bool {
      if entry.change.edits.isEmpty { return true }
      var trial = read
      do {
        try trial.register.apply(entry.change)
        try trial.text.apply(entry.change, trial.register)
      } catch {
        return false
      }
      read = trial
      fit.append(entry)
      return true
    }
  }

  /// The changes made here on top of another's version.
  ///
  /// Where they do not fit as they are, what was done and undone again is left out: it is nobody's
  /// wish any more, and must not stand against what they wrote.
  func mine(on bytes: [UInt8]) -> Merged {
    let all = unfitChanges + unsaved
    let merged = making(all, on: bytes)
    let remaining = all.withoutUndone
    let fits = merged.undecided == 0 && merged.unfit.isEmpty
    return fits || remaining.count == all.count ? merged : making(remaining, on: bytes)
  }

  private func making(_ entries: [TrailEntry], on bytes: [UInt8]) -> Merged {
    var merged = Merged(read: RegisterReader.read(RecBytes(bytes)))
    // Only asked for where something of the record is gone, so only read then.
    lazy var former = asWritten().register
    let choices = merged.read.register.count(.conflict)
    for entry in entries {
      if merged.make(entry) { continue }
      let fitting = try? Reconciliation(
        merged.read.register, former: former, note: "changed in the file meanwhile"
      ).fitting(entry.change)
      if fitting.map({ !merged.make(entry.with($0)) }) ?? true { merged.unfit.append(entry) }
    }
    merged.undecided = merged.read.register.count(.conflict) - choices
    return merged
  }

  /// Goes on from another's version; changes that do not fit it are put beside the file first.
  ///
  /// - Returns: what happened.
  mutating func adopt(
    _ theirs: OutsideVersion, _ merged: Merged
  ) throws(Problem) -> [RegisterNote] {
    var notes = [RegisterNote.changedOutside(merged: merged.fit.count)]
    if merged.undecided > 0 { notes.append(.undecided(merged.undecided)) }
    if let marks = merged.read.noteOnMarks(isNews: false) { notes.append(marks) }
    let former = unfitChangesPath
    unfitChangesPath = merged.unfit.isEmpty ? nil : try keepBeside(merged.unfit, as: .unfit)
    if let path = unfitChangesPath { notes.append(.unfit(merged.unfit.count, kept: path)) }
    file.adopt(theirs)
    replaceText(by: merged.read.text)
    marked = merged.read.marked?.document.bytes
    (unsaved, unfitChanges) = (merged.fit, merged.unfit)
    // They are among the unsaved again, in the journal or on their way into the file.
    if let former, former != unfitChangesPath { try? file.disk.unlink(former) }
    return notes
  }

  func keepBeside(_ entries: [TrailEntry], as kind: KeptBeside) throws(Problem) -> String {
    var lines: [[UInt8]] = []
    do throws(RecWriteProblem) {
      for entry in entries { lines.append(try TrailText.encode(entry)) }
    } catch {
      throw .text(error)
    }
    do throws(FileProblem) {
      return try keepBeside(lines, as: kind)
    } catch {
      throw .file(error)
    }
  }

  /// Puts changes that fit no more beside the register, as a save ends the journal they are in.
  ///
  /// - Returns: where they are.
  func keepBeside(_ entries: [[UInt8]], as kind: KeptBeside) throws(FileProblem) -> String {
    try file.keepBeside(Array(entries.joined(separator: [UInt8(ascii: "\n")])), as: kind)
  }

  static func changes(_ count: Int) -> String { count == 1 ? "1 change" : "\(count) changes" }
}

/// What is put beside a register for a person to look at; the name of the file says it, and its
/// head.
enum KeptBeside: String {
  /// Changes that do not fit what somebody else has made of the register.
  case unfit
  /// Changes that this program had not saved when another took the register over.
  case unsaved
  /// A text that was being typed, whose record is gone.
  case draft
  /// The register as git left it, with its marks: byte for byte, so without a head.
  case conflict

  /// The first lines of the file, as a comment of rec.
  func head(for register: String) -> String {
    let name = lastName(of: register)
    return switch self {
    case .unfit: "# Changes that no longer fit \(name). Nothing reads this file.\n\n"
    case .unsaved: "# Changes that are not saved in \(name). Nothing reads this file.\n\n"
    case .draft: "# A text that was typed for \(name). Nothing reads this file.\n\n"
    case .conflict: ""
    }
  }
}

extension RegisterFile {
  /// Puts bytes beside the register.
  ///
  /// - Returns: where they are.
  func keepBeside(_ bytes: [UInt8], as kind: KeptBeside) throws(FileProblem) -> String {
    // Named by what it holds, so that the same is not kept twice.
    let mark = Fingerprint(of: bytes).description.prefix(8)
    let path = RegisterPlace.named(path, "\(kind.rawValue)-\(mark)")
    do {
      let head = Array(kind.head(for: self.path).utf8)
      try disk.createFile(path, head + bytes, likeRegister: model)
    } catch {
      if !error.isTaken { throw error }
    }
    return path
  }
}

extension [TrailEntry] {
  /// Without each change that the next one takes back, and that one.
  fileprivate var withoutUndone: [TrailEntry] {
    reduce(into: []) { remaining, entry in
      if let last = remaining.last, entry.change.takesBack(last.change) {
        remaining.removeLast()
      } else {
        remaining.append(entry)
      }
    }
  }
}
