public import InspectionModel
import InspectionOperations

/// What a column holds.
public enum ColumnRole: Hashable, Sendable {
  /// The name of the area, its code of the Office for National Statistics, another number of it.
  case area, code, number
  case from, to, published
  /// What kind of inspection it was.
  case type
  case theme, address
  case grade(Aspect)

  /// As it stands in a mapping: `area`, `published`, `help-and-protection`.
  public init?(_ word: String) {
    guard let role = Self.plain[word] ?? Aspect(rawValue: word).map(ColumnRole.grade) else {
      return nil
    }
    self = role
  }

  private static let plain: [String: ColumnRole] = [
    "area": .area, "code": .code, "number": .number, "from": .from, "to": .to,
    "published": .published, "type": .type, "theme": .theme, "address": .address,
  ]

  /// All the words that stand for one in a mapping.
  public static let names = plain.keys.sorted() + Aspect.allCases.map(\.rawValue)

  var isDay: Bool { self == .from || self == .to || self == .published }
}

/// A heading as it is compared: small letters and digits, one blank between words.
struct Heading: Hashable {
  let text: String

  init(_ text: String) {
    let folded = text.lowercased().unicodeScalars.filter { $0 != "'" && $0 != "’" }
      .split { !($0.properties.isAlphabetic || ("0"..."9").contains($0)) }
      .map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
    let formats = [" dd mm yyyy", " dd mm yy", " yyyy mm dd"]
    let format = formats.first { folded.hasSuffix($0) } ?? ""
    self.text = String(folded.dropLast(format.count))
  }

  func has(_ part: String) -> Bool { text.contains(part) }

  /// Whether it is one of the names of areas.
  var isOfAreas: Bool { Self.roles[text] == .area }

  /// What a column of this heading holds; nil for what is not read.
  var role: ColumnRole? {
    if let role = Self.roles[text] { return role }
    if text.hasPrefix("ltla"), text.hasSuffix("cd") { return .code }
    if block != nil, let end = Self.ends.first(where: { text.hasSuffix($0.end) }) {
      return end.role
    }
    return aspect.map(ColumnRole.grade)
  }

  // MARK: - Tables of areas

  /// What the names of areas stand under in tables that are of areas alone.
  static let namesOfAreas = ["name", "local authority name", "official name"]

  /// Whether it is of upper-tier authorities in a lookup of the Office for National Statistics,
  /// such as `UTLA23CD` or `UTLA23NM`. Beside them stand districts, which have no services for
  /// children.
  var isOfUpperTier: Bool { text.hasPrefix("utla") && (isOfCodes || text.hasSuffix("nm")) }

  private var isOfCodes: Bool { text.hasSuffix("cd") }

  /// What the columns of a table of areas hold: names and codes. Its days are those of the areas.
  static func areaRoles(_ headings: [Heading]) -> [ColumnRole?] {
    let hasTiers = headings.contains(where: \.isOfUpperTier)
    return headings.map { heading in
      if heading.isOfUpperTier { return heading.isOfCodes ? .code : .area }
      if namesOfAreas.contains(heading.text) { return hasTiers ? nil : .area }
      switch heading.role {
      case .area, .code, .number: return hasTiers ? nil : heading.role
      case .from, .to, .published, .type, .theme, .address, .grade, nil: return nil
      }
    }
  }

  /// How the headings of a block of columns end.
  private static let ends: [(end: String, role: ColumnRole)] = [
    ("publication date", .published), ("inspection date", .from), ("inspection type", .type),
  ]

  private static let roles: [String: ColumnRole] = {
    let all: [(ColumnRole, [String])] = [
      (
        .area,
        ["local authority name", "la name", "local authority", "area", "service", "authority"]
      ),
      (.code, ["local authority area code", "new la code", "gss code", "ons code", "la code new"]),
      (.number, ["urn", "ofsted urn", "la code", "dfe code", "la number"]),
      (
        .from,
        [
          "inspection date", "inspection visit date", "inspection start date", "start date",
          "inspected from",
        ]
      ),
      (.to, ["inspection end date", "end date", "inspected to"]),
      (.published, ["publication date", "published", "date published"]),
      (.type, ["inspection type", "inspection visit type", "inspection framework"]),
      (.theme, ["inspection theme", "visit theme", "theme"]),
      (.address, ["inspection link", "report url", "report address"]),
      (.grade(.send), ["outcome grade"]),
    ]
    return Dictionary(
      all.flatMap { role, names in names.map { ($0, role) } },
      uniquingKeysWith: { first, _ in first })
  }()

  /// The aspect that a column of grades is on. The narrower is asked before the broader.
  private var aspect: Aspect? {
    let parts: [(Aspect, [String])] = [
      (.lscb, ["lscb", "safeguarding children board"]), (.adoption, ["adoption"]),
      (.inCareAndCareLeavers, ["in care and care leavers", "care and care leavers grade"]),
      (.careLeavers, ["care leavers"]), (.inCare, ["in care", "looked after"]),
      (.helpAndProtection, ["help and protect", "safeguarding"]),
      (.leaders, ["impact of leaders", "leadership"]),
      (.overall, ["overall effectiveness", "overall rating", "overall judgement"]),
    ]
    if text.hasSuffix("date") || text.hasPrefix("summary") { return nil }
    return parts.first { $0.1.contains(where: has) }?.0
  }

  /// The block of a wide table that it stands in: a framework, and which inspection under it.
  var block: Block? {
    Self.blocks.first { has($0.part) }.map { Block(name: $0.part, frameworks: $0.frameworks) }
  }

  struct Block: Hashable {
    let name: String
    let frameworks: [String]
  }

  private static let blocks: [(part: String, frameworks: [String])] = [
    ("slac re inspection of safeguarding", ["slac"]), ("slac re inspection safeguarding", ["slac"]),
    ("slac re inspection of services", ["slac"]), ("slac", ["slac"]),
    ("cpri", ["cpi"]), ("cpi", ["cpi"]), ("tlac", ["tlac"]),
    ("sif re inspection", ["sif"]), ("first sif", ["sif"]), ("lscb", ["sif"]),
    ("first ilacs", Frameworks.ilacs), ("second ilacs", Frameworks.ilacs),
    ("third ilacs", Frameworks.ilacs),
  ]
}

/// Frameworks by what tables call them.
enum Frameworks {
  static let ilacs = ["ilacs", "ilacs-short"]
  static let short = ["ilacs-short", "ilacs"]
  private static let focused = ["ilacs-focused"]
  private static let monitoring = ["monitoring-visit"]
  static let sif = ["sif"]

  /// Those that an inspection of children's services can have been under that is known by a day
  /// alone; tables as at a day and histories have some of earlier frameworks.
  static func likely(on day: Day) -> [String] {
    if day.year > 2018 { return ilacs }
    return day.year == 2018 ? inBetween : day.year > 2013 ? sif : early
  }

  private static let inBetween = ilacs + sif
  private static let early = ["sif", "tlac", "cpi", "slac"]

  /// Those that the words of a column mean; nil for others.
  static func named(_ words: String) -> [String]? {
    let words = words.lowercased()
    if words.contains("focused") { return focused }
    if words.contains("monitoring") { return monitoring }
    if words.contains("short") { return short }
    if words.contains("standard") || words == "ilacs" { return ilacs }
    if words.contains("single inspection") || words == "sif" { return sif }
    return nil
  }
}
