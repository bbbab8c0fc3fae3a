import InspectionModel

/// How many passages would name one agency only, were it chance which contribution stands in which
/// passage of its letter.
///
/// Each letter keeps its contributions and each passage how many it has; a contribution keeps the
/// agencies that it names, its partners too. O(contributions · shuffles), as numbers alone.
struct NamingByChance {
  /// Of the share of passages that name one agency only, of those that name any.
  let share: Chance
  /// How many passages each agency has alone on average, by its row number.
  let byAgency: [Int: Double]

  /// Nil where no passage names an agency.
  init?(_ codings: Codings) {
    var letters = LetterNames.letters(codings)
    let asItIs = letters.reduce(into: LetterNames.Count()) { $0.add($1.asItIs()) }
    guard let figure = asItIs.share else { return nil }
    let shuffles = Shuffles(steps: letters.reduce(0) { $0 + $1.contributions })
    var alone = [Int](repeating: 0, count: codings.register.rowCount(.agency))
    let chance = shuffles.chance(of: figure) { generator in
      var count = LetterNames.Count()
      for letter in letters.indices {
        count.add(letters[letter].shuffled(&generator) { alone[$0] += 1 })
      }
      return count.share
    }
    guard let chance else { return nil }
    share = chance
    byAgency = Dictionary(
      uniqueKeysWithValues: alone.indices.map { agency in
        (agency, Double(alone[agency]) / Double(shuffles.count))
      })
  }
}

/// What the contributions of a letter name, and how many each passage has.
private struct LetterNames {
  fileprivate typealias Named = AgencyNames.Named

  /// Passages that name an agency, and those of them that name one only.
  struct Count {
    var alone = 0
    var all = 0
    var share: Double? { all > 0 ? Double(alone) / Double(all) : nil }

    mutating func add(_ other: Count) {
      alone += other.alone
      all += other.all
    }
  }

  private var names: [Named] = []
  private var sizes: [Int] = []
  var contributions: Int { names.count }

  /// Contributions come in the order of the letters and their passages.
  static func letters(_ codings: Codings) -> [LetterNames] {
    let names = AgencyNames(codings)
    var letters: [LetterNames] = []
    codings.all.forEachRun(of: \.inspectionNumber) { letter in
      var own = LetterNames()
      letter.forEachRun(of: \.passageNumber) { passage in
        let before = own.names.count
        for coding in passage where coding.isFinding { own.names.append(names.named(in: coding)) }
        if own.names.count > before { own.sizes.append(own.names.count - before) }
      }
      if !own.names.isEmpty { letters.append(own) }
    }
    return letters
  }

  func asItIs() -> Count {
    var (count, start) = (Count(), 0)
    for size in sizes {
      count.tally(names[start..<start + size].reduce(Named.none) { $0.joined($1) }) { _ in }
      start += size
    }
    return count
  }

  /// Draws what each passage names. Once that is several, what else it names is left undrawn, which
  /// changes nothing for the others.
  mutating func shuffled(_ generator: inout SplitMix, _ alone: (Int) -> Void) -> Count {
    names.withUnsafeMutableBufferPointer { names in
      var (count, drawn) = (Count(), 0)
      for size in sizes {
        var joined = Named.none
        for _ in 0..<size where joined != .several {
          names.swapAt(drawn, Int.random(in: drawn..<names.count, using: &generator))
          joined = joined.joined(names[drawn])
          drawn += 1
        }
        count.tally(joined, alone)
      }
      return count
    }
  }
}

extension LetterNames.Count {
  fileprivate mutating func tally(_ named: AgencyNames.Named, _ alone: (Int) -> Void) {
    guard named != .none else { return }
    all += 1
    if let agency = named.one {
      self.alone += 1
      alone(agency)
    }
  }
}
