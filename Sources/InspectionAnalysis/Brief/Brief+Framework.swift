import InspectionModel

extension Brief {
  /// The page on what one integrated framework should hold.
  var framework: BriefQuestion {
    let support = accounts.framework.support
    let request = AccountRequest(.framework, filter: filter)
    let lines = support.lines.prefix(support.inUse)
    let supported = support.supported
    let least = lines.min { $0.passages.count < $1.passages.count }
    let (dive, byChance) = (accounts.deepDive.dive, accounts.deepDive.chance)
    return BriefQuestion(
      title: "What should one integrated framework hold?", answer: accounts.framework.answer,
      facts: [
        BriefQuestion.Fact(
          "criteria supported",
          codings.all.isEmpty
            ? .unknown(input.uncoded.reason)
            : Figure(
              .share(supported.count, of: support.inUse),
              basis: supported.map(\.criterion.row), opens: request),
          n: "by \(support.fewest.phrase)", interval: "none: all there are"),
        BriefQuestion.Fact(
          "passages of the least supported one",
          least.map { Figure(.count($0.passages.count), basis: $0.passages, opens: request) }
            ?? .unknown("there is no criterion"),
          n: least.map { "\($0.criterion.key) \($0.criterion.name)" } ?? "",
          interval: "none: all there are"),
        BriefQuestion.Fact(
          "found only in the deep dive",
          dive.share.map {
            Figure(
              .share($0.part, of: $0.whole),
              opens: AccountRequest(.deepDive, filter: filter))
          } ?? .unknown("no deep dive is coded"),
          n: "findings of deep dives",
          interval: byChance.map { chance in
            let (low, high) = (chance.share.low, chance.share.high)
            return "by chance \(Percent.text(Proportion.Span(low: low, high: high)))"
          } ?? "not known"),
      ],
      against: [
        "That a criterion has passages shows that inspectors write about it, not that it should "
          + "be inspected.",
        "Criteria were chosen before the letters were coded: what they leave out cannot appear.",
      ],
      unknown: first(accounts.framework.gaps), topics: [.framework, .deepDive])
  }
}
