import InspectionModel
import InspectionStore
import InspectionUI
import LetterReader

/// A letter's file on its way into a register.
enum LetterImport {
  /// What the letters of a batch say, as the program reads them in the background.
  ///
  /// - Parameter tell: is told how far it has come.
  static func read(
    _ batch: LetterBatch, _ vocabulary: Vocabulary, until stop: StopSignal,
    telling tell: @escaping BackgroundRunner.Report
  ) -> Event.LettersRead {
    var read = Event.LettersRead()
    let time = TimeLeft()
    let items = batch.read(vocabulary, until: stop) { done, all, _ in
      guard all > 1 else { return }
      tell(.working("\(done) of \(all) reports read\(time.phrase(done, of: all))"))
    }
    read.left = batch.count - items.count
    for item in items {
      switch item.report {
      case .success(let report): read.reports.append(report)
      case .failure(let problem):
        read.failures.append((fileName(item.path), problem.description))
      }
    }
    return read
  }

  /// The letter in a file.
  static func letter(
    _ path: String, _ reader: LetterReader, until stop: StopSignal
  ) -> Result<Letter, LetterProblem> {
    LetterFile.text(path, until: stop).flatMap { text in
      let letter = reader.read(text, name: fileName(path))
      if let refusal = letter.refusal { return .failure(.refused(path, refusal.sentence)) }
      return .success(letter)
    }
  }

  /// What is shown of a path, and comes into the register.
  static func fileName(_ path: String) -> String {
    (path.split(separator: "/").last.map(String.init) ?? path).printable
  }
}

extension Vocabulary {
  /// What a register knows, and where it has no words to tell themes or agencies by, those of the
  /// starter. The themes that letters have brought have none, so that a letter read again, or after
  /// others, says the same.
  static func complete(_ register: Register) -> Vocabulary {
    var vocabulary = Vocabulary(register)
    let lacksThemes = !vocabulary.themes.contains { !$0.words.isEmpty }
    if lacksThemes || vocabulary.agencies.isEmpty {
      let starter = Vocabulary(Starter.register)
      if lacksThemes { vocabulary.themes = starter.themes.added(to: vocabulary.themes) }
      if vocabulary.agencies.isEmpty { vocabulary.agencies = starter.agencies }
    }
    return vocabulary
  }
}

extension [KnownTerm] {
  /// These, and those of the others that have another key.
  fileprivate func added(to others: [KnownTerm]) -> [KnownTerm] {
    let keys = Set(map(\.id))
    return self + others.filter { !keys.contains($0.id) }
  }
}
