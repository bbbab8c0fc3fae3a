import Glibc
import Seeded
import Testing

@testable import InspectionStore

/// What must be true of every disk that a story may leave, whatever happened during it.
struct Promise {
  let story: Story
  let end: Story.End
  let mishap: SimulatedDisk.Mishap
  let call: Int

  /// Opens what is on the disk, looks, goes on working, and looks again.
  func holds(on image: DiskImage) throws {
    let disk = SimulatedDisk(image)
    disk.closedFolders = story.closedFolders
    var next = Analyst(disk, edits: 100, texts: end.analyst.texts)
    if image.inode(at: Analyst.path) == nil {
      #expect(end.analyst.promised.isEmpty, "\(self): no file")
      try next.create()
    } else {
      checkOpened(try next.open(), next)
    }
    if !story.savesByExchange { try leavesTheirsAlone(on: image) }
    next.edit()
    let isSaved = next.save()
    #expect(isSaved, "\(self): saving afterwards")
    next.close()
    check(try next.open(), lacksNothing: next)
    checkTrail(of: next)
  }

  /// Every edit that was promised stands in the trail once, whole, and in the order in which it was
  /// made; so does whatever else was tried and is there.
  private func checkTrail(of next: Analyst) {
    let trail = next.trail
    let made = end.analyst.promised.union(next.promised).filter { $0.hasPrefix("Edit") }
    let missing = made.subtracting(trail)
    #expect(missing.isEmpty, "\(self): not in the trail: \(missing) in \(trail)")
    #expect(Set(trail).count == trail.count, "\(self): twice in the trail: \(trail)")
    let known = end.analyst.tried.union(next.tried)
    #expect(known.isSuperset(of: trail), "\(self): \(trail)")
    let numbers = trail.compactMap { Int($0.dropFirst(6)) }
    #expect(numbers == numbers.sorted(), "\(self): \(trail)")
  }

  /// Opens, is killed, and lets another program write: the next open shows what that wrote.
  private func leavesTheirsAlone(on image: DiskImage) throws {
    let disk = SimulatedDisk(image)
    disk.closedFolders = story.closedFolders
    var next = Analyst(disk, texts: [])
    try next.open()
    var edited = disk.image
    let theirs = edited.editDurably(Analyst.path, inPlace: true, adding: Analyst.foreignLine)
    var last = Analyst(SimulatedDisk(edited), texts: [])
    let opened = try last.open()
    #expect(opened.array == bytes(theirs), "\(self): another's text is gone")
  }

  private func checkOpened(_ opened: OpenedRegister, _ next: Analyst) {
    let text = String(decoding: opened.array, as: UTF8.self)
    let isWhole = end.analyst.texts.contains(text) || text == end.disk.foreignText
    #expect(isWhole, "\(self): \(text)")
    #expect(opened.file.access == .writable)
    #expect(end.analyst.promised.isSubset(of: next.lines), "\(self): \(next.lines)")
    let untried = Set(next.lines.filter { $0.hasPrefix("Edit") }).subtracting(end.analyst.tried)
    #expect(untried.isEmpty, "\(self)")
    let draft = opened.recovery?.draft.map { String(decoding: $0, as: UTF8.self) }
    #expect(end.analyst.drafts.contains(draft), "\(self): half typed is \(draft ?? "nothing")")
    let recovered = opened.recovery?.entries.flatMap(Analyst.lines) ?? []
    if opened.recovery?.fitsTheBytes == true {
      let all = Analyst.lines(opened.array) + recovered
      #expect(Set(all).count == all.count, "\(self): recovered what the file has: \(all)")
    }
    if end.disk.foreignText == nil, mishap != .deletion, story.savesByExchange {
      #expect(opened.keptBeside.isEmpty, "\(self): took ours for another's")
    }
    if end.disk.foreignText != nil {
      let found = next.disk.image.paths.contains {
        next.disk.image.text(at: $0)?.contains(Analyst.foreignLine) == true
      }
      #expect(found, "\(self): another's line is gone")
    }
  }

  private func check(_ opened: OpenedRegister, lacksNothing next: Analyst) {
    let litter = next.disk.image.paths.filter {
      [".tmp", ".saving", ".writing"].contains(where: $0.hasSuffix)
    }
    #expect(litter.isEmpty, "\(self): left behind \(litter)")
    #expect(opened.recovery == nil, "\(self): recovered after a save")
    #expect(end.analyst.promised.isSubset(of: Analyst.lines(opened.array)), "\(self)")
  }
}

extension Promise: CustomStringConvertible {
  var description: String { "\(story), \(mishap) at call \(call)" }
}

@Suite struct `Whatever happens to the disk` {
  @Test(arguments: Story.all)
  func `power may be lost at any call`(_ story: Story) throws {
    var states = StateCount()
    let calls = story.told().disk.changingCalls
    for call in calls + [.max] {
      let end = story.told(with: .powerLoss, at: call)
      let promise = Promise(story: story, end: end, mishap: .powerLoss, call: call)
      for image in end.disk.image.statesAfterPowerLoss(limit: StateCount.most, &states.random)
      where states.isNew(image, promise) {
        try promise.holds(on: image)
        if isThorough || call % 6 == 0 { try losePowerAgain(promise, image, &states) }
      }
    }
    print("\(story): power lost at \(calls.count) calls: \(states)")
  }

  /// Loses power during the open that follows, too.
  private func losePowerAgain(
    _ promise: Promise, _ image: DiskImage, _ states: inout StateCount
  ) throws {
    for call in opening(image, promise, nil).changingCalls {
      let disk = opening(image, promise, (call, .powerLoss))
      for image in disk.image.statesAfterPowerLoss(limit: StateCount.mostAgain, &states.random)
      where states.isNew(image, promise) {
        try promise.holds(on: image)
      }
    }
  }

  private func opening(
    _ image: DiskImage, _ promise: Promise, _ mishap: (Int, SimulatedDisk.Mishap)?
  ) -> SimulatedDisk {
    let disk = SimulatedDisk(image)
    disk.closedFolders = promise.story.closedFolders
    disk.mishap = mishap.map { (call: $0.0, $0.1) }
    var analyst = Analyst(disk, texts: [])
    analyst.tryToOpen()
    return disk
  }

  @Test(arguments: Story.all)
  func `any call may fail, and then power be lost`(_ story: Story) throws {
    let failures: [SimulatedDisk.Mishap] =
      [EIO, ENOSPC, EDQUOT, EACCES, EROFS, EINTR].map { .failure(code: $0) } + [.full]
    try tell(story, with: failures)
  }

  @Test(arguments: [Story.saves, .edits, .creates, .editsMeanwhile])
  func `another program may write at any call`(_ story: Story) throws {
    try tell(story, with: [.foreignEdit(inPlace: false), .foreignEdit(inPlace: true)])
  }

  @Test(arguments: [Story.saves, .edits, .inPlace, .closedFolder])
  func `journal and lock may be deleted at any call`(_ story: Story) throws {
    var states = StateCount()
    for call in 0..<story.told().disk.calls {
      var end = story.told(with: .deletion, at: call)
      end.analyst.look()
      let promise = Promise(story: story, end: end, mishap: .deletion, call: call)
      let lost = end.disk.image.statesAfterPowerLoss(limit: StateCount.most, &states.random)
      for image in [end.disk.image] + lost where states.isNew(image, promise) {
        try promise.holds(on: image)
      }
    }
    print("\(story): journal and lock deleted at each call: \(states)")
  }

  @Test(arguments: [Story.saves, .inPlace, .closedFolder])
  func `a command that reports failure has done nothing, and repeated does it once`(
    _ story: Story
  ) throws {
    let codes = [EIO, ENOSPC, EDQUOT, EACCES, EROFS]
    let mishaps: [SimulatedDisk.Mishap] = codes.map { .failure(code: $0) } + [.full]
    var reports: [Analyst.Report: Int] = [:]
    for hasJournal in [false, true] {
      let calls = run("Edit: new", story, hasJournal, nil).disk.calls
      for call in 0..<calls {
        for mishap in mishaps {
          let (disk, report) = run("Edit: new", story, hasJournal, (call, mishap))
          reports[report, default: 0] += 1
          let name = "\(story), journal \(hasJournal), \(mishap) at call \(call)"
          try check(disk, report, story, hasJournal, name)
        }
      }
    }
    print("\(story): \(reports)")
    #expect(reports[.failed, default: 0] > reports[.uncertain, default: 0] * 4)
  }

  /// Runs a command, perhaps on what a killed run has left in the journal.
  private func run(
    _ line: String, _ story: Story, _ hasJournal: Bool, _ mishap: (Int, SimulatedDisk.Mishap)?
  ) -> (disk: SimulatedDisk, report: Analyst.Report) {
    var image = DiskImage(files: story.files, links: story.links)
    if hasJournal {
      let former = SimulatedDisk(image)
      former.closedFolders = story.closedFolders
      var killed = Analyst(former, edits: 10, texts: [])
      killed.tryToOpen()
      killed.edit()
      image = former.image
      image.makeAllDurable()
    }
    let disk = SimulatedDisk(image)
    disk.closedFolders = story.closedFolders
    disk.mishap = mishap.map { (call: $0.0, $0.1) }
    var analyst = Analyst(disk, texts: [])
    return (disk, analyst.command(line))
  }

  private func check(
    _ disk: SimulatedDisk, _ report: Analyst.Report, _ story: Story, _ hasJournal: Bool,
    _ name: String
  ) throws {
    let after = SimulatedDisk(disk.image)
    after.closedFolders = story.closedFolders
    var next = Analyst(after, texts: [])
    try next.open()
    let count = next.lines.count { $0 == "Edit: new" }
    switch report {
    case .done: #expect(count == 1, "\(name)")
    case .failed: #expect(count == 0, "\(name): \(next.lines)")
    case .uncertain: #expect(count <= 1, "\(name)")
    }
    #expect(next.lines.contains("Edit: 11") == hasJournal, "\(name): what was there before")
    next.close()
    if report == .failed {
      #expect(next.command("Edit: new") == .done, "\(name): repeated")
      try next.open()
      #expect(next.lines.count { $0 == "Edit: new" } == 1, "\(name): repeated")
    }
  }

  /// Tells a story with each mishap at each call, or of many a third at each; then it ends, and
  /// power may be lost or not.
  private func tell(_ story: Story, with mishaps: [SimulatedDisk.Mishap]) throws {
    var states = StateCount()
    for call in 0..<story.told().disk.calls {
      for (kind, mishap) in mishaps.enumerated()
      where isThorough || mishaps.count < 4 || kind % 3 == call % 3 {
        let end = story.told(with: mishap, at: call)
        let promise = Promise(story: story, end: end, mishap: mishap, call: call)
        guard states.isNewSituation(end.disk.image, promise) else { continue }
        let lost = end.disk.image.statesAfterPowerLoss(limit: 8, &states.random)
        for image in [end.disk.image] + lost where states.isNew(image, promise) {
          try promise.holds(on: image)
        }
      }
    }
    print("\(story): \(mishaps.count) mishaps at each call: \(states)")
  }
}

/// Counts the disks that were looked at, and leaves out those that were seen before.
struct StateCount: CustomStringConvertible {
  private struct Key: Hashable {
    var files: [String: [UInt8]]
    var promised: Set<String>
    var foreignText: String?
  }

  private struct Situation: Hashable {
    let disk: DiskImage.Contents
    let promised: Set<String>
    let foreignText: String?
  }

  private static let seed: UInt64 = 20_261_123
  /// So many of the disks that a power cut may leave are looked at for each call; with
  /// `JOINTVIEW_THOROUGH` set, more.
  static let most = isThorough ? 60 : 4
  /// The same where it is cut again while the register is opened.
  static let mostAgain = isThorough ? 4 : 1
  var random = SeededGenerator(seed: seed)
  private var reached = 0
  private var seen: Set<Key> = []
  private var situations: Set<Situation> = []

  /// True if no disk was seen before on which the same is durable and pending, with these promises.
  mutating func isNewSituation(_ image: DiskImage, _ promise: Promise) -> Bool {
    let situation = Situation(
      disk: image.contents, promised: promise.end.analyst.promised,
      foreignText: promise.end.disk.foreignText)
    return situations.insert(situation).inserted
  }

  /// True if no disk with these files and these promises was seen before.
  mutating func isNew(_ image: DiskImage, _ promise: Promise) -> Bool {
    reached += 1
    let files = image.files.filter { !$0.key.hasSuffix(".turn") }
    let key = Key(
      files: files, promised: promise.end.analyst.promised,
      foreignText: promise.end.disk.foreignText)
    return seen.insert(key).inserted
  }

  var description: String { "\(reached) states, \(seen.count) different, seed \(Self.seed)" }
}
