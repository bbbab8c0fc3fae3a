import InspectionModel
import TerminalCore

/// Asks why a change was made, or for a remark on what somebody else did. Escape, and nothing typed, leave all as it is.
enum BecauseLine {
  static func steps(on entry: TrailEntry, _ context: Context) -> [Step] {
    context.named { name in
      let isOwn = entry.who == name ?? context.reviewer
      let former = isOwn ? entry.reasons.last ?? "" : ""
      return [
        .prompt(
          TextPrompt(
            isOwn ? "because " : "remark ", text: former,
            hint: isOwn ? entry.words : "\(entry.who): \(entry.words)"
          ) { text in
            text == former || text.allSatisfy(\.isWhitespace)
              ? [.say(Message("nothing was said, so all is as it was"))]
              : [.effect(.remark(text, on: entry))]
          })
      ]
    }
  }
}

extension State {
  /// Says why the last change was made.
  mutating func because() -> [Effect] {
    guard let lastEntry else {
      let (trail, why) = (keymap.keys(for: .trail) ?? "", keymap.keys(for: .because) ?? "")
      message = Message(
        "nothing was changed since the program started; \(trail) shows what was done before, and \(why) there says why",
        .warning)
      return []
    }
    return perform(BecauseLine.steps(on: lastEntry, context))
  }

  /// A change stands in the trail: it is what a reason is asked for next, and on top of trails that are shown.
  mutating func enter(_ entry: TrailEntry) {
    lastEntry = entry
    changeTrails { $0.enter(entry) }
  }

  /// Something was said on a change.
  mutating func enter(_ remark: TrailRemark, on entry: TrailEntry) {
    if let last = lastEntry, last.isSame(as: entry) { lastEntry?.remarks.append(remark) }
    changeTrails { $0.enter(remark, on: entry) }
    message = Message(entry.who == remark.who ? "noted why" : "noted as a remark of yours", .good)
  }

  private mutating func changeTrails(_ body: (inout TrailScreen) -> Void) {
    for index in screens.indices {
      guard var trail = screens[index] as? TrailScreen else { continue }
      body(&trail)
      screens[index] = trail
    }
  }
}
