import LetterReader

/// What a command says while it reads letters, and after it.
extension LetterBatch {
  /// Reads all files, and tells a terminal how far it has come and how long the rest takes.
  func read(_ vocabulary: Vocabulary, until stop: StopSignal) -> [Item] {
    let (line, time) = (ProgressLine(), TimeLeft())
    defer { line.end() }
    return read(vocabulary, until: stop) { done, all, path in
      guard all > 1 else { return }
      let left = time.phrase(done, of: all)
      line.tell("read \(done) of \(all)\(left): \(LetterImport.fileName(path))")
    }
  }
}

extension [LetterBatch.Item] {
  /// Says what could not be read, and how many were.
  ///
  /// - Parameters:
  ///   - refused: the files that were read, but that the register did not take, and why.
  ///   - left: how many were not read, since somebody wanted no more.
  /// - Returns: how many could not.
  func complain(refused: [(path: String, why: String)] = [], left: Int = 0) -> Int {
    var failures = refused.count
    for item in self {
      guard case .failure(let problem) = item.report else { continue }
      failures += 1
      Output.note(problem.description)
    }
    for (_, why) in refused { Output.note(why) }
    if count + left > 1 {
      let read = count - failures
      let rest = left > 0 ? "; stopped, \(left) left" : ""
      Output.error("\(read == 1 ? "1 report" : "\(read) reports") read, \(failures) not\(rest)\n")
    }
    return failures
  }
}
