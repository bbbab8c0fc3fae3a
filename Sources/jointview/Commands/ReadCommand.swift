import ArgumentParser
import Dispatch
import Exchange
import Glibc
import InspectionModel
import InspectionStore
import LetterReader
import Synchronization

/// Reads published letters and prints what is in them, or puts it into a register.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Read published letters: PDF files, their text, or folders of them.",
    discussion: """
      Without --into it prints what it found. JSON is an array with one object a file: file, isJTAI, area, areaCode, \
      framework, theme, themeWords, fieldwork {from, to}, published, inspectorates [], statementDue, statementBy, \
      addressees [{post, body}], sections [{heading, kind, level, page}], passages [{section, index, subheading, \
      page, pageTo, text, agencies []}], problems [{field, message, page, line}].

      Exit code 1 where a file could not be read or is no such letter; the others are read all the same.
      """)

  @Argument(help: "Letters, or folders with letters.")
  var files: [String]

  @Option(help: "Put what is found into this register; what it has already is never overwritten.")
  var into: String?

  @Option(
    name: .shortAndLong,
    help:
      "The register whose names of areas, themes and agencies are used; the starter's if none is named."
  )
  var register: String?

  @Option(help: "text, json or rec.")
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
    let paths = files.flatMap(Self.letters)
    if paths.isEmpty { throw Failure("no letter in \(files.joined(separator: ", "))") }
    let failures = try into.map { try put(paths, into: $0, places) } ?? show(paths, places)
    if failures > 0 { throw ExitCode(Exit.problems.rawValue) }
  }

  /// A file, or the PDF and text files of a folder.
  private static func letters(_ path: String) -> [String] {
    guard Files.isFolder(path) else { return [path] }
    return Files.names(in: path)
      .filter { $0.lowercased().hasSuffix(".pdf") || $0.lowercased().hasSuffix(".txt") }
      .map { "\(path)/\($0)" }
  }

  // MARK: - Printing

  private func show(_ paths: [String], _ places: Places) throws -> Int {
    let register = try names(places)
    let results = read(paths, Vocabulary.complete(register))
    switch format {
    case .text:
      for (path, result) in zip(paths, results) {
        if case .success(let letter) = result {
          Output.write(LetterPage(file: LetterImport.fileName(path), letter).text)
        }
      }
    case .json:
      Output.write(try JSON.text(zip(paths, results).map(report)))
    case .rec:
      Output.write(try records(paths, results, register))
    }
    return complain(zip(paths, results).map(whole))
  }

  /// A letter whose end is missing counts as not read, though what there is of it is printed.
  private func whole(
    _ path: String, _ result: Result<Letter, LetterProblem>
  ) -> Result<Letter, LetterProblem> {
    result.flatMap { $0.isCutOff ? .failure(.cutOff(path)) : .success($0) }
  }

  /// The register that gives the names, without inspections, so that a letter is read for itself.
  private func names(_ places: Places) throws -> Register {
    guard let register else { return Starter.register }
    var opened = try RegisterPath.open(register, places)
    opened.store.close()
    return opened.register
  }

  private func report(_ path: String, _ result: Result<Letter, LetterProblem>) -> LetterReport {
    switch result {
    case .success(let letter): LetterReport(file: path, letter)
    case .failure(let problem): LetterReport(file: path, unread: problem.description)
    }
  }

  private func records(
    _ paths: [String], _ results: [Result<Letter, LetterProblem>], _ register: Register
  ) throws -> String {
    var records: [(type: RecordType, values: [FieldValue])] = []
    for (path, result) in zip(paths, results) {
      guard case .success(let letter) = result else { continue }
      let origin = Letter.Origin(
        file: LetterImport.fileName(path), by: Places().user, on: Places.today)
      for edit in letter.update(of: register.withoutInspections, from: origin).change.edits {
        if case .insert(let type, let values) = edit { records.append((type, values)) }
      }
    }
    return String(decoding: try RecordsText.print(records), as: UTF8.self)
  }

  // MARK: - Into a register

  private func put(_ paths: [String], into path: String, _ places: Places) throws -> Int {
    var opened = try RegisterPath.open(path, places, waitingUpTo: 5)
    defer { opened.store.close() }
    if case .readOnly(let reason) = opened.store.file.access {
      throw Failure("\(path) cannot be written: \(reason)")
    }
    let results = zip(paths, read(paths, Vocabulary.complete(opened.register))).map(whole)
    for (path, result) in zip(paths, results) {
      guard case .success(let letter) = result else { continue }
      let origin = Letter.Origin(
        file: LetterImport.fileName(path), by: places.user, on: Places.today)
      let update = letter.update(of: opened.register, from: origin)
      try opened.make(update.change)
      Output.write(summary(path, update))
    }
    try opened.save()
    return complain(results)
  }

  private func summary(_ path: String, _ update: LetterUpdate) -> String {
    let notes = update.notes.map { "  look at this: \($0)\n" }.joined()
    return "\(LetterImport.fileName(path)): \(update.inspection): \(update.summary)\n\(notes)"
  }

  // MARK: - Reading

  /// Reads all files, as many at once as there are processors.
  private func read(_ paths: [String], _ vocabulary: Vocabulary) -> [Result<Letter, LetterProblem>]
  {
    let results = Mutex<[Int: Result<Letter, LetterProblem>]>([:])
    let showsProgress = isatty(STDERR_FILENO) == 1 && paths.count > 1
    DispatchQueue.concurrentPerform(iterations: paths.count) { index in
      let result = LetterImport.letter(paths[index], vocabulary)
      let done = results.withLock { results in
        results[index] = result
        return results.count
      }
      if showsProgress { Output.error("\r\(done) of \(paths.count)") }
    }
    if showsProgress { Output.error("\r\u{1b}[K") }
    return results.withLock { results in paths.indices.compactMap { results[$0] } }
  }

  /// Says what could not be read; how many there were.
  private func complain(_ results: [Result<Letter, LetterProblem>]) -> Int {
    var failures = 0
    for case .failure(let problem) in results {
      failures += 1
      Output.error("jointview: \(problem)\n")
    }
    if results.count > 1 {
      let read = results.count - failures
      Output.error("\(read == 1 ? "1 letter" : "\(read) letters") read, \(failures) not\n")
    }
    return failures
  }
}

extension RegisterStore.Opened {
  /// Makes a change and keeps it.
  mutating func make(_ change: Change) throws {
    if change.edits.isEmpty { return }
    do {
      try register.apply(change)
      try store.keep(change, register)
    } catch {
      throw Failure("\(error)")
    }
  }

  /// Writes the file, if there is anything to write.
  mutating func save() throws {
    if store.unsaved.isEmpty { return }
    do {
      if case .merged(_, _, let note) = try store.save(register) {
        Output.error("jointview: \(note)\n")
      }
    } catch {
      throw Failure("not saved: \(error)")
    }
  }
}

extension Register {
  /// The same names, as if nothing had been inspected yet.
  fileprivate var withoutInspections: Register {
    var register = self
    for type in [RecordType.contribution, .passage, .inspection] {
      let edits = rows(type).map { Edit.remove(type, self[$0].values) }
      // Records that something unknown refers to stay; they only make a letter look known.
      try? register.apply(Change("", edits))
    }
    return register
  }
}
