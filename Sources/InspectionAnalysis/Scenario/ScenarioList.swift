public import InspectionModel

extension Topic {
  public static let scenario = Topic(
    "scenario", title: "What if",
    summary: "what is saved, spent and lost if other inspections replace some",
    takes: .key
  ) { Counterfactual.account(of: $0.key, in: $0.register) }
}

extension Counterfactual {
  /// The account of the scenario of a key; without one, of all there are.
  public static func account(of key: String?, in register: Register) -> Account {
    if let key, let row = register.row(.scenario, key: key) {
      return Counterfactual(register.view(row)).account
    }
    return list(register, missing: key)
  }

  /// Every scenario with what it saves and keeps. O(scenarios · (inspections + contributions)).
  private static func list(_ register: Register, missing key: String?) -> Account {
    let all = register.all(Scenario.self).map { Counterfactual($0) }
    let grid = Grid(
      title: "Scenarios", corner: "scenario", rows: all, named: \.scenario.name,
      subject: \.scenario.row,
      columns: [
        Grid.Column("inspections saved", short: "saved", \.savedFigure),
        Grid.Column("lost") { $0.named($0.coverage.lost) },
        Grid.Column("not known") { $0.named($0.coverage.notKnown) },
        Grid.Column("kept of what is looked at", short: "kept", \.keptFigure),
      ])
    let missing = key.map { "There is no scenario \($0). " } ?? ""
    return Account(
      title: "What if", question: "What if other inspections took the place of some?",
      answer: missing
        + (all.isEmpty
          ? "There is no scenario yet: one says which frameworks go, what comes in their place, "
            + "and over which time."
          : "\(counted(all.count, "scenario")) in this register."),
      blocks: all.isEmpty ? [] : [.grid(grid)], evidence: all.map(\.scenario.row), method: method)
  }

  private var opens: AccountRequest { AccountRequest(.scenario, key: scenario.key) }

  private var savedFigure: Figure {
    if let obstacle { return Figure(.absent(.unknown(obstacle)), opens: opens) }
    return Figure(
      .measure(Double(removed.count) - (added ?? 0), digits: 1), basis: removed.map(\.row),
      opens: opens)
  }

  private var keptFigure: Figure {
    coverage.lines.isEmpty
      ? .unknown("nothing is known of what the frameworks look at")
      : Figure(.share(coverage.kept.count, of: coverage.lines.count), opens: opens)
  }

  private func named(_ lines: [Line]) -> Figure {
    lines.isEmpty
      ? Figure(.phrase("–"), opens: opens)
      : Figure(
        .phrase(Coverage.names(lines, in: register)), opens: opens)
  }
}
