public import InspectionModel

/// The records an account stands on as a list to be read: those of one inspection together, with
/// its source addresses.
public struct Evidence: Hashable, Sendable {
  public struct Group: Hashable, Sendable {
    /// `Croydon 2016`, or what the records are where they are of no inspection.
    public let title: String
    public let sources: [String]
    public var items: [Item]
  }

  public struct Item: Hashable, Sendable {
    public let row: Row
    public let key: String
    /// Of the letter.
    public let page: Int?
    /// In one sentence.
    public let sentence: String
  }

  public let groups: [Group]

  /// O(rows). A register shows what its reader may see, so that nothing hidden can stand here.
  public init(_ rows: [Row], in register: Register) {
    var groups: [Group] = []
    var places: [Row?: Int] = [:]
    var kinds: [RecordType: Int] = [:]
    for row in rows where register.contains(row) {
      let item = Self.item(row, register)
      let inspection = Self.inspection(of: row, register)
      let known = inspection.map { places[$0] } ?? kinds[row.type]
      if let known {
        groups[known].items.append(item)
        continue
      }
      if let inspection {
        places[inspection] = groups.count
      } else {
        kinds[row.type] = groups.count
      }
      let view = inspection.map { register.view($0, as: Inspection.self) }
      groups.append(
        Group(
          title: view?.title ?? row.type.noun.many.capitalizedFirst,
          sources: view?.sources ?? [], items: [item]))
    }
    self.groups = groups
  }

  /// How many records of which types: `312 contributions, 2 inspections`.
  public static func extent(of rows: [Row]) -> String {
    var counts: [(type: RecordType, count: Int)] = []
    for row in rows {
      if let place = counts.firstIndex(where: { $0.type == row.type }) {
        counts[place].count += 1
      } else {
        counts.append((row.type, 1))
      }
    }
    return counts.map { counted($0.count, $0.type.noun.one, $0.type.noun.many) }
      .joined(separator: ", ")
  }

  private static func inspection(of row: Row, _ register: Register) -> Row? {
    if row.type == .inspection { return row }
    return [Field.passage, .inspection].lazy.filter { row.type.column(of: $0) != nil }
      .compactMap { register[row].reference($0) }.first
      .flatMap { inspection(of: $0, register) }
  }

  private static func item(_ row: Row, _ register: Register) -> Item {
    let record = register[row]
    switch row.type {
    case .contribution:
      let contribution = Contribution(record)
      let said = contribution.passage.map(Self.said) ?? ""
      return Item(
        row: row, key: contribution.passage?.key ?? record.key, page: contribution.passage?.page,
        sentence: contribution.inWords + (said.isEmpty ? "" : ": " + said))
    case .passage:
      let passage = Passage(record)
      return Item(row: row, key: passage.key, page: passage.page, sentence: said(passage))
    case .inspection:
      let inspection = Inspection(record)
      let days = [inspection.from, inspection.to].compactMap { $0?.description }
      let words = [
        inspection.framework?.shortName, inspection.theme?.name,
        days.isEmpty ? nil : days.joined(separator: " to "),
        inspection.published.map { "published \($0)" },
      ].compactMap(\.self).joined(separator: ", ")
      return Item(row: row, key: record.key, page: nil, sentence: words)
    default:
      let sources = record.texts(.source) + record.texts(.evidence)
      let words = [record.text(.name) ?? record.text(.reason) ?? record.text(.text) ?? ""] + sources
      return Item(
        row: row, key: record.key, page: nil,
        sentence: words.filter { !$0.isEmpty }.joined(separator: ", "))
    }
  }

  private static let fewWords = 25

  /// What a passage says: its summary, which is in words of our own; else the first of its words.
  private static func said(_ passage: Passage) -> String {
    if let summary = passage.summary { return "≈ " + summary }
    // No more of the text is looked at than is shown.
    let words = (passage.text ?? "").unicodeScalars
      .split(maxSplits: fewWords) { $0.properties.isWhitespace }
    return words.prefix(fewWords).map { String($0) }.joined(separator: " ")
      + (words.count > fewWords ? " …" : "")
  }
}

extension Contribution {
  /// `Police − I5 with Health (shares information)`.
  public var inWords: String {
    let sign = direction?.rawValue == "-" ? "−" : direction?.rawValue ?? ""
    let others = with.map(\.name).joined(separator: ", ")
    let manners = how.map(\.name).joined(separator: ", ")
    return [
      agency?.name ?? "", sign, criterion?.key ?? "without criterion",
      others.isEmpty ? "" : "with " + others, manners.isEmpty ? "" : "(\(manners))",
    ].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension String {
  /// With its first letter as a capital.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
