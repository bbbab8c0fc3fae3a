import InspectionModel

/// The evidence before a decision, each line leading to where it can be read, and the other pause points.
extension PauseProgress {
  var dossier: Grid {
    let inspections = members.map { register.view($0.inspection, as: Inspection.self) }
    let picture = Picture(of: inspections, in: register)
    func line(_ name: String, _ figure: Figure, _ what: String) -> Grid.Line {
      Grid.Line(Grid.Heading(name), [figure, Figure(.words(what))])
    }
    return Grid(
      title: "Dossier", corner: "evidence",
      columns: [Grid.Heading("how much"), Grid.Heading("what")],
      lines: [
        line(
          "contributions", contributions(picture.codings.all),
          "what agencies did well or badly, as coded"),
        line(
          "coverage", share(picture.coverage, opens: picture.codings.all.map(\.row)),
          "agencies in scope that something was found about"),
        line(
          "statements",
          share(StatementCoverage(of: inspections, in: register).share, opens: rows(\.isPublished)),
          "agencies in scope that must write or join the statement of action"),
        line(
          "isolates", isolates(picture), "agencies in scope without recorded joint working"),
        line("burden", burden(inspections), "working days on site"),
      ] + records(inspections, picture.codings.all).map(line))
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
      .words(isolates.isEmpty ? "none" : listed(isolates.map(\.name))),
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
  ) -> [(String, Figure, String)] {
    let about = Set(
      members.map(\.inspection) + inspections.flatMap(\.passages).map(\.row) + codings.map(\.row))
    let memos = register.all(Memo.self).filter { $0.subject.map(about.contains) ?? false }
    let decisions = register.all(Decision.self).filter {
      $0.passage.map { about.contains($0.row) } ?? false
    }
    let concerns = register.rows(.concern)
    return [
      ("memos", .count(memos.map(\.row)), "notes on these letters"),
      ("decisions", .count(decisions.map(\.row)), "differences of two passes, settled"),
      (
        "concerns",
        Figure(.count(concerns.count), basis: concerns, opens: AccountRequest(.concerns)),
        "what was feared or asked for in 2015"
      ),
    ]
  }

  /// The account of its inspections; nil where a filter would take others than those it was decided on.
  private func opens(_ topic: AccountTopic) -> AccountRequest? {
    guard members.map(\.inspection) == point.ruled.map(\.row) else { return nil }
    let theme = point.theme.map { "theme:\($0.key)" }
    let filter = ["first:\(wanted)", theme].compactMap(\.self).joined(separator: " ")
    return AccountRequest(topic, filter: filter)
  }

  /// Every pause point with how far it is.
  static func points(_ register: Register, on day: Day) -> Grid {
    let lines = register.all(PausePoint.self).map { point in
      let progress = PauseProgress(point, on: day)
      let rows = progress.inspected
      return Grid.Line(
        Grid.Heading(point.name), subject: point.row,
        [
          Figure(
            .share(rows.count, of: progress.wanted), basis: rows,
            opens: AccountRequest(.pause, key: point.key)),
          Figure(.words(progress.state)),
        ])
    }
    return Grid(
      title: "Pause points", corner: "after", columns: [.bar("inspected"), Grid.Heading("state")],
      lines: lines)
  }

  private var state: String {
    if let outcome = point.outcome {
      return "decided" + (point.decided.map { " on \($0)" } ?? "") + ": " + outcome.rawValue
    }
    if point.closed != nil { return "cannot be reached any more" }
    if isReady { return "ready to be decided" }
    return wanted > 0 && inspected.count == wanted ? "reached" : "not reached"
  }
}
