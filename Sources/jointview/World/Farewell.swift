import InspectionModel
import InspectionStore

/// What is to be said once a session is over: what came up while it ended, and what of it is not in
/// the register.
struct Farewell {
  /// The register, as it was named.
  let path: String
  /// In sentences.
  var notes: [String] = []
  var leftover = Leftover()
  /// A text that was being typed, and whether the journal has it.
  var draft: (draft: Draft, isKept: Bool)?

  init(_ path: String) { self.path = path }

  /// Whether all that was changed and typed is in the register.
  var isComplete: Bool { leftover.isNothing && draft == nil }

  /// Says it on standard error; what is kept nowhere else is printed there.
  func say() {
    for note in notes { Output.note(note) }
    if leftover.isFileGone {
      tell("another program has removed or emptied it, and it is not written again")
    }
    if leftover.journalled > 0 {
      let (are, them) = leftover.journalled == 1 ? ("is", "it") : ("are", "them")
      tell(
        "\(changes(leftover.journalled)) \(are) in the journal; the next start makes \(them) again")
    }
    if let beside = leftover.stopped { tell("\(changes(beside.count)) kept at \(beside.path)") }
    for beside in leftover.unfit {
      tell("\(changes(beside.count)) that did not fit it kept at \(beside.path)")
    }
    if !leftover.lost.isEmpty {
      // A disk that fails may have taken them all the same.
      tell("\(changes(leftover.lost.count)) may not be kept anywhere but here:")
      show(leftover.lost)
    }
    sayDraft()
  }

  private func sayDraft() {
    guard let (draft, isKept) = draft else { return }
    if isKept {
      return tell("what was being typed is in the journal; the next start goes on with it")
    }
    tell("what was being typed may not be kept anywhere but here:")
    show([Leftover.text(of: draft)])
  }

  private func tell(_ what: String) { Output.note("\(path) is not fully saved: \(what)") }

  private func show(_ records: [[UInt8]]) {
    let text = records.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
    Output.error("\n" + text.printableLines + "\n")
  }

  private func changes(_ count: Int) -> String { count == 1 ? "1 change" : "\(count) changes" }
}
