import InspectionModel

extension Topic {
  public static let method = Topic(
    "method", title: "Method", summary: "how the register was coded, for the appendix of a paper",
    isResampled: true
  ) { MethodNote($0.register, whole: $0.whole).account }
}

/// How a register was coded, for the appendix of a paper: the codebook and its versions, the passes
/// and who made them, how far they agree, and how each disagreement was settled.
struct MethodNote {
  private let register: Register
  private let bootstrap: Bootstrap

  private let whole: Register

  /// - Parameters:
  ///   - register: what its reader may see.
  ///   - whole: all there is, by which passes are compared.
  init(_ register: Register, whole: Register, bootstrap: Bootstrap = Bootstrap()) {
    (self.register, self.whole, self.bootstrap) = (register, whole, bootstrap)
  }

  /// O(register), and the resamples of each pair of passes.
  var account: Account {
    let agreement = AgreementAccount(in: whole, seen: register, bootstrap: bootstrap)
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
    let criteria = register.all(Criterion.self)
    guard !criteria.isEmpty else { return nil }
    return .grid(
      Grid(
        title: "Codebook", corner: "criterion", rows: criteria,
        named: { "\($0.key) \($0.name)" }, short: \.key, subject: \.row,
        columns: [
          Grid.Column("version") { Figure(.count($0.version)) },
          .phrase("status") { criterion in
            criterion.into.map { "merged into \($0.key)" } ?? criterion.status?.rawValue ?? "in use"
          },
          .phrase("definition") { $0.definition ?? "" },
        ]))
  }

  private var wordings: Account.Block? {
    let wordings = register.all(Criterion.self).flatMap(\.wordings)
    guard !wordings.isEmpty else { return nil }
    return .grid(
      Grid(
        title: "Previous wordings", corner: "version", rows: wordings, named: \.key, subject: \.row,
        columns: [
          Grid.Column("until") { wording in
            wording.on.map { Figure(.day($0)) } ?? .unknown("no day is given")
          },
          .phrase("said") { $0.definition ?? $0.name },
          .phrase("changed because") { $0.reason ?? "" },
        ]))
  }

  // MARK: - Passes

  private var passes: Account.Block {
    let order = Pass.allCases
    let reviews = register.all(Review.self).sorted { a, b in
      let places = (order.firstIndex(of: a.pass) ?? 0, order.firstIndex(of: b.pass) ?? 0)
      return places.0 == places.1 ? a.name < b.name : places.0 < places.1
    }
    func blindness(_ review: Review) -> String {
      review.isBlind ? ", blind" : review.hasLostBlindness ? ", not blind to the end" : ""
    }
    guard !reviews.isEmpty else {
      return .sentences(
        title: "Passes", ["No reviews: contributions were coded passage by passage."])
    }
    return .grid(
      Grid(
        title: "Passes", corner: "review", rows: reviews, named: \.name, subject: \.row,
        columns: [
          .phrase("pass") { $0.pass.rawValue + blindness($0) },
          .phrase("coder", \.reviewer),
          .phrase("state") { $0.isOpen ? "open" : "closed" },
          Grid.Column("passages", Self.done),
          .phrase("which") { rule($0.rule) },
        ]))
  }

  private static func done(_ review: Review) -> Figure {
    let progress = ReviewProgress(of: review)
    return Figure(
      review.pass == .agreed ? .phrase("") : .share(progress.done, of: progress.total),
      basis: progress.queue.passages)
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
    return .sentences(
      title: "Memos on method",
      memos.map { memo in
        let who = [memo.by, memo.on?.description].compactMap(\.self).joined(separator: ", ")
        return "\(memo.text) (\(who))"
      })
  }
}
