import Glibc
import Testing

/// Two people's branches of one register, merged by git with the driver that the help names.
@Suite(.enabled(if: access("/usr/bin/git", X_OK) == 0, "git is not installed"))
struct MergeCommandTests {
  private let home = Home()

  private func git(_ arguments: String...) -> Outcome {
    let identity = ["-C", home.path, "-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
    return home.run(identity + arguments, program: "/usr/bin/git")
  }

  /// A register with two branches made of it, and the outcome of merging the second into the first.
  private func merge(_ ours: (String) -> String, _ theirs: (String) -> String) -> Outcome {
    _ = git("init", "-q", "-b", "main")
    _ = git(
      "config", "merge.jointview.driver",
      "'\(programPath)' merge %O %A %B --marker-size %L --name %P")
    home.write("*.rec merge=jointview\n", to: ".gitattributes")
    let base =
      smallRegister + """

        Id: C-1
        Passage: jtai-ashby-2017/s1
        Agency: police
        Direction: +

        Id: C-5
        Passage: jtai-ashby-2017/s1
        Agency: health
        Direction: +

        """
    commit(base)
    _ = git("branch", "theirs")
    commit(ours(base))
    _ = git("checkout", "-q", "theirs")
    commit(theirs(base))
    _ = git("checkout", "-q", "main")
    return git("merge", "-q", "--no-edit", "theirs")
  }

  private func commit(_ text: String) {
    home.write(text, to: "a.rec")
    _ = git("add", "a.rec", ".gitattributes")
    _ = git("commit", "-q", "-m", "a step")
  }

  private var merged: String { home.read("a.rec") ?? "" }
  private var problems: String { home.run("check", "\(home.path)/a.rec").output }

  private func adding(_ key: String) -> (String) -> String {
    { base in
      base + "\nId: \(key)\nPassage: jtai-ashby-2017/s1\nAgency: police\nDirection: -\n"
    }
  }

  @Test func `what each added in the same lines is there without a question`() {
    let outcome = merge(adding("C-7"), adding("C-8"))
    #expect(outcome.status == 0)
    #expect(merged.contains("Id: C-7\n") && merged.contains("Id: C-8\n"))
    #expect(merged.contains("# A comment that stays."))
    #expect(problems == "")
  }

  @Test func `two fields of one record, one changed by each, are both as changed`() {
    let outcome = merge(
      { $0.replacing("Agency: police\nDirection: +", with: "Agency: police\nDirection: =") },
      {
        $0.replacing("Agency: police\nDirection", with: "Agency: police\nCriterion: I4\nDirection")
      })
    #expect(outcome.status == 0)
    #expect(merged.contains("Agency: police\nCriterion: I4\nDirection: =\n"))
  }

  @Test func `one value changed by both is kept twice, and git is told`() {
    let outcome = merge(
      { $0.replacing("Agency: police\nDirection: +", with: "Agency: police\nDirection: =") },
      { $0.replacing("Agency: police\nDirection: +", with: "Agency: police\nDirection: -") })
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.contains(
        "a.rec: Direction of contribution C-1: “=” here, “-” in the other version (git merge)"))
    #expect(!merged.contains("<<<<<<<"))
    #expect(merged.contains("%rec: Conflict") && merged.contains("Value: -"))
    #expect(git("status", "--porcelain").output.contains("UU a.rec"))
  }

  @Test func `a record that one names and the other removed is there, and git is told`() {
    let outcome = merge(
      { $0.replacing(Self.theme, with: "").replacing("Theme: neglect\n", with: "") },
      { $0 + Self.another })
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("theme neglect is here; the other version has removed it"))
    #expect(merged.contains("Id: jtai-ashby-2018") && merged.contains("Name: Neglect of older"))
  }

  private static let theme = "%rec: Theme\n\nId: neglect\nName: Neglect of older children\n\n"
  private static let another =
    "\n%rec: Inspection\n\nId: jtai-ashby-2018\nArea: ashby\nFramework: jtai\nTheme: neglect\n"

  @Test(arguments: [true, false])
  func `comments that one has made stay beside what the other has coded`(isOurs: Bool) {
    let comment = "# Theirs alone.\n%rec: Framework"
    let commenting: (String) -> String = { $0.replacing("%rec: Framework", with: comment) }
    let outcome = isOurs ? merge(commenting, adding("C-7")) : merge(adding("C-7"), commenting)
    #expect(outcome.status == 0)
    #expect(merged.contains("Id: C-7\n") && merged.contains("# Theirs alone."))
  }

  @Test func `where their lines meet too, git's marks stand, and jointview opens both`() {
    let outcome = merge(
      { self.adding("C-7")($0) + "\n# Ours alone.\n" },
      { self.adding("C-8")($0) + "\n# Theirs alone.\n" })
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("the versions differ in more than records"))
    #expect(merged.contains("<<<<<<< ours") && merged.contains("# Theirs alone."))
    let listed = home.run("list", "contributions", "-r", "\(home.path)/a.rec").output
    #expect(listed.contains("C-7") && listed.contains("C-8"))
  }

  @Test func `of two trails no entry is lost, though all but their ends are alike`() {
    let base = "%rec: Trail\n%mandatory: When Who\n"
    func entry(_ to: String) -> String {
      "\nWhen: 2026-11-25T07:45:40Z\nWho: ada\nChange: note\nSet: Area Note ashby\nTo: \(to)\n"
    }
    let both = base + entry("first")
    let paths = [both, both + entry("ours"), both + entry("theirs")].enumerated()
      .map { home.write($1, to: "\($0).trail.rec") }
    #expect(home.run("merge", paths[0], paths[1], paths[2]).status == 0)
    #expect(home.read("1.trail.rec") == both + entry("ours") + entry("theirs"))
  }
}
