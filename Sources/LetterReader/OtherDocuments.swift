import InspectionOperations

/// Tells what a document is that is no report of a framework that is read, by words near its top.
enum OtherDocuments {
  /// Words that stand at the head of documents of a kind, and what they are called; the surest
  /// first.
  private static let kinds: [(words: [String], name: String)] = [
    (["<html", "<!doctype", "page not found", "report not found"], "a web page"),
    (["monitoring visit"], "a letter on a monitoring visit"),
    (["focused visit"], "a letter on a focused visit"),
    (["press release", "notes to editors"], "a press release"),
    (["action plan", "statement of action"], "a plan that answers a report"),
    (["adroddiad", "arolygiad", "gwasanaethau plant"], "in Welsh"),
  ]
  /// Whom a report of an inspectorate is on that is not on an area or a council.
  private static let others: [(words: [String], name: String)] = [
    (["fostering agency", "fostering service"], "a report on a fostering agency"),
    (["adoption agency", "adoption support agency"], "a report on an adoption agency"),
    (["children's home", "secure children"], "a report on a children's home"),
    (["college", "further education"], "a report on a college"),
    (["childminder", "nursery", "early years"], "a report on early years provision"),
    (["school", "academy"], "a report on a school"),
  ]
  /// As many characters make the head of a document.
  private static let head = 500

  /// What the document is; nil where no word tells.
  /// - Parameter text: its beginning in lower case.
  static func kind(of text: String) -> String? {
    let head = text.prefix(head).replacing("\u{2019}", with: "'")
    func named(_ kinds: [(words: [String], name: String)]) -> String? {
      kinds.first { $0.words.contains { head.contains($0) } }?.name
    }
    if let kind = named(kinds) { return kind }
    // A word such as "school" tells something only of what is a report at all.
    return head.contains("inspection") ? named(others) : nil
  }
}
