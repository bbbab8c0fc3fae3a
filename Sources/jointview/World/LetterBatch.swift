import Dispatch
import InspectionModel
import InspectionOperations
import LetterReader
import Synchronization

/// Several letters read at once, as many as there are processors. One that cannot be read never
/// stops the rest.
struct LetterBatch {
  /// One letter, or why there is none.
  struct Item: Sendable {
    /// The file, as it was named.
    let path: String
    let letter: Result<Letter, LetterProblem>
  }

  /// How far the reading has come, told after each file.
  typealias Progress = @Sendable (_ done: Int, _ of: Int, _ path: String) -> Void

  private let files: [Result<String, LetterProblem>]
  private let paths: [String]

  /// The files of some paths: of a folder what is a PDF by its content, and what is called one or a
  /// text; those of folders in it too.
  init(_ paths: [String]) {
    var found: [(path: String, file: Result<String, LetterProblem>)] = []
    for path in paths {
      if Files.isFolder(path) {
        let inside = Self.letters(in: path)
        found += inside.map { ($0, .success($0)) }
        if inside.isEmpty { found.append((path, .failure(.noLetters(path)))) }
      } else {
        found.append((path, .success(path)))
      }
    }
    self.paths = found.map(\.path)
    files = found.map(\.file)
  }

  var count: Int { files.count }

  /// A link to a folder is left alone, since it may lead in a circle.
  private static func letters(in folder: String) -> [String] {
    Files.names(in: folder).flatMap { name -> [String] in
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      if Files.isFolder(path) { return Files.isLink(path) ? [] : letters(in: path) }
      return isLetter(path, called: name.lowercased()) ? [path] : []
    }
  }

  private static func isLetter(_ path: String, called name: String) -> Bool {
    if name.hasSuffix(ReportLibrary.partEnding) { return false }
    return name.hasSuffix(".pdf") || name.hasSuffix(".txt") || PDFFile.isPDF(path)
  }

  /// Reads all of them, and gives them in their order; those that were not read when somebody
  /// wanted no more are left out.
  func read(
    _ vocabulary: Vocabulary, until stop: StopSignal,
    _ progress: @escaping Progress = { _, _, _ in }
  ) -> [Item] {
    let results = Mutex<[Int: Item]>([:])
    let (files, paths, reader) = (files, paths, LetterReader(vocabulary: vocabulary))
    DispatchQueue.concurrentPerform(iterations: files.count) { index in
      if stop.isSet { return }
      let letter = files[index].flatMap { LetterImport.letter($0, reader, until: stop) }
      if case .failure(.stopped) = letter { return }
      results.withLock { results in
        results[index] = Item(path: paths[index], letter: letter)
        progress(results.count, files.count, paths[index])
      }
    }
    return results.withLock { results in files.indices.compactMap { results[$0] } }
  }
}

extension LetterBatch.Item {
  /// What goes into a register of it: nothing where its end is missing.
  var report: Result<ReportObservation, LetterProblem> {
    letter.flatMap { letter in
      letter.isCutOff
        ? .failure(.cutOff(path))
        : .success(letter.observation(from: LetterImport.fileName(path)))
    }
  }
}
