import InspectionModel

/// Areas by every name and code that a table may have for them, at any time.
///
/// Made in O(areas); a look-up is O(1) but for a name that nobody has.
struct AreaNames {
  private let register: Register
  private var codes: [String: [Row]] = [:]
  private var numbers: [String: [Row]] = [:]
  private var names: [String: [Row]] = [:]
  /// By what is left without the words that any council may have in its name.
  private var cores: [String: [Row]] = [:]
  /// Names as they were asked for before.
  private var asked: [String: [Row]] = [:]
  private var predecessors: [Row: [Row]] = [:]

  /// The area that is meant, or why none is.
  enum Found: Equatable {
    /// With what is doubtful about it, a sentence without a full stop.
    case area(Row, doubt: String? = nil)
    /// No area is called so.
    case unknown
    /// The end of a sentence.
    case refused(String)
  }

  init(_ register: Register) {
    self.register = register
    for area in register.all(Area.self) {
      let record = area.record
      for code in record.texts(.gss) + record.texts(.formerGSS) {
        codes[code, default: []].add(area.row)
      }
      for number in record.texts(.dfe) + record.texts(.ofsted) {
        numbers[number, default: []].add(area.row)
      }
      for name in [area.name] + area.aliases {
        names[Self.folded(name), default: []].add(area.row)
        let core = Self.core(name)
        if !core.isEmpty { cores[core, default: []].add(area.row) }
      }
      for successor in area.successors { predecessors[successor.row, default: []].add(area.row) }
    }
  }

  /// The area that a table means on a day.
  mutating func find(_ name: TableObservation.AreaName, on day: Day?) -> Found {
    let byCode = name.code.flatMap { codes[$0] } ?? []
    let byName = rows(called: name.name)
    if !byCode.isEmpty, !byName.isEmpty, Set(family(byCode)).isDisjoint(with: family(byName)) {
      return .refused(
        "the code \(name.code ?? "") is of \(title(byCode[0])), the name of \(title(byName[0]))")
    }
    let byNumber = name.number.flatMap { numbers[$0] } ?? []
    guard let rows = [byCode, byName, byNumber].first(where: { !$0.isEmpty }) else {
      return .unknown
    }
    let found = choose(rows, on: day, name.name)
    guard case .area(let row, doubt: nil) = found else { return found }
    return .area(row, doubt: doubt(name, row, hasCode: !byCode.isEmpty, hasName: !byName.isEmpty))
  }

  /// Why a name and its code may not mean the same area.
  private func doubt(
    _ name: TableObservation.AreaName, _ row: Row, hasCode: Bool, hasName: Bool
  ) -> String? {
    if !hasName, hasCode, name.name != name.code {
      return "no area is called “\(name.name)”; its code is of \(title(row))"
    }
    if hasName, !hasCode, let code = name.code, register[row].text(.gss) != nil {
      return "no area has the code \(code); its name is of \(title(row))"
    }
    return nil
  }

  /// The one of several that there was on a day, or that came before or after them.
  private func choose(_ rows: [Row], on day: Day?, _ name: String) -> Found {
    guard let day else {
      let current = rows.filter { area($0).to == nil }
      return .area(current.first ?? rows[0])
    }
    let then = rows.filter { wasThere($0, on: day) }
    if let one = then.only { return .area(one) }
    if let one = family(rows).filter({ wasThere($0, on: day) }).only {
      return .area(one, doubt: "\(reach(of: rows[0], on: day)); the inspection is of \(title(one))")
    }
    if then.count > 1 { return .refused("“\(name)” can be several areas") }
    return .refused(reach(of: rows[0], on: day))
  }

  /// Why an area is none of a day, a sentence without a full stop.
  private func reach(of row: Row, on day: Day) -> String {
    let one = area(row)
    if let from = one.from, day < from {
      return "\(day) is before \(one.name) came into being on \(from)"
    }
    return "\(day) is after \(one.name) was abolished"
  }

  /// Reports come out some months after an area is gone.
  private func wasThere(_ row: Row, on day: Day) -> Bool {
    let area = area(row)
    if let from = area.from, day < from { return false }
    guard let days = area.to?.days(until: day) else { return true }
    return days <= Self.daysToReport
  }

  private static let daysToReport = 180

  /// Areas with those that they came from and went into.
  private func family(_ rows: [Row]) -> [Row] {
    var all = rows
    for row in rows {
      for other in (predecessors[row] ?? []) + area(row).successors.map(\.row) { all.add(other) }
    }
    return all
  }

  private mutating func rows(called name: String) -> [Row] {
    if let rows = asked[name] { return rows }
    let rows = names[Self.folded(name)] ?? cores[Self.core(name)] ?? []
    asked[name] = rows
    return rows
  }

  private func area(_ row: Row) -> Area { register.view(row) }
  private func title(_ row: Row) -> String { area(row).name }

  /// The keys of areas that share the longest word with a name, for a person to choose from.
  /// O(areas).
  func alike(_ name: String) -> [String] {
    let words = Self.core(name).split(separator: " ").sorted { $0.count > $1.count }
    guard let longest = words.first, longest.count > 3 else { return [] }
    let alike = cores.filter { $0.key.split(separator: " ").contains(longest) }
    return Set(alike.values.joined()).map { area($0).key }.sorted()
  }

  // MARK: - Names

  /// Small letters and digits, `and` for `&`, one blank between words.
  static func folded(_ name: String) -> String {
    let marks: Set<Unicode.Scalar> = ["'", "’", "."]
    let letters = name.lowercased().replacing("&", with: " and ").unicodeScalars
      .filter { !marks.contains($0) }
    return letters.split { !($0.properties.isAlphabetic || ("0"..."9").contains($0)) }
      .map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
  }

  /// `bristol` for `Bristol, City of` and `Bristol City Council`; nothing for `City of London`.
  private static func core(_ name: String) -> String {
    folded(name).split(separator: " ").filter { !common.contains($0) }.joined(separator: " ")
  }

  private static let common: Set<Substring> = [
    "the", "city", "county", "of", "council", "borough", "royal", "london", "metropolitan",
    "district", "unitary", "authority", "upon", "local",
  ]
}

extension [Row] {
  fileprivate mutating func add(_ row: Row) {
    if !contains(row) { append(row) }
  }

  /// The one that it holds; nil where it holds none or several.
  fileprivate var only: Row? { count == 1 ? self[0] : nil }
}
