import InspectionAnalysis
import Testing

/// Few resamples: the tests ask what an interval is, not how smooth it is.
private let bootstrap = Bootstrap(replicates: 200, seed: 7)

struct AgreementTests {
  @Test func `Cohen's kappa of the textbook square is point four`() throws {
    let kappa = measure(.cohen(.plain), square(20, 5, 10, 15))
    #expect(kappa.n == 50)
    #expect(isNear(kappa.observed, 0.70))
    #expect(isNear(kappa.expected, 0.50))
    #expect(isNear(kappa.number, 0.400))
    #expect(kappa.prevalence == [0.55, 0.45])
  }

  @Test func `where nearly all is one category kappa says nought and AC1 does not`() {
    let ratings = square(45, 3, 2, 0)
    let kappa = measure(.cohen(.plain), ratings)
    #expect(isNear(kappa.observed, 0.90))
    #expect(isNear(kappa.number, -0.0504))
    #expect(isNear(measure(.gwetAC1, ratings).number, 0.8895))
    #expect(isNear(measure(.percent, ratings).number, 0.90))
  }

  @Test func `grades in an order are weighted by how far apart they are`() {
    let grades = Array("OGRI")
    func category(_ grade: Character) -> Int? { grades.firstIndex(of: grade) }
    let units = zip("OGGRRIGRGI", "OGRRRIGGGR").map { [category($0), category($1)] }
    let ratings = Ratings(categories: 4, units: units)
    #expect(isNear(measure(.cohen(.plain), ratings).number, 0.5652))
    #expect(isNear(measure(.cohen(.linear), ratings).number, 0.6809))
    #expect(isNear(measure(.cohen(.quadratic), ratings).number, 0.8000))
  }

  @Test func `Fleiss' kappa of ten subjects and fourteen raters is that of the textbook`() {
    let counts = [
      [0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1],
      [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7],
    ]
    let units = counts.map { row in
      row.enumerated().flatMap { Array(repeating: Int?.some($0), count: $1) }
    }
    let kappa = measure(.fleiss, Ratings(categories: 5, units: units))
    #expect(isNear(kappa.number, 0.2099))
    #expect(kappa.n == 10)
  }

  @Test func `alpha takes gaps, and names, an order and numbers`() {
    let alpha = krippendorff
    #expect(isNear(measure(.krippendorff(.nominal), alpha).number, 0.7434))
    #expect(isNear(measure(.krippendorff(.ordinal), alpha).number, 0.8154))
    #expect(isNear(measure(.krippendorff(.interval), alpha).number, 0.8491))
    // Disagreements are shares of the widest there could be, whatever the scale.
    let ordinal = measure(.krippendorff(.ordinal), alpha)
    #expect([ordinal.observed, ordinal.expected].allSatisfy { (0...1).contains($0 ?? -1) })
    // The unit with one value is no unit to agree on.
    #expect(measure(.krippendorff(.nominal), alpha).n == 11)
  }

  @Test func `Fleiss' kappa refuses gaps and names alpha`() {
    let value = measure(.fleiss, krippendorff).value
    #expect(value == .undefined(.unequalCoders))
    #expect(
      Coefficient.Reason.unequalCoders.description
        == "undefined: units have different numbers of coders; alpha takes them")
  }

  @Test func `pooled kappa of codes is made of mean agreements, not of kappas`() {
    let common = square(20, 5, 10, 15)
    let rare = square(48, 1, 1, 0)
    let pooled = Agreement.pooledKappa([common, rare], bootstrap: bootstrap)
    // p_o (.70 + .96) / 2, p_e (.50 + .98² + .02²) / 2
    let expected = (0.50 + 0.98 * 0.98 + 0.02 * 0.02) / 2
    #expect(isNear(pooled.observed, 0.83))
    #expect(isNear(pooled.expected, expected))
    #expect(isNear(pooled.number, (0.83 - expected) / (1 - expected)))
    #expect(
      isNear(Agreement.pooledKappa([common], bootstrap: bootstrap).number, 0.400))
  }

  @Test(arguments: [
    Statistic.cohen(.plain), .cohen(.linear), .fleiss, .krippendorff(.nominal),
    .krippendorff(.ordinal), .krippendorff(.interval), .pooledKappa,
  ])
  func `with one category used there is nothing to be said`(statistic: Statistic) {
    let coefficient = measure(statistic, square(9, 0, 0, 0))
    #expect(coefficient.value == .undefined(.onlyOneCategory))
    #expect("\(Coefficient.Reason.onlyOneCategory)" == "undefined: only one category used")
    #expect(coefficient.number == nil)
    #expect(coefficient.interval == nil)
    #expect(coefficient.n == 9)
    // Two coders of one mind are still seen to agree.
    #expect(isNear(measure(.percent, square(9, 0, 0, 0)).number, 1))
  }

  @Test(arguments: [
    Statistic.percent, .cohen(.plain), .fleiss, .krippendorff(.nominal), .gwetAC1, .pooledKappa,
  ])
  func `coders who share no unit have no overlap`(statistic: Statistic) {
    let apart = Ratings(categories: 2, units: [[0, nil], [nil, 1], [nil, nil]])
    for ratings in [apart, Ratings(categories: 2, units: [])] {
      let coefficient = measure(statistic, ratings)
      #expect(coefficient.value == .undefined(.noOverlap))
      #expect(coefficient.n == 0)
    }
  }

  @Test func `an interval holds its value, and its seed gives it again`() throws {
    let first = measure(.cohen(.plain), square(20, 5, 10, 15))
    let interval = try #require(first.interval)
    let value = try #require(first.number)
    #expect(interval.low < value && value < interval.high)
    #expect(interval.seed == 7 && interval.replicates == 200 && interval.defined == 200)
    #expect(measure(.cohen(.plain), square(20, 5, 10, 15)) == first)
    let other = Agreement.measure(
      .cohen(.plain), square(20, 5, 10, 15), bootstrap: Bootstrap(replicates: 200, seed: 8))
    #expect(other.interval != first.interval && other.number == first.number)
  }

  @Test func `resamples on which a measure says nothing are left out and counted`() throws {
    // One unit of 40 has the other category, and a third of the resamples lacks it.
    let interval = try #require(measure(.cohen(.plain), square(39, 0, 0, 1)).interval)
    #expect(interval.defined < interval.replicates)
  }

  private func measure(_ statistic: Statistic, _ ratings: Ratings) -> Coefficient {
    Agreement.measure(statistic, ratings, bootstrap: bootstrap)
  }

  private func isNear(_ value: Double?, _ expected: Double) -> Bool {
    value.map { abs($0 - expected) < 0.00005 } ?? false
  }

  /// Two coders and two categories: both the first, one each way, both the second.
  private func square(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> Ratings {
    let cells = [(a, [0, 0]), (b, [0, 1]), (c, [1, 0]), (d, [1, 1])]
    return Ratings(
      categories: 2,
      units: cells.flatMap { count, pair in
        Array(repeating: pair.map(Optional.some), count: count)
      })
  }

  /// Krippendorff's four coders and twelve units, with gaps.
  private var krippendorff: Ratings {
    let coders = [
      [1, 2, 3, 3, 2, 1, 4, 1, 2, nil, nil, nil], [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, nil, 3],
      [nil, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, nil], [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, nil],
    ]
    return Ratings(
      categories: 5, units: (0..<12).map { unit in coders.map { $0[unit].map { $0 - 1 } } })
  }
}
