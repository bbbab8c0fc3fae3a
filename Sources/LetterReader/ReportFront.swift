import InspectionModel
import InspectionOperations

/// What stands at the front of a report: its title, and the days it names.
struct ReportFront {
  let profile: Profile
  /// The title's words that name the area.
  let areaWords: String
  let place: Letter.Place
  /// How many of the lines it takes: what it tells ends with the dates and the lead inspector.
  private(set) var end = 0
  private(set) var visit: Letter.Found<Letter.Visit>?
  /// The spans of days on site.
  private(set) var spans: [Letter.Visit] = []
  private(set) var published: Letter.Found<Day>?
  private(set) var previous: [Letter.Visit] = []

  /// How far down a title and its dates stand.
  static let reach = 30

  /// The front of a report under one of the profiles; nil where no title is one of theirs.
  init?(_ lines: [Line], _ profiles: [Profile]) {
    let head = Array(lines.prefix(Self.reach).prefix { $0.place.page <= 2 })
    // A letter's opening may hold all words of a title; only reports have the label of their dates.
    guard head.contains(where: { $0.text.isDateLabel }) else { return nil }
    let title = head.prefix { !$0.text.isDateLabel }.prefix(14)
    let text = title.map(\.text).joined(separator: " ")
    for profile in profiles {
      for form in profile.titles {
        guard let words = Self.area(in: text, form) else { continue }
        (self.profile, areaWords) = (profile, words)
        place = title.first?.place ?? Letter.Place(page: 1, line: 1)
        read(head)
        return
      }
    }
    return nil
  }

  /// What the title says beside the words of its form; nil where these do not stand in it.
  private static func area(in text: String, _ form: Profile.Title) -> String? {
    var words = text.withoutMarker.words
    func remove(_ phrase: String) -> Bool {
      let keys = phrase.split(separator: " ").map(String.init)
      guard keys.count <= words.count else { return false }
      for start in 0...(words.count - keys.count) {
        let part = words[start..<start + keys.count].map { $0.key.withoutMarker }
        guard part == keys else { continue }
        words.removeSubrange(start..<start + keys.count)
        return true
      }
      return false
    }
    for other in form.others where other.contains(" ") { _ = remove(other) }
    guard form.phrases.allSatisfy(remove) else { return nil }
    for other in form.others where !other.contains(" ") {
      while words.first?.key == other || words.last?.key == other, remove(other) {}
    }
    let names = words.map { text[$0.range] }.joined(separator: " ")
    return names.utf8.count <= 120 ? names : nil
  }

  private mutating func read(_ head: [Line]) {
    for (index, line) in head.enumerated() where index >= end {
      if line.text.isLeadInspector { end = index + 1 }
      // Behind the dates and the inspector the report itself begins.
      if end > 0, index > end + 2 { break }
      guard let label = line.text.dateLabel else { continue }
      var text = label.rest
      end = index + 1
      while let next = head[at: end], Self.goesOn(text, with: next.text) {
        text += " " + next.text
        end += 1
      }
      let dates = VisitDates(text)
      switch label.kind {
      case .visit where spans.isEmpty:
        spans = dates.spans
        visit = dates.visit.map { Letter.Found($0, at: line.place) }
      case .previous where previous.isEmpty: previous = dates.spans
      case .published:
        published = published ?? dates.spans.first.map { Letter.Found($0.from, at: line.place) }
      case .visit, .previous: continue
      }
    }
  }

  /// Whether the days after a label go on in the next line: none of them is whole yet, or a word
  /// such as "to" joins the lines.
  private static func goesOn(_ text: String, with next: String) -> Bool {
    guard next.contains(where: \.isNumber), !next.isDateLabel, text.utf8.count < 120 else {
      return false
    }
    let joints: Set = ["to", "and", "until"]
    return VisitDates(text).spans.isEmpty || joints.contains(text.words.last?.key ?? "")
      || joints.contains(next.words.first?.key ?? "")
  }
}

/// What a label at the front of a report tells.
private enum DateLabel { case visit, previous, published }

extension String {
  /// "Lead inspector: …", which stands last before the table of judgements.
  fileprivate var isLeadInspector: Bool {
    let keys = words.prefix(2).map(\.key)
    return keys == ["lead", "inspector"] || keys == ["reporting", "inspector"]
  }

  /// Whether the text begins with the label of the days on site.
  var isVisitLabel: Bool { dateLabel?.kind == .visit }

  fileprivate var isDateLabel: Bool { dateLabel != nil }

  /// "Inspection dates: …", "Date of previous inspection: …", "Report published: …".
  fileprivate var dateLabel: (kind: DateLabel, rest: String)? {
    let words = words
    let keys = words.prefix(6).map(\.key)
    let kind: DateLabel
    let count: Int
    switch keys.first {
    case "inspection" where ["date", "dates"].contains(keys.dropFirst().first ?? ""):
      (kind, count) = (.visit, 2)
    case "dates" where keys.starts(with: ["dates", "of", "inspection"]),
      "date" where keys.starts(with: ["date", "of", "inspection"]):
      (kind, count) = (.visit, 3)
    case "date", "dates":
      guard keys.contains("previous") else { return nil }
      (kind, count) = (
        .previous,
        (keys.firstIndex(of: "inspection") ?? keys.firstIndex(of: "inspections") ?? 3) + 1
      )
    case "previous" where ["inspection", "inspections"].contains(keys.dropFirst().first ?? ""):
      (kind, count) = (.previous, 2)
    case "published": (kind, count) = (.published, 1)
    case "report", "publication":
      guard keys.dropFirst().first == "published" || keys.dropFirst().first == "date" else {
        return nil
      }
      (kind, count) = (.published, 2)
    default: return nil
    }
    guard words.count >= count else { return nil }
    return (kind, String(self[words[count - 1].range.upperBound...]))
  }
}
