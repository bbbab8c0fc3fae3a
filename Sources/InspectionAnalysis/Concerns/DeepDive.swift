public import InspectionModel

/// What only the deep dive of a letter finds.
///
/// Letters from 2016 to 2020 head a part of their areas for improvement “Response to …” the theme;
/// that part is the deep dive, the other headed parts are what any inspection of the front door and
/// leadership would see. A finding is an agency faulted on a criterion; it is unique if no other
/// headed part of the same letter faults that agency on that criterion. Defined here.
/// O(contributions).
public struct DeepDive: Sendable {
  public struct Line: Sendable {
    public let inspection: Inspection
    /// Agencies by criteria faulted in the deep dive, and those of them faulted nowhere else in the
    /// letter.
    public let found: Int
    public let unique: Int
    public let basis: [Row]
    public let uniqueBasis: [Row]
    /// The passages of the deep dive that fault an agency.
    public let passages: [Row]
    /// What of it is shuffled.
    let parts: PartFindings
  }

  /// Letters in which the deep dive can be told from the rest and something of both is coded.
  public let lines: [Line]
  /// Letters with something coded in which it cannot.
  public let untold: [Inspection]

  public init(_ codings: Codings) {
    let register = codings.register
    var told: [Line] = []
    var untold: [Inspection] = []
    let byLetter = Dictionary(grouping: codings.all, by: \.inspection)
    for inspection in codings.read {
      guard let coded = byLetter[inspection.row] else { continue }
      let parts = coded.filter(\.isShortfall).compactMap { coding in
        register[coding.passage].text(.heading).map { (coding, Self.isDeepDive($0)) }
      }
      if let line = Line(inspection, parts) { told.append(line) } else { untold.append(inspection) }
    }
    (lines, self.untold) = (told, untold)
  }

  private static func isDeepDive(_ heading: String) -> Bool {
    heading.lowercased().hasPrefix("respons")
  }

  /// Unique findings, of those of the deep dives; nil where no letter tells.
  public var share: Picture.Share? {
    let found = lines.reduce(0) { $0 + $1.found }
    return found > 0
      ? Picture.Share(part: lines.reduce(0) { $0 + $1.unique }, whole: found) : nil
  }
}

extension DeepDive.Line {
  /// - Parameter parts: what faults an agency under a heading, and whether that is the deep dive's.
  /// - Returns: nil where one of the two faults nobody.
  fileprivate init?(_ inspection: Inspection, _ parts: [(coding: Codings.Coding, isDeep: Bool)]) {
    var findings: [Int32: Set<Int>] = [:]
    var isDeep: [Int32: Bool] = [:]
    for part in parts {
      findings[part.coding.passageNumber, default: []].insert(part.coding.finding)
      isDeep[part.coding.passageNumber] = part.isDeep
    }
    let deep = findings.keys.sorted().filter { isDeep[$0] ?? false }
    let other = findings.keys.sorted().filter { !(isDeep[$0] ?? false) }
    guard !deep.isEmpty, !other.isEmpty else { return nil }
    var counts = PartFindings((deep + other).map { findings[$0] ?? [] }, part: deep.count)
    (found, unique) = counts.asItIs()
    let elsewhere = other.reduce(into: Set<Int>()) { $0.formUnion(findings[$1] ?? []) }
    let faults = parts.filter(\.isDeep).map(\.coding)
    basis = faults.map(\.row)
    uniqueBasis = faults.filter { !elsewhere.contains($0.finding) }.map(\.row)
    passages = deep.map { Row(type: .passage, number: Int($0)) }
    (self.inspection, self.parts) = (inspection, counts)
  }
}

extension Codings.Coding {
  /// An agency on a criterion, or on none, as one number.
  fileprivate var finding: Int { Int(agency) << 32 | Int(criterion + 1) }
}

// MARK: - Chance

extension DeepDive {
  /// What it would be were it chance which passages are the deep dive.
  public struct ByChance: Sendable {
    /// Of the share of findings that are nowhere else.
    public let share: Chance
    /// That share on average, by letter.
    public let byLetter: [Double]
  }

  /// In each letter as many passages are taken at random as the deep dive has, of those under a
  /// heading in which an agency is faulted. Nil where no letter tells.
  public var byChance: ByChance? {
    guard let share else { return nil }
    var letters = lines.map(\.parts)
    var sums = letters.map { _ in 0.0 }
    let shuffles = Shuffles(steps: letters.reduce(0) { $0 + 3 * $1.part })
    let chance = shuffles.chance(of: Double(share.part) / Double(share.whole)) { generator in
      var (found, alone) = (0, 0)
      for letter in letters.indices {
        let counts = letters[letter].shuffled(&generator)
        found += counts.found
        alone += counts.alone
        sums[letter] += Double(counts.alone) / Double(counts.found)
      }
      return Double(alone) / Double(found)
    }
    return chance.map { chance in
      ByChance(share: chance, byLetter: sums.map { $0 / Double(shuffles.count) })
    }
  }
}
