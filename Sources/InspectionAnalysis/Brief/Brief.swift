import InspectionModel

extension Topic {
  /// Everything in it is computed: what is changed in the register changes the brief.
  public static let brief = Topic(
    "brief", title: "Brief", summary: "the questions of 2015 on a page each, to be handed over",
    takes: [.filter, .day], isResampled: true
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
    filter = AccountRequest(.picture, filter: input.scope.text).withoutReading.filter
  }

  var account: Account {
    let questions = [burden, value, framework, partners]
    let words = input.scope.words(accounts.inspections)
    return Account(
      title: "Brief" + (words.isEmpty ? "" : " on " + words),
      question: "What does the evidence say to the four questions of 2015?",
      answer: "As of \(input.day), in short: "
        + questions.map(\.answer).compactMap(Self.firstSentence).joined(separator: " "),
      behind: Backing.sentence(codings, input.uncoded),
      blocks: questions.enumerated().flatMap { index, question in
        question.blocks(index + 1, standing: standing(question.topics))
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
  private func standing(_ topics: [Topic]) -> [String] {
    register.all(Concern.self).filter { concern in
      concern.requests(among: topics).contains { $0.request != nil }
    }.map { concern in
      let who = [concern.by, concern.on.map { "since \($0)" }].compactMap(\.self)
      return "\(concern.key) \(concern.name): \(concern.standingWords)"
        + (who.isEmpty ? "." : " (\(who.joined(separator: ", "))).")
    }
  }
}
