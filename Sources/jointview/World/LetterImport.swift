import InspectionModel
import InspectionStore
import InspectionUI
import LetterReader

/// A letter's file on its way into a register.
enum LetterImport {
  /// What the letters of a path say, as the program reads them in the background.
  static func read(
    _ path: String, _ vocabulary: Vocabulary, _ progress: @escaping LetterBatch.Progress
  ) -> Event.LettersRead {
    var read = Event.LettersRead()
    for item in LetterBatch([path]).read(vocabulary, progress) {
      switch item.report {
      case .success(let report): read.reports.append(report)
      case .failure(let problem):
        read.failures.append((fileName(item.path), problem.description))
      }
    }
    return read
  }

  /// The letter in a file.
  static func letter(_ path: String, _ vocabulary: Vocabulary) -> Result<Letter, LetterProblem> {
    LetterFile.text(path).flatMap { text in
      let letter = LetterReader(vocabulary: vocabulary).read(text, name: fileName(path))
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
