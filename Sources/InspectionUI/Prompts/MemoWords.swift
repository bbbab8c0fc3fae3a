import InspectionModel

/// How a memo is typed: its text, with its kind before it where it is not a thought on what the material says.
///
///     they call it a hub, and mean three desks
///     query: who chairs this?
enum MemoWords {
  /// A memo on a record, before it is written.
  static func draft(on subject: Row, _ register: Register) -> RecordDraft {
    let key = register[subject].key
    let field = Memo.subjects.first { RecordType.memo.spec(of: $0)?.target == subject.type }
    return RecordDraft(
      type: .memo, values: field.map { [FieldValue($0, key)] } ?? [], summary: "memo on \(key)")
  }

  static func written(_ text: String, _ draft: RecordDraft) -> RecordDraft {
    let (kind, text) = parts(of: text)
    return with(kind, text, draft)
  }

  static func with(_ kind: MemoKind, _ text: String, _ draft: RecordDraft) -> RecordDraft {
    var draft = draft
    draft.values.append(FieldValue(.kind, kind.rawValue))
    if !text.isEmpty { draft.values.append(FieldValue(.text, text)) }
    return draft
  }

  /// The kinds one writes by hand; the others have keys of their own.
  private static let written: [MemoKind] = [.analytic, .method, .query, .evidence]

  /// How a memo's kind is said.
  static var hint: String {
    let others = written.dropFirst().map { $0.rawValue + ":" }
    return others.joined(separator: ", ") + " before it says its kind, else it is a thought"
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
