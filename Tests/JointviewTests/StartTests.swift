import ArgumentParser
import Testing

@testable import jointview

struct StartTests {
  @Test(arguments: [
    [], ["a.rec"], [""], ["two words.rec"], ["./list"], ["list"], ["help"], ["open"],
    ["merge-driver"], ["--help"], ["-r"], ["-"], ["--"], ["a.rec", "b.rec"],
  ])
  func `a start without options opens what the command line says it opens`(words: [String]) {
    guard let start = ScreenStart(plain: words) else { return }
    let command = try? Jointview.parseAsRoot(words)
    let open = command as? OpenCommand
    #expect(open != nil)
    #expect(start.path == open?.path && open?.register == nil && open?.record == nil)
  }

  @Test func `of one word a command is a command, and anything else a register`() {
    let commands = Jointview.commandNames
    #expect(commands.count == Jointview.configuration.subcommands.count)
    #expect(commands.allSatisfy { ScreenStart(plain: [$0]) == nil })
    #expect(["a.rec", "lists", "./list"].allSatisfy { ScreenStart(plain: [$0])?.path == $0 })
    #expect(ScreenStart(plain: [])?.path == nil && ScreenStart(plain: []) != nil)
  }
}
