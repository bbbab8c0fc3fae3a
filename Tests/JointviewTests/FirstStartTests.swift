import PseudoTerminal
import Testing

/// The first start of the program on a machine.
struct FirstStartTests {
  @Test func `the first start of all welcomes, and no other by itself`() throws {
    let home = Home()
    let first = try home.open()
    try first.wait(for: "Where to begin")
    #expect(first.shows("g w shows this again"))
    try first.leave()
    #expect(home.has("state/jointview/area"))
    let second = try home.open()
    try second.wait(for: "Barking and Dagenham")
    #expect(!second.shows("Where to begin"))
    second.send("gw")
    try second.wait(for: "Where to begin")
    try second.leave()
  }

  @Test func `my area is known at the next start`() throws {
    let home = Home()
    let first = try home.open()
    try first.wait(for: "Where to begin")
    first.send("\rcroyd\r")
    try first.wait(for: "▸ Welcome ▸ Croydon")
    try first.leave()
    #expect(home.read("state/jointview/area") == "croydon\n")
    let second = try home.open()
    second.send("gw")
    try second.wait(for: "Croydon")
    second.send("\r")
    try second.wait(for: "Croydon had ")
    try second.leave()
  }

  @Test func `who names a register, or was here before, is not welcomed`() throws {
    let home = Home()
    let path = home.write(smallRegister, to: "a.rec")
    let named = try home.open(path)
    try named.wait(for: "Ashby")
    #expect(!named.shows("Where to begin"))
    try named.leave()
    // Something is remembered of a register now.
    let own = try home.open()
    try own.wait(for: "Barking and Dagenham")
    #expect(!own.shows("Where to begin"))
    try own.leave()
  }

  @Test func `where nothing can be kept, nobody is welcomed again and again`() throws {
    let home = Home()
    home.write("no folder", to: "file")
    let terminal = try home.open(environment: ["XDG_STATE_HOME": "\(home.path)/file"])
    try terminal.wait(for: "Barking and Dagenham")
    #expect(!terminal.shows("Where to begin"))
    try terminal.leave()
  }
}
