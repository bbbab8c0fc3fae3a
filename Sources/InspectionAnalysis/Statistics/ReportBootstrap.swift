import InspectionModel

/// Intervals of shares whose units come in reports: passages of one report are not independent, so
/// whole reports are drawn again.
///
/// Source: Field and Welsh, "Bootstrapping clustered data", Journal of the Royal Statistical
/// Society B 69 (2007), 369–390; percentiles as in ``Bootstrap``.
struct ReportBootstrap {
  private let bootstrap: Bootstrap

  init(_ bootstrap: Bootstrap = Bootstrap()) { self.bootstrap = bootstrap }

  /// What is said of it under an account.
  static let method =
    "Passages of one report are not independent, so the 95 % interval resamples whole reports "
    + "(\(ReportBootstrap().phrase)); for one report alone, or where all or none are of a kind, it "
    + "is Wilson’s for the passages, which is too narrow."

  private var phrase: String { "\(bootstrap.replicates) resamples, seed \(bootstrap.seed)" }

  /// `42 % (38–46 %)`, with `few` where there are too few to be quoted; empty where there are none.
  func phrase(of reports: [Proportion]) -> String {
    let total = reports.total
    guard let percent = total.percent else { return "" }
    let interval = span(of: reports).map { " (\(Percent.text($0)))" } ?? ""
    return percent + interval + (total.isSmall ? ", few" : "")
  }

  /// The interval of a share by whole reports where that tells something, else Wilson's of the
  /// passages; nil where there are none.
  func span(of reports: [Proportion]) -> Proportion.Span? {
    let total = reports.total
    return (total.isMixed ? interval(of: reports) : nil) ?? total.wilson
  }

  /// The interval of a difference by whole reports where both sides allow it, else Newcombe's of
  /// the passages; nil where there is nothing on a side.
  func difference(_ left: [Proportion], less right: [Proportion]) -> Proportion.Span? {
    let (one, other) = (left.total, right.total)
    let drawn = one.isMixed && other.isMixed ? interval(of: left, less: right) : nil
    return drawn ?? one.newcombe(less: other)
  }

  /// The middle 95 % of a share; nil for fewer than two reports. O(replicates · reports).
  ///
  /// - Parameter reports: of each so many of so many, in an order that is always the same.
  func interval(of reports: [Proportion]) -> Proportion.Span? {
    guard reports.count > 1 else { return nil }
    var generator = SplitMix(seed: bootstrap.seed)
    return middle((0..<bootstrap.replicates).map { _ in Self.drawn(reports, &generator) })
  }

  /// The middle 95 % of the share of some reports less that of others, each drawn again among
  /// themselves; nil for fewer than two on a side.
  private func interval(of left: [Proportion], less right: [Proportion]) -> Proportion.Span? {
    guard left.count > 1, right.count > 1 else { return nil }
    var generator = SplitMix(seed: bootstrap.seed)
    return middle(
      (0..<bootstrap.replicates).map { _ in
        Self.drawn(left, &generator).flatMap { one in
          Self.drawn(right, &generator).map { one - $0 }
        }
      })
  }

  /// The middle 95 % of what resamples give; nil where it is undefined on half of them or more.
  private func middle(_ values: [Double?]) -> Proportion.Span? {
    let sorted = values.compactMap(\.self).sorted()
    guard sorted.count * 2 > bootstrap.replicates else { return nil }
    return Proportion.Span(
      low: Bootstrap.quantile(0.025, of: sorted), high: Bootstrap.quantile(0.975, of: sorted))
  }

  /// The share of as many reports as there are, drawn again.
  private static func drawn(_ reports: [Proportion], _ generator: inout SplitMix) -> Double? {
    var (part, whole) = (0, 0)
    for _ in reports.indices {
      let report = reports[Int.random(in: reports.indices, using: &generator)]
      part += report.part
      whole += report.whole
    }
    return whole > 0 ? Double(part) / Double(whole) : nil
  }
}

extension Proportion {
  /// Whether some are of a kind and some are not: drawing again the same ones tells nothing.
  var isMixed: Bool { part > 0 && part < whole }

  static func + (a: Proportion, b: Proportion) -> Proportion {
    Proportion(a.part + b.part, of: a.whole + b.whole)
  }
}

extension Sequence<Proportion> {
  /// All of them together.
  var total: Proportion { reduce(Proportion(0, of: 0), +) }
}
