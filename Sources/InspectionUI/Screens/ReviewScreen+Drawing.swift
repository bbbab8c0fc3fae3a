import InspectionAnalysis
import InspectionModel
import TerminalCore

extension ReviewScreen {
  func draw(on canvas: inout Canvas, in rect: Rect, _ context: Context) {
    let register = context.register
    let review: Review = register.view(subjectReview)
    guard let page else {
      drawEmpty(review, on: &canvas, in: rect, context)
      return
    }
    drawHead(page.passage, review, on: &canvas, in: rect.inset(left: 1, right: 1), context)
    page.draw(on: &canvas, in: Self.inner(context).body, Self.inner(context))
  }

  /// How far one is, and what was noted on the passage: on a line each, or on one in a low window.
  private func drawHead(
    _ passage: Row, _ review: Review, on canvas: inout Canvas, in rect: Rect, _ context: Context
  ) {
    let progressLine = progressLine(passage, review, context)
    let notes = notes(on: passage, context.register)
    var writer = PaneWriter(rect)
    switch Self.headHeight(rect) {
    case 0: return
    case 1:
      let gap = notes.isEmpty ? "" : "  "
      writer.write([(notes + gap, .match), (progressLine, .heading)], on: &canvas)
    default:
      writer.write(progressLine, .heading, on: &canvas)
      let bar = ProgressBar.text(
        done: progress.done, of: progress.total,
        width: max(10, rect.width - 2 - Text.columns(notes)))
      writer.write([(bar, .dim), ("  ", .text), (notes, .match)], on: &canvas)
    }
  }

  /// `57 of 203 · Croydon · improvement 4 of 29 · about 50 min left`
  private func progressLine(_ passage: Row, _ review: Review, _ context: Context) -> String {
    let register = context.register
    let view: Passage = register.view(passage)
    let kin = view.inspection?.passages.filter { $0.section == view.section } ?? []
    let number = (kin.firstIndex { $0.row == passage } ?? 0) + 1
    let left = progress.total - progress.done
    let parts = [
      "\(progress.done) of \(progress.total)", view.inspection?.area?.name,
      view.section.map { "\($0.name) \(number) of \(kin.count)" },
      left == 0 ? "every passage is done" : "about \(Self.minutes(left * context.pace)) left",
      progress.deferred == 0 ? nil : "\(progress.deferred) deferred",
      review.isOpen ? nil : "closed",
    ]
    return parts.compactMap(\.self).joined(separator: " · ")
  }

  /// What was noted on the passage in this review: `‹deferred: ask the LSCB› ‹flag›`
  private func notes(on passage: Row, _ register: Register) -> String {
    progress.memos(on: passage).map { register.view($0, as: Memo.self) }
      .filter { $0.review?.row == subjectReview }
      .map { "‹\($0.kind.name)\($0.text.isEmpty ? "" : ": \($0.text)")›" }.joined(separator: " ")
      .replacing("\n", with: " ")
  }

  private static func minutes(_ seconds: Int) -> String {
    let minutes = (seconds + 59) / 60
    if minutes < 90 { return "\(minutes < 10 ? minutes : (minutes + 4) / 5 * 5) min" }
    return "\((minutes + 30) / 60) h"
  }

  /// A review that catches nothing says why, and what to do.
  private func drawEmpty(
    _ review: Review, on canvas: inout Canvas, in rect: Rect, _ context: Context
  ) {
    var writer = PaneWriter(rect.inset(left: 1, right: 1))
    writer.write("No passage matches the rule of this review", .heading, on: &canvas)
    writer.write(RuleText.phrase(review.rule, context.register), .dim, on: &canvas)
    for warning in progress.queue.warnings { writer.paragraph(warning, .warning, on: &canvas) }
    let keys = context.keymap
    writer.blank()
    writer.write(
      "\(keys.keys(for: .change) ?? "change") changes the rule, "
        + "\(keys.keys(for: .readReport) ?? "read-report") reads a report",
      .text, on: &canvas)
  }
}

/// A bar that fills from the left.
enum ProgressBar {
  static func text(done: Int, of total: Int, width: Int) -> String {
    guard total > 0, width > 0 else { return "" }
    let filled = done * width / total
    return String(repeating: "━", count: filled) + String(repeating: "─", count: width - filled)
  }
}
