import Glibc
import Testing

/// A letter of an invented area, as `pdftotext` gives it.
let wexmoorLetter = """
  12 May 2017

  Ann Arbour, Director of Children’s Services, Wexmoor Council

  Dear local partnership

  Joint targeted area inspection of the multi-agency response to abuse and neglect in Wexmoor

  Between 27 and 31 March 2017, Ofsted, the Care Quality Commission (CQC), HMI Constabulary \
  (HMIC) and HMI Probation (HMIP)
  undertook a joint inspection of the multi-agency response to abuse and neglect in Wexmoor. This \
  inspection included a ‘deep dive’
  focus on the response to children living with domestic abuse.

  This letter to all the service leaders in the area outlines our findings.

  Key strengths

  \u{F06E}  Police officers share what they know with schools on the same day.

  Areas for improvement

  \u{F06E}  Health staff do not always attend strategy meetings.

  Next steps

  The local authority should prepare a written statement of proposed action. It should send the \
  written statement of action
  to someone@example.org by 24 August 2017.

  Yours sincerely

  Ofsted                       Care Quality Commission
  Eve Elm                      Fay Fir
  National Director            Deputy Chief Inspector

  """

@Test func `a letter is put into a register once, its new area with it`() {
  let home = Home()
  let path = home.write(wexmoorLetter, to: "letter.txt")
  let register = home.path + "/a.rec"
  #expect(home.run("init", register).status == 0)
  let first = home.run("read", path, "--into", register)
  #expect(first.status == 0)
  #expect(first.output.hasPrefix("letter.txt: jtai-wexmoor-2017: "))
  let passages = home.run("list", "passages", "--format", "csv", "-r", register).output
  #expect(passages.contains("jtai-wexmoor-2017/s1,jtai-wexmoor-2017,strength,1,"))
  let again = home.run("read", path, "--into", register)
  #expect(again.output.hasPrefix("letter.txt: jtai-wexmoor-2017: nothing new\n"))
}

@Test func `rec of a letter has the keys that it gets in a register`() {
  let home = Home()
  let path = home.write(wexmoorLetter, to: "letter.txt")
  let records = home.run("read", path, "--format", "rec").output
  #expect(records.contains("Id: jtai-wexmoor-2017\n"))
  #expect(records.contains("Id: jtai-wexmoor-2017/s1\n"))
}

@Test func `a letter cut in half is told, and nothing of it is written`() throws {
  let home = Home()
  let half = try #require(wexmoorLetter.split(separator: "Next steps").first)
  let path = home.write(String(half), to: "half.txt")
  let register = home.path + "/a.rec"
  #expect(home.run("init", register).status == 0)
  let before = home.read("a.rec")
  let outcome = home.run("read", path, "--into", register)
  #expect(outcome.status == 1)
  #expect(outcome.errors.contains("the letter breaks off before its signatures"))
  #expect(home.read("a.rec") == before)
  #expect(home.run("read", path).status == 1)
}

@Test func `a letter's PDF is read as its text is`() throws {
  let home = Home()
  let pdf = home.write(Paper(of: wexmoorLetter).text, to: "letter.pdf")
  let outcome = home.run("read", pdf)
  #expect(outcome.status == 0)
  #expect(outcome.errors == "")
  #expect(outcome.output.contains("Area           Wexmoor"))
  #expect(outcome.output.contains("Fieldwork      2017-03-27 to 2017-03-31 [page 1, line "))
  #expect(
    outcome.output.contains(
      "s1   Police officers share what they know with schools on the same day."))
  #expect(
    outcome.output.contains(
      "police \u{201C}Police officers\u{201D}; education \u{201C}schools\u{201D}]"))
}

@Test func `what is no letter is refused in a sentence each, and the letter among it is read`()
  throws
{
  let home = Home()
  let web = [
    "Joint targeted area inspection of Wexmoor - GOV.UK", "Home > Education > Inspections",
    "Joint targeted area inspection of the multi-agency response to neglect in Wexmoor",
    "This guidance is for inspectors.", "https://www.gov.uk/x 1/2",
  ]
  let files: [(name: String, text: String, reason: String)] = [
    ("scan.pdf", Paper([[], []]).text, "has no text: it may be a scan"),
    ("locked.pdf", Paper([["Dear all"]], isEncrypted: true).text, "the PDF is encrypted"),
    (
      "half.pdf", String(Paper([["Dear all"]]).text.prefix(300)),
      "the PDF is damaged or incomplete"
    ),
    ("web.pdf", Paper([web]).text, "it lacks a salutation"),
    (
      "review.pdf",
      Paper([["Joint area review", "Wexmoor Children\u{2019}s Services Authority Area", "2008"]])
        .text,
      "It is a joint area review"
    ),
    ("empty.txt", "", "The file is empty"),
    ("noise.txt", String(repeating: "\u{1}\u{2}x\u{3}", count: 999), "It is not text"),
    ("long.txt", String(repeating: "a line of a long text\n", count: 4_800_000), "It has 105 MB"),
  ]
  let paths = files.map { home.write($0.text, to: $0.name) }
  mkdir(home.path + "/nothing", 0o755)
  let letter = home.write(wexmoorLetter, to: "letter.txt")
  let outcome = home.run(
    ["read"] + paths + [home.path + "/nothing", home.path + "/missing", letter])
  #expect(outcome.status == 1)
  #expect(outcome.output.contains("Area           Wexmoor"))
  let lines = outcome.errors.split(separator: "\n")
  for file in files {
    #expect(lines.contains { $0.contains(file.name) && $0.contains(file.reason) }, "\(file.name)")
  }
  #expect(lines.contains { $0.contains("nothing contains no letter") })
  #expect(lines.contains { $0.contains("missing: No such file or directory") })
  #expect(lines.last == "1 report read, 10 not")
}

@Test func `a refused file stands in the JSON with its reason and every key`() throws {
  let home = Home()
  let outcome = home.run("read", "--format", "json", home.write("Dear Sir.\n", to: "roof.txt"))
  #expect(outcome.status == 1)
  let path = home.path
  #expect(
    outcome.output == """
      [
        {
          "file": "\(path)/roof.txt",
          "isJTAI": false,
          "isReport": false,
          "area": null,
          "areaCode": null,
          "framework": null,
          "theme": null,
          "themeWords": null,
          "fieldwork": {
            "from": null,
            "to": null
          },
          "published": null,
          "inspectorates": [],
          "statementDue": null,
          "statementBy": null,
          "judgements": [],
          "next": [],
          "previous": [],
          "responsibleBodies": [],
          "addressees": [],
          "sections": [],
          "passages": [],
          "problems": [
            {
              "field": "file",
              "message": "\(path)/roof.txt: It is not a report that jointview reads: neither a \
      title nor a subject line says so.",
              "page": 1,
              "line": 1
            }
          ],
          "found": {}
        }
      ]

      """)
}

@Test func `a folder is read with the folders in it, in the order of their names`() throws {
  let home = Home()
  home.write(wexmoorLetter, to: "letters/b.txt")
  home.write(Paper(of: wexmoorLetter).text, to: "letters/a.PDF")
  home.write("no letter's name", to: "letters/notes.md")
  mkdir(home.path + "/letters/old", 0o755)
  home.write(wexmoorLetter, to: "letters/old/c.txt")
  symlink("..", home.path + "/letters/old/up")
  let outcome = home.run("read", home.path + "/letters", "--format", "json")
  #expect(outcome.status == 0)
  let files = outcome.output.split(separator: "\n").filter { $0.contains("\"file\": ") }
  #expect(
    files.map { String($0.split(separator: "/letters/").last ?? "") } == [
      "a.PDF\",", "b.txt\",", "old/c.txt\",",
    ])
}

@Test func `without pdftotext one is told the package`() {
  let home = Home()
  let pdf = home.write(Paper(of: wexmoorLetter).text, to: "letter.pdf")
  let outcome = home.run(["-c", "PATH=/nowhere \(programPath) read \(pdf)"], program: "/bin/sh")
  #expect(outcome.status == 1)
  #expect(outcome.errors.contains("pdftotext is not installed; it is in the package poppler-utils"))
}

@Test func `R on a folder reads its letters as one change`() throws {
  let home = Home()
  home.write(wexmoorLetter, to: "letters/a.txt")
  home.write(wexmoorLetter.replacing("Wexmoor", with: "Tarn Valley"), to: "letters/b.txt")
  home.write("Dear Sir.", to: "letters/roof.txt")
  let register = home.path + "/a.rec"
  #expect(home.run("init", register, "--empty").status == 0)
  let path = home.path.map { "\($0)" }.joined(separator: " ")
  let screen = home.run(
    "play", "R \(path) / l e t t e r s <Enter>", "--save", "-r", register)
  #expect(
    screen.output.contains(
      "2 reports read, 6 new passages; 1 file not read; g x lists what to check"))
  let inspections = home.run("list", "inspections", "-r", register).output
  #expect(
    inspections.contains("jtai-wexmoor-2017") && inspections.contains("jtai-tarn-valley-2017"))
}

@Test func `a pipe and a device are refused, and the other files are read`() {
  let home = Home()
  let pipe = home.path + "/pipe"
  #expect(mkfifo(pipe, 0o600) == 0)
  let path = home.write(wexmoorLetter, to: "letter.txt")
  let outcome = home.run("read", pipe, "/dev/zero", path)
  #expect(outcome.status == 1)
  #expect(outcome.errors.contains("cannot read \(pipe): it is not an ordinary file"))
  #expect(outcome.errors.contains("cannot read /dev/zero: it is not an ordinary file"))
  #expect(outcome.output.contains("Wexmoor"))
  #expect(home.run("check", pipe).output.contains("it is not an ordinary file"))
}

@Test func `what is no register is not opened as an empty one`() {
  let home = Home()
  let path = home.write(wexmoorLetter, to: "letter.txt")
  let outcome = home.run("list", "areas", "-r", path)
  #expect(outcome.status == 1)
  #expect(
    outcome.errors
      == "jointview: \(path) is not a register: it has no record set such as %rec: Area\n"
  )
}

@Test func `output that cannot be written is no success`() {
  let home = Home()
  let outcome = home.run(
    ["-c", "\(programPath) list areas > /dev/full"], program: "/bin/sh")
  #expect(outcome.status == 1)
  #expect(outcome.errors.contains("cannot write"))
}
