import TerminalCore

// MARK: - The keyboard

extension Capability {
  /// What the description says that each key sends.
  static func keys() -> [(bytes: [UInt8], key: Key)] {
    names.map { (Array(text($0.name).utf8), $0.key) }
  }

  private static let names: [(name: String, key: Key)] =
    [
      // First, as some terminals send the same for an arrow.
      ("kbs", .backspace), ("kent", .enter),
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right),
      ("kpp", .pageUp), ("knp", .pageDown), ("khome", .home), ("kend", .end),
      ("kdch1", .delete), ("kich1", .insert),
      ("kcbt", .backTab), ("kLFT3", .altLeft), ("kRIT3", .altRight),
    ]
    + (1...63).map { ("kf\($0)", .function($0)) }
    // Of rxvt, with Shift: they end where no sequence can, so that no rule finds their end.
    + ["kDC", "kEND", "kHOM", "kIC", "kNXT", "kPRV"].map { ($0, .unknown) }
}
