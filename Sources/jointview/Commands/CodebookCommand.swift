import ArgumentParser
import Exchange
import InspectionModel
import InspectionUI

/// The codebook going out and coming in.
struct CodebookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codebook", abstract: "Print the codebook as CSV, or take one in.",
    discussion: """
      The columns are name and description, as programs for qualitative analysis have them, and after them what else a \
      criterion says. --import adds the codes that the register lacks, and gives those of the same name the \
      description of the file; what they said before is kept as a former version.
      """)

  @Option(name: .customLong("import"), help: "A CSV file with the columns name and description.")
  var file: String?

  @Option(
    help: "Why the codebook changes; kept with each former version.", transform: Arguments.text)
  var because: String?

  @OptionGroup var options: RegisterOptions

  func run() throws {
    guard let file else {
      Output.write(CodebookTable.csv(try ShownRegister.open(options.register).register))
      return
    }
    let entries = try read(file)
    let reason = because ?? "taken in from \(LetterImport.fileName(file))"
    var summary = ""
    try RegisterEdit.make(on: options.register) { register in
      let places = Places()
      let change = try CodebookImport.change(
        entries, of: register, because: reason, by: Reviewer.forCommands(places),
        on: Places.today)
      summary = change.summary
      return change
    }
    Output.write(summary + "\n")
  }

  private func read(_ file: String) throws -> [CodebookTable.Entry] {
    switch Files.read(file) {
    case .failure(let problem): throw Failure(problem, .usage)
    case .success(let bytes):
      do throws(CodebookTable.Problem) {
        return try CodebookTable.read(String(decoding: bytes, as: UTF8.self))
      } catch {
        throw Failure("\(file): \(error)")
      }
    }
  }
}

/// A codebook from a file on its way into a register.
enum CodebookImport {
  static func change(
    _ entries: [CodebookTable.Entry], of register: Register, because reason: String,
    by who: String, on today: Day
  ) throws -> Change {
    var (edits, new, redefined) = ([Edit](), 0, 0)
    // Keys are given out one after another, each in a register that has those before.
    var trial = register
    for entry in entries {
      let known = trial.all(Criterion.self).first { $0.status == nil && $0.name == entry.name }
      let change: Change
      if let known {
        guard let words = entry.description, words != known.definition ?? "" else { continue }
        change = Codebook.redefine(
          known, .definition, as: words.isEmpty ? [] : [words], because: reason, by: who, on: today)
        redefined += 1
      } else {
        change = try added(entry, trial, by: who, on: today)
        new += 1
      }
      try trial.apply(change)
      edits += change.edits
    }
    let words = "codebook: \(new) added, \(redefined) redefined"
    return Change(words, edits, why: reason)
  }

  private static func added(
    _ entry: CodebookTable.Entry, _ register: Register, by who: String, on today: Day
  ) throws -> Change {
    guard let key = Codebook.freeKey(in: register) else {
      throw Failure(
        "line \(entry.line): no digit is left for “\(entry.name)”; retire or merge a criterion first"
      )
    }
    let words = entry.description.flatMap { $0.isEmpty ? nil : FieldValue(.definition, $0) }
    let values =
      [FieldValue(.id, key), FieldValue(.name, entry.name)] + [words].compactMap(\.self)
      + [FieldValue(.by, who), FieldValue(.on, today.description)]
    return Change("criterion \(key)", [.insert(.criterion, values)])
  }
}
