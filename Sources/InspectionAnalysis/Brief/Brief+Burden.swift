import InspectionModel

/// The page on whether joint inspections are a burden over and above the others.
struct BurdenPage {
  let register: Register
  let filter: String
  let burden: Burden
  /// What any inspections are to be seen beside.
  let sameAreas: [SameAreas.Group]

  var question: BriefQuestion {
    let groups = sameAreas
    let answer = burden.answer(beside: groups)
    let asked = claimed
    let all = groups.prefix(2).map { (group: $0, opens: AccountRequest(.burden)) }
    let claim = asked.map { (group: $0, opens: AccountRequest.claimOf2015) }
    let facts = (all + [claim].compactMap(\.self)).map { group, opens in
      BriefQuestion.Fact(
        "joint ones in \(group.name)", share(group, opens),
        n: "working days on site"
          + (Proportion(group.jointDays, of: group.load.onSiteDays).percent.map { " (\($0))" }
            ?? "") + ", \(counted(group.visits.count, "inspection"))",
        interval: "none: all there are")
    }
    let unmeasured = groups.first?.load.unmeasured.count ?? 0
    return BriefQuestion(
      title: "Are joint inspections a burden over and above the others?",
      answer: asked?.share.map { "In the first six areas in 2014–17 joint ones were \($0)." }
        .map { [$0, answer].joined(separator: " ") } ?? answer,
      facts: facts,
      against: [
        "The fewer areas and years are counted, the more a joint inspection weighs: in all of "
          + "England and all years it is little, in the areas that had one it is not.",
        "Days on site are not work: notice, preparation and the statement of action come on top.",
      ],
      unknown: [
        filter.isEmpty ? nil : "This page is of the whole register, whatever the filter.",
        unmeasured > 0
          ? "The days on site of \(counted(unmeasured, "inspection")) are not known." : nil,
        burden.gaps(burden.visits).first,
        register.count(.estimate) == 0
          ? "Nobody has entered what it costs in staff-days." : nil,
      ].compactMap(\.self),
      topics: [.burden, .scenario])
  }

  private var claimed: SameAreas.Group? {
    guard let scope = try? Scope(AccountRequest.claimOf2015.filter, in: register) else {
      return nil
    }
    let visits = Visit.all(scope.inspections(in: register), WorkingDays(register))
    return visits.isEmpty
      ? nil
      : SameAreas.Group(
        name: "the first six areas in 2014–17", visits: visits,
        load: Load(visits, threshold: Burden.usualThreshold))
  }

  private func share(_ group: SameAreas.Group, _ opens: AccountRequest) -> Figure {
    guard group.share != nil else {
      return .unknown("the days on site of these inspections are not known")
    }
    return Figure(
      .share(group.jointDays, of: group.load.onSiteDays), basis: group.joint.map(\.row),
      opens: opens)
  }
}
