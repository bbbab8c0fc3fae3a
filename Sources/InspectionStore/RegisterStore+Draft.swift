public import InspectionModel
import RecText

extension RegisterStore {
  /// Keeps a text that is being typed where a crash cannot reach it; nil where none is any more.
  ///
  /// The last one kept counts until a change is kept: a text that is finished is a change.
  public mutating func keep(_ draft: Draft?) throws(Problem) {
    let lines: [UInt8]
    do throws(RecWriteProblem) {
      lines = try draft.map(DraftText.encode) ?? DraftText.none
    } catch {
      throw .text(error)
    }
    do throws(FileProblem) {
      try file.keepDraft(lines)
    } catch {
      throw .file(error)
    }
  }
}

extension RegisterStore.Opened {
  /// Takes up the text somebody was typing when the last run ended; where there is no record for it
  /// any more, it is kept beside the register.
  mutating func recover(draft lines: [UInt8]) {
    if let found = DraftText.decode(lines), register.row(found.type, key: found.key) != nil {
      draft = found
    } else if let path = try? store.file.keepBeside(lines, as: .draft) {
      notes.append(.lostDraft(kept: path))
    }
  }
}
