import ArgumentParser
import Exchange
import InspectionModel
import InspectionOperations
import InspectionStore
import LetterReader

/// Reads published letters and prints what is in them, or puts it into a register.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Read published letters: PDF files, their text, or folders of them.",
    discussion: """
      Reads as many letters at once as there are processors, and carries on if one cannot be \
      read. Without --into it \
      prints what it found, with page and line and how it is known: stated, from the letter's \
      date, or guessed.

      “jointview help letters” says what the JSON holds.

      After Ctrl-C no more are read; those read so far are printed, or with --into put into the \
      register. A second one ends the program at once.

      Exit code 0 if all were read; 1 if a file could not be read or is not such a letter (the \
      others are still \
      read); 2 for wrong usage.
      """)

  @Argument(help: "Letters, or folders with letters.")
  var files: [String]

  @Option(help: "Put what is found into this register; nothing it already has is overwritten.")
  var into: String?

  @Option(
    name: .shortAndLong,
    help:
      "The register whose names of areas, themes and agencies are used; the starter's if omitted."
  )
  var register: String?

  @Option(help: "How to print it.")
  var format = Format.text

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case rec
  }

  func validate() throws {
    if files.isEmpty { throw ValidationError("name a letter to read") }
  }

  func run() throws {
    let places = Places()
    let interruption = Interruption()
    let stop = interruption.stop
    let failures = try into.map { try put(into: $0, places, until: stop) } ?? show(places, stop)
    interruption.endIfInterrupted()
    if failures > 0 { throw ExitCode(Exit.problems.rawValue) }
  }

  // MARK: - Printing

  private func show(_ places: Places, _ stop: StopSignal) throws -> Int {
    let register = try names(places)
    let batch = LetterBatch(files)
    let items = batch.read(Vocabulary.complete(register), until: stop)
    switch format {
    case .text:
      for item in items {
        if case .success(let letter) = item.letter {
          try Output.write(
            LetterPage(file: LetterImport.fileName(item.path), letter).text)
        }
      }
    case .json:
      try Output.write(JSON.array(items.map(\.json)).text)
    case .rec:
      try Output.write(records(items, register, places))
    }
    return items.complain(left: batch.count - items.count)
  }

  /// The register that gives the names, without inspections, so that a letter is read for itself.
  private func names(_ places: Places) throws -> Register {
    try register.map { try names(in: $0, places) } ?? Starter.register
  }

  private func names(in path: String, _ places: Places) throws -> Register {
    var opened = try RegisterPath.open(path, places)
    opened.store.close()
    return opened.register
  }

  private func records(
    _ items: [LetterBatch.Item], _ register: Register, _ places: Places
  ) throws -> String {
    var author = try places.author()
    let empty = register.withoutInspections
    var records: [(type: RecordType, values: [FieldValue])] = []
    for item in items {
      guard case .success(let letter) = item.letter else { continue }
      let report = letter.observation(from: LetterImport.fileName(item.path))
      let proposal = try ImportReport(report).proposal(for: empty, by: &author)
      for edit in proposal.change.edits {
        if case .insert(let type, let values) = edit { records.append((type, values)) }
      }
    }
    return String(decoding: try RecordsText.print(records), as: UTF8.self)
  }

  // MARK: - Into a register

  private func put(into path: String, _ places: Places, until stop: StopSignal) throws -> Int {
    // Before it is opened to be changed: to read letters takes longer than others should wait.
    let batch = LetterBatch(files)
    let items = batch.read(Vocabulary.complete(try names(in: path, places)), until: stop)
    let filed = try LetterFiling(path: path, places: places).put(items)
    let failures = items.complain(refused: filed.refused, left: batch.count - items.count)
    try Output.tell(filed.summary)
    return failures
  }
}
