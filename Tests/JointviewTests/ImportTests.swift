import Testing

/// A register of two invented areas, in which one inspection is known.
private let twoAreas = """
  %rec: Area

  Id: ashby
  Name: Ashby

  Id: birch
  Name: Birch

  %rec: Framework

  Id: ilacs
  Name: Inspection of children's services
  From: 2018-01

  %rec: Inspection

  Id: ilacs-ashby-2024
  Area: ashby
  Framework: ilacs
  From: 2024-06-10
  Grade: good
  Certainty: stated-elsewhere
  Source: x

  %rec: Judgement

  Id: ilacs-ashby-2024/overall
  Inspection: ilacs-ashby-2024
  Aspect: overall
  Grade: good

  """

private let headings =
  "Local authority name,Local authority status,Inspection date,Publication date,Inspection type,"
  + "Overall effectiveness,Impact of leaders\n"

private func row(_ area: String, _ from: String, _ published: String, _ overall: String) -> String {
  "\(area),Current,\(from),\(published),ILACS Standard Inspection,\(overall),Good\n"
}

private let ashby = row("Ashby", "2024-06-10", "2024-07-23", "Good")
private let birch = row("Birch", "2021-06-14", "2021-07-23", "Inadequate")
private let otherwise = row("Ashby", "2024-06-10", "2024-07-23", "Inadequate")

/// Tables as they are imported by the command.
@Suite struct `The command import` {
  private let home = Home()
  private let register: String

  init() { register = home.write(twoAreas, to: "a.rec") }

  private func table(_ rows: String..., name: String = "t.csv") -> String {
    home.write(headings + rows.joined(), to: name)
  }

  private func run(_ arguments: String...) -> Outcome {
    home.run(["import"] + arguments + ["--into", register])
  }

  @Test func `a plan is shown, and nothing is written`() {
    let outcome = run(table(ashby, birch, row("Erewhon", "2021-06-14", "", "Good")), "--plan")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      outcome.output.hasPrefix(
        "t.csv is read as ofsted-history.\n"
          + "3 rows: 1 refused, 1 changed, 1 new, 0 unchanged\n"))
    #expect(
      outcome.output.contains(
        "Listed of ilacs-ashby-2024: nothing → 2024-07-23 (row 2, column D “Publication date”)"))
    #expect(outcome.output.contains("no area is called “Erewhon”"))
    #expect(outcome.output.hasSuffix("\n7 edits can be written.\n"), "\(outcome.output)")
    #expect(home.read("a.rec") == twoAreas)
    #expect(!home.has("a.trail.rec"))
  }

  @Test func `a table is written once, and the same again changes nothing`() throws {
    let path = table(ashby, birch)
    let first = run(path)
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.hasSuffix("edits are written.\n"))
    let text = try #require(home.read("a.rec"))
    #expect(text.contains("Listed: 2024-07-23\n"))
    #expect(text.contains("Origin: Listed ofsted-history: 2024-07-23 "))
    #expect(text.contains("Id: ilacs-birch-2021/overall\n"))
    #expect(home.read("a.trail.rec")?.contains("import of t.csv as ofsted-history") == true)
    let again = run(path)
    #expect(again.status == 0)
    #expect(again.output.contains("2 rows: 0 refused, 0 changed, 0 new, 2 unchanged\n"))
    #expect(again.output.hasSuffix("Nothing changes.\n"))
    #expect(home.read("a.rec") == text)
    #expect(home.run("check", register).status == 0)
  }

  // MARK: - Decisions

  @Test func `a cell that differs waits, and the plan as JSON decides it`() throws {
    let path = table(otherwise, birch)
    let plan = run(path, "--plan", "--format", "json")
    #expect(plan.status == 3)
    let open = run(path)
    #expect(open.status == 3)
    #expect(open.output.contains("the register has good, the table inadequate ("))
    #expect(
      open.errors.hasPrefix("jointview: nothing is written until 1 decision is made: "),
      "\(open.errors)")
    #expect(open.errors.contains("--decide"))
    #expect(home.read("a.rec") == twoAreas)

    let decided = plan.output.replacing(
      "\"choice\": null,\n        \"reason\": null",
      with: "\"choice\": \"take\",\n        \"reason\": \"the report\"")
    #expect(decided != plan.output, "\(plan.output)")
    let decisions = home.write(decided, to: "plan.json")
    let outcome = run(path, "--decide", decisions)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let text = try #require(home.read("a.rec"))
    #expect(text.contains("Chosen: take\nReason: the report\n"))
    #expect(!text.contains("Grade: good\nCertainty"))
    let again = run(path)
    #expect(again.status == 0 && again.output.hasSuffix("Nothing changes.\n"), "\(again.output)")
  }

  @Test func `rows that vanished wait for a decision`() throws {
    #expect(run(table(ashby, birch)).status == 0)
    let before = home.read("a.rec")
    let less = table(ashby, name: "less.csv")
    let outcome = run(less)
    #expect(outcome.status == 3)
    #expect(
      outcome.output.contains(
        "1 of the 2 rows in the last import of this source is not in this one."))
    #expect(home.read("a.rec") == before)
    let plan = run(less, "--plan", "--format", "json").output
    let decided = plan.replacing("\"choice\": null", with: "\"choice\": \"keep\"")
    #expect(run(less, "--decide", home.write(decided, to: "plan.json")).status == 0)
    #expect(run(less).output.hasSuffix("Nothing changes.\n"))
  }

  @Test(arguments: [
    ("{", "plan.json: line 1: this is not JSON"),
    ("{}", "plan.json: it is not a plan: it has no list of decisions"),
    ("[{\"decisions\":[],\"fingerprint\":\"1\",\"file\":\"x.csv\"}]", "another file, x.csv"),
  ])
  func `what is no plan of the file is refused`(text: String, words: String) {
    let outcome = run(table(ashby), "--decide", home.write(text, to: "plan.json"))
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
    #expect(home.read("a.rec") == twoAreas)
  }

  @Test func `a choice that nobody offered is refused`() {
    let path = table(otherwise)
    let plan = run(path, "--plan", "--format", "json").output
    let decided = plan.replacing("\"choice\": null", with: "\"choice\": \"kept\"")
    let outcome = run(path, "--decide", home.write(decided, to: "plan.json"))
    #expect(outcome.status == 2)
    #expect(
      outcome.errors.contains(
        "plan.json: “kept” is not a choice for Judgement ilacs-ashby-2024/overall Grade; "
          + "write keep or take"), "\(outcome.errors)")
    #expect(home.read("a.rec") == twoAreas)
  }

  // MARK: - Several

  @Test func `several files are planned one over the other, and written as one`() throws {
    let (one, two) = (table(ashby), table(ashby, birch, name: "u.csv"))
    let plan = run(one, two, "--plan")
    #expect(plan.output.contains("2 rows: 0 refused, 0 changed, 1 new, 1 unchanged"))
    #expect(run(one, two).status == 0)
    let trail = try #require(home.read("a.trail.rec"))
    #expect(trail.contains("import of 2 tables"), "\(trail)")
    let text = home.read("a.rec")
    #expect(run(two).output.hasSuffix("Nothing changes.\n"))
    #expect(home.read("a.rec") == text)
  }

  @Test func `one file that cannot be read has nothing written of the others`() {
    let outcome = run(table(birch), home.write("a,b\n1,2\n", to: "u.csv"), home.path + "/none.csv")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("u.csv: no row names the columns of a table we know"))
    #expect(outcome.errors.contains("none.csv: No such file or directory"))
    #expect(outcome.errors.hasSuffix("jointview: nothing is written: 2 of 3 files not read\n"))
    #expect(home.read("a.rec") == twoAreas)
  }

  // MARK: - Kinds and words

  @Test func `a kind may be named, and must be one that there is`() {
    let path = table(birch)
    #expect(run(path, "--as", "ofsted-outcomes", "--plan").output.contains("as ofsted-outcomes"))
    let outcome = run(path, "--as", "ofsted", "--plan")
    #expect(outcome.status == 2)
    #expect(
      outcome.errors.contains("“ofsted” is not a kind of table, and no mapping has that name"))
    #expect(outcome.errors.contains("ofsted-outcomes, ofsted-in-year"))
  }

  @Test func `columns that tell of single children refuse the file`() {
    let path = home.write("Local authority name,UPN,Date of birth\nAshby,1,2\n", to: "t.csv")
    let outcome = run(path)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.contains(
        "t.csv: it has data on individual children and is not read: UPN, Date of birth"))
  }

  @Test func `nothing that a file holds reaches a terminal as a command`() {
    let outcome = run(table(row("Ere\u{1b}[2Jwhon", "2021-06-14", "", "Good")), "--plan")
    #expect(outcome.status == 1, "no row of it is taken over")
    #expect(!outcome.output.unicodeScalars.contains("\u{1b}"))
  }

  @Test func `one's own register need not be there for a plan`() {
    let path = table(row("Barnet", "2025-12-01", "", "Good"))
    let outcome = home.run("import", path, "--plan")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(!home.has("data/jointview/register.rec"))
  }
}
