import InspectionModel

extension Brief {
  /// The page on whether the contributions of all partners are seen.
  var partners: BriefQuestion {
    let picture = accounts.picture.picture
    let coded = picture.coverages.filter(\.isKnown)
    let request = AccountRequest(.picture, filter: filter)
    return BriefQuestion(
      title: "Are the contributions of all partners seen?", answer: accounts.picture.answer,
      facts: [
        BriefQuestion.Fact(
          "agencies with findings, as coded",
          picture.coverage.whole > 0
            ? Figure(
              .share(picture.coverage.part, of: picture.coverage.whole),
              basis: coded.map(\.inspection.row), opens: request)
            : .unknown(input.uncoded.reason),
          n: counted(coded.count, "letter"),
          interval: "none: all that are coded"),
        codedFact(request),
        readFact(accounts.asRead, request.read(.machine)),
      ],
      against: [
        accounts.alone.answer,
        "Letters tell what inspectors looked at: an agency that no inspectorate looked at "
          + "does not appear, whatever it does.",
      ],
      unknown: first(accounts.picture.gaps), topics: [.picture, .alone])
  }

  /// How many contributions fault an agency, of those that credit or fault one.
  private func codedFact(_ request: AccountRequest) -> BriefQuestion.Fact {
    var tally = ReportTally()
    for coding in codings.all where coding.isFinding {
      tally.add(coding.inspectionNumber, isPart: coding.direction == .shortfall)
    }
    let shortfalls = codings.all.filter { $0.direction == .shortfall }.map(\.row)
    let letters = tally.reports
    return BriefQuestion.Fact(
      "contributions that are shortfalls, as coded",
      letters.isEmpty
        ? .unknown(input.uncoded.reason)
        : Figure(
          .share(shortfalls.count, of: letters.total.whole), basis: shortfalls, opens: request),
      n: counted(letters.count, "letter"), interval: Self.phrase(letters))
  }

  /// By report, since what stands in one report is not independent.
  private static func phrase(_ reports: [Proportion]) -> String {
    reports.isEmpty ? "not known" : ReportBootstrap().phrase(of: reports)
  }

  /// Of what was only read: how often agencies stand in areas for improvement.
  private func readFact(_ read: AsRead, _ request: AccountRequest) -> BriefQuestion.Fact {
    var tally = ReportTally()
    for sighting in read.all {
      guard let direction = sighting.direction else { continue }
      tally.add(sighting.report, isPart: direction == .shortfall)
    }
    let reports = tally.reports
    let total = reports.total
    return BriefQuestion.Fact(
      "named in areas for improvement, as read",
      total.whole > 0
        ? Figure(
          .share(total.part, of: total.whole), basis: read.read.map(\.row), opens: request)
        : .unknown("no report has been read"),
      n: "\(counted(read.read.count, "report")). \(AgencyReliability.sentence).",
      interval: Self.phrase(reports))
  }
}
