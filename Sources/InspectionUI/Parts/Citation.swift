import InspectionModel

/// A record's words as one would quote them in a paper, with where they stand.
enum Citation {
  /// Nil for a record of which nothing can be quoted.
  static func text(of row: Row, _ register: Register) -> String? {
    if row.type == .passage { return citation(of: register.view(row, as: Passage.self)) }
    if row.type == .contribution { return citation(of: register.view(row, as: Contribution.self)) }
    if row.type == .memo { return citation(of: register.view(row, as: Memo.self)) }
    return row.type == .inspection ? citation(of: register.view(row, as: Inspection.self)) : nil
  }

  /// `“They share what they know.” (Ashby 2017, strength 1, page 3; https://…)`
  private static func citation(of passage: Passage, coded: String? = nil) -> String {
    let place = [
      passage.inspection?.title,
      passage.index.map { "\(passage.section?.name ?? "passage") \($0)" },
      passage.page.map { "page \($0)" },
    ]
    let stands = place.compactMap(\.self).joined(separator: ", ")
    let brackets = [stands, passage.inspection?.address, coded].compactMap(\.self).joined(
      separator: "; ")
    let words =
      passage.text.map { "“\($0)”" } ?? passage.summary.map { "In summary: \($0)" } ?? passage.key
    return "\(words) (\(brackets))"
  }

  private static func citation(of contribution: Contribution) -> String? {
    guard let passage = contribution.passage else { return nil }
    let agency = contribution.agency?.name ?? "no agency"
    let criterion = contribution.criterion.map { " on \($0.name)" } ?? ""
    let direction = contribution.direction.map { ", \($0.name)" } ?? ""
    let coder = [contribution.record.text(.by), contribution.record.text(.on)].compactMap(\.self)
    let coded = coder.isEmpty ? nil : "coded by " + coder.joined(separator: ", ")
    return "\(agency)\(criterion)\(direction): " + citation(of: passage, coded: coded)
  }

  private static func citation(of memo: Memo) -> String {
    let author = [memo.by, memo.on?.description].compactMap(\.self).joined(separator: ", ")
    let text = memo.text.isEmpty ? memo.kind.name : memo.text
    return "\(text) (\(memo.kind.name) on \(memo.subjectTitle); \(author))"
  }

  private static func citation(of inspection: Inspection) -> String {
    let days = [inspection.record.text(.from), inspection.record.text(.to)].compactMap(\.self)
    let name = inspection.framework.map { "\($0.name), " } ?? ""
    let parts = [name + inspection.title, days.joined(separator: " to "), inspection.address ?? ""]
    return parts.filter { !$0.isEmpty }.joined(separator: "; ")
  }
}

extension Inspection {
  fileprivate var address: String? { sources.first }
}
