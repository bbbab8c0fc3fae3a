import Dispatch
import InspectionModel
import Synchronization
import TerminalCore
import Testing

@testable import InspectionUI

/// Lists of more records than one frame has time for.
struct ManyRecordsTests {
  /// The fixture with so many more contributions that lists are filled in the background.
  private static let text: String = {
    let agencies = ["health", "police", "social-care"]
    let more = (0..<20_010).map { number in
      """
      Id: C-Y\(100_000 + number)
      Passage: jtai-ashby-2017/s\(1 + number % 2)
      Agency: \(agencies[number % 3])
      Direction: +
      Note: remark \(number)

      """
    }
    return Fixture.text + "\n" + more.joined(separator: "\n")
  }()

  @Test func `many records are listed at once and put in order beside the screen`() throws {
    var stage = try Stage(Self.text)
    try stage.press("g c")
    #expect(stage.status.contains("1/20011…"))
    stage.settle()
    #expect(stage.status.hasSuffix(" 1/20011"))
    #expect(stage.screen.contains("Ashby 2017 s1"))
  }

  @Test func `a filter over many records ends with the rows that match`() throws {
    var stage = try Stage(Self.text)
    try stage.press("g c / r e m a r k <Space> a g e n c y : p o l")
    stage.settle()
    #expect(stage.status.contains("remark agency:pol"))
    try stage.press("<Enter>")
    #expect(stage.status.hasSuffix(" 1/6670"))
  }

  @Test func `what an earlier key asked for is not shown after a later one`() throws {
    var stage = try Stage(Self.text)
    try stage.press("g c / a g e n c y : h e")
    let early = try #require(stage.works.last)
    try stage.press("<BS> <BS> p o")
    stage.settle()
    _ = early.run { part in
      stage.send(.listed(part))
      return true
    }
    try stage.press("<Enter>")
    #expect(stage.status.hasSuffix(" 1/6670"))
    #expect(!stage.screen.contains("Health"))
  }

  @Test func `first hits are shown before all are found`() throws {
    var stage = try Stage(Self.text)
    try stage.press("g c / r e m a r k <Enter>")
    let work = try #require(stage.works.last)
    var seen: [String] = []
    let last = work.run { part in
      stage.send(.listed(part))
      seen.append(stage.status)
      return true
    }
    stage.send(.listed(last))
    #expect(seen.allSatisfy { $0.contains("…") })
    #expect(stage.status.hasSuffix(" 1/20010"))
  }

  @Test func `two threads find what one finds`() throws {
    var stage = try Stage(Self.text)
    try stage.press("g c / 7 <Space> ! p o l i c e <Enter>")
    let work = try #require(stage.works.last)
    let alone = work.run { _ in true }
    let parts = Mutex<[ListWork.Part]>([])
    let together = work.run { look in
      DispatchQueue.concurrentPerform(iterations: 2) { _ in look() }
    } _: { part in
      parts.withLock { $0.append(part) }
      return true
    }
    #expect(together.rows == alone.rows)
    #expect(alone.rows.count > 1000)
    #expect(parts.withLock { $0.allSatisfy { $0.number == work.number && !$0.isLast } })
  }

  @Test func `what is no longer wanted is left by both threads`() throws {
    var stage = try Stage(Self.text)
    try stage.press("g c / r e m a r k <Enter>")
    let work = try #require(stage.works.last)
    let last = work.run { look in
      DispatchQueue.concurrentPerform(iterations: 2) { _ in look() }
    } _: { _ in
      false
    }
    #expect(last.number == 0 && last.rows.isEmpty)
  }

  @Test func `groups inside a group of many records are counted, and found again`() throws {
    var stage = try Stage(Self.text)
    try stage.press("g c")
    stage.settle()
    try stage.press("# #")
    #expect(stage.status.contains("…"))
    stage.settle()
    #expect(stage.title.contains("Agency Health ▸ by ±") && stage.shows("6670       100 %"))
    try stage.press("<Enter>")
    stage.settle()
    try stage.press("G g a <C-o>")
    stage.settle()
    #expect(stage.status.hasSuffix(" 6670/6670"))
  }

  @Test func `groups of a filter over many records are those of its rows, also on the way back`()
    throws
  {
    var stage = try Stage(Self.text)
    try stage.press("g c / a g e n c y : p o l i c e <Enter> #")
    #expect(stage.status.contains("…"))
    stage.settle()
    #expect(stage.shows("6670") && !stage.shows("Health"))
    try stage.press("g a <C-o>")
    stage.settle()
    #expect(stage.shows("6670") && !stage.shows("Health"))
  }

  @Test func `not all are marked while rows are still looked for`() throws {
    var stage = try Stage(Self.text)
    try stage.press("g c / r e m a r k <Enter> %")
    #expect(stage.shows("the rows are still being looked for"))
    stage.settle()
    try stage.press("%")
    #expect(stage.status.contains("20010 marked"))
  }

  @Test(arguments: [
    ("g q", "The other three questions are being worked out."), ("g m", "is being worked out"),
  ])
  func `a long account shows its first figures, then all`(keys: String, words: String) throws {
    var stage = try Stage(Self.text)
    try stage.press(keys)
    guard case .account(let work) = stage.effects.last else {
      Issue.record("nothing is worked out beside the screen")
      return
    }
    var early: String?
    let whole = work.run { answer in
      stage.send(.accounted(answer))
      early = stage.screen.replacing("\n", with: " ").replacing("  ", with: " ")
    }
    #expect(early?.contains(words) == true && stage.status.contains("…"))
    stage.send(.accounted(whole))
    #expect(!stage.screen.contains("being worked out") && !stage.status.contains("…"))
  }

  @Test func `Escape leaves an account that is being worked out, and no later answer shows`() throws
  {
    var stage = try Stage(Self.text)
    try stage.press("g m")
    guard case .account(let work) = stage.effects.last else {
      Issue.record("nothing is worked out beside the screen")
      return
    }
    try stage.press("<Esc>")
    #expect(stage.title.hasPrefix(" jointview ▸ Areas "))
    let screen = stage.screen
    stage.send(.accounted(work.run()))
    #expect(stage.screen == screen)
    try stage.press("g m")
    #expect(stage.effects.count { if case .account = $0 { true } else { false } } == 2)
  }

  @Test func `a record that is removed leaves a long list at once`() throws {
    var stage = try Stage(Self.text)
    try stage.press("g c")
    stage.settle()
    try stage.press("<Del>")
    #expect(stage.status.contains("1/20010"))
    try stage.press("u")
    stage.settle()
    #expect(stage.status.contains("/20011"))
  }

  @Test func `a list is grouped by its columns and by what its records belong to`() throws {
    var stage = try Stage()
    try stage.press("g c #")
    #expect(stage.title.contains("Contributions ▸ by Agency"))
    #expect(stage.screen.contains("Health"))
    try stage.press(">")
    #expect(stage.title.contains("by ±"))
    for _ in 0..<40 where !stage.title.contains("by Theme") { try stage.press(">") }
    #expect(stage.shows("Neglect of older children"))
    try stage.press("<Enter>")
    #expect(stage.title.contains("Theme Neglect of older children"))
    #expect(stage.status.contains("1/1"))
    try stage.press("<Esc> <Esc>")
    #expect(stage.title.contains("▸ Contributions "))
  }
}

/// A register that is not all read yet.
struct ReadingTests {
  private func reading() throws -> Stage {
    var file = FileState(name: "register.rec")
    file.isBeingRead = true
    return Stage(
      State(
        register: Fixture.read(""), file: file, scheme: try #require(Fixture.scheme),
        reviewer: "mh", today: try #require(Day(year: 2026, month: 11, day: 23)), seed: 1,
        size: Size(columns: 80, rows: 24)))
  }

  @Test func `what is read so far is shown, with how far it is`() throws {
    var stage = try reading()
    let half = Fixture.text.prefix(
      upTo: try #require(Fixture.text.firstRange(of: "Id: corley")).lowerBound)
    stage.send(.reading(Fixture.read(String(half)), 0.4))
    #expect(stage.shows("Birchwood"))
    #expect(!stage.shows("Corley"))
    #expect(stage.shows("reading 40 %"))
  }

  @Test func `keys move, help and say what must wait while it is read`() throws {
    var stage = try reading()
    stage.send(.reading(Fixture.register, 0.9))
    try stage.press("j")
    #expect(stage.shows("2/3"))
    try stage.press("R")
    #expect(stage.shows("still being read"))
    try stage.press("?")
    #expect(stage.shows("Moving"))
  }

  @Test func `a filter typed while it is read ends with the right rows`() throws {
    var stage = try reading()
    try stage.press("/ c o r l")
    stage.send(.ready(Fixture.register, FileState(name: "register.rec"), []))
    try stage.press("<Enter>")
    #expect(stage.shows("Corley"))
    #expect(!stage.shows("Ashby"))
    #expect(stage.shows("1/1"))
  }

  @Test func `nothing is called in order before all is looked at`() throws {
    var stage = try reading()
    var file = FileState(name: "register.rec")
    file.isBeingChecked = true
    stage.send(.ready(Fixture.register, file, []))
    try stage.press("g x")
    #expect(stage.shows("looking…"))
    stage.send(.checked([]))
    #expect(stage.shows("nothing wrong"))
  }

  @Test func `a count of problems says that it may grow`() throws {
    var stage = try reading()
    var file = FileState(name: "register.rec")
    file.isBeingChecked = true
    let found = (1...2).map {
      Problem(place: "register.rec:\($0)", line: $0, isError: true, sentence: "odd", row: nil)
    }
    stage.send(.ready(Fixture.register, file, [found[0]]))
    #expect(stage.status.contains("1 problem so far in the file"))
    try stage.press("g x")
    #expect(stage.status.contains("looking…") && stage.status.contains("1/1"))
    stage.send(.checked(found))
    #expect(!stage.status.contains("looking…") && stage.status.contains("1/2"))
  }

  @Test func `what was wrong with a register that was replaced is not told of the next`() throws {
    var stage = try reading()
    var file = FileState(name: "register.rec")
    file.isBeingChecked = true
    stage.send(.ready(Fixture.register, file, []))
    stage.send(.reloaded(Fixture.register, [], unsaved: 0, note: Message("read anew")))
    let row = Fixture.register.rows(.area).first
    stage.send(.checked([Problem(place: "a:1", line: 1, isError: true, sentence: "old", row: row)]))
    try stage.press("g x")
    #expect(stage.shows("nothing wrong"))
  }

  @Test func `what was told on the way changes nothing after the end`() throws {
    var stage = try reading()
    stage.send(.ready(Fixture.register, FileState(name: "register.rec"), []))
    stage.send(.reading(Fixture.read(""), 0.5))
    #expect(stage.shows("Corley"))
  }
}
