import Dispatch
import Glibc
import PseudoTerminal
import Synchronization
import Testing

private let people = ConditionTrait.enabled(
  if: SharedFolder.isPossible, "only root, with setpriv, can be two people")

@Suite struct `Two people in a folder of both` {
  private let folder = SharedFolder()

  @Test(people)
  func `whoever comes second reads only, is told who has it, and may edit after that`() throws {
    let first = try folder.ada.open(folder.register)
    first.send(toPassage + "cp4-\r")
    try first.wait(for: "(u undoes)")
    #expect(folder.access(".a.rec.lock") == "20009 664")
    #expect(folder.access(".a.rec.journal") == "20009 664")
    let second = try folder.bo.open(folder.register)
    try second.wait(for: "read only: ada (jointview ")
    #expect(folder.bo.run("list", "areas", "-r", folder.register).output.contains("Ashby"))
    #expect(folder.bo.run("report", "concerns", "-r", folder.register).status == 0)
    #expect(folder.bo.run("play", "j", "-r", folder.register).status == 0)
    try first.leave()
    try second.wait(for: "you can edit now: the other program is done with the register")
    second.send(toPassage + "ch4+\r")
    try second.wait(for: "health I4 + in jtai-ashby-2017/s1 (u undoes)")
    try second.leave()
    #expect(folder.access("a.rec") == "20009 664")
    #expect(folder.access("a.trail.rec") == "20009 664")
    #expect(folder.others == [])
    let trail = folder.home.read("team/a.trail.rec") ?? ""
    #expect(trail.contains("Who: ada\n") && trail.contains("Who: bo\n"))
  }

  @Test(people)
  func `what a killed run of one leaves is taken up by the other, under the name of the first`()
    throws
  {
    let first = try folder.bo.open(folder.register)
    first.send(toPassage + "cp4-\r")
    try first.wait(for: "(u undoes)")
    first.signal(SIGKILL)
    _ = try first.ending()
    unlink("\(folder.path)/a.trail.rec")
    let second = try folder.ada.open(folder.register)
    try second.wait(for: "recovered 1 change that the last run had not saved")
    try second.leave()
    #expect(folder.home.read("team/a.rec")?.contains("Agency: police") == true)
    #expect(folder.home.read("team/a.trail.rec")?.contains("Who: bo\nChange: police") == true)
    #expect(folder.others == [])
  }

  @Test(people)
  func `commands of both at once all come about`() {
    let outcomes = Mutex<[String]>([])
    let (ada, bo, register) = (folder.ada, folder.bo, folder.register)
    DispatchQueue.concurrentPerform(iterations: 2) { person in
      for number in 0..<10 {
        let outcome = (person == 0 ? ada : bo).run(
          "add", "memo", "kind=query", "inspection=jtai-ashby-2017", "text=\(person)-\(number)",
          "-r", register)
        if outcome.status != 0 { outcomes.withLock { $0.append(outcome.errors) } }
      }
    }
    #expect(outcomes.withLock { $0 } == [])
    let text = folder.home.read("team/a.rec") ?? ""
    #expect(text.ranges(of: "\nText: 0-").count == 10)
    #expect(text.ranges(of: "\nText: 1-").count == 10)
    #expect(folder.others == [])
  }

  @Test(people)
  func `a lock that only its maker may open keeps the other out, who is told whose it is`() throws {
    let lock = folder.home.write("", to: "team/.a.rec.lock")
    chown(lock, folder.ada.number, folder.ada.number)
    chmod(lock, 0o600)
    let terminal = try folder.bo.open(folder.register)
    try terminal.wait(for: "read only: the lock beside it is that of user 20001, and you may not")
    unlink(lock)
    try terminal.wait(for: "you can edit now: the other program is done with the register")
    try terminal.leave()
  }
}
