import InspectionModel
import InspectionStore
import InspectionUI
import LetterReader

/// A letter's file on its way into a register.
enum LetterImport {
  /// Reads a letter as the program does in the background.
  static func read(_ path: String, into register: Register, by: String, on today: Day)
    -> Event.LetterResult
  {
    switch letter(path, Vocabulary.complete(register)) {
    case .failure(let problem):
      return .failed(problem.description)
    case .success(let letter) where letter.isCutOff:
      return .failed(LetterProblem.cutOff(fileName(path)).description)
    case .success(let letter):
      let origin = Letter.Origin(file: fileName(path), by: by, on: today)
      let update = letter.update(of: register, from: origin)
      return .change(
        update.change, inspection: update.inspection, problems: update.notes,
        note: note(on: update))
    }
  }

  /// Reads all letters of a folder, as one change.
  static func read(
    folder: String, into register: Register, by: String, on today: Day,
    _ progress: @escaping LetterBatch.Progress
  ) -> Event.LetterResult {
    let items = LetterBatch([folder]).read(Vocabulary.complete(register), progress)
    var grown = register
    var result = Event.LetterBatchResult()
    for item in items {
      switch item.whole {
      case .failure(let problem):
        result.failures.append((fileName(item.path), problem.description))
      case .success(let letter):
        let origin = Letter.Origin(file: fileName(item.path), by: by, on: today)
        let update = letter.update(of: grown, from: origin)
        do {
          try grown.apply(update.change)
          result.add(update.change, update.inspection, update.notes, passages: update.counts.new)
        } catch {
          result.failures.append((fileName(item.path), "\(error)"))
        }
      }
    }
    return .several(result)
  }

  /// The letter in a file.
  static func letter(_ path: String, _ vocabulary: Vocabulary) -> Result<Letter, LetterProblem> {
    LetterFile.text(path).flatMap { text in
      let letter = LetterReader(vocabulary: vocabulary).read(text, name: fileName(path))
      if let refusal = letter.refusal { return .failure(.refused(path, refusal.sentence)) }
      return .success(letter)
    }
  }

  static func fileName(_ path: String) -> String {
    (path.split(separator: "/").last.map(String.init) ?? path).withoutPathBytes
  }

  private static func note(on update: LetterUpdate) -> Message {
    let done = "the letter of \(update.inspection): \(update.summary)"
    guard let first = update.notes.first else { return Message(done, .good) }
    let more = update.notes.count > 1 ? " and \(update.notes.count - 1) more" : ""
    return Message("\(done); look at this: \(first)\(more) (g x lists them)", .warning)
  }
}

extension Vocabulary {
  /// What a register knows, and where it knows no themes or no agencies, those of the starter.
  static func complete(_ register: Register) -> Vocabulary {
    var vocabulary = Vocabulary(register)
    if vocabulary.themes.isEmpty || vocabulary.agencies.isEmpty {
      let starter = Vocabulary(Starter.register)
      if vocabulary.themes.isEmpty { vocabulary.themes = starter.themes }
      if vocabulary.agencies.isEmpty { vocabulary.agencies = starter.agencies }
    }
    return vocabulary
  }
}
