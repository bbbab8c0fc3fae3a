import InspectionModel
import TerminalCore

/// Asks why a change was made, or for a remark on what somebody else did. Escape, and nothing
/// typed, leave all as it is.
enum BecauseLine {
  static func steps(on entry: TrailEntry, _ context: Context) -> [Step] {
    context.named { name in
      let isOwn = entry.who == name ?? context.reviewer
      let former = isOwn ? entry.reasons.last ?? "" : ""
      return [
        .prompt(
          TextPrompt(
            isOwn ? "because " : "remark ", text: former,
            hint: isOwn ? entry.phrase : "\(entry.who): \(entry.phrase)"
          ) { text in
            text == former || text.allSatisfy(\.isWhitespace)
              ? [.say(Message("nothing was said, so nothing has changed"))]
              : [.effect(.remark(text, on: entry))]
          })
      ]
    }
  }
}
