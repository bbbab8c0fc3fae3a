import ArgumentParser
import Exchange
import Glibc
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
    let failures = try into.map { try put(into: $0, places) } ?? show(places)
    if failures > 0 { throw ExitCode(Exit.problems.rawValue) }
  }

  // MARK: - Printing

  private func show(_ places: Places) throws -> Int {
    let register = try names(places)
    let items = read(Vocabulary.complete(register))
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
    return complain(items)
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

  private func put(into path: String, _ places: Places) throws -> Int {
    var author = try places.author()
    // Before it is opened to be changed: to read letters takes longer than others should wait.
    let items = read(Vocabulary.complete(try names(in: path, places)))
    var opened = try RegisterEdit.open(path, places)
    defer { opened.store.close() }
    var summaries = ""
    for item in items {
      guard case .success(let report) = item.report else { continue }
      let made = try opened.make(ImportReport(report), by: &author)
      summaries += summary(item.path, made)
    }
    try opened.finish()
    let failures = complain(items)
    try Output.tell(summaries)
    return failures
  }

  private func summary(_ path: String, _ made: Proposal) -> String {
    let notes = made.notes.map { "  check this: \($0)\n" }.joined()
    let (file, key) = (LetterImport.fileName(path), made.shows?.key ?? "")
    return "\(file): \(key): \(made.passageSummary)\n\(notes)"
  }

  // MARK: - Reading

  /// Reads all files; a terminal is told how far it has come.
  private func read(_ vocabulary: Vocabulary) -> [LetterBatch.Item] {
    let batch = LetterBatch(files)
    guard isatty(STDERR_FILENO) == 1, batch.count > 1 else { return batch.read(vocabulary) }
    defer { Output.error("\r\u{1b}[K") }
    return batch.read(vocabulary) { done, all, path in
      Output.error("\r\u{1b}[Kread \(done) of \(all): \(LetterImport.fileName(path))")
    }
  }

  /// Says what could not be read, and how many were; how many could not.
  private func complain(_ items: [LetterBatch.Item]) -> Int {
    var failures = 0
    for item in items {
      guard case .failure(let problem) = item.report else { continue }
      failures += 1
      Output.note(problem.description)
    }
    if items.count > 1 {
      let read = items.count - failures
      Output.error("\(read == 1 ? "1 letter" : "\(read) letters") read, \(failures) not\n")
    }
    return failures
  }
}
