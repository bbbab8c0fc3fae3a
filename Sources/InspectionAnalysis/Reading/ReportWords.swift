public import InspectionModel

/// How many of the words of some reports stand in some of their passages.
///
/// O(passages of the register + bytes of the texts counted).
public struct ReportWords: Hashable, Sendable {
  /// Words of the whole reports, of those of which it is known.
  public let all: Int
  /// Of those, in the passages asked for.
  public let part: Int
  /// Reports of which the number of words is not known: only summaries of them are there.
  public let unknown: Int

  /// - Parameter isCounted: whether a passage, by its row number, is asked for.
  public init(
    of inspections: [Inspection], in register: Register, where isCounted: (Int) -> Bool
  ) {
    var isKnown = [Bool](repeating: false, count: register.rowCount(.inspection))
    for inspection in inspections where inspection.wordCount != nil {
      isKnown[inspection.row.number] = true
    }
    let parents = register.column(.inspection, of: .passage)
    let texts = register.column(.text, of: .passage)
    var part = 0
    for row in 0..<parents.count where parents.isLive(row) {
      guard let parent = parents.reference(row), isKnown[parent], isCounted(row) else { continue }
      part += texts.wordCount(row)
    }
    all = inspections.compactMap(\.wordCount).reduce(0, +)
    self.part = min(part, all)
    unknown = inspections.count { $0.wordCount == nil }
  }

  /// Nil where no report's words are known.
  public var share: Proportion? { all > 0 ? Proportion(part, of: all) : nil }

  /// `61 % of the words of these letters`; what is not known is said.
  func phrase(of reports: String) -> String {
    guard let percent = share?.percent else {
      return "what share of the words of these \(reports) is not known"
    }
    let known = unknown > 0 ? ", \(unknown) of which are not counted" : ""
    return "\(percent) of the words of these \(reports)\(known)"
  }
}
