public import InspectionModel

/// What a letter changes in a register.
public struct LetterUpdate: Sendable {
  /// Everything the letter brings; empty where the register has it all.
  public let change: Change
  /// The key of the inspection it is the letter of.
  public let inspection: String
  /// How many passages are new, how many got the text that the register lacked, and how many read otherwise than before.
  public var counts: (new: Int, filled: Int, changed: Int) {
    var counts = (new: 0, filled: 0, changed: 0)
    for edit in change.edits {
      switch edit {
      case .insert(.passage, _): counts.new += 1
      case .set(.passage, _, .text, from: [], _): counts.filled += 1
      case .set(.passage, _, .text, _, _): counts.changed += 1
      default: break
      }
    }
    return counts
  }
  /// What was done, in a few words: `38 new passages, 1 changed`.
  public var summary: String {
    if change.edits.isEmpty { return "nothing new" }
    let counts = counts
    let new = counts.new == 1 ? "1 new passage" : "\(counts.new) new passages"
    let filled = counts.filled == 0 ? "" : ", \(counts.filled) filled with their text"
    return new + filled + (counts.changed == 0 ? "" : ", \(counts.changed) changed")
  }
  /// What a person should look at: facts that the register has otherwise, passages that changed or are gone.
  public let notes: [String]
}

extension Letter {
  /// Where the letter comes from and who puts it in.
  public struct Origin: Sendable {
    let file: String
    let by: String
    let on: Day

    /// A file, read by a person on a day.
    public init(file: String, by: String, on: Day) {
      (self.file, self.by, self.on) = (file, by, on)
    }
  }

  /// What reading this letter into a register does: the inspection's empty fields are filled, and passages that are not
  /// there yet are added; those of which the register has a summary and a fingerprint get their text. Facts the register has are never overwritten; where they differ, a note says so. A passage that reads
  /// otherwise now gets the new text, and what was coded in it is marked suspect. Reading the same letter again changes nothing.
  ///
  /// - Precondition: the document is a letter (``isJTAI``).
  public func update(of register: Register, from origin: Origin) -> LetterUpdate {
    var update = UpdateBuilder(letter: self, register: register, origin: origin)
    return update.build()
  }
}
