import Glibc
import PseudoTerminal
import Testing

@testable import jointview

struct `R on a screen` {
  @Test func `offers the reports that inspections name, says where from, fetches and reads them`()
    throws
  {
    let reports = try Reports()
    reports.setInSettings()
    let terminal = try reports.home.open(reports.register)
    terminal.send("R")
    try terminal.wait(for: "an empty line fetches the reports of 2 inspections here")
    terminal.send("\r")
    try terminal.wait(for: "2 reports would be fetched from 127.0.0.1:\(reports.server.port)")
    #expect(reports.server.requests.isEmpty)
    terminal.send("y")
    try terminal.wait(for: "2 reports read, 6 new passages")
    terminal.send("u")
    try terminal.wait(for: "undid reading 2 reports")
    terminal.send("U")
    try terminal.wait(for: "1 unsaved")
    try terminal.leave()
    #expect(reports.read == ["jtai-tarn-valley-2017", "jtai-wexmoor-2017"])
  }

  @Test func `fetches nothing where one does not say yes`() throws {
    let reports = try Reports()
    reports.setInSettings()
    let terminal = try reports.home.open(reports.register)
    terminal.send("R\r")
    try terminal.wait(for: "y fetches and reads them, any other key does not")
    terminal.send("n")
    try terminal.wait(for: "left as it was")
    try terminal.leave()
    #expect(reports.server.requests.isEmpty)
  }

  @Test func `fetches until Esc, and then reads what is there`() throws {
    let reports = try Reports()
    reports.server.answer("/v1/file/1", with: .stall(reports.wexmoor, after: 100))
    reports.setInSettings()
    let terminal = try reports.home.open(reports.register)
    terminal.send("R\ry")
    try terminal.wait(for: "fetching 2 of 2")
    try terminal.wait(for: "<Esc> stops")
    try terminal.wait(for: "the second request") { _ in reports.server.requests.count == 2 }
    terminal.send("\u{1b}")
    try terminal.wait(for: "the letter of jtai-tarn-valley-2017: 3 new passages")
    try terminal.leave()
    #expect(reports.read == ["jtai-tarn-valley-2017"])
  }

  @Test func `tells which reports could not be had`() throws {
    let reports = try Reports(["/v1/file/1": .page("<html><title>Gone</title>")])
    reports.setInSettings()
    let terminal = try reports.home.open(reports.register)
    terminal.send("R\ry")
    try terminal.wait(for: "1 report read, 3 new passages; 1 file not read")
    terminal.send("gx")
    try terminal.wait(for: "jtai-wexmoor-2017 not fetched: the address")
    try terminal.leave()
  }

  @Test func `leaves no curl behind when one leaves`() throws {
    let reports = try Reports()
    reports.server.answer("/v1/file/2", with: .stall(reports.tarn, after: 100))
    reports.setInSettings()
    let terminal = try reports.home.open(reports.register)
    terminal.send("R\ry")
    try terminal.wait(for: "a request") { _ in reports.server.requests.count == 1 }
    try terminal.leave()
    // The folder is free again at once.
    #expect(reports.fetch().status == 0)
  }
}
