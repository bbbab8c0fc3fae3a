import InspectionModel
import LetterReader

/// The content of an invented letter, before it is set.
struct Draft {
  enum Part: Equatable {
    case heading(String)
    case subheading(String)
    case paragraph(String)
    case bullet(String, sub: [String] = [])
    /// A case study: its title and its paragraphs.
    case box(String, [String])
  }

  var date = "12 May 2017"
  var address = [
    "Ann Arbour, Director of Children\u{2019}s Services, Wexmoor Council",
    "Ben Birch, Chief Constable of Tarn Valley Police",
  ]
  var salutation = "Dear local partnership"
  var subject =
    "Joint targeted area inspection of the multi-agency response to abuse and neglect in Wexmoor"
  var opening = [
    """
    Between 27 and 31 March 2017, Ofsted, the Care Quality Commission (CQC), HMI Constabulary \
    (HMIC) and HMI \
    Probation (HMIP) undertook a joint inspection of the multi-agency response to abuse and \
    neglect in Wexmoor. \
    This inspection included a \u{2018}deep dive\u{2019} focus on the response to children living \
    with domestic abuse.
    """,
    "This letter to all the service leaders in the area outlines our findings.",
  ]
  var parts: [Part] = []
  var nextSteps = [
    """
    The local authority should prepare a written statement of proposed action. It should send the \
    written \
    statement of action to someone@example.org by 24 August 2017.
    """
  ]
  var signatures = ["Ofsted", "Care Quality Commission", "HMI Constabulary", "HMI Probation"]

  /// The invented area of the drafts.
  static let area = KnownArea(id: "wexmoor", name: "Wexmoor", code: "E99000001")

  /// A letter of strengths and improvements with these bullets.
  init(strengths: [String] = [], improvements: [String] = []) {
    parts = [.heading("Key strengths")] + strengths.map { .bullet($0) }
    parts += [.heading("Areas for improvement")] + improvements.map { .bullet($0) }
  }

  /// A letter of these parts.
  init(_ parts: [Part]) {
    self.parts = parts
  }
}

/// Reads a draft as it comes out of a typesetter.
func read(_ draft: Draft, _ style: Style = Style()) throws -> Letter {
  try read(Typesetter(style).text(of: draft))
}

/// Reads a text with the names that the program ships and the invented area.
func read(_ text: String, name: String? = nil) throws -> Letter {
  let known = try vocabulary(areas: [Draft.area, KnownArea(id: "tarn-valley", name: "Tarn Valley")])
  return LetterReader(vocabulary: known).read(Array(text.utf8), name: name)
}

extension Letter {
  /// The texts of the passages of a kind.
  func texts(_ kind: SectionKind) -> [String] {
    passages.filter { $0.section == kind }.map(\.text)
  }
}
