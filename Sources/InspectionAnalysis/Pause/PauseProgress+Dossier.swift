import InspectionModel

/// The evidence before a decision, each line leading to where it can be read, and the other pause
/// points.
extension PauseProgress {
  var dossier: Grid {
    let inspections = members.map { register.view($0.inspection, as: Inspection.self) }
    let picture = Picture(of: inspections, in: register)
    let computed = [
      Measure(
        "contributions", contributions(picture.codings.all),
        of: "what agencies did well or badly, as coded"),
      Measure(
        "coverage", share(picture.coverage, opens: picture.codings.all.map(\.row)),
        of: "agencies in scope that something was found about"),
      Measure(
        "statements",
        share(StatementCoverage(of: inspections, in: register).share, opens: rows(\.isPublished)),
        of: "agencies in scope that must write or join the statement of action"),
      Measure(
        "isolates", isolates(picture), of: "agencies in scope without recorded joint working"),
      Measure("burden", burden(inspections), of: "working days on site"),
    ]
    return Grid(
      title: "Dossier", corner: "evidence",
      rows: computed + records(inspections, picture.codings.all), named: \.name,
      columns: [Grid.Column("how much", \.figure), .phrase("what", \.phrase)])
  }

  private func contributions(_ codings: [Codings.Coding]) -> Figure {
    guard !codings.isEmpty else { return Figure(.absent(.notCoded)) }
    return Figure(
      .split(
        strengths: codings.count(where: \.isStrength),
        shortfalls: codings.count(where: \.isShortfall)),
      basis: codings.map(\.row), opens: opens(.picture))
  }

  private func share(_ share: Picture.Share, opens basis: [Row]) -> Figure {
    share.whole == 0
      ? Figure(.absent(.notCoded))
      : Figure(.share(share.part, of: share.whole), basis: basis, opens: opens(.picture))
  }

  private func isolates(_ picture: Picture) -> Figure {
    guard !picture.codings.all.isEmpty else { return Figure(.absent(.notCoded)) }
    let isolates = JointNetwork(picture).isolates
    return Figure(
      .phrase(isolates.isEmpty ? "none" : listed(isolates.map(\.name))),
      basis: isolates.map(\.row), opens: opens(.picture))
  }

  private func burden(_ inspections: [Inspection]) -> Figure {
    let load = Load(
      Visit.all(inspections, WorkingDays(register)), threshold: Burden.usualThreshold)
    let figure = LoadFigures(load).onSite
    return Figure(figure.value, basis: figure.basis, opens: opens(.burden))
  }

  /// What people wrote and decided about these letters, and what was feared of them.
  private func records(
    _ inspections: [Inspection], _ codings: [Codings.Coding]
  ) -> [Measure] {
    let about = Set(
      members.map(\.inspection) + inspections.flatMap(\.passages).map(\.row) + codings.map(\.row))
    let memos = register.all(Memo.self).filter { $0.subject.map(about.contains) ?? false }
    let decisions = register.all(Decision.self).filter {
      $0.passage.map { about.contains($0.row) } ?? false
    }
    let concerns = register.rows(.concern)
    return [
      Measure("memos", .count(memos.map(\.row)), of: "notes on these letters"),
      Measure(
        "decisions", .count(decisions.map(\.row)), of: "differences of two passes, settled"),
      Measure(
        "concerns",
        Figure(.count(concerns.count), basis: concerns, opens: AccountRequest(.concerns)),
        of: "what was feared or asked for in 2015"),
    ]
  }

  /// The account of its inspections; nil where a filter would take others than those it was decided
  /// on.
  private func opens(_ topic: Topic) -> AccountRequest? {
    guard members.map(\.inspection) == point.ruled.map(\.row) else { return nil }
    let theme = point.theme.map { "theme:\($0.key)" }
    let filter = ["first:\(wanted)", theme].compactMap(\.self).joined(separator: " ")
    return AccountRequest(topic, filter: filter)
  }

  /// Every pause point with how far it is.
  static func points(_ register: Register, on day: Day) -> Grid {
    Grid(
      title: "Pause points", corner: "after",
      rows: register.all(PausePoint.self).map { PauseProgress($0, on: day) },
      named: \.point.name, subject: \.point.row,
      columns: [
        .bar("inspected") {
          Figure(
            .share($0.inspected.count, of: $0.wanted), basis: $0.inspected,
            opens: AccountRequest(.pause, key: $0.point.key))
        },
        .phrase("state", \.state),
      ])
  }

  private var state: String {
    if let outcome = point.outcome {
      return "decided" + (point.decided.map { " on \($0)" } ?? "") + ": " + outcome.rawValue
    }
    if point.closed != nil { return "can no longer be reached" }
    if isReady { return "ready to be decided" }
    return wanted > 0 && inspected.count == wanted ? "reached" : "not reached"
  }
}
