import Testing

/// Keys that begin a review of everything.
private let newReview = "g r + <Enter> <Enter> "

extension Home {
  /// Runs the program as somebody else.
  func run(as user: String, _ arguments: String...) -> Outcome {
    write("reviewer: \(user)\n", to: "config/jointview/config.yaml")
    return run(arguments)
  }
}

@Test func `two passes, their agreement and decisions are told in the method note`() throws {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  _ = home.run(as: "ada", "play", newReview + "c p 4 + <Enter> Z", "--save", "-r", path)
  let second = "g r <Enter> y c h 4 - <Enter> "
  _ = home.run(as: "mh", "play", second, "--save", "-r", path)

  // While the second pass is open, its reviewer can reach nothing of the first from the shell
  // either.
  let listed = home.run(as: "mh", "list", "contributions", "--format", "csv", "-r", path)
  #expect(listed.output.contains("health") && !listed.output.contains("police"))
  #expect(listed.errors.contains("until both passes are closed"))
  let note = home.run(as: "mh", "report", "method", "-r", path)
  #expect(note.output.contains("Not measured: both passes must be closed first."))
  #expect(!note.output.contains("police"))
  let agreement = home.run(as: "mh", "report", "agreement", "-r", path)
  #expect(agreement.output.contains("Not measured: both passes must be closed first."))
  #expect(!agreement.output.contains("police") && !agreement.output.contains("kappa  "))
  #expect(home.run(as: "zoe", "list", "contributions", "-r", path).output.contains("police"))

  let settle = "g r <Enter> Z g r <Enter> a t h e <Space> l e t t e r <Enter>"
  let screen = home.run(as: "mh", "play", settle, "--save", "-r", path, "--size", "120x36")
  #expect(screen.output.contains("0 of 1 left"))
  let whole = home.run(as: "mh", "report", "method", "-r", path).output
  #expect(
    whole.contains("| Review 1 | first | ada | closed | 1 of 1 | every inspection, by date |"))
  #expect(whole.contains("1 passage read in both, 1 coded differently, 1 of them settled."))
  #expect(whole.contains("| the letter | mh | 20"))
  #expect(whole.contains("undefined: only one category used"))
  let measured = home.run(as: "mh", "report", "agreement", "-r", path, "--format", "csv").output
  #expect(measured.contains("Gwet's AC1") && measured.contains("kappa, quadratic"))
  #expect(home.run("check", path).status == 0)
}

@Test func `the trail says who did what, and is shown with L`() throws {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  _ = home.run(
    as: "ada", "play", "<Enter> <Enter> <Enter> c p 4 + <Enter> i f i r s t <Enter>", "--save",
    "-r",
    path)
  _ = home.run(as: "mh", "play", "g c e <BS> - <Enter> u", "--save", "-r", path)
  let trail = try #require(home.read("a.trail.rec"))
  #expect(trail.hasPrefix("%rec: Trail\n"))
  #expect(trail.components("\nWhen: 20") == 5)
  let screen = home.run(as: "mh", "play", "g c L", "-r", path, "--size", "140x30").output
  let lines = screen.split(separator: "\n").map(String.init)
  let places = [
    "  mh  undid police + ", "  mh  police + ", "  ada  note on police +", "  ada  police I4 + in ",
  ]
  .map { words in lines.firstIndex { $0.contains(words) } ?? -1 }
  #expect(places == places.sorted() && !places.contains(-1), "\(screen)")
  #expect(screen.contains("Direction    + → -"))
  #expect(screen.contains("Note         nothing → first"))
}

@Test func `a codebook goes out as CSV and comes in, the former words kept`() throws {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  let table = home.write(
    "Tag,Description\nResponse to the theme,\"Help, that \"\"fits\"\"\"\nVoice,What children say\n",
    to: "book.csv")
  let done = home.run("codebook", "--import", table, "--because", "pilot", "-r", path)
  #expect(done.output == "codebook: 1 added, 1 redefined\n")
  let text = try #require(home.read("a.rec"))
  #expect(text.contains("Definition: Help, that \"fits\"\nVersion: 2\n"))
  #expect(text.contains("\nId: I4/1\nCriterion: I4\nVersion: 1\nName: Response to the theme\n"))
  #expect(text.contains("Reason: pilot"))
  let out = home.run("codebook", "-r", path).output
  #expect(out.hasPrefix("name,description,include,exclude,example,key\r\n"))
  #expect(out.contains("Voice,What children say,,,,I1\r\n"))
  // What goes out comes in as it is.
  home.write(out, to: "again.csv")
  let again = home.run("codebook", "--import", "\(home.path)/again.csv", "-r", path)
  #expect(again.output == "codebook: 0 added, 0 redefined\n")
  #expect(home.run("check", path).status == 0)
  home.write("no,columns\n", to: "bad.csv")
  let bad = home.run("codebook", "--import", "\(home.path)/bad.csv", "-r", path)
  #expect(bad.status == 1 && bad.errors.contains("one of them name (or tag)"))
}

@Test func `a name is asked for once where nothing tells it, and kept`() {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  home.write("ada\n", to: "state/jointview/reviewer")
  let without = ["USER", "LOGNAME"]
  let keys = "<Enter> <Enter> <Enter> c p 4 + <Enter>"
  #expect(home.run(["play", keys, "-r", path], without: without).output.contains("Police"))
  let text = home.run(["play", keys, "-r", path, "--size", "140x30"], without: without).output
  #expect(text.contains(" ada "))
}

extension String {
  /// In how many parts a text parts it.
  fileprivate func components(_ separator: String) -> Int {
    var (count, rest) = (1, self[...])
    while let range = rest.firstRange(of: separator) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}

@Test func `a codebook goes to other programs for qualitative analysis and back`() throws {
  let home = Home()
  let path = home.write(smallRegister, to: "a.rec")
  let file = "\(home.path)/book.qdc"
  #expect(home.run("codebook", "--export", file, "-r", path).status == 0)
  let text = try #require(home.read("book.qdc"))
  #expect(text.contains(#"<CodeBook xmlns="urn:QDA-XML:codebook:1.0""#))
  let again = home.run("codebook", "--export", file, "-r", path)
  #expect(again.status == 3 && again.errors.contains("--force replaces it"))
  #expect(home.run("codebook", "--export", file, "--force", "-r", path).status == 0)
  home.write(
    text.replacing("Response to the theme", with: "Response")
      .replacing(
        "<Description></Description>",
        with: "<Description>What is done.\n\nInclude: visits</Description>"),
    to: "book.qdc")
  let done = home.run("codebook", "--import", file, "-r", path)
  #expect(done.output == "codebook: 0 added, 1 redefined\n", "\(done.errors)")
  let register = try #require(home.read("a.rec"))
  #expect(register.contains("Id: I4\nName: Response\nDefinition: What is done.\nInclude: visits\n"))
  #expect(register.contains("Reason: imported from book.qdc"))
  home.write("<CodeBook>\n<Codes></CodeBook>", to: "broken.qdc")
  let broken = home.run("codebook", "--import", "\(home.path)/broken.qdc", "-r", path)
  #expect(broken.status == 1)
  #expect(broken.errors.hasPrefix("jointview: \(home.path)/broken.qdc:2:8: CodeBook ends here"))
  #expect(home.run("codebook", "--export", "book.xml", "-r", path).status == 2)
}
