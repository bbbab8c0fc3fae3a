import InspectionModel
import InspectionOperations

/// How a memo is typed: its text, with its kind before it where it is not a thought on what the
/// material says.
///
///     they call it a hub, and mean three desks
///     query: who chairs this?
enum MemoWords {
  /// The memo that was typed.
  static func memo(_ text: String, on subject: MemoSubject) -> WriteMemo {
    let (kind, text) = parts(of: text)
    return WriteMemo(on: subject, kind, text)
  }

  /// The kinds one writes by hand; the others have keys of their own.
  private static let written: [MemoKind] = [.analytic, .method, .query, .evidence]

  /// How a memo's kind is said.
  static var hint: String {
    let others = written.dropFirst().map { $0.rawValue + ":" }
    return others.joined(separator: ", ") + " at the start sets its kind; otherwise it is a thought"
  }

  private static func parts(of text: String) -> (MemoKind, String) {
    guard let colon = text.firstIndex(of: ":"),
      let kind = written.first(where: { $0.rawValue == text[..<colon].lowercased() })
    else { return (.analytic, text) }
    return (kind, String(text[text.index(after: colon)...].drop { $0 == " " }))
  }
}

extension MemoKind {
  /// What it is called in a list.
  var name: String {
    switch self {
    case .analytic: "thought"
    case .method: "method"
    case .query: "query"
    case .evidence: "evidence"
    case .flag: "flag"
    case .deferral: "deferred"
    case .nothing: "nothing here"
    }
  }
}
