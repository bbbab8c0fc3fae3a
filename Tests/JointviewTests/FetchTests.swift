import Glibc
import InspectionModel
import PseudoTerminal
import Testing

@testable import jointview

struct `Reports that inspections name by address` {
  @Test func `are fetched and read by one command`() throws {
    let reports = try Reports()
    let outcome = reports.fetch()
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(reports.names == ["jtai-tarn-valley-2017.pdf", "jtai-wexmoor-2017.pdf"])
    #expect(reports.kept("jtai-wexmoor-2017.pdf") == reports.wexmoor)
    #expect(
      reports.server.requests == [
        .init(path: "/v1/file/2", start: nil), .init(path: "/v1/file/1", start: nil),
      ])
    #expect(reports.read == ["jtai-tarn-valley-2017", "jtai-wexmoor-2017"])
    #expect(outcome.output.contains("jtai-wexmoor-2017.pdf: jtai-wexmoor-2017: 3 new passages"))
  }

  @Test func `are told one by one, with the time left, and what only names a page is listed`()
    throws
  {
    let reports = try Reports()
    let lines = reports.fetch().errors.split(separator: "\n")
    #expect(lines.contains("fetching 1 of 2: jtai-tarn-valley-2017"))
    #expect(lines.contains("fetching 2 of 2, 1 s left: jtai-wexmoor-2017"))
    #expect(lines.contains("2 reports fetched, 0 not"))
    #expect(lines.last == "2 reports read, 0 not")
    #expect(
      lines.contains(
        "jointview: jtai-ashby-2018 names a page, not a report: "
          + "https://ashby.example/news/inspectors-find-much"))
  }

  @Test func `go into the register as one change`() throws {
    let reports = try Reports()
    #expect(reports.fetch().status == 0)
    let trail = try #require(
      reports.home.read("a.trail.rec") ?? reports.home.read("a.rec.trail.rec"))
    #expect(trail.matches(of: /reading 2 reports/).count == 1)
    let undone = reports.home.run("play", "g l", "-r", reports.register)
    #expect(undone.status == 0)
  }

  @Test func `are never fetched again, and then nothing at all is written`() throws {
    let reports = try Reports()
    #expect(reports.fetch().status == 0)
    let (before, asked) = (reports.home.stamps(), reports.server.requests)
    let again = reports.fetch()
    #expect(again.status == 0)
    #expect(again.errors.contains("0 reports fetched, 0 not, 2 there already\n"))
    #expect(again.output.contains("jtai-wexmoor-2017.pdf: jtai-wexmoor-2017: nothing new"))
    #expect(reports.server.requests == asked)
    #expect(reports.home.stamps() == before)
  }

  @Test func `are fetched again where another file has their name`() throws {
    let reports = try Reports()
    reports.home.write("<html>", to: "data/jointview/a")
    mkdir(reports.folder, 0o755)
    reports.home.write("<html>no", to: "data/jointview/reports/jtai-wexmoor-2017.pdf")
    #expect(reports.fetch().status == 0)
    #expect(reports.kept("jtai-wexmoor-2017.pdf") == reports.wexmoor)
  }

  @Test func `are those of the inspections that a filter finds`() throws {
    let reports = try Reports()
    #expect(reports.fetch("area:wexmoor").status == 0)
    #expect(reports.names == ["jtai-wexmoor-2017.pdf"])
    let none = reports.fetch("area:ashby")
    #expect(none.status == 0)
    #expect(none.errors.hasSuffix("jointview: no report to fetch\n"))
    let wrong = reports.fetch("area:nowhere")
    #expect(wrong.status == 2)
  }

  @Test func `are asked for of the mirror, by the rest of their address`() throws {
    let reports = try Reports()
    reports.server.answer("/mirror/v1/file/1", with: .file(reports.wexmoor))
    let outcome = reports.fetch("wexmoor", from: reports.server.place + "/mirror/")
    #expect(outcome.status == 0)
    #expect(reports.server.requests.map(\.path) == ["/mirror/v1/file/1"])
  }

  @Test(arguments: ["file:///tmp", "mirror", "ftp://x", "http://", "http://a@b", "https://a b"])
  func `come from no mirror that is no web address`(place: String) throws {
    let reports = try Reports()
    let outcome = reports.fetch(from: place)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("is not a web address: write --from https://mirror.example"))
  }

  @Test func `need curl, which is named with its package`() throws {
    let reports = try Reports()
    let command = "PATH=/nowhere \(programPath) fetch -r \(reports.register)"
    let outcome = reports.home.run(["-c", command], program: "/bin/sh")
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasSuffix("curl is not installed; it is in the package curl\n"))
  }

  @Test func `of another inspection than the one that names them are told`() throws {
    let reports = try Reports(["/v1/file/2": .file(Paper(of: letter(of: "Wexmoor")).text)])
    let outcome = reports.fetch()
    #expect(
      outcome.errors.contains(
        "jtai-tarn-valley-2017 names the address of a report of jtai-wexmoor-2017"))
  }

  @Test func `are fetched by one program at a time`() throws {
    let reports = try Reports()
    reports.server.answer("/v1/file/2", with: .stall(reports.tarn, after: 100))
    let first = try reports.start(["fetch", "--from", reports.server.place, "-r", reports.register])
    try first.wait(for: "a request") { _ in !reports.server.requests.isEmpty }
    let second = reports.fetch()
    #expect(second.status == 1)
    #expect(second.errors.contains("another jointview is fetching reports into"))
  }
}

struct `A server that` {
  /// Fetches both reports, of which the server does something to the first.
  private func fetch(_ answer: WebServer.Answer) throws -> (Reports, Outcome) {
    let reports = try Reports(["/v1/file/2": answer])
    return (reports, reports.fetch("--patience", "1"))
  }

  private static let tarn = Paper(of: letter(of: "Tarn Valley")).text

  @Test func `breaks off is asked for the rest`() throws {
    let (reports, outcome) = try fetch(.cut(Self.tarn, after: 600))
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(reports.kept("jtai-tarn-valley-2017.pdf") == Self.tarn)
    let starts = reports.server.requests.filter { $0.path == "/v1/file/2" }.map(\.start)
    #expect(starts == [nil, 600, 1200, 1800])
  }

  @Test func `breaks off too often is asked for the rest the next time`() throws {
    let (reports, outcome) = try fetch(.cut(Self.tarn, after: 200))
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.contains(
        "jtai-tarn-valley-2017 not fetched: the connection broke off; "
          + "the next fetch resumes there"))
    #expect(reports.read == ["jtai-wexmoor-2017"])
    #expect(reports.names.count { $0.hasSuffix(".part") } == 1)
    let before = reports.server.requests.count
    reports.server.answer("/v1/file/2", with: .file(Self.tarn))
    #expect(reports.fetch().status == 0)
    #expect(reports.server.requests[before...].map(\.start) == [800])
    #expect(reports.kept("jtai-tarn-valley-2017.pdf") == Self.tarn)
    #expect(reports.names.count { $0.hasSuffix(".part") } == 0)
  }

  @Test func `knows no parts is asked for the whole again`() throws {
    let reports = try Reports(["/v1/file/2": .cut(Self.tarn, after: 200)])
    #expect(reports.fetch().status == 1)
    reports.server.answer("/v1/file/2", with: .wholeFile(Self.tarn))
    #expect(reports.fetch().status == 0)
    #expect(reports.kept("jtai-tarn-valley-2017.pdf") == Self.tarn)
  }

  @Test func `stalls is left, and asked for the rest`() throws {
    let (reports, outcome) = try fetch(.stall(Self.tarn, after: 500))
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(reports.server.requests.map(\.start) == [nil, 500, nil])
    #expect(reports.kept("jtai-tarn-valley-2017.pdf") == Self.tarn)
  }

  @Test func `a redirect is followed`() throws {
    let (reports, outcome) = try fetch(.redirect("/v1/file/3"))
    #expect(outcome.status == 1)
    reports.server.answer("/v1/file/3", with: .file(Self.tarn))
    #expect(reports.fetch().status == 0)
  }

  @Test(arguments: [
    (
      WebServer.Answer.redirect("file:///etc/passwd"),
      "the server redirects to something that is not a web address"
    ),
    (.redirect("/v1/file/2"), "the server redirects in circles"),
    (.refusal(404), "the server has no such report (404)"),
    (.refusal(503), "the server answers 503"),
    (
      .page("<!DOCTYPE html>\n<html><head><title>Report\n not found</title></head></html>"),
      "the address leads to a web page, not a PDF (“Report not found”)"
    ),
    (.file("no PDF at all"), "the address does not lead to a PDF"),
    (.file(""), "the server sent nothing"),
    (.lie(tarn, sent: 700, said: 700), "the PDF breaks off before its end"),
    (.lie(tarn, sent: 700, said: 99_999), "the connection broke off"),
    (.lie(tarn, sent: 700, said: 999_999_999), "it is larger than 64 MiB"),
    (.flood, "it is larger than 64 MiB"),
  ])
  func `does otherwise is told, nothing of it is kept as a report, and the others are read`(
    answer: WebServer.Answer, reason: String
  ) throws {
    let (reports, outcome) = try fetch(answer)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("jtai-tarn-valley-2017 not fetched: \(reason)"))
    #expect(outcome.errors.contains("1 report fetched, 1 not\n"))
    #expect(reports.names.filter { $0.hasSuffix(".pdf") } == ["jtai-wexmoor-2017.pdf"])
    #expect(reports.read == ["jtai-wexmoor-2017"])
  }

  @Test func `is not there is told`() throws {
    let reports = try Reports()
    let outcome = reports.fetch(from: "http://127.0.0.1:1")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("jtai-wexmoor-2017 not fetched: the server does not answer"))
  }
}

struct `Fetching, stopped` {
  @Test func `by Ctrl-C, keeps and reads what is there`() throws {
    let reports = try Reports()
    reports.server.answer("/v1/file/1", with: .stall(reports.wexmoor, after: 100))
    let terminal = try reports.start(
      ["fetch", "--from", reports.server.place, "--pause", "0", "-r", reports.register])
    try terminal.wait(for: "fetching 2 of 2")
    try terminal.wait(for: "the second request") { _ in reports.server.requests.count == 2 }
    terminal.send("\u{3}")
    #expect(try terminal.ending() == .signal(SIGINT))
    #expect(terminal.shows("1 report fetched, 0 not; stopped, 1 left"))
    #expect(reports.read == ["jtai-tarn-valley-2017"])
    #expect(reports.fetch().status == 0)
    #expect(reports.kept("jtai-wexmoor-2017.pdf") == reports.wexmoor)
  }
}

struct `The name of a report's file` {
  @Test func `is the key of its inspection`() {
    #expect(ReportLibrary.name(of: "jtai-wexmoor-2017", 1) == "jtai-wexmoor-2017.pdf")
    #expect(ReportLibrary.name(of: "jtai-wexmoor-2017", 2) == "jtai-wexmoor-2017.2.pdf")
  }

  @Test(arguments: ["../../etc/passwd", "a/b", "a b", "é", ".", "", "a\u{0}b", "a.2"])
  func `leads nowhere else, whatever the key`(key: String) {
    let name = ReportLibrary.name(of: key, 1)
    #expect(name.wholeMatch(of: /[A-Za-z0-9-]*(\.[0-9a-f]+)?\.pdf/) != nil)
    #expect(name != ".pdf" && !name.contains(".."))
    #expect(name != ReportLibrary.name(of: "a-b", 1))
  }

  @Test func `is short enough for any disk`() {
    let keys = ["a", "b"].map { String(repeating: "x", count: 5000) + $0 }
    let names = Set(keys.map { ReportLibrary.name(of: $0, 1) })
    #expect(names.count == 2)
    #expect(names.allSatisfy { $0.count < 150 })
  }
}

@Test func `the starter names the reports of seventy joint inspections, and pages of three`() {
  let joint = Starter.register.all(Inspection.self).filter(\.isJoint)
  #expect(joint.count { $0.addresses(.report).count == 1 } == 70)
  let pages = joint.filter { $0.addresses(.report).isEmpty && !$0.addresses(.page).isEmpty }
  #expect(
    pages.map(\.key).sorted() == [
      "jtai-dorset-2018", "jtai-reading-2025", "jtai-redcar-and-cleveland-2025",
    ])
}
