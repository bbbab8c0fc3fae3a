import InspectionModel
import Seeded
import Testing

struct HistoryTests {
  /// What is left to take back and to do again, the last first.
  private static func drained(_ history: History) -> (done: [Change], undone: [Change]) {
    var (history, again) = (history, history)
    var (done, undone) = ([Change](), [Change]())
    while let step = history.lastDone {
      done.append(step.change)
      history.noteUndone()
    }
    while let step = again.lastUndone {
      undone.append(step.change)
      again.noteRedone()
    }
    return (done, undone)
  }

  private static func change(_ number: Int) -> Change {
    let edit = Edit.set(
      .area, key: "ashby", .name, from: ["\(number)"], to: ["\(number + 1)"])
    return Change("step \(number)", [edit])
  }

  private static func entry(_ change: Change) -> TrailEntry {
    TrailEntry(when: "2026-11-24T09:00:00Z", who: "mh", change: change)
  }

  /// Somebody who changes, takes back and does again at random, and the trail of it.
  private static func play(_ seed: UInt64) -> (history: History, trail: [TrailEntry]) {
    var (history, trail, random) = (History(), [TrailEntry](), SeededGenerator(seed: seed))
    for number in 0..<60 {
      switch Int.random(in: 0..<4, using: &random) {
      case 0 where history.canUndo, 1 where history.canUndo:
        trail += (history.lastDone?.change.inverse).map { [entry($0)] } ?? []
        history.noteUndone()
      case 2 where history.canRedo:
        trail += (history.lastUndone?.change).map { [entry($0)] } ?? []
        history.noteRedone()
      default:
        trail.append(entry(change(number)))
        history.record(change(number))
      }
    }
    return (history, trail)
  }

  @Test func `the trail of what was done comes to the same history`() {
    for _ in 0..<200 {
      let seed = UInt64.random(in: 0...(.max))
      let (history, trail) = Self.play(seed)
      let replayed = History(replaying: trail)
      #expect(Self.drained(replayed) == Self.drained(history), "seed \(seed)")
    }
  }

  @Test func `of a trail without its beginning, what it still tells is the same`() {
    for _ in 0..<200 {
      let seed = UInt64.random(in: 0...(.max))
      let (history, trail) = Self.play(seed)
      var random = SeededGenerator(seed: seed)
      let cut = trail.dropFirst(Int.random(in: 0...trail.count, using: &random))
      let (whole, part) = (
        Self.drained(history), Self.drained(History(replaying: cut))
      )
      #expect(part.done.elementsEqual(whole.done.prefix(part.done.count)), "seed \(seed)")
      #expect(part.undone.elementsEqual(whole.undone.prefix(part.undone.count)), "seed \(seed)")
    }
  }

  @Test func `what was passed over is not met again when the trail is read further back`() {
    let trail = (0..<3).map { Self.entry(Self.change($0)) }
    var history = History(replaying: trail.suffix(1))
    history.passOver()
    #expect(!history.canUndo)
    history.adopt(History(replaying: trail))
    #expect(history.lastDone?.change == Self.change(1))
    // It stands as it is: what is taken back around it does not mistake it for its own.
    let undo = Self.change(1).inverse
    let replayed = History(replaying: trail + [Self.entry(undo)])
    #expect(replayed.lastDone?.change == Self.change(2))
    #expect(replayed.lastUndone?.change == Self.change(1))
  }

  @Test func `values that do not fit are done again from the trail`() throws {
    var change = Change(
      "importing tables",
      [.insert(.area, [.init(.id, "ashby"), .init(.name, "Ashby"), .init(.region, "Atlantis")])])
    change.bringsInvalidValues = true
    var register = Register()
    try register.apply(change)
    let undo = change.inverse
    try register.apply(undo)
    for trail in [[change, undo], [undo]] {
      var (history, copy) = (History(replaying: trail.map(Self.entry)), register)
      #expect(try history.redo(in: &copy)?.edits == change.edits)
      let row = try #require(copy.row(.area, key: "ashby"))
      #expect(copy[row].text(.region) == "Atlantis")
    }
  }

  @Test func `a day is said with its year only where it is another one`() throws {
    #expect(try #require(Day(iso: "2026-11-24")).phrase(in: 2026) == "24 November")
    #expect(try #require(Day(iso: "2025-01-01")).phrase(in: 2026) == "1 January 2025")
    #expect(try #require(Day(iso: "2018-05")).phrase(in: 2018) == "May 2018")
    #expect(try #require(Day(iso: "2009")).phrase(in: 2026) == "2009")
  }
}
