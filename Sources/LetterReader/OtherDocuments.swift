import InspectionOperations

/// Tells what a document is that is no report of a framework that is read, by words near its top.
enum OtherDocuments {
  /// Words that stand at the head of documents of a kind, and what they are called; the surest
  /// first.
  private static let kinds: [(words: [String], name: String)] = [
    (["monitoring visit"], "a letter on a monitoring visit"),
    (["focused visit", "focused inspection of"], "a letter on a focused visit"),
    (
      ["independent fostering agency", "fostering agency", "fostering service"],
      "a report on a fostering agency"
    ),
    (
      ["voluntary adoption agency", "adoption agency", "adoption support agency"],
      "a report on an adoption agency"
    ),
    (
      ["children's home", "residential special school", "secure children"],
      "a report on a children's home"
    ),
    (["further education", "college", "apprenticeship"], "a report on a college"),
    (["childminder", "nursery", "early years"], "a report on early years provision"),
    (
      ["school report", "school inspection", "primary school", "academy", "high school", "school"],
      "a report on a school"
    ),
    (["press release", "notes to editors"], "a press release"),
    (["action plan", "statement of action"], "a plan that answers a report"),
    (["<html", "<!doctype", "page not found", "report not found"], "a web page"),
    (["adroddiad", "arolygiad", "gwasanaethau plant"], "in Welsh"),
  ]
  /// As many characters make the head of a document.
  private static let head = 1_500

  /// What the document is; nil where no word tells.
  /// - Parameter text: its beginning in lower case.
  static func kind(of text: String) -> String? {
    let head = text.prefix(head).replacing("\u{2019}", with: "'")
    return kinds.first { $0.words.contains { head.contains($0) } }?.name
  }
}
