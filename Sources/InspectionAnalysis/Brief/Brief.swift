import InspectionModel

extension Topic {
  /// Everything in it is computed: what is changed in the register changes the brief.
  public static let brief = Topic(
    "brief", title: "Brief", summary: "the questions of 2015 on a page each, to be handed over",
    takes: [.filter, .day], isResampled: true, first: Brief.first
  ) { Brief($0).account }
}

/// The four questions of 2015 on a page each: the answer, three figures, what speaks against it,
/// what is not known, where it stands.
///
/// The directors of children's services, councils and chief executives feared a burden over and
/// above the single inspection framework, asked for a pause after the first six to consider whether
/// there is value, wanted the six to shape one integrated framework, and wanted the contributions
/// of all safeguarding partners seen.
struct Brief {
  let input: Topic.Input
  /// What it quotes.
  let accounts: BriefAccounts
  /// What it is narrowed to, without a reading: as read and as coded stand side by side.
  let filter: String
  var register: Register { input.register }
  var codings: Codings { accounts.codings }

  init(_ input: Topic.Input) {
    self.input = input
    accounts = BriefAccounts(input)
    filter = Self.filter(input)
  }

  private static func filter(_ input: Topic.Input) -> String {
    AccountRequest(.picture, filter: input.scope.text).withoutReading.filter
  }

  /// The page on whether joint inspections are a burden over and above the others.
  private var burden: BriefQuestion {
    BurdenPage(
      register: register, filter: filter, burden: accounts.burden,
      sameAreas: accounts.sameAreas
    ).question
  }

  /// The first page, while the others are worked out.
  static func first(_ input: Topic.Input) -> Account {
    let burden = Burden(input.register)
    let page = BurdenPage(
      register: input.register, filter: filter(input), burden: burden,
      sameAreas: SameAreas(beside: burden).usual
    ).question
    return Account(
      title: "Brief", question: Self.question,
      answer: "The other three questions are being worked out. \(page.answer)",
      blocks: page.blocks(1, concerns: concernSentences(page.topics, input.register)))
  }

  private static let question = "What does the evidence say to the four questions of 2015?"

  var account: Account {
    let questions = [burden, value, framework, partners]
    let scope = input.scope.phrase(accounts.inspections)
    return Account(
      title: "Brief" + (scope.isEmpty ? "" : " on " + scope),
      question: Self.question,
      answer: "As of \(input.day), in short: "
        + questions.map(\.answer).compactMap(Self.firstSentence).joined(separator: " "),
      behind: Backing.sentence(codings, input.uncoded),
      blocks: questions.enumerated().flatMap { index, question in
        question.blocks(index + 1, concerns: Self.concernSentences(question.topics, register))
      },
      evidence: codings.all.map(\.row),
      method: [
        "Each figure is that of the account it opens, which says how it was worked out and on "
          + "which records it stands.",
        "A figure without an interval is a count of all there are, not a sample.",
      ],
      gaps: [])
  }

  private static func firstSentence(_ answer: String) -> String? {
    answer.isEmpty
      ? nil
      : (answer.firstRange(of: ". ").map { answer[..<$0.lowerBound] + "." }
        .map { String($0) } ?? answer)
  }

  /// The first things that an account does not know.
  func first(_ gaps: [String]) -> [String] { Array(gaps.prefix(3)) }

  /// How the concerns stand that ask what these topics answer.
  private static func concernSentences(_ topics: [Topic], _ register: Register) -> [String] {
    register.all(Concern.self).filter { concern in
      concern.requests(among: topics).contains { $0.request != nil }
    }.map { concern in
      let who = [concern.by, concern.on.map { "since \($0)" }].compactMap(\.self)
      return "\(concern.key) \(concern.name): \(concern.standingWords)"
        + (who.isEmpty ? "." : " (\(who.joined(separator: ", "))).")
    }
  }
}
