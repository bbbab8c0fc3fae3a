import InspectionAnalysis
import Testing

/// Intervals against those that are published.
struct ProportionTests {
  /// Newcombe, Statistics in Medicine 17 (1998), 857–872, table I, method 3.
  @Test(arguments: [
    (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611),
    (1, 29, 0.0061, 0.1718),
  ])
  func `Wilson's interval is the published one`(part: Int, whole: Int, low: Double, high: Double)
    throws
  {
    let interval = try #require(Proportion(part, of: whole).wilson)
    #expect(abs(interval.low - low) < 0.00006 && abs(interval.high - high) < 0.00006)
  }

  /// Newcombe, Statistics in Medicine 17 (1998), 873–890, table II, method 10.
  @Test(arguments: [
    (56, 70, 48, 80, 0.0524, 0.3339), (9, 10, 3, 10, 0.1705, 0.8090),
    (5, 56, 0, 29, -0.0381, 0.1926), (10, 10, 0, 20, 0.6791, 1.0), (10, 10, 0, 10, 0.6075, 1.0),
  ])
  func `Newcombe's interval of a difference is the published one`(
    a: Int, m: Int, b: Int, n: Int, low: Double, high: Double
  ) throws {
    let interval = try #require(Proportion(a, of: m).newcombe(less: Proportion(b, of: n)))
    #expect(abs(interval.low - low) < 0.00006 && abs(interval.high - high) < 0.00006)
  }

  @Test func `of nothing there is no share, and no interval`() {
    #expect(Proportion(0, of: 0).share == nil && Proportion(0, of: 0).wilson == nil)
    #expect(Proportion(0, of: 0).percent == nil)
    #expect(Proportion(1, of: 2).newcombe(less: Proportion(0, of: 0)) == nil)
  }

  @Test func `shares are rounded, not cut`() {
    #expect(Proportion(59, of: 1027).phrase == "5.7 % of 1027")
    #expect(Proportion(1, of: 8).percent == "13 %")
    #expect(Percent.text(Proportion.Span(low: 0.384, high: 0.455)) == "38–46 %")
    #expect(Percent.difference(-0.204) == "−20 points")
    #expect(Percent.difference(0.006) == "+1 point")
    #expect(Percent.difference(-0.004) == "0 points")
    #expect(
      Percent.difference(Proportion.Span(low: -0.2, high: 0.04)) == "−20 to +4 points")
  }
}
