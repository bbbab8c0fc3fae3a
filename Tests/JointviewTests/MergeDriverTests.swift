import Glibc
import Testing

/// What git is left with where a merge goes wrong, or has to do with an odd name.
@Suite(.enabled(if: access("/usr/bin/git", X_OK) == 0, "git is not installed"))
struct MergeDriverTests {
  /// A register in which somebody has coded a passage.
  private static func coded(_ direction: String) -> String {
    smallRegister
      + "\nId: C-1\nPassage: jtai-ashby-2017/s1\nAgency: police\nDirection: \(direction)\n"
  }

  /// The shell's script for two branches that have coded one passage in two ways, in a file whose
  /// name is in `$f`.
  private static let branches = """
    commit() { cat ../"$1" >"./$f"; git add -- "./$f"; git commit -qm "$1"; }
    commit base; git branch theirs; commit ours; git checkout -q theirs; commit theirs
    git checkout -q main
    """

  private func repository(_ driver: String) -> GitRepository {
    let repository = GitRepository(driver: driver, attributes: "* merge=jointview")
    for (name, direction) in [("base", "+"), ("ours", "="), ("theirs", "-")] {
      repository.home.write(Self.coded(direction), to: name)
    }
    return repository
  }

  @Test(
    arguments: [
      "-x.rec", "--help.rec", "-h", "--help", "--name=x", "a b'c.rec", "'$(touch oops)'.rec",
      #"line\nfeed.rec"#, #"caf\351.rec"#, #"-\377"#,
    ], [GitRepository.driver, GitRepository.formerDriver])
  func `a file of any name is merged with nothing lost`(name: String, driver: String) {
    let repository = repository(driver)
    let outcome = repository.run(
      """
      f=$(printf -- '\(name.replacing("'", with: "'\\''"))')
      \(Self.branches)
      git merge -q theirs || s=$?
      cat "./$f"; git rm -qf -- "./$f"; ls; exit $s
      """)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("Direction: =\n"))
    #expect(outcome.output.contains("Value: -\n"), "\(outcome.errors)")
    #expect(!outcome.output.contains("oops") || name.contains("oops"))
    #expect(outcome.errors.contains("“=” here, “-” in the other version"))
    #expect(outcome.errors.unicodeScalars.allSatisfy { $0.value >= 32 || $0 == "\n" })
  }

  @Test(arguments: [
    "jointview merge %O %A %B --no-such-option", "jointview merge --name %P %O %A %B %L",
    "jointview merge %O %A %B --marker-size=many", "jointview merge /no/such/file %A %B",
    "TMPDIR=/no/such/folder jointview merge %O %A %B",
  ])
  func `a driver that fails leaves both versions, and git is told`(driver: String) {
    let repository = repository(driver)
    // Both have comments of their own, so that git is asked to merge the lines.
    repository.home.write("# Ours.\n" + Self.coded("="), to: "ours")
    repository.home.write("# Theirs.\n" + Self.coded("-"), to: "theirs")
    let outcome = repository.run(
      "f=a.rec\n\(Self.branches)\ngit merge -q theirs || s=$?; git status --short; exit $s")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("AA a.rec") || outcome.output.contains("UU a.rec"))
    let left = repository.read("a.rec")
    #expect(left.contains("# Ours.\n") && left.contains("Direction: =\n"), "\(outcome.errors)")
    #expect(left.contains("# Theirs.\n") && left.contains("Direction: -\n"), "\(outcome.errors)")
    let listed = repository.run("jointview list conflicts -r a.rec --format csv")
    #expect(listed.output.contains("Contribution/C-1/Direction"))
  }

  @Test func `a driver that is killed leaves both versions`() {
    let repository = repository("PATH=../bin:$PATH jointview merge %O %A %B")
    repository.home.write("# Ours.\n" + Self.coded("="), to: "ours")
    repository.home.write("# Theirs.\n" + Self.coded("-"), to: "theirs")
    // What the driver starts to merge the lines with.
    repository.home.write(
      "#!/bin/sh\ncase $1 in merge-file) kill -9 $PPID;; *) exec /usr/bin/git \"$@\";; esac\n",
      to: "bin/git")
    let outcome = repository.run(
      "chmod +x ../bin/git; f=a.rec\n\(Self.branches)\ngit merge -q theirs || exit 1")
    #expect(outcome.status == 1)
    let left = repository.read("a.rec")
    #expect(left.contains("Direction: =\n") && left.contains("Direction: -\n"), "\(outcome.errors)")
  }

  @Test(arguments: ["jointview merge %O %A %B", "jointview merge %O %A %B --no-such-option"])
  func `where nothing can be written, git stops, and ours stays as it was`(driver: String) {
    // Of a size that git's own files do not reach.
    let repository = repository("ulimit -f 64; \(driver)")
    let long = String(repeating: "# Long.\n", count: 10_000)
    for (name, direction) in [("base", "+"), ("ours", "="), ("theirs", "-")] {
      repository.home.write(Self.coded(direction) + long, to: name)
    }
    let outcome = repository.run(
      "f=a.rec\n\(Self.branches)\ngit merge -q theirs || s=$?; git status --short; exit $s")
    #expect(outcome.status != 0 && outcome.status != 1)
    #expect(outcome.errors.contains("so nothing is merged"))
    #expect(outcome.output.isEmpty)
    #expect(repository.read("a.rec") == Self.coded("=") + long)
    #expect(repository.run("git log --oneline | wc -l").output == "3\n")
  }

  @Test func `without the program git merges the lines`() {
    let repository = repository(GitRepository.driver)
    let outcome = repository.run(
      "rm ../bin/jointview; f=a.rec\n\(Self.branches)\ngit merge -q theirs || exit 1")
    #expect(outcome.status == 1)
    let left = repository.read("a.rec")
    #expect(left.contains("<<<<<<<") && left.contains("Direction: =\n=======\nDirection: -\n"))
  }

  @Test func `marks are as long as the attribute says`() {
    let repository = GitRepository(attributes: "* merge=jointview conflict-marker-size=9")
    repository.home.write(Self.coded("+"), to: "base")
    repository.home.write(Self.coded("=") + "\n# Ours.\n", to: "ours")
    repository.home.write(Self.coded("-") + "\n# Theirs.\n", to: "theirs")
    let outcome = repository.run("f=a.rec\n\(Self.branches)\ngit merge -q theirs || exit 1")
    #expect(outcome.status == 1)
    #expect(repository.read("a.rec").contains("<<<<<<<<< ours\n"))
    let listed = repository.run("jointview list conflicts -r a.rec --format csv")
    #expect(listed.output.contains("Contribution/C-1/Direction"))
  }

  @Test func `what two branches have in common may be in conflict itself`() {
    let repository = repository(GitRepository.driver)
    let outcome = repository.run(
      """
      f=a.rec
      \(Self.branches)
      keep() { git merge -q "$1" || true; cat ../"$2" >a.rec; git commit -qam "keep $2"; }
      ours=$(git rev-parse main); keep theirs ours; git checkout -q theirs; keep $ours theirs
      git checkout -q main; git merge-base --all main theirs | wc -l; git merge -q theirs || \
      s=$?; exit $s
      """)
    #expect(outcome.output.contains("\n2\n"), "no criss-cross: \(outcome.output)")
    #expect(outcome.status == 1)
    let left = repository.read("a.rec")
    #expect(left.contains("Direction: =\n") && left.contains("Value: -\n"))
  }
}
