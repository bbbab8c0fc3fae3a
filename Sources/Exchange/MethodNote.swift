public import InspectionAnalysis
public import InspectionModel

/// How a register was coded, in Markdown, for the appendix of a paper: the codebook and its versions, the passes and who
/// made them, how far they agree, and how each disagreement was settled.
public struct MethodNote {
  private let register: Register
  private let bootstrap: Bootstrap
  private let hidden: String?

  /// - Parameters:
  ///   - register: what its reader may see.
  ///   - hidden: what that is not, in a sentence.
  public init(_ register: Register, hidden: String? = nil, bootstrap: Bootstrap = Bootstrap()) {
    (self.register, self.hidden, self.bootstrap) = (register, hidden, bootstrap)
  }

  /// The note as Markdown. O(register), and the resamples of each pair of passes.
  public var markdown: String {
    let parts =
      [["# Method note"], hidden.map { ["Note: \($0)."] } ?? [], material, codebook, passes]
      + ReviewPair.all(in: register).map(agreement) + [memos]
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private var material: [String] {
    let passages = register.count(.passage)
    let letters = register.rows(.inspection).count { register.childCount(of: $0) > 0 }
    return [
      "## Material", "",
      "\(Self.counted(letters, "letter")) with \(Self.counted(passages, "passage")), and "
        + "\(Self.counted(register.count(.contribution), "contribution")).",
    ]
  }

  private var codebook: [String] {
    let lines = register.all(Criterion.self).flatMap { criterion -> [String] in
      let status =
        criterion.into.map { ", merged into \($0.key)" }
        ?? criterion.status.map { ", \($0.rawValue)" } ?? ""
      let head =
        "- **\(criterion.key)** \(Self.text(criterion.name)) (version \(criterion.version)\(status))"
      return [head + (criterion.definition.map { ": \(Self.text($0))" } ?? "")]
        + criterion.wordings.map { wording in
          let why = wording.reason.map { ", because \(Self.text($0))" } ?? ""
          let day = wording.on.map { " until \($0)" } ?? ""
          return
            "  - version \(wording.version)\(day): \(Self.text(wording.definition ?? wording.name))\(why)"
        }
    }
    return ["## Codebook", ""] + lines
  }

  private var passes: [String] {
    let order = Pass.allCases
    let reviews = register.all(Review.self).sorted { a, b in
      let places = (order.firstIndex(of: a.pass) ?? 0, order.firstIndex(of: b.pass) ?? 0)
      return places.0 == places.1 ? a.name < b.name : places.0 < places.1
    }
    guard !reviews.isEmpty else {
      return ["## Passes", "", "No reviews: contributions were coded passage by passage."]
    }
    let rows = reviews.map { review -> String in
      let progress = ReviewProgress(of: review)
      let cells = [
        Self.text(review.name), review.pass.rawValue + (review.isBlind ? ", blind" : ""),
        Self.text(review.reviewer), review.isOpen ? "open" : "closed",
        review.pass == .agreed ? "" : "\(progress.done) of \(progress.total)", rule(review.rule),
      ]
      return "| " + cells.joined(separator: " | ") + " |"
    }
    return [
      "## Passes", "", "| review | pass | coder | state | passages | which |",
      "|---|---|---|---|---|---|",
    ] + rows
  }

  private func rule(_ rule: ReviewRule) -> String {
    let parts = [
      rule.first.map { "first \($0) inspections by fieldwork" } ?? "every inspection",
      rule.theme.map { "on " + Self.text(register.view($0, as: Theme.self).name) },
      rule.filter.isEmpty ? nil : "filter " + Self.text(rule.filter),
      rule.order == .date ? "by date" : "shuffled with seed \(rule.seed)",
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }

  private func agreement(_ pair: ReviewPair) -> [String] {
    let names = "“\(Self.text(pair.first.name))” and “\(Self.text(pair.second.name))”"
    let head = ["## Agreement of \(names)", ""]
    guard pair.isClosed else { return head + ["Not measured: both passes must be closed first."] }
    let comparison = PassComparison(pair.first, pair.second)
    let measured = PassAgreement(comparison, in: register, bootstrap: bootstrap)
    guard measured.passages > 0 else { return head + ["No overlap."] }
    let differing = comparison.disagreements.count
    let decisions = pair.agreed.map { register.view($0, as: Review.self).decisions } ?? []
    let intro =
      "\(Self.counted(measured.passages, "passage")) read in both, \(differing) coded differently, \(decisions.count) of them settled. "
      + "Intervals are the middle 95 % of \(bootstrap.replicates) resamples of the passages, seed \(bootstrap.seed)."
    let lines = (measured.agencies + measured.criteria + measured.direction).flatMap { line in
      [line.name] + line.coefficients.map { "    " + AgreementText.row($0) }
    }
    return head + [intro, "", "```", AgreementText.header] + lines + ["```"]
      + settled(decisions)
  }

  private func settled(_ decisions: [Decision]) -> [String] {
    guard !decisions.isEmpty else { return [] }
    return ["", "### Decisions", ""]
      + decisions.map { decision in
        let who = [decision.by, decision.on?.description].compactMap(\.self).joined(separator: ", ")
        return "- \(decision.passage?.title ?? ""): \(decision.chosen.rawValue), because "
          + "\(Self.text(decision.reason)) (\(Self.text(who)))"
      }
  }

  private var memos: [String] {
    let memos = register.all(Memo.self).filter { $0.kind == .method }
    guard !memos.isEmpty else { return [] }
    return ["## Memos on method", ""]
      + memos.map { memo in
        let who = [memo.by, memo.on?.description].compactMap(\.self).joined(separator: ", ")
        return "- \(Self.text(memo.text)) (\(Self.text(who)))"
      }
  }

  private static func counted(_ count: Int, _ word: String) -> String {
    "\(count) \(word)\(count == 1 ? "" : "s")"
  }

  /// A text of the register as one line of Markdown that says what it says: no markup, no control characters.
  private static func text(_ text: String) -> String {
    let special: Set<Character> = ["\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "~"]
    return String(
      text.flatMap { character -> [Character] in
        let isControl = character.unicodeScalars.contains {
          $0.properties.generalCategory == .control
        }
        if character.isNewline || isControl { return [" "] }
        return special.contains(character) ? ["\\", character] : [character]
      })
  }
}
