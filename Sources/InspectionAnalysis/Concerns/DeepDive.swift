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
    let headings = register.column(.heading, of: .passage)
    var told: [Line] = []
    var untold: [Inspection] = []
    codings.all.forEachRun(of: \.inspectionNumber) { letter in
      var parts: [Part] = []
      letter.forEachRun(of: \.passageNumber) { passage in
        let faults = passage.filter(\.isShortfall)
        guard let first = faults.first, let heading = headings.text(Int(first.passageNumber)) else {
          return
        }
        parts.append(Part(faults: faults, isDeep: Self.isDeepDive(heading)))
      }
      guard let first = letter.first else { return }
      let inspection = register.view(first.inspection, as: Inspection.self)
      if let line = Line(inspection, parts) { told.append(line) } else { untold.append(inspection) }
    }
    (lines, self.untold) = (told, untold)
  }

  /// A passage under a heading: what faults an agency in it, and whether that is the deep dive's.
  fileprivate struct Part {
    let faults: [Codings.Coding]
    let isDeep: Bool
    var passage: Row { faults[0].passage }
    var findings: Set<Int> { Set(faults.map(\.finding)) }
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
  /// - Returns: nil where the deep dive or the rest faults nobody.
  fileprivate init?(_ inspection: Inspection, _ parts: [DeepDive.Part]) {
    // Shuffled in the order of the register.
    let ordered = parts.sorted { $0.passage.number < $1.passage.number }
    let (deep, other) = (ordered.filter(\.isDeep), ordered.filter { !$0.isDeep })
    guard !deep.isEmpty, !other.isEmpty else { return nil }
    let elsewhere = other.map(\.findings)
    var counts = PartFindings(deep.map(\.findings) + elsewhere, part: deep.count)
    (found, unique) = counts.asItIs()
    let others = elsewhere.reduce(into: Set<Int>()) { $0.formUnion($1) }
    let faults = parts.filter(\.isDeep).flatMap(\.faults)
    basis = faults.map(\.row)
    uniqueBasis = faults.filter { !others.contains($0.finding) }.map(\.row)
    passages = deep.map(\.passage)
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
