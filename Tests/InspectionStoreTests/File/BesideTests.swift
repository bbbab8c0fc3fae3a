import Glibc
import Seeded
import Testing

@testable import InspectionStore

/// A disk for one program of several, which can be killed at any of its calls: the rest of them
/// fail, and the kernel gives back what it has open.
final class MortalDisk: Disk, @unchecked Sendable {
  private let disk: SimulatedDisk
  private(set) var calls = 0
  private let end: Int
  private var files: Set<Descriptor> = []

  /// - Parameter end: the call at which the program is killed.
  init(_ disk: SimulatedDisk, until end: Int = .max) { (self.disk, self.end) = (disk, end) }

  private func begin(_ call: FileCall) throws(FileProblem) {
    defer { calls += 1 }
    if calls == end {
      for file in files { try? disk.close(file) }
      files = []
    }
    if calls >= end { throw .failed(call, path: "killed", code: EIO) }
  }

  func open(_ path: String, for use: OpenUse) throws(FileProblem) -> Descriptor {
    try begin(.open)
    let file = try disk.open(path, for: use)
    files.insert(file)
    return file
  }

  func close(_ file: Descriptor) throws(FileProblem) {
    try begin(.close)
    files.remove(file)
    try disk.close(file)
  }

  func read(
    _ file: Descriptor, into buffer: UnsafeMutableBufferPointer<UInt8>
  ) throws(FileProblem) -> Int {
    try begin(.read)
    return try disk.read(file, into: buffer)
  }

  func read(
    _ file: Descriptor, at offset: Int, into buffer: UnsafeMutableBufferPointer<UInt8>
  ) throws(FileProblem) -> Int {
    try begin(.read)
    return try disk.read(file, at: offset, into: buffer)
  }

  func write(_ bytes: RawSpan, to file: Descriptor) throws(FileProblem) -> Int {
    try begin(.write)
    return try disk.write(bytes, to: file)
  }

  func truncate(_ file: Descriptor, to size: Int) throws(FileProblem) {
    try begin(.cut)
    try disk.truncate(file, to: size)
  }

  func reserve(_ file: Descriptor, size: Int) throws(FileProblem) {
    try begin(.reserve)
    try disk.reserve(file, size: size)
  }

  func sync(_ file: Descriptor, dataOnly: Bool) throws(FileProblem) {
    try begin(.sync)
    try disk.sync(file, dataOnly: dataOnly)
  }

  func status(of file: Descriptor) throws(FileProblem) -> FileStatus {
    try begin(.examine)
    return try disk.status(of: file)
  }

  func status(at path: String, followingLinks: Bool) throws(FileProblem) -> FileStatus {
    try begin(.examine)
    return try disk.status(at: path, followingLinks: followingLinks)
  }

  func target(ofLink path: String) throws(FileProblem) -> String {
    try begin(.examine)
    return try disk.target(ofLink: path)
  }

  func names(in folder: String) throws(FileProblem) -> [String] {
    try begin(.list)
    return try disk.names(in: folder)
  }

  func rename(_ from: String, to: String, _ manner: RenameManner) throws(FileProblem) {
    try begin(.rename)
    try disk.rename(from, to: to, manner)
  }

  func unlink(_ path: String) throws(FileProblem) {
    try begin(.remove)
    try disk.unlink(path)
  }

  func makeFolder(_ path: String, isPrivate: Bool) throws(FileProblem) {
    try begin(.makeFolder)
    try disk.makeFolder(path, isPrivate: isPrivate)
  }

  func lock(_ file: Descriptor) throws(FileProblem) -> Bool {
    try begin(.lock)
    return try disk.lock(file)
  }

  func copyAccess(from path: String, to file: Descriptor) throws(FileProblem) {
    try begin(.keepAccess)
    try disk.copyAccess(from: path, to: file)
  }

  func shareAccess(of path: String, with file: Descriptor) throws(FileProblem) {
    try begin(.keepAccess)
    try disk.shareAccess(of: path, with: file)
  }

  func freeSpace(at path: String) -> Int? { disk.freeSpace(at: path) }
}

/// A script that adds a line while somebody has the register open.
private final class Script {
  static let line = "Script: new"
  var report: Analyst.Report?
  private(set) var calls = 0

  func run(on disk: SimulatedDisk, killedAt end: Int = .max) {
    var analyst = Analyst(disk, texts: [])
    let view = MortalDisk(disk, until: end)
    (analyst.view, analyst.pid) = (view, 8)
    report = analyst.command(Self.line)
    calls = view.calls
  }
}

@Suite struct `A script beside the screen` {
  private static let stories: [Story] = [.saves, .edits, .editsMeanwhile]

  /// The register as the next one finds it, with all that was promised in it and in the trail once.
  private func check(_ disk: SimulatedDisk, _ screen: Analyst, _ script: Script, _ name: String)
    throws
  {
    var next = Analyst(SimulatedDisk(disk.image), texts: [])
    try next.open()
    let missing = screen.promised.subtracting(next.lines)
    #expect(missing.isEmpty, "\(name): lost \(missing) of \(next.lines)")
    #expect(Set(next.lines).count == next.lines.count, "\(name): twice: \(next.lines)")
    let count = next.lines.count { $0 == Script.line }
    switch script.report {
    case .done: #expect(count == 1, "\(name): the script's line is lost: \(next.lines)")
    case .failed: #expect(count == 0, "\(name): a script that failed has written")
    case .uncertain, nil: break
    }
    next.save()
    next.close()
    try next.open()
    #expect(Set(next.trail).count == next.trail.count, "\(name): twice in the trail")
    if script.report == .done {
      #expect(next.trail.contains(Script.line), "\(name): not in the trail: \(next.trail)")
    }
    let edits = screen.promised.filter { $0.hasPrefix("Edit") }
    #expect(edits.isSubset(of: next.trail), "\(name): \(next.trail)")
  }

  @Test(arguments: stories)
  func `may write at any call of the screen, and both have what they were promised`(
    _ story: Story
  ) throws {
    var reports: [Analyst.Report: Int] = [:]
    for call in 0..<story.told().disk.calls {
      let disk = SimulatedDisk(DiskImage(files: story.files, links: story.links))
      let script = Script()
      disk.intrusion = (call, { script.run(on: disk) })
      var screen = Analyst(disk, texts: [])
      story.tell(&screen)
      try check(disk, screen, script, "\(story), the script at call \(call)")
      if let report = script.report { reports[report, default: 0] += 1 }
    }
    print("\(story): \(reports)")
    #expect(reports[.done, default: 0] > reports[.failed, default: 0])
  }

  @Test(arguments: stories)
  func `may be killed at any call, and harms nothing`(_ story: Story) throws {
    let whole = Script()
    whole.run(on: SimulatedDisk(DiskImage(files: story.files, links: story.links)))
    let calls = story.told().disk.calls
    for call in stride(from: calls / 4, to: calls, by: isThorough ? 37 : 83) {
      for end in 0..<whole.calls {
        let disk = SimulatedDisk(DiskImage(files: story.files, links: story.links))
        let script = Script()
        disk.intrusion = (call, { script.run(on: disk, killedAt: end) })
        var screen = Analyst(disk, texts: [])
        story.tell(&screen)
        // Whoever is killed has reported nothing.
        script.report = nil
        try check(disk, screen, script, "\(story), killed at call \(end), begun at \(call)")
      }
    }
  }

  @Test(arguments: stories)
  func `finds a register whole whose screen was killed at any call`(_ story: Story) throws {
    for call in 0..<story.told().disk.calls {
      let disk = SimulatedDisk(DiskImage(files: story.files, links: story.links))
      var screen = Analyst(disk, texts: [])
      screen.view = MortalDisk(disk, until: call)
      story.tell(&screen)
      let script = Script()
      script.run(on: disk)
      #expect(script.report == .done, "\(story), the screen killed at call \(call)")
      try check(disk, screen, script, "\(story), the screen killed at call \(call)")
    }
  }

  @Test func `lets nobody save at any of its own calls`() throws {
    let files = [Analyst.path: "Title: old\n"]
    let whole = SimulatedDisk(DiskImage(files: files))
    var screen = Analyst(whole, texts: [])
    try screen.open()
    let before = whole.calls
    Script().run(on: whole)
    for call in before..<whole.calls {
      let disk = SimulatedDisk(DiskImage(files: files))
      let open = Sitting(disk)
      disk.intrusion = (
        call,
        {
          open.analyst.edit()
          open.analyst.save()
        }
      )
      let script = Script()
      script.run(on: disk)
      #expect(script.report == .done, "the screen saves at call \(call)")
      open.analyst.edit()
      open.analyst.save()
      open.analyst.close()
      try check(disk, open.analyst, script, "the screen saves at call \(call) of a script")
    }
  }

  /// Somebody who has the register open.
  private final class Sitting {
    var analyst: Analyst

    init(_ disk: SimulatedDisk) {
      analyst = Analyst(disk, texts: [])
      analyst.tryToOpen()
    }
  }

  @Test func `names whoever does not end their turn, and has done nothing`() throws {
    let disk = SimulatedDisk(DiskImage(files: [Analyst.path: "Title: old\n"]))
    var screen = Analyst(disk, texts: [])
    try screen.open()
    let place = try RegisterPlace(Analyst.path, in: screen.environment)
    guard case .taken(let turn) = try RegisterTurn.acquire(place, screen.environment) else {
      Issue.record("no turn")
      return
    }
    var script = Analyst(disk, texts: [])
    script.pid = 8
    guard case .readOnly(.heldBy(let holder)) = try script.open(briefly: true).file.access else {
      Issue.record("two write at once")
      return
    }
    #expect(holder.pid == 7)
    turn.end(on: disk)
    #expect(script.command(Script.line) == .done)
  }
}
