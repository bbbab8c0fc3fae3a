import InspectionAnalysis
import InspectionModel
import Testing

/// What is known of inspections of England's areas since 2013, from the register that the program
/// ships.
struct KnownBurdenTests {
  private let burden = Burden(Registers.starter)

  private func framework(_ key: String) throws -> UnderFramework {
    let row = try #require(Registers.starter.row(.framework, key: key))
    return try #require(burden.frameworks.first { $0.row == row })
  }

  @Test(arguments: [("jtai", 5.0), ("sif", 25.0)])
  func `the middle of the calendar days on site`(key: String, days: Double) throws {
    #expect(try framework(key).stay == days)
  }

  @Test(arguments: [("ilacs", 12), ("ilacs-short", 5), ("area-send", 5)])
  func `the days that inspections take are those that their framework has`(
    key: String, days: Int
  ) throws {
    let under = try framework(key)
    #expect(under.stay == Double(days))
    #expect(Framework(Registers.starter[under.row]).calendarDays == days)
  }

  @Test func `from the last day on site to the letter, to 2020 and since`() throws {
    let joint = try framework("jtai")
    #expect(joint.wait(in: ...2020) == 46)
    #expect(joint.wait(in: 2022...) == 53)
  }

  @Test func `no two inspections of an area are on site on one day`() {
    #expect(burden.areas.allSatisfy { $0.all.overlapOnSite == 0 })
  }
}
