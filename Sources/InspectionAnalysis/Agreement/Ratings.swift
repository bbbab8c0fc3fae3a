/// What several coders said of several units: a category each, or nothing.
///
/// Invariant: every unit has one value a coder, a category from 0 or nil; with it every measure
/// below is a pure function of these values.
public struct Ratings: Hashable, Sendable {
  /// How many categories there were to choose from, used or not.
  public let categories: Int
  /// How many coders.
  public let coders: Int
  /// Unit by unit, coder by coder; -1 where a coder said nothing. Flat, so that resampling is
  /// copying.
  private let cells: [Int16]
  /// How many coders put each unit into each category; made once, since resamples only pick from
  /// them.
  private let counts: [[Int]]

  /// - Parameter units: a row a unit, a value a coder: a category from 0, or nil.
  /// - Precondition: all rows are of one length, and every value is below `categories`.
  public init(categories: Int, units: [[Int?]]) {
    let coders = units.first?.count ?? 0
    precondition(units.allSatisfy { $0.count == coders }, "a unit with another number of coders")
    let values = units.joined().compactMap(\.self)
    precondition(values.allSatisfy { (0..<categories).contains($0) }, "a category that is none")
    self.categories = categories
    self.coders = coders
    cells = units.joined().map { $0.map(Int16.init) ?? -1 }
    counts = units.map { unit in
      var counts = [Int](repeating: 0, count: categories)
      for value in unit.compactMap(\.self) { counts[value] += 1 }
      return counts
    }
  }

  private init(categories: Int, coders: Int, cells: [Int16], counts: [[Int]]) {
    (self.categories, self.coders) = (categories, coders)
    (self.cells, self.counts) = (cells, counts)
  }

  public var unitCount: Int { counts.count }

  /// What a coder said of a unit.
  subscript(unit: Int, coder: Int) -> Int? {
    let cell = cells[unit * coders + coder]
    return cell < 0 ? nil : Int(cell)
  }

  /// The category counts of every unit on which at least two coders said something.
  var pairable: [[Int]] {
    counts.filter { $0.reduce(0, +) >= 2 }
  }

  /// The units on which every coder said something.
  var complete: Ratings { sampled(counts.indices.filter { counts[$0].reduce(0, +) == coders }) }

  /// The same coders on these units, any of them as often as it is named.
  func sampled(_ units: [Int]) -> Ratings {
    var sample: [Int16] = []
    sample.reserveCapacity(units.count * coders)
    for unit in units { sample += cells[unit * coders..<(unit + 1) * coders] }
    return Ratings(
      categories: categories, coders: coders, cells: sample, counts: units.map { counts[$0] })
  }
}
