import Glibc
import Seeded
import Testing

/// Two people change one register, each on a branch, and bring the branches together in every way
/// that git has, with the program as its driver. 10 rounds, or as many as `JOINTVIEW_MERGES` says:
/// 1000 for the long test.
@Suite(.enabled(if: access("/usr/bin/git", X_OK) == 0, "git is not installed"))
struct TeamTests {
  @Test func `however git brings two versions together, nothing of either vanishes`() {
    let rounds = Places.number("JOINTVIEW_MERGES") ?? 10
    let seed = Places.number("JOINTVIEW_SEED").map(UInt64.init) ?? .random(in: 0..<1_000_000)
    print("brought together \(rounds) times, seed \(seed)")
    var team = Team(seed: seed)
    for round in 0..<rounds {
      let way = Team.Way.allCases[round % Team.Way.allCases.count]
      let losses = team.bringTogether(way)
      #expect(losses.isEmpty, "round \(round), \(way), seed \(seed)")
    }
    #expect(rounds < 10 || team.clean > 0 && team.questions > 0, "all ended alike")
  }

  @Test(arguments: Team.Way.allCases)
  func `a driver that keeps one version alone is found out`(way: Team.Way) {
    var team = Team(seed: 7, driver: "true")
    let losses = (0..<3).flatMap { _ in team.bringTogether(way) }
    #expect(!losses.isEmpty)
  }
}

/// Two people with a repository.
struct Team {
  enum Way: CaseIterable {
    case merge, rebase, cherryPick, stash, crissCross
  }

  private let repository: GitRepository
  private var people: Coders
  /// How many versions were brought together without a question, and with one.
  private(set) var clean = 0
  private(set) var questions = 0

  init(seed: UInt64, driver: String = GitRepository.driver) {
    repository = GitRepository(driver: driver)
    people = Coders(random: SeededGenerator(seed: seed))
    repository.run("git tag start")
  }

  /// Lets both work for a while, brings their versions together, and says what is lost.
  mutating func bringTogether(_ way: Way) -> [String] {
    configure()
    let base = people.edited(Coders.register)
    if way == .crissCross { return crissCross(since: base) }
    let (ours, draft) = (people.edited(base), people.edited(base))
    let theirs = people.edited(draft)
    keep(["base": base, "ours": ours, "draft": draft, "theirs": theirs])
    let outcome = repository.run(Self.prelude + Self.branches + Self.script(way) + Self.ending)
    return losses(outcome, of: [ours, theirs], since: [way == .cherryPick ? draft : base])
  }

  /// Two branches of which each has once taken the other in, and has settled what came up in its
  /// own way.
  private mutating func crissCross(since base: String) -> [String] {
    let ours = Coders.noting("first", in: people.edited(base))
    let theirs = Coders.noting("second", in: people.edited(base))
    keep(["base": base, "ours": ours, "draft": base, "theirs": theirs])
    let settle = people.random.next() % 2 == 0 ? "cat ../$2 >a.rec" : "true"
    let crossing = """
      settle() { git merge -q $1 || true; \(settle); open; git commit -q --allow-empty -m settled; }
      git tag -f one main; git tag -f two theirs
      settle two ours; git show main:a.rec >../ours
      git checkout -qf theirs; settle one theirs; git show theirs:a.rec >../theirs
      git checkout -qf main
      """
    let crossed = repository.run(Self.prelude + Self.branches + crossing)
    if crossed.status != 0 { return ["no branches: \(crossed.errors)"] }
    let versions = ["ours", "theirs"].map { people.edited(repository.home.read($0) ?? "") }
    keep(["ours": versions[0], "theirs": versions[1]])
    let merge = """
      commit ours; git checkout -qf theirs; commit theirs; git checkout -qf main
      git merge -q theirs || question
      """
    let outcome = repository.run(Self.prelude + merge + Self.ending)
    var losses = losses(outcome, of: versions, since: [ours, theirs])
    let kept = versions.map { Coders.notes(in: $0) }
    // Where each has settled on one of the two, nobody has said which is right.
    if kept[0].count == 1, kept[1].count == 1, kept[0] != kept[1],
      Coders.notes(in: repository.home.read("opened") ?? "").count < 2
    {
      losses.append("a value of a common version in conflict")
    }
    return losses
  }

  /// Marks in one of git's styles, of one length or another; now and then no driver, as on a forge.
  private mutating func configure() {
    func pick(_ words: String...) -> String { words.randomElement(using: &people.random) ?? "" }
    let style = pick("merge", "diff3", "zdiff3")
    let attributes =
      "*.rec " + pick("", "", "", "merge=text ") + pick("", "conflict-marker-size=9")
    repository.run(
      "git config merge.conflictStyle \(style); echo '\(attributes)' >.git/info/attributes")
  }

  private func keep(_ versions: [String: String]) {
    for (name, text) in versions { repository.home.write(text, to: name) }
  }

  /// What both branches have once had, and what each has made of it; `ours` is checked out.
  private static let branches = """
    git checkout -qfB main start; commit base; git branch -f theirs
    commit ours; git checkout -q theirs; commit draft; commit theirs; git checkout -q main

    """

  /// - `commit`: puts a version into the register's history.
  /// - `open`: lets the program make one register of two versions between marks, where it can.
  /// - `question`: git has something to ask.
  private static let prelude = """
    n=0; questions=0
    commit() { cat ../$1 >a.rec; git add a.rec; git commit -q --allow-empty -m $1; }
    open() {
      if grep -q '^<<<<<<<' a.rec; then
        n=$((n+1)); jointview add theme opened-$n name=Opened -r a.rec >../said 2>&1 || true
      fi
      git add a.rec
    }
    question() { questions=1; }
    for what in rebase cherry-pick merge; do git $what --abort || true; done 2>../said >../said
    git stash clear; git reset -q --hard

    """

  private static func script(_ way: Way) -> String {
    switch way {
    case .merge, .crissCross: "git merge -q theirs || question\n"
    case .cherryPick: "git cherry-pick theirs >../said || question\n"
    case .rebase:
      """
      git checkout -q theirs
      if ! git rebase -q main >../said; then
        question
        while open; ! GIT_EDITOR=true git rebase --continue >../said; do n=$((n+1)); [ $n -lt 9 \
      ]; done
      fi

      """
    case .stash:
      """
      git checkout -q --detach main~; cat ../theirs >a.rec; git stash -q; git checkout -q main
      git stash pop -q >../said || question

      """
    }
  }

  /// Leaves what git left, and what the program made of that.
  private static let ending = "\ncat a.rec >../left; open; cat a.rec >../opened; exit $questions\n"

  /// What stands neither in the file nor, once that was opened and saved, in what came of it.
  private mutating func losses(
    _ outcome: Outcome, of versions: [String], since bases: [String]
  ) -> [String] {
    guard outcome.status == 0 || outcome.status == 1 else { return ["failed: \(outcome.errors)"] }
    if outcome.status == 0 { clean += 1 } else { questions += 1 }
    var losses: [String] = []
    let known = bases.reduce(Set<Substring>()) { $0.union(Coders.words(in: $1)) }
    for name in ["left", "opened"] {
      let result = repository.home.read(name) ?? ""
      let words = Coders.words(in: result)
      for (index, version) in versions.enumerated() {
        let lost = Coders.words(in: version).subtracting(known).subtracting(words)
        losses += lost.map { "\($0) of \(index == 0 ? "ours" : "theirs"), \(name)" }
      }
      if outcome.status == 0, result.contains("<<<<<<<") {
        losses.append("marks without a question")
      }
    }
    return losses
  }
}
