import InspectionModel

/// One of the questions that were asked in 2015, with what the register answers.
struct BriefQuestion {
  /// One number with what it is of and how sure it is.
  struct Fact {
    let name: String
    let figure: Figure
    /// How many it is of: `6 letters, 203 passages`.
    let n: String
    /// The interval of 95 %, or why there is none.
    let interval: String

    init(_ name: String, _ figure: Figure, n: String, interval: String) {
      (self.name, self.figure, self.n, self.interval) = (name, figure, n, interval)
    }
  }

  let title: String
  let answer: String
  let facts: [Fact]
  /// What speaks against the answer.
  let against: [String]
  let unknown: [String]
  /// The topics that answer it, the first of them first.
  let topics: [Topic]

  /// A page of it.
  ///
  /// - Parameter concerns: how the concerns that ask it stand, a sentence each.
  func blocks(_ number: Int, concerns: [String]) -> [Account.Block] {
    [
      .sentences(title: "\(number). \(title)", [answer]),
      .grid(grid(number)),
      .sentences(title: "\(number). What speaks against it", against),
      .sentences(title: "\(number). What is not known", unknown),
      .sentences(title: "\(number). Where it stands", concerns),
    ].filter { !$0.isEmpty }
  }

  private func grid(_ number: Int) -> Grid {
    Grid(
      title: "\(number). Figures", corner: "figure", rows: facts, named: \.name,
      columns: [
        Grid.Column("value", \.figure), .phrase("of what", short: "n", \.n),
        .phrase("95 % interval", short: "95 %", \.interval),
      ])
  }
}
