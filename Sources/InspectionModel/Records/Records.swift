/// A record of a known type, its fields by their names in the field.
public protocol RecordView: Sendable {
  static var type: RecordType { get }
  var record: Record { get }
  init(_ record: Record)
}

extension RecordView {
  public var key: String { record.key }
  public var row: Row { record.row }
}

extension Register {
  /// All records of a type. O(rows).
  public func all<View: RecordView>(_ view: View.Type) -> [View] {
    rows(View.type).map { View(self[$0]) }
  }

  /// The record a row stands for, as its type.
  /// - Precondition: the row is of the view's type.
  public func view<View: RecordView>(_ row: Row, as view: View.Type = View.self) -> View {
    precondition(row.type == View.type, "a row of another type")
    return View(self[row])
  }
}

extension Record {
  /// The records of a type that belong to this one.
  func children<View: RecordView>(_ view: View.Type) -> [View] {
    register.children(View.type, of: row).map { View(register[$0]) }
  }

  fileprivate func follow<View: RecordView>(_ field: Field) -> View? {
    reference(field).map { View(register[$0]) }
  }

  fileprivate func followAll<View: RecordView>(_ field: Field) -> [View] {
    references(field).map { View(register[$0]) }
  }
}

/// A local authority area.
public struct Area: RecordView {
  public static let type = RecordType.area
  public let record: Record
  public init(_ record: Record) { self.record = record }

  public var name: String { record.text(.name) ?? key }
  public var kind: String? { record.text(.type) }
  public var region: String? { record.text(.region) }
  public var gss: String? { record.text(.gss) }
  public var dfe: String? { record.text(.dfe) }
  public var aliases: [String] { record.texts(.alias) }
  /// The first day of the area, where it is known.
  public var from: Day? { record.day(.from) }
  /// The last day of an area that is no more.
  public var to: Day? { record.day(.to) }
  public var successors: [Area] { record.followAll(.successor) }
  /// Its statistical neighbours, the most alike first.
  public var neighbours: [Area] { record.followAll(.neighbour) }
  /// Its inspections, the earliest first.
  public var inspections: [Inspection] {
    record.children(Inspection.self).inOrder { Int($0.date?.packed ?? 0) }
  }
}

extension Array where Element: RecordView {
  /// In the order of a number, and of the keys where that is the same. Each is asked once.
  func inOrder(of rank: (Element) -> Int) -> Self {
    if count < 2 { return self }
    let ranked = map { (rank: rank($0), view: $0) }.sorted { a, b in
      a.rank == b.rank ? a.view.key < b.view.key : a.rank < b.rank
    }
    return ranked.map(\.view)
  }
}

/// A framework under which inspectorates inspect.
public struct Framework: RecordView {
  public static let type = RecordType.framework
  public let record: Record
  public init(_ record: Record) { self.record = record }

  /// The key of the framework of joint targeted area inspections, of which letters come.
  public static let joint = "jtai"

  public var name: String { record.text(.name) ?? key }
  /// What people call it: `ILACS`.
  public var shortName: String { record.text(.alias) ?? name }
  /// Whether its letters tell what was found without a grade.
  public var isNarrative: Bool { record.text(.outcome) == "narrative" }
  /// Working days from notice to fieldwork, on site, and from the report to the statement of
  /// action.
  public var notice: Int? { record.number(.notice) }
  public var onSite: Int? { record.number(.onSite) }
  public var statement: Int? { record.number(.statement) }
  /// The median of the calendar days from the first to the last on site.
  public var calendarDays: Int? { record.number(.calendarDays) }
  /// The months from one inspection of an area to the next, as is usual; nil where nobody says.
  public var every: Int? { record.number(.every) }

  /// How a fact of it is known; nil for one that it does not have, such as the last day of one in
  /// force.
  public func mark(of fact: Field) -> FactMark? {
    let marks: [(Field, FactMark)] = [
      (.stated, .stated), (.inferred, .inferred), (.notFound, .notFound),
    ]
    return marks.first { record.texts($0.0).contains(fact.name) }?.1
  }

  public var from: Day? { record.day(.from) }
  public var to: Day? { record.day(.to) }
}

/// What the deep dive of an inspection is about.
public struct Theme: RecordView {
  public static let type = RecordType.theme
  public let record: Record
  public init(_ record: Record) { self.record = record }

  public var name: String { record.text(.name) ?? key }
  /// The words by which a letter tells it, and those that hold such words and mean something else.
  public var words: [String] { record.texts(.word) }
  /// Words that speak for it only beside others that do.
  public var weakWords: [String] { record.texts(.weak) }
  public var exceptions: [String] { record.texts(.except) }
}

/// A kind of organisation that safeguards children.
public struct Agency: RecordView {
  public static let type = RecordType.agency
  public let record: Record
  public init(_ record: Record) { self.record = record }

  public var name: String { record.text(.name) ?? key }
  /// The letter that stands for it in the code line.
  public var letter: Character? { record.text(.letter)?.first }
  /// Leads in the agencies a thing was done with, in the code line, so that no agency may have it.
  public static let withLetter: Character = "w"
  /// The words by which a letter names it.
  public var words: [String] { record.texts(.word) }
  /// Words that name it only where no other agency is named.
  public var weakWords: [String] { record.texts(.weak) }
  /// Words that hold such words and do not name it.
  public var exceptions: [String] { record.texts(.except) }
}

/// What good joint working is judged by.
public struct Criterion: RecordView {
  public static let type = RecordType.criterion
  public let record: Record
  public init(_ record: Record) { self.record = record }

  public var name: String { record.text(.name) ?? key }
  public var definition: String? { record.text(.definition) }
  /// The digit that stands for it in the code line: the last character of its key.
  public var digit: Character? { key.last.flatMap { $0.isNumber ? $0 : nil } }
}

/// One visit to one area under one framework.
public struct Inspection: RecordView {
  public static let type = RecordType.inspection
  public let record: Record
  public init(_ record: Record) { self.record = record }

  public var area: Area? { record.follow(.area) }
  public var framework: Framework? { record.follow(.framework) }
  /// Whether it is a joint targeted area inspection, which ends in a letter.
  public var isJoint: Bool { framework?.key == Framework.joint }
  public var theme: Theme? { record.follow(.theme) }
  /// The day on which the area was told of it.
  public var notified: Day? { record.day(.notified) }
  /// The first and the last day of fieldwork.
  public var from: Day? { record.day(.from) }
  public var to: Day? { record.day(.to) }
  public var published: Day? { record.day(.published) }
  /// The day the regulator's listing gives; not always that of the letter.
  public var listed: Day? { record.day(.listed) }
  public var statementDue: Day? { record.day(.statementDue) }
  public var inspectorates: [String] { record.texts(.inspectorate) }
  /// Nil where it is not known whether the letter has an area for priority action.
  public var hasPriorityAction: Bool? { record.text(.priorityAction).map { $0 == "yes" } }
  public var certainty: Certainty? { record.choice(.certainty) }
  /// Whether the first and the last day are not those on site, as where they span a whole exercise.
  public var lacksDaysOnSite: Bool { record.texts(.notFound).contains(Field.onSite.name) }
  public var note: String? { record.text(.note) }
  public var letter: String? { record.text(.letter) }
  /// Who has to write the statement of action, in the letter's words.
  public var statementBy: String? { record.text(.statementBy) }
  /// The agencies that have to write or join it.
  public var statementAgencies: [Agency] { record.followAll(.statementAgency) }
  /// Whom the letter is addressed to: post and body.
  public var addressees: [String] { record.texts(.addressee) }
  /// The headings of its letter, in its order.
  public var headings: [LetterHeading] { record.texts(.heading).compactMap(LetterHeading.init) }
  /// How many words the report has, those outside passages counted; nil where it was not read.
  public var wordCount: Int? { record.number(.wordCount) }
  /// Where and how the reader of letters found each fact.
  public var findings: [LetterFinding] { record.texts(.found).compactMap(LetterFinding.init) }
  /// What in its letter does not fit.
  public var remarks: [LetterRemark] { record.texts(.problem).compactMap(LetterRemark.init) }
  public var sources: [String] { record.texts(.source) }
  /// The addresses that it names as its sources, of one kind, in their order.
  public func addresses(_ kind: WebAddress.Kind) -> [WebAddress] {
    sources.compactMap { WebAddress($0) }.filter { $0.kind == kind }
  }
  /// The first day known of it: of fieldwork, else of the letter, else of the listing.
  public var date: Day? { from ?? published ?? listed }
  /// The passages of its letter, in the order of the sections.
  public var passages: [Passage] {
    record.children(Passage.self)
  }
}

/// One bullet or paragraph of a letter.
public struct Passage: RecordView {
  public static let type = RecordType.passage
  public let record: Record
  public init(_ record: Record) { self.record = record }

  public var inspection: Inspection? { record.follow(.inspection) }
  public var section: SectionKind? { record.choice(.section) }
  /// From 1 in each kind of section.
  public var index: Int? { record.number(.index) }
  /// Its place among all passages of the letter, from 1, in reading order; nil where the letter was
  /// not read.
  public var position: Int? { record.number(.position) }
  public var heading: String? { record.text(.heading) }
  public var page: Int? { record.number(.page) }
  public var pageTo: Int? { record.number(.pageTo) }
  /// The number that is printed before it: `12`.
  public var paragraph: String? { record.text(.paragraph) }
  /// Who is responsible, in the report's words, where a table says so.
  public var bodies: [String] { record.texts(.body) }
  /// What the letter says; nil where only a summary of it is in the register.
  public var text: String? { record.text(.text) }
  /// What it says in somebody's own words: so that it can be passed on without the letter's
  /// sentences.
  public var summary: String? { record.text(.summary) }
  /// By what its text in the letter is known again where the register does not have it.
  public var fingerprint: String? { record.text(.fingerprint) }
  /// The agencies the letter's reader found acting in it: a suggestion, not a coding.
  public var suggested: [Agency] { record.followAll(.agency) }
  /// What was coded in it, in the order in which it was read or made.
  public var contributions: [Contribution] {
    record.children(Contribution.self)
  }
}

/// One agency's part in one passage, as somebody coded it.
public struct Contribution: RecordView {
  public static let type = RecordType.contribution
  public let record: Record
  public init(_ record: Record) { self.record = record }

  public var passage: Passage? { record.follow(.passage) }
  public var agency: Agency? { record.follow(.agency) }
  public var criterion: Criterion? { record.follow(.criterion) }
  public var direction: Direction? { record.choice(.direction) }
  /// The agencies it was done, or not done, together with.
  public var with: [Agency] { record.followAll(.with) }
  public var note: String? { record.text(.note) }
  /// Why it must be looked at again: its passage has changed since it was coded.
  public var suspect: String? { record.text(.suspect) }
  public var by: String? { record.text(.by) }
  public var on: Day? { record.day(.on) }
}
