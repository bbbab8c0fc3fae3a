import InspectionStore
import InspectionUI

extension RegisterNote {
  /// One sentence for a person, without a full stop.
  ///
  /// - Parameter problems: the keys that show what to choose.
  func sentence(_ problems: String) -> String {
    switch self {
    case .recovered(let count): "recovered \(changes(count)) that the last run had not saved"
    case .unfitOfLastRun(let count, let refuge):
      "\(changes(count)) of the last run no longer \(count == 1 ? "fits" : "fit") the file: "
        + "\(refuge.phrase)"
    case .lostDraft(let path):
      "a text that was being typed has lost its record: kept at \(path)"
    case .damagedJournal(let path):
      "a part of the journal was damaged on the disk: what cannot be read is kept at \(path)"
    case .tornJournal(let bytes):
      "the last \(bytes) bytes of the journal were torn and are left out"
    case .strayVersion(let path): "a version that is not in the register is kept at \(path)"
    case .changedOutside(let merged):
      "the file was changed outside"
        + (merged == 0 ? "" : "; \(changes(merged)) of yours merged into it")
    case .unfit(let count, let path):
      "\(changes(count)) of yours \(doNot(count)) fit it: kept at \(path)"
    case .undecided(1): "1 value was changed in both: \(problems) shows the two"
    case .undecided(let count): "\(count) values were changed in both: \(problems) shows them"
    case .madeAgain(let count): "\(changes(count)) of yours made again"
    case .notMadeAgain(let count, let path):
      "\(changes(count)) of yours that no longer fit: kept at \(path)"
    case .gitMarks(let conflicts, let choices, let isNews):
      marks(conflicts, choices, problems)
        + (isNews ? "; a save leaves the marks out, and keeps the file beside" : "")
    case .unjoined:
      "git left two versions in the file that cannot be joined: it is shown as it is, "
        + "and can be changed once that is fixed in an editor"
    case .writtenAtOnce(let path):
      "another program wrote the file in the same moment; its version is kept at \(path)"
    case .writtenAnew(let wasRemoved):
      "the file had been \(wasRemoved ? "removed" : "emptied"); it was written anew"
    case .notSaved(let problem): problem.description
    case .mended(let notice): notice.description
    }
  }

  /// What shows what to choose, for whom no screen is open.
  static let problemsElsewhere =
    Keymap().keys(for: .goProblems) ?? Action.goProblems.spec.name

  /// The same where no screen is open.
  var sentence: String { sentence(Self.problemsElsewhere) }

  private func marks(_ conflicts: Int, _ choices: Int, _ problems: String) -> String {
    let rest =
      choices == 0
      ? "" : "; \(problems) shows \(choices == 1 ? "1 value" : "\(choices) values") to choose"
    return "git left \(conflicts == 1 ? "a conflict" : "\(conflicts) conflicts") in the file: "
      + "both versions are here\(rest)"
  }

  private func changes(_ count: Int) -> String { count == 1 ? "1 change" : "\(count) changes" }
  private func doNot(_ count: Int) -> String { count == 1 ? "does not" : "do not" }
}

extension RegisterNote.Refuge {
  fileprivate var phrase: String {
    switch self {
    case .file(let path): "kept at \(path)"
    case .journal: "in the journal until a save"
    }
  }
}

extension [RegisterNote] {
  /// All of them in one sentence.
  func sentence(_ problems: String) -> String {
    map { $0.sentence(problems) }.joined(separator: "; ")
  }
}

extension SaveReport {
  /// Tells of how a save went where no screen is open.
  func sayNotes() {
    if !notes.isEmpty { Output.note(notes.sentence(RegisterNote.problemsElsewhere)) }
  }
}
