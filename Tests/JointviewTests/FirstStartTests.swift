import Glibc
import PseudoTerminal
import Testing

/// The first start of the program on a machine, and the demo.
struct FirstStartTests {
  @Test func `the first start of all welcomes, and no other by itself`() throws {
    let home = Home(isNew: true)
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
    let home = Home(isNew: true)
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
    let home = Home(isNew: true)
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
    let home = Home(isNew: true)
    home.write("no folder", to: "file")
    let terminal = try home.open(environment: ["XDG_STATE_HOME": "\(home.path)/file"])
    try terminal.wait(for: "Barking and Dagenham")
    #expect(!terminal.shows("Where to begin"))
    try terminal.leave()
  }

  @Test func `a demo is a copy, which is gone at the end if nothing in it was changed`() throws {
    let home = Home(isNew: true)
    home.write("", to: "tmp/x")
    let terminal = try home.open("demo", environment: ["TMPDIR": "\(home.path)/tmp"])
    try terminal.wait(for: "a copy to try things on")
    #expect(terminal.shows("demo.rec"))
    try terminal.leave()
    #expect(home.names(in: "tmp") == ["x"])
    #expect(home.names(in: "data") == [])
    #expect(!home.has("state/jointview/places"))
  }

  @Test func `a demo that was changed is kept, and the end says where`() throws {
    let home = Home(isNew: true)
    home.write("", to: "tmp/x")
    let terminal = try home.open("demo", environment: ["TMPDIR": "\(home.path)/tmp"])
    try terminal.wait(for: "a copy to try things on")
    terminal.send("gci\u{15}spoiled\r")
    try terminal.wait(for: "1 unsaved")
    try terminal.leave()
    try terminal.wait(for: "the demo was changed, so it is kept: ")
    let folder = try #require(home.names(in: "tmp").first { $0 != "x" })
    #expect(home.read("tmp/\(folder)/demo.rec")?.contains("Note: spoiled") == true)
  }

  @Test func `a demo takes a terminal and a folder`() {
    let home = Home(isNew: true)
    #expect(home.run("demo").status == 2)
    #expect(home.names(in: "tmp") == [])
  }
}

extension Home {
  /// What is in a folder; nothing where there is none.
  fileprivate func names(in folder: String) -> [String] {
    guard let stream = opendir("\(path)/\(folder)") else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
