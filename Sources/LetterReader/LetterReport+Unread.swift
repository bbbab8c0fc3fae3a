extension LetterReport {
  /// The report of a file that could not be read as a letter at all, with the reason as its only problem.
  public init(file: String, unread reason: String) {
    self.init(file: file, Letter(refusal: .empty))
    problems = [Problem(field: "file", message: reason, page: 1, line: 1)]
  }
}
