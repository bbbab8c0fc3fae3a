import InspectionModel
import RecText
import Testing

@testable import InspectionStore

/// What is known of the joint inspections, worked out from the register that the program ships.
///
/// Sources: the published letters; Ofsted's tables of outcomes at 31 March 2025 and of inspections
/// from 2009 to 2023.
struct StarterFactsTests {
  private let register = StarterTests.starter.register

  private func inspections(_ framework: String) -> [Inspection] {
    register.all(Inspection.self).filter { $0.framework?.key == framework }
  }

  /// The first six joint inspections by fieldwork.
  private var firstSix: [Inspection] {
    let dated = inspections(Framework.joint).compactMap { inspection in
      inspection.from.map { (from: $0, inspection: inspection) }
    }
    return dated.sorted { $0.from < $1.from }.prefix(6).map(\.inspection)
  }

  @Test
  func `the first six by fieldwork were on site by 16 September and published by 28 October 2016`()
  {
    let six = firstSix
    #expect(six.filter { $0.theme?.key == "sexual-exploitation-and-missing" }.count == 5)
    #expect(six[4].to?.description == "2016-06-24")
    #expect(six.compactMap { $0.to?.description }.max() == "2016-09-16")
    #expect(six.compactMap { $0.published?.description }.max() == "2016-10-28")
    #expect(six.map(\.passages.count).reduce(0, +) == 203)
  }

  @Test
  func `of the six agencies in scope of each of the six, 26 of 36 have to join the statement`() {
    let scope: Set = [
      "social-care", "police", "health", "probation", "youth-justice", "education",
    ]
    let joined = firstSix.flatMap { Set($0.statementAgencies.map(\.key)).intersection(scope) }
    #expect(joined.count == 26)
    #expect(joined.count { $0 == "education" } == 1)
  }

  @Test(arguments: [("jtai", 5), ("sif", 25)])
  func `inspections are on site for the usual days`(framework: String, days: Int) throws {
    let all = inspections(framework).compactMap { inspection in
      inspection.from.flatMap { from in inspection.to.flatMap { from.days(until: $0) } }
    }
    #expect(Self.median(all.map { $0 + 1 }) == days)
  }

  @Test(arguments: [(2016...2020, 46), (2022...2025, 53)])
  func `letters are published the usual days after the last on site`(
    years: ClosedRange<Int>, days: Int
  ) {
    let all = inspections(Framework.joint)
      .filter { $0.from.map { years.contains($0.year) } ?? false }
      .compactMap { inspection in
        inspection.to.flatMap { to in inspection.published.flatMap { to.days(until: $0) } }
      }
    #expect(Self.median(all) == days)
  }

  @Test(
    arguments: [
      ("jtai", 73, 0), ("sif", 173, 173), ("ilacs", 188, 188), ("ilacs-short", 125, 125),
      ("ilacs-focused", 36, 0), ("monitoring-visit", 24, 0),
    ])
  func `inspections have a grade where their framework gives one`(
    framework: String, count: Int, graded: Int
  ) {
    // From 27 April 2026 on no overall grade is given.
    let end = Day(iso: "2026-04-27")
    let all = inspections(framework).filter { $0.from.map { $0 < (end ?? $0) } ?? true }
    #expect(all.count == count)
    #expect(all.count { $0.grade != nil } == graded)
  }

  /// An area that took the place of one alone continues its history.
  @Test func `the last grades of the 153 areas are as Ofsted counted them on 31 March 2025`() {
    var last: [String: (day: Day, grade: Grade)] = [:]
    for inspection in inspections("ilacs") + inspections("ilacs-short") {
      guard let area = inspection.area, let day = inspection.from, let grade = inspection.grade,
        day.description <= "2025-03-31"
      else { continue }
      let present = area.to == nil ? [area] : area.successors
      guard present.count == 1, last[present[0].key].map({ $0.day < day }) ?? true else { continue }
      last[present[0].key] = (day, grade)
    }
    #expect(last.count == 153)
    let counts = Dictionary(grouping: last.values.map(\.grade)) { $0 }.mapValues(\.count)
    #expect(
      counts == [.outstanding: 36, .good: 67, .requiresImprovement: 31, .inadequate: 19])
  }

  @Test func `first grades under the single framework are as Ofsted counted them`() {
    let first = Dictionary(grouping: inspections("sif")) { $0.area?.key }
      .compactMapValues { all in
        all.min { ($0.published ?? $0.listed)! < ($1.published ?? $1.listed)! }
      }
    let counts = Dictionary(grouping: first.values.compactMap(\.grade)) { $0 }.mapValues(\.count)
    #expect(
      counts == [.outstanding: 3, .good: 51, .requiresImprovement: 65, .inadequate: 33])
  }

  @Test
  func
    `a fact of a framework is marked as stated, inferred or not found, what is known is there`()
  {
    let facts: [Field] = [.from, .to, .notice, .onSite, .statement, .calendarDays, .every]
    for framework in register.all(Framework.self) {
      for fact in facts {
        let isThere = framework.record.text(fact) != nil
        let mark = framework.mark(of: fact)
        let isInForce = fact == .to && !isThere && mark == nil
        #expect(
          isInForce || (isThere ? mark == .stated || mark == .inferred : mark == .notFound),
          "\(framework.key) \(fact.name)")
      }
    }
    let days = register.all(Framework.self).reduce(into: [:]) { $0[$1.key] = $1.calendarDays }
    #expect(days["ilacs"] == 12 && days["ilacs-short"] == 5)
    #expect(days["jtai"] == 5 && days["sif"] == 25)
  }

  @Test
  func
    `the police force of every joint inspection that was read is a body that covers its area`()
  {
    let forces = register.all(Body.self).filter { $0.agency?.key == "police" }
    #expect(forces.count == 30)
    let policed = Set(forces.flatMap(\.covers).map(\.key))
    for inspection in inspections(Framework.joint) where inspection.certainty == .statedInLetter {
      #expect(policed.contains(inspection.area?.key ?? ""), "\(inspection.key)")
    }
    let most = forces.max { $0.covers.count < $1.covers.count }
    #expect(most?.name == "Metropolitan Police Service")
    #expect(most?.covers.count == 12)
  }

  @Test
  func `the eight concerns of 2015 are open, each with who raised it and what would address it`() {
    let concerns = register.all(Concern.self)
    #expect(concerns.map(\.key) == (1...8).map { "K\($0)" })
    for concern in concerns {
      #expect(concern.standing == .open)
      #expect(concern.test != nil && concern.summary != nil)
      #expect(!concern.raisedIn.flatMap(\.bodies).isEmpty)
    }
    let consultation = register.all(Consultation.self).first
    #expect(consultation?.answers == 200)
    #expect(consultation?.responses.count == 5)
    #expect(consultation?.to?.description == "2015-08-11")
  }

  @Test func `the pause point comes after six, and its twin on one theme can never be reached`()
    throws
  {
    let points = register.all(PausePoint.self)
    #expect(points.map(\.first) == [6, 6])
    #expect(points.map { $0.closed == nil } == [true, false])
    #expect(points.allSatisfy { $0.outcome == nil && $0.members.isEmpty })
    let theme = try #require(points.last?.theme)
    let onTheme = inspections(Framework.joint).filter { $0.theme?.row == theme.row }
    #expect(onTheme.count == 5)
  }

  /// Of an even number of values the lower of the two in the middle.
  private static func median(_ values: [Int]) -> Int? {
    values.isEmpty ? nil : values.sorted()[(values.count - 1) / 2]
  }
}
