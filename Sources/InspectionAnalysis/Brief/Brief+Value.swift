import InspectionModel

extension Brief {
  /// The page on whether there was value.
  var value: BriefQuestion {
    let better = accounts.value.better
    let request = AccountRequest(.value, filter: filter)
    let rate = better.expected.map { expected in
      BriefQuestion.Fact(
        "the same in areas without one",
        Figure(.phrase(Percent.text(expected)), basis: better.withoutRows, opens: request),
        n: "\(better.withoutRows.count) inspections of areas without", interval: difference(better))
    }
    let pause = register.all(PausePoint.self).first.map { PauseProgress($0, on: input.day) }
    let facts: [BriefQuestion.Fact?] = [
      BriefQuestion.Fact(
        "better grade at the next full one",
        better.with.whole > 0
          ? Figure(
            .share(better.with.part, of: better.with.whole), basis: better.withRows, opens: request)
          : .unknown("no area has a next grade yet"),
        n: counted(better.with.whole, "joint inspection"),
        interval: better.with.wilson.map { Percent.text($0) } ?? "not known"),
      rate,
      pause.map { pause in
        BriefQuestion.Fact(
          "pause point: coded and agreed",
          Figure(
            .share(pause.agreed.count, of: pause.wanted), basis: pause.members.map(\.inspection),
            opens: AccountRequest(.pause)),
          n: counted(pause.wanted, "inspection"), interval: "none: all there are")
      },
    ]
    return BriefQuestion(
      title: "Was there value: should it go on after the first six?",
      answer: accounts.value.answer, facts: facts.compactMap(\.self),
      against: [
        "Areas are chosen for a joint inspection, and grades move for many reasons: what came "
          + "after it need not have come of it.",
        deepDive,
      ].compactMap(\.self),
      unknown: first(accounts.value.gaps), topics: [.value, .pause])
  }

  private func difference(_ better: GradeComparison) -> String {
    better.difference.map {
      "difference \(Percent.difference($0.value)) (\(Percent.difference($0.span)))"
    } ?? "not known"
  }

  private var deepDive: String? {
    codings.all.isEmpty ? nil : accounts.deepDive.answer
  }
}
