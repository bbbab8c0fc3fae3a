import InspectionModel

/// How a register was coded, for the appendix of a paper: the codebook and its versions, the passes and who
/// made them, how far they agree, and how each disagreement was settled.
struct MethodNote {
  private let register: Register
  private let bootstrap: Bootstrap

  /// - Parameter register: what its reader may see.
  init(_ register: Register, bootstrap: Bootstrap = Bootstrap()) {
    (self.register, self.bootstrap) = (register, bootstrap)
  }

  /// O(register), and the resamples of each pair of passes.
  var account: Account {
    let agreement = AgreementAccount(in: register, bootstrap: bootstrap)
    let blocks = [codebook, wordings, passes] + agreement.blocks + [memos]
    return Account(
      title: "Method note",
      question: "How was the register coded, by whom, and how far do they agree?",
      answer: material, blocks: blocks.compactMap(\.self), evidence: decisions.map(\.row),
      method: ["A passage counts once: by what was agreed on, else by its first pass."]
        + agreement.method)
  }

  private var material: String {
    let letters = register.rows(.inspection).count { register.childCount(.passage, of: $0) > 0 }
    return
      "\(counted(letters, "letter")) with \(counted(register.count(.passage), "passage")), and "
      + "\(counted(register.count(.contribution), "contribution"))."
  }

  // MARK: - The codebook

  private var codebook: Account.Block? {
    let lines = register.all(Criterion.self).map { criterion in
      let status =
        criterion.into.map { "merged into \($0.key)" } ?? criterion.status?.rawValue ?? "in use"
      return Grid.Line(
        Grid.Heading("\(criterion.key) \(criterion.name)", short: criterion.key),
        subject: criterion.row,
        [
          Figure(.count(criterion.version)), Figure(.words(status)),
          Figure(.words(criterion.definition ?? "")),
        ])
    }
    guard !lines.isEmpty else { return nil }
    return .grid(
      Grid(
        title: "Codebook", corner: "criterion",
        columns: [Grid.Heading("version"), Grid.Heading("status"), Grid.Heading("definition")],
        lines: lines))
  }

  private var wordings: Account.Block? {
    let lines = register.all(Criterion.self).flatMap(\.wordings).map { wording in
      Grid.Line(
        Grid.Heading(wording.key), subject: wording.row,
        [
          wording.on.map { Figure(.day($0)) } ?? Figure(.absent(.unknown("no day is given"))),
          Figure(.words(wording.definition ?? wording.name)),
          Figure(.words(wording.reason ?? "")),
        ])
    }
    guard !lines.isEmpty else { return nil }
    return .grid(
      Grid(
        title: "Former wordings", corner: "version",
        columns: [Grid.Heading("until"), Grid.Heading("said"), Grid.Heading("changed because")],
        lines: lines))
  }

  // MARK: - Passes

  private var passes: Account.Block {
    let order = Pass.allCases
    let reviews = register.all(Review.self).sorted { a, b in
      let places = (order.firstIndex(of: a.pass) ?? 0, order.firstIndex(of: b.pass) ?? 0)
      return places.0 == places.1 ? a.name < b.name : places.0 < places.1
    }
    guard !reviews.isEmpty else {
      return .words(
        title: "Passes", ["No reviews: contributions were coded passage by passage."])
    }
    let columns = ["pass", "coder", "state", "passages", "which"].map { Grid.Heading($0) }
    return .grid(
      Grid(title: "Passes", corner: "review", columns: columns, lines: reviews.map(line)))
  }

  private func line(_ review: Review) -> Grid.Line {
    let progress = ReviewProgress(of: review)
    let done: Figure.Value =
      review.pass == .agreed ? .words("") : .share(progress.done, of: progress.total)
    return Grid.Line(
      Grid.Heading(review.name), subject: review.row,
      [
        Figure(.words(review.pass.rawValue + (review.isBlind ? ", blind" : ""))),
        Figure(.words(review.reviewer)), Figure(.words(review.isOpen ? "open" : "closed")),
        Figure(done, basis: progress.queue.passages), Figure(.words(rule(review.rule))),
      ])
  }

  private func rule(_ rule: ReviewRule) -> String {
    let parts = [
      rule.first.map { "first \($0) inspections by fieldwork" } ?? "every inspection",
      rule.theme.map { "on " + register.view($0, as: Theme.self).name },
      rule.filter.isEmpty ? nil : "filter " + rule.filter,
      rule.order == .date ? "by date" : "shuffled with seed \(rule.seed)",
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }

  private var decisions: [Decision] { register.all(Decision.self) }

  private var memos: Account.Block? {
    let memos = register.all(Memo.self).filter { $0.kind == .method }
    guard !memos.isEmpty else { return nil }
    return .words(
      title: "Memos on method",
      memos.map { memo in
        let who = [memo.by, memo.on?.description].compactMap(\.self).joined(separator: ", ")
        return "\(memo.text) (\(who))"
      })
  }
}
