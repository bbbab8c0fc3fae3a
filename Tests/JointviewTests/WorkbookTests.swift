import Glibc
import Testing

@testable import jointview

/// Workbooks as they are imported by the command. Where a converter is missing, its tests are
/// skipped.
@Suite struct `The command import reads workbooks` {
  private let home = Home()
  private let register: String

  init() { register = home.write(smallRegister, to: "a.rec") }

  private func need(_ program: String) throws {
    if home.run("-c", "command -v \(program)", program: "/bin/sh").status == 0 { return }
    try Test.cancel("\(program) is not installed")
  }

  private func run(_ path: String, _ arguments: String..., variables: String = "") -> Outcome {
    let words = (["import", path, "--into", register] + arguments).joined(separator: "' '")
    return home.run("-c", "\(variables) exec \(programPath) '\(words)'", program: "/bin/sh")
  }

  private static let headings: [SheetCell] = [
    "Local authority name", "Inspection date", "Publication date", "Overall effectiveness",
    "Impact of leaders",
  ]

  /// A cover, a table below a title, and a hidden sheet with notes.
  private static let sheets = [
    SheetDraft("Cover", [["Outcomes"]]),
    SheetDraft(
      "Data",
      [
        ["As at 31 March"], [], headings,
        [
          "Ashby", .day(45453), .day(45496), .formula("CONCATENATE(\"Go\",\"od\")", "Good"), "Good",
        ],
        ["Ashby", .day(44361), "23/07/2021", "Good", "Inadequate"],
      ]),
    SheetDraft("Notes", [["x"]], isHidden: true),
  ]

  private func workbook(_ name: String, _ sheets: [SheetDraft] = sheets) -> String {
    home.write(name.hasSuffix("ods") ? sheets.ods : sheets.xlsx, to: name)
  }

  @Test(arguments: [("t.xlsx", "xlsx2csv"), ("t.ods", "ssconvert")])
  func `sheets are tables, formulas are values, and days are days`(name: String, program: String)
    throws
  {
    try need(program)
    for variables in ["", "LC_ALL=en_US.UTF-8 LANG=de_DE.UTF-8", "LC_TIME=ja_JP.UTF-8 LC_ALL="] {
      let plan = run(workbook(name), "--plan", variables: variables)
      #expect(plan.status == 0, "\(plan.errors)")
      #expect(plan.output.hasPrefix("\(name), sheet “Data” is read as ofsted-outcomes"))
      #expect(plan.output.contains("2 rows: 0 refused, 0 changed, 2 new, 0 unchanged"))
      #expect(plan.output.contains("2 inspections, 4 judgements"))
      #expect(plan.errors.hasSuffix("sheets that are not tables: Cover, Notes (hidden)\n"))
    }
    #expect(run(workbook(name)).status == 0)
    let text = home.read("a.rec") ?? ""
    #expect(text.contains("Id: ilacs-ashby-2024\n") && text.contains("From: 2024-06-10\n"))
    #expect(text.contains("Listed: 2024-07-23\n") && text.contains("From: 2021-06-14\n"))
    #expect(run(workbook(name)).output.hasSuffix("Nothing changes.\n"))
  }

  @Test(arguments: [("t.xlsx", "xlsx2csv"), ("t.ods", "ssconvert")])
  func `a fault is told by sheet, row and column, wherever the table begins`(
    name: String, program: String
  ) throws {
    try need(program)
    let rows: [[SheetCell]] = [
      [], [], Self.headings, [], ["Ashby", "soon", .day(45496), "Good", "Good"],
      ["Ashby", .day(1), .day(45496), "Good", "Good"],
    ]
    let sheet = SheetDraft("It's “A”", rows.map { $0.isEmpty ? [] : [nil] + $0 }, isHidden: true)
    let plan = run(workbook(name, [SheetDraft("Cover", [["x"]]), sheet]), "--plan")
    #expect(
      plan.output.contains(
        "sheet “It's “A””, row 5, column C “Inspection date”: “soon” is not a day"),
      "\(plan.output)")
    #expect(
      plan.output.contains("row 6, column C “Inspection date”: 1899-12-31 stands for no day; it"),
      "\(plan.output)")
    #expect(plan.output.contains("the sheet is hidden in the file"))
  }

  @Test(arguments: [("t.xlsx", "xlsx2csv", "xlsx2csv"), ("t.ods", "ssconvert", "gnumeric")])
  func `a converter that is missing is named with its package`(
    name: String, program: String, package: String
  ) {
    let outcome = run(workbook(name), variables: "PATH=\(home.path)")
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.hasSuffix(
        "\(name): \(program) is not installed; it is in the package \(package)\n"))
  }

  @Test func `a workbook cut off, locked or too large is told in a sentence`() {
    let whole = Self.sheets.xlsx
    let locked =
      "\u{D0}\u{CF}\u{11}\u{E0}".unicodeScalars.map { UInt8($0.value) }
      + Array("EncryptedPackage".utf16).flatMap { [UInt8($0), 0] as [UInt8] }
    var bomb = Archive()
    bomb.add("xl/workbook.xml", [], claiming: 3 << 30)
    var sealed = Archive()
    sealed.add("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8))
    sealed.add("content.xml", [0x8F, 0x11, 0x02, 0xEE])
    var other = Archive()
    other.add("word/document.xml", Array("<w/>".utf8))
    let files: [(name: String, bytes: [UInt8], words: String)] = [
      ("half.xlsx", Array(whole.prefix(whole.count / 2)), "it is cut off"),
      ("half.ods", Array(Self.sheets.ods.prefix(400)), "it is cut off"),
      ("locked.xlsx", locked, "it has a password; save a copy without one"),
      ("locked.ods", sealed.bytes, "it has a password; save a copy without one"),
      ("bomb.xlsx", bomb.bytes, "it unpacks to more than 2048 MiB, the most we read"),
      ("letter.docx", other.bytes, "a packed file without sheets"),
    ]
    for file in files {
      let outcome = run(home.write(file.bytes, to: file.name))
      #expect(outcome.status == 1)
      #expect(
        outcome.errors.hasPrefix("jointview: \(home.path)/\(file.name): ")
          && outcome.errors.contains(file.words), "\(outcome.errors)")
    }
    #expect(home.read("a.rec") == smallRegister)
  }

  @Test func `days are right in a workbook that Gnumeric packed`() throws {
    try need("ssconvert")
    let csv = home.write(
      "Local authority name,Inspection date,Overall effectiveness,Impact of leaders\n"
        + "Ashby,2024-06-10,Good,Good\n", to: "t.csv")
    let path = home.path + "/t.xlsx"
    #expect(home.run("-c", "ssconvert \(csv) \(path)", program: "/bin/sh").status == 0)
    let outcome = run(path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(home.read("a.rec")?.contains("From: 2024-06-10\n") == true, "\(outcome.output)")
  }

  @Test func `a converter that fails is told in a sentence`() throws {
    try need("xlsx2csv")
    var broken = Archive()
    broken.add("xl/workbook.xml", Array("<no".utf8))
    let outcome = run(home.write(broken.bytes, to: "broken.xlsx"))
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("broken.xlsx: xlsx2csv cannot read it, and ended with exit"))
    #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
  }

  @Test func `a sheet of single children refuses the workbook`() throws {
    try need("xlsx2csv")
    let sheets = Self.sheets + [SheetDraft("List", [["UPN", "Surname"], ["1", "x"]])]
    let outcome = run(workbook("t.xlsx", sheets))
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.contains(
        "t.xlsx, sheet List: it has data on individual children and is not read: UPN, Surname"))
  }

  @Test(arguments: ["t.xlsx", "strange.xlsx"])
  func `a workbook is converted once`(name: String) throws {
    try need("xlsx2csv")
    let found = home.run("-c", "command -v xlsx2csv", program: "/bin/sh").output
    let converter = try #require(found.split(separator: "\n").first)
    let counting = home.write(
      "#!/bin/sh\necho x >> \(home.path)/times; exec \(converter) \"$@\"\n",
      to: "bin/xlsx2csv")
    chmod(counting, 0o755)
    let strange = [SheetDraft("A", [["one", "two"], ["x", "y"]]), SheetDraft("B", [["z"]])]
    let isKnown = name == "t.xlsx"
    let path = workbook(name, isKnown ? Self.sheets : strange)
    let outcome = run(path, "--plan", variables: "PATH=\(home.path)/bin:/usr/bin:/bin")
    #expect(outcome.status == (isKnown ? 0 : 1), "\(outcome.errors)")
    #expect(home.read("times") == "x\n")
  }

  @Test func `a workbook that nobody knows is told with its first rows`() async throws {
    try need("xlsx2csv")
    let strange = [SheetDraft("A", []), SheetDraft("B", [["one", "two"], ["x", "y"]])]
    let path = workbook("t.xlsx", strange)
    let outcome = await aside { TableIntake().read(path) }
    guard case .failure(.unknown(_, .noTable, let top)) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(top == [["one", "two"], ["x", "y"]])
  }

  @Test func `a name of a hidden sheet may hold what XML writes in its own way`() throws {
    try need("xlsx2csv")
    let name = "A & B <\u{201C}it\u{201D}>"
    let sheets = [SheetDraft("Cover", [["x"]]), SheetDraft(name, [["y"]], isHidden: true)]
    let outcome = run(workbook("t.xlsx", sheets))
    #expect(outcome.errors.contains("(Cover, \(name) (hidden))"), "\(outcome.errors)")
  }

  @Test func `two sheets of a kind are two sources`() throws {
    try need("xlsx2csv")
    let other = SheetDraft(
      "Data 2", [Self.headings, ["Ashby", .day(43997), nil, "Good", "Good"]])
    let path = workbook("t.xlsx", Self.sheets + [other])
    #expect(run(path).status == 0)
    let text = try #require(home.read("a.rec"))
    #expect(text.contains("Source: ofsted-outcomes-data-2\n"))
    #expect(!text.contains("Source: ofsted-outcomes\n"), "the first has a name of its own too")
    #expect(run(path).output.hasSuffix("Nothing changes.\n"))
  }
}
