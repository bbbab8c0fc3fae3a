import ArgumentParser
import InspectionAnalysis
import InspectionModel
import InspectionOperations
import InspectionStore

/// A change made from the command line: one at a time, each in its turn to write the register,
/// which may be open on a screen.
enum RegisterEdit {
  /// How long a command waits for another jointview to be done with the register, in seconds.
  private static let patience = 10

  /// Opens a register to change it: for a moment, beside whoever has it open; or for as long as one
  /// likes, once nobody else has it.
  static func open(
    _ path: String, _ places: Places, briefly isBrief: Bool = true
  ) throws -> RegisterStore.Opened {
    try refuseFixed(path)
    let opened = try RegisterPath.open(path, places, waitingUpTo: patience, briefly: isBrief)
    if case .readOnly(let reason) = opened.store.file.access {
      throw Failure("\(path) cannot be changed: \(reason)")
    }
    return opened
  }

  /// Says of a register that cannot be changed, before it is read: that might wait for whoever
  /// writes to it.
  private static func refuseFixed(_ path: String) throws(Failure) {
    let why =
      Files.isStream(path)
      ? "it is not an ordinary file"
      : Files.exists(path) && !Files.isWritable(path) ? "you may not write it" : nil
    if let why { throw Failure("\(path) cannot be changed: \(why)") }
  }

  /// Asks what an act of the field would do to a register, and makes that; or only says what it
  /// would do.
  ///
  /// - Returns: what was made, or would be.
  static func make(_ operation: any Operation, _ options: EditOptions) throws -> Proposal {
    let places = Places()
    var author = try places.author()
    if options.isDry {
      if let path = options.register ?? places.ownRegister { try refuseFixed(path) }
      let whole = try ShownRegister.open(options.register).whole
      let proposal = try visibleProposal(of: operation, for: whole, by: &author)
      try Output.write(proposal.preview)
      return proposal
    }
    var opened = try open(try RegisterPath.resolve(options.register, places), places)
    defer { opened.store.close() }
    let made = try opened.makeVisible(operation, by: &author)
    try opened.finish()
    for note in made.notes { Output.note(note.description) }
    return made
  }

  /// What an act would do, for somebody who may not see everything: no more than on a screen does a
  /// command tell or change what a blind pass hides. What the register would refuse is refused.
  fileprivate static func visibleProposal(
    of operation: any Operation, for whole: Register, by author: inout Author
  ) throws -> Proposal {
    let blinding = Blinding(for: author.name, in: whole)
    let seen = blinding.applied(to: whole)
    let proposal = try proposal(of: operation, for: seen, by: &author)
    try refuse(proposal.change, in: seen)
    if let hidden = blinding.sentence {
      if blinding.hides(proposal.change, in: whole) { throw Failure(Refusal.hidden(hidden)) }
      // It may be what is not seen that stands in the way.
      do { try refuse(proposal.change, in: whole) } catch { throw Failure(Refusal.hidden(hidden)) }
    }
    return proposal
  }

  private static func refuse(_ change: Change, in register: Register) throws(Failure) {
    var trial = register
    do throws(EditProblem) { try trial.apply(change) } catch { throw Failure(Refusal.edit(error)) }
  }

  /// What an act would do.
  static func proposal(
    of operation: any Operation, for register: Register, by author: inout Author
  ) throws(Failure) -> Proposal {
    let proposal: Proposal
    do throws(Refusal) {
      proposal = try operation.proposal(for: register, by: &author)
    } catch {
      throw Failure(error)
    }
    if let (field, scalar) = proposal.change.broughtUnseen {
      throw Failure("\(field) would hold \(scalar.codeName), which nobody sees", .usage)
    }
    return proposal
  }
}

/// The register that a command changes, and whether it does.
struct EditOptions: ParsableArguments {
  @Flag(name: .customLong("dry-run"), help: "Say what would change, and change nothing.")
  var isDry = false

  @OptionGroup var options: RegisterOptions

  var register: String? { options.register }
}

extension Proposal {
  /// What it would do, a line each: `criterion I4: 1 new, 1 changed, 0 removed`.
  fileprivate var preview: String {
    let counts = counts
    let sum = "\(counts.new) new, \(counts.changed) changed, \(counts.removed) removed"
    return (["\(change.summary): \(sum)"] + notes.map(\.description)).joined(separator: "\n") + "\n"
  }
}

extension RegisterStore.Opened {
  /// Asks what an act would do, makes that and keeps it.
  ///
  /// - Returns: what was made.
  mutating func make(_ operation: any Operation, by author: inout Author) throws -> Proposal {
    let proposal = try RegisterEdit.proposal(of: operation, for: register, by: &author)
    try make(proposal.change, by: author.name)
    return proposal
  }

  /// The same for somebody who may not see everything: refused if it bears on what is hidden.
  mutating func makeVisible(_ operation: any Operation, by author: inout Author) throws -> Proposal
  {
    let proposal = try RegisterEdit.visibleProposal(of: operation, for: register, by: &author)
    try make(proposal.change, by: author.name)
    return proposal
  }

  /// Writes the file, says what is to be said of it, and puts down what was done.
  mutating func finish() throws {
    try save()
    for note in notes { Output.note(note.sentence) }
    writeTrail()
  }

  /// Makes a change and keeps it. What cannot be kept is nowhere afterwards, nor what was made
  /// before it.
  private mutating func make(_ change: Change, by who: String) throws {
    if change.edits.isEmpty { return }
    do {
      try register.apply(change)
      try store.keep(.now(change, by: who), register)
      // What somebody was typing when the program was killed is still theirs to finish.
      if let draft { try store.keep(draft) }
    } catch {
      try withdraw(because: "\(error)")
    }
  }

  /// Writes the file, if there is anything to write. What was made and cannot be saved is nowhere
  /// afterwards, so that whoever repeats the command has it once.
  mutating func save() throws {
    if store.unsaved.isEmpty { return }
    do {
      try store.save(register).sayNotes()
    } catch {
      try withdraw(because: "\(error)")
    }
  }

  /// Puts down what was done; says on standard error if it could not be. The next start tries
  /// again.
  mutating func writeTrail() {
    do { try store.writeTrail() } catch { Output.note("done, but not in the trail: \(error)") }
  }

  /// Throws what became of the changes of this command, unless they came about after all.
  mutating func withdraw(because problem: String) throws {
    switch store.withdraw() {
    case .done:
      throw Failure("not saved, and nothing has changed: \(problem)")
    case .inRegister:
      Output.note("saved, but the disk has not confirmed that it will last: \(problem)")
    case .halfWritten:
      throw Failure("do not repeat this: \(problem)")
    case .failed(let other):
      throw Failure(
        "not saved: \(problem); nor could it be taken out of the journal again: \(other); "
          + "check whether the next start makes it before you repeat this")
    }
  }
}
