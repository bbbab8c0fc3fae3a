import InspectionModel
import LetterReader
import Seeded
import Testing

/// However a report is set, its passages and grades are the same.
struct AnyReport {
  @Test(arguments: 0..<(isThorough ? 200 : 50))
  func `any wrapping, paging, footers and footnotes give the same passages`(round: Int) throws {
    let seed =
      Files.environment("JOINTVIEW_SEED").flatMap(UInt64.init) ?? UInt64(round) &+ 20_261_129
    var random = SeededGenerator(seed: seed)
    let style = Self.style(&random)
    func items(_ most: Int) -> [String] {
      (0..<Int.random(in: 4...most, using: &random)).map { _ in Self.sentences(&random) }
    }
    let (first, second, third) = (items(9), items(9), items(12))
    switch Int.random(in: 0..<5, using: &random) {
    case 0:
      let actions = items(5).map { ("Wexmoor Council and NHS Tarn ICB", $0) }
      let report = try read(
        ReportParts.send(
          strengths: first, improvements: second, actions: actions, rows: []
        ).text(in: style))
      expect(report.texts(.strength), first, "seed \(seed) \(style)")
      expect(report.texts(.improvement), second, "seed \(seed) \(style)")
      expect(report.texts(.priorityAction), actions.map(\.1), "seed \(seed) \(style)")
      #expect(
        report.passages.filter { $0.section == .priorityAction }.allSatisfy {
          $0.bodies == ["Wexmoor Council", "NHS Tarn ICB"]
        }, "seed \(seed) \(style)")
      #expect(report.grades == ["send: systemic-failings"], "seed \(seed)")
    case 1:
      let report = try read(
        ReportParts.single(recommendations: first, findings: second, others: third)
          .text(in: style))
      expect(report.texts(.recommendation), first, "seed \(seed) \(style)")
      expect(report.texts(.finding), second + third, "seed \(seed) \(style)")
      #expect(report.grades.count == 7, "seed \(seed): \(report.grades)")
    case 2:
      let report = try read(
        ReportParts.lookedAfter(improvements: first, findings: second, others: third)
          .text(in: style))
      expect(report.texts(.improvement), first, "seed \(seed) \(style)")
      expect(report.texts(.finding), second + third, "seed \(seed) \(style)")
      #expect(report.grades == ["overall: adequate", "leaders: good"], "seed \(seed)")
    case 3:
      let report = try read(
        ReportParts.board(recommendations: first, findings: second + third).text(in: style))
      #expect(report.framework?.value == "lscb-review", "seed \(seed)")
      expect(report.texts(.recommendation), first, "seed \(seed) \(style)")
      expect(report.texts(.finding), second + third, "seed \(seed) \(style)")
      #expect(report.grades == ["lscb: inadequate"], "seed \(seed): \(report.grades)")
    default:
      let report = try read(
        ReportParts.council(improvements: first, findings: second, others: third).text(in: style))
      expect(report.texts(.improvement), first, "seed \(seed) \(style)")
      expect(report.texts(.finding), second + third, "seed \(seed) \(style)")
      #expect(report.grades.count == 5, "seed \(seed)")
    }
  }

  /// Expects the same words, and tells the first text that differs.
  private func expect(_ read: [String], _ written: [String], _ note: String) {
    let pairs = zip(read, written).first { $0.bare != $1.bare }
    #expect(
      read.map(\.bare) == written.map(\.bare),
      "\(note): \(read.count) of \(written.count); \(pairs.map { "read \($0) for \($1)" } ?? "")")
  }

  private static func style(_ random: inout SeededGenerator) -> ReportStyle {
    var style = ReportStyle()
    style.width = Int.random(in: 70...100, using: &random)
    style.linesPerPage = Int.random(in: 28...60, using: &random)
    style.glyph =
      ["\u{25FC}", "\u{25AA}", "\u{F0B7}", "\u{2022}"].randomElement(using: &random) ?? "\u{2022}"
    style.indent = Int.random(in: 0...3, using: &random)
    style.hasGaps = Bool.random(using: &random)
    style.footer =
      [
        ["                                   #"],
        ["Inspection report: Wexmoor Local Area Partnership", "12 to 16 February 2024          #"],
        [
          "Area SEND inspection report: Wexmoor Local Area Partnership, 30 October to 3 November",
          "October 2023", "                                      #",
        ],
      ].randomElement(using: &random) ?? []
    if Bool.random(using: &random) {
      style.footnote = ("managers", "The Act of 2004 says so, and it is still in force.")
    }
    return style
  }

  private static func sentences(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...5, using: &random)).map { _ in
      let words = (0..<Int.random(in: 6...24, using: &random)).map { _ in
        AnySetting.words[Int.random(in: AnySetting.words.indices, using: &random)]
      }
      return "Leaders " + words.joined(separator: " ") + " well."
    }.joined(separator: " ")
  }
}
