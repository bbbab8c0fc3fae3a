import Glibc
import Testing

@testable import InspectionStore

/// What must be true of every disk that a story may leave, whatever happened during it.
struct Promise {
  let story: Story
  let end: Story.End
  let mishap: String

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
    next.edit()
    let isSaved = next.save()
    #expect(isSaved, "\(self): saving afterwards")
    next.close()
    check(try next.open(), lacksNothing: next)
  }

  private func checkOpened(_ opened: OpenedRegister, _ next: Analyst) {
    let text = String(decoding: opened.bytes, as: UTF8.self)
    let isWhole = end.analyst.texts.contains(text) || text == end.disk.foreignText
    #expect(isWhole, "\(self): \(text)")
    #expect(opened.file.access == .writable)
    #expect(end.analyst.promised.isSubset(of: next.lines), "\(self): \(next.lines)")
    let strangers = Set(next.lines.filter { $0.hasPrefix("Edit") }).subtracting(end.analyst.tried)
    #expect(strangers.isEmpty, "\(self)")
    let recovered = opened.recovery?.entries.flatMap(Analyst.lines) ?? []
    if opened.recovery?.fitsTheBytes == true {
      let all = Analyst.lines(opened.bytes) + recovered
      #expect(Set(all).count == all.count, "\(self): recovered what the file has: \(all)")
    }
    if end.disk.foreignText != nil {
      let found = next.disk.image.paths.contains {
        next.disk.image.text(at: $0)?.contains(Analyst.foreignLine) == true
      }
      #expect(found, "\(self): another's line is gone")
    }
  }

  private func check(_ opened: OpenedRegister, lacksNothing next: Analyst) {
    #expect(opened.recovery == nil, "\(self): recovered after a save")
    #expect(end.analyst.promised.isSubset(of: Analyst.lines(opened.bytes)), "\(self)")
  }
}

extension Promise: CustomStringConvertible {
  var description: String { "\(story), \(mishap)" }
}

@Suite struct `Whatever happens to the disk` {
  private let seed: UInt64 = 20_261_123

  @Test(arguments: Story.all)
  func `power may be lost at any call`(_ story: Story) throws {
    var random = SeededGenerator(seed: seed)
    var states = 0
    let calls = story.told().disk.changingCalls
    for call in calls + [.max] {
      let end = story.told(with: .powerLoss, at: call)
      let promise = Promise(story: story, end: end, mishap: "power lost at call \(call)")
      for image in end.disk.image.statesAfterPowerLoss(limit: 300, &random) {
        states += 1
        try promise.holds(on: image)
        states += try losingPowerAgain(promise, image, &random)
      }
    }
    print("\(story): \(calls.count) changing calls, \(states) states, seed \(seed)")
  }

  /// Loses power during the open that follows, too.
  private func losingPowerAgain(
    _ promise: Promise, _ image: DiskImage, _ random: inout SeededGenerator
  ) throws -> Int {
    var states = 0
    for call in opening(image, promise, nil).changingCalls {
      let disk = opening(image, promise, (call, .powerLoss))
      for image in disk.image.statesAfterPowerLoss(limit: 6, &random) {
        states += 1
        try promise.holds(on: image)
      }
    }
    return states
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
    var random = SeededGenerator(seed: seed)
    var states = 0
    let failures: [SimulatedDisk.Mishap] =
      [EIO, ENOSPC, EDQUOT, EACCES, EROFS, EINTR].map { .failure(code: $0) } + [.full]
    for call in 0..<story.told().disk.calls {
      for failure in failures {
        let end = story.told(with: failure, at: call)
        let promise = Promise(story: story, end: end, mishap: "\(failure) at call \(call)")
        try promise.holds(on: end.disk.image)
        for image in end.disk.image.statesAfterPowerLoss(limit: 12, &random) {
          states += 1
          try promise.holds(on: image)
        }
      }
    }
    print("\(story): \(failures.count) failures at each call, \(states) states, seed \(seed)")
  }

  @Test(arguments: [Story.saves, .edits, .creates], [false, true])
  func `another program may write at any call`(_ story: Story, inPlace: Bool) throws {
    var random = SeededGenerator(seed: seed)
    var states = 0
    for call in 0..<story.told().disk.calls {
      let end = story.told(with: .foreignEdit(inPlace: inPlace), at: call)
      let promise = Promise(story: story, end: end, mishap: "foreign edit at call \(call)")
      try promise.holds(on: end.disk.image)
      for image in end.disk.image.statesAfterPowerLoss(limit: 12, &random) {
        states += 1
        try promise.holds(on: image)
      }
    }
    print("\(story): a foreign edit at each call, \(states) states, seed \(seed)")
  }
}

/// SplitMix64: the same numbers for the same seed.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
