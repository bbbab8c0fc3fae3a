import Glibc
import Testing

/// Lists from the shell: columns that reach into other records, groups, orders, formats.
struct ListTableTests {
  private let home = Home()
  private var path: String { "\(home.path)/a.rec" }

  init() {
    #expect(home.run("init", path).status == 0)
  }

  private func list(_ arguments: String...) -> Outcome {
    home.run(["list"] + arguments + ["-r", path])
  }

  @Test func `the officer's request is one line, as the manual has it`() throws {
    let outcome = list(
      "contributions", "agency:police direction:- from:2016..", "--columns",
      "area,published,page,words,criterion", "--group", "criterion", "--sort", "-published",
      "--format", "md")
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines[0].hasPrefix("## Criterion: I4 Response to the theme"))
    #expect(lines[0].hasSuffix(" of 39, 18 %)"))
    #expect(lines[1] == "| Area | Published | Page | Words |")
    let days = lines.prefix(10).compactMap { line in
      line.split(separator: "|").dropFirst().first.map { String($0) }
    }.filter { $0.hasPrefix(" 20") }
    #expect(days.count > 3 && days == days.sorted(by: >))
    #expect(lines.count { $0.hasPrefix("## ") } == 10)
  }

  @Test func `groups are told in CSV by a column of their own, and Excel may have its mark`() {
    let arguments = ["areas", "region:London", "--columns", "name,gss", "--group", "region"]
    let csv = home.run(["list"] + arguments + ["-r", path, "--format", "csv"]).output
    #expect(csv.hasPrefix("region,name,gss\r\nLondon,Barking and Dagenham,E09000002\r\n"))
    let marked = home.run(["list"] + arguments + ["-r", path, "--format", "csv", "--bom"]).output
    #expect(marked == "\u{FEFF}" + csv)
  }

  @Test func `columns are sorted by in turn`() {
    let output = list(
      "inspections", "framework:jtai from:2016", "--columns", "theme,area", "--sort",
      "theme,-area", "--format", "csv"
    ).output
    let rows = output.split(separator: "\r\n").dropFirst().map(String.init)
    #expect(rows.count == 9 && rows[0].hasSuffix(",South Tyneside"))
    #expect(rows[5] == "Children living with domestic abuse,Wiltshire")
  }

  @Test func `a column that does not exist is told, with those that do`() {
    let outcome = list("areas", "--columns", "name,mood")
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("areas have no column “mood”; they have name, inspected"))
    #expect(list("areas", "--sort", "-mood").errors.contains("no column “mood”"))
  }

  @Test func `an object a line, and an array of objects, leave out what is empty`() {
    let lines = list("areas", "gss:E09000002", "--columns", "name,gss,to", "--format", "jsonl")
    #expect(lines.output == #"{"name":"Barking and Dagenham","gss":"E09000002"}"# + "\n")
    #expect(list("areas", "gss:E0900000", "--format", "json").output.contains(#""Name": "Camden""#))
  }

  @Test func `records are printed as the register has them, or by the columns asked for`() {
    let whole = list("areas", "gss:E09000002", "--format", "rec").output
    #expect(whole.hasPrefix("%rec: Area\n") && whole.contains("\nGSS: E09000002\n"))
    let columns = list(
      "contributions", "criterion:=I1 agency:=police", "--columns", "area,words", "--format", "rec")
    #expect(columns.output.hasPrefix("Area: "))
    #expect(columns.output.contains("\nWords: ≈ "))
  }

  @Test func `a page in HTML holds what is written as text, and cuts nothing`() {
    #expect(home.run("set", "area", "barnet", "name=<b>Barnet</b>", "-r", path).status == 0)
    let page = list("areas", "gss:E09000003", "--columns", "name", "--format", "html").output
    #expect(page.contains("&lt;b&gt;Barnet&lt;/b&gt;") && !page.contains("<b>Barnet"))
    #expect(!page.contains("overflow-x"))
  }

  @Test func `a filter that was saved is asked for in lists and in reports`() {
    let add = ["add", "filter", "Name=late", "Lists=contributions", "Filter=agency:=police"]
    #expect(home.run(add + ["-r", path]).status == 0)
    let rows = list("contributions", "saved:late direction:-", "--format", "csv").output
    #expect(rows.split(separator: "\r\n").count == 40)
    let report = home.run("report", "picture", "saved:late", "-r", path)
    #expect(report.status == 0 && report.output.contains("contributions in 6 letters match"))
    let gone = home.run("report", "picture", "saved:early", "-r", path)
    #expect(gone.errors.contains("no filter is called “early”"))
  }
}
