public import InspectionModel
import RecText

/// What another program did to the file of a register that is open.
public enum OutsideReport: Sendable {
  /// It wrote the file: what it wrote, with the changes made here on top, which are still to be saved.
  case changed(Register, [Diagnostic], note: String)
  /// It removed the file.
  case removed
}

extension RegisterStore {
  /// Takes over what another program wrote since the file was last read, if anything; nothing is written.
  public mutating func takeOverOutside() throws(Problem) -> OutsideReport? {
    let theirs: OutsideVersion?
    do throws(FileProblem) {
      theirs = try file.outsideVersion()
    } catch {
      throw .file(error)
    }
    guard let theirs else { return nil }
    guard let bytes = theirs.bytes else { return .removed }
    let merged = mine(on: bytes)
    let note = try adopt(theirs, merged)
    return .changed(merged.read.register, merged.read.findings, note: note)
  }

  /// Another's version with the changes of this run, and those of them that do not fit it.
  struct Merged {
    var read: ReadRegister
    var fit: [Change] = []
    var unfit: [Change] = []
  }

  func mine(on bytes: [UInt8]) -> Merged {
    var merged = Merged(read: RegisterReader.read(RecBytes(bytes)))
    for change in unsaved {
      var trial = merged.read
      do {
        try trial.register.apply(change)
        try trial.text.apply(change, trial.register)
        merged.read = trial
        merged.fit.append(change)
      } catch {
        merged.unfit.append(change)
      }
    }
    return merged
  }

  /// Goes on from another's version; changes that do not fit it are put beside the file first.
  ///
  /// - Returns: what happened, in a sentence.
  mutating func adopt(_ theirs: OutsideVersion, _ merged: Merged) throws(Problem) -> String {
    var note = "the file was changed outside"
    if !merged.fit.isEmpty { note += "; \(Self.changes(merged.fit.count)) of yours merged into it" }
    if !merged.unfit.isEmpty {
      let path = try keepBeside(merged.unfit)
      let verb = merged.unfit.count == 1 ? "does" : "do"
      note += "; \(Self.changes(merged.unfit.count)) of yours \(verb) not fit it: kept at \(path)"
    }
    file.adopt(theirs)
    replaceText(by: merged.read.text)
    unsaved = merged.fit
    return note
  }

  private func keepBeside(_ changes: [Change]) throws(Problem) -> String {
    var entries: [[UInt8]] = []
    do throws(RecWriteProblem) {
      for change in changes { entries.append(try ChangeText.encode(change)) }
    } catch {
      throw .text(error)
    }
    do throws(FileProblem) {
      return try keepBeside(entries)
    } catch {
      throw .file(error)
    }
  }

  /// Puts changes that fit no more beside the register, as a save ends the journal they are in.
  ///
  /// - Returns: where they are.
  func keepBeside(_ entries: [[UInt8]]) throws(FileProblem) -> String {
    let bytes = Array(entries.joined(separator: [UInt8(ascii: "\n")]))
    // Named by what it holds, so that the same changes are not kept twice.
    let path = file.path + ".unfit-\(Fingerprint(of: bytes).description.prefix(8))"
    do {
      try file.disk.createFile(path, bytes)
    } catch {
      if !error.isTaken { throw error }
    }
    return path
  }

  static func changes(_ count: Int) -> String { count == 1 ? "1 change" : "\(count) changes" }
}
