import InspectionModel

extension Brief {
  /// The page on whether the contributions of all partners are seen.
  var partners: BriefQuestion {
    let picture = Picture(
      of: inspections, matching: input.scope.onContributions, in: register)
    let read = AsRead(input.scope, in: register)
    let request = AccountRequest(.picture, filter: filter)
    return BriefQuestion(
      title: "Are the contributions of all partners seen?", answer: answer(.picture),
      facts: [
        BriefQuestion.Fact(
          "agencies that show, as coded",
          picture.coverage.whole > 0
            ? Figure(
              .share(picture.coverage.part, of: picture.coverage.whole),
              basis: picture.coverages.filter(\.isKnown).map(\.inspection.row), opens: request)
            : .unknown("nothing is coded"),
          n: counted(picture.coverages.filter(\.isKnown).count, "letter"),
          interval: "none: all that are coded"),
        codedFact(request),
        readFact(read, request.read(.machine)),
      ],
      against: [answer(.alone)].filter { !$0.isEmpty }
        + [
          "Letters tell what inspectors looked at: an agency that no inspectorate looked at does "
            + "not show, whatever it does."
        ],
      unknown: gaps(.picture), topics: [.picture, .alone])
  }

  /// How many contributions fault an agency, of those that credit or fault one.
  private func codedFact(_ request: AccountRequest) -> BriefQuestion.Fact {
    let findings = codings.all.filter(\.isFinding)
    let shortfalls = findings.filter { $0.direction == .shortfall }.map(\.row)
    var tally = ReportTally()
    for coding in findings {
      tally.add(coding.inspectionNumber, isPart: coding.direction == .shortfall)
    }
    let letters = tally.reports
    return BriefQuestion.Fact(
      "contributions that fault, as coded",
      findings.isEmpty
        ? .unknown("nothing is coded")
        : Figure(.share(shortfalls.count, of: findings.count), basis: shortfalls, opens: request),
      n: counted(letters.count, "letter"), interval: Self.words(letters))
  }

  /// By report, since what stands in one report is not independent.
  private static func words(_ reports: [Proportion]) -> String {
    reports.isEmpty ? "not known" : ReportBootstrap().words(of: reports)
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
      interval: Self.words(reports))
  }
}
