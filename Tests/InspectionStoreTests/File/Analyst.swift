@testable import InspectionStore

/// Somebody who edits a register, whatever happens to the disk, and remembers what was promised.
///
/// The register is a text of lines, and an edit adds one; so a text says by itself which edits are
/// in it.
struct Analyst {
  static let path = "/home/register.rec"
  /// What another program adds.
  static let foreignLine = "Foreign: line"

  let disk: SimulatedDisk
  /// The disk as this one sees it, where that is another than all see.
  var view: (any Disk)?
  var pid: Int32 = 7
  var register: RegisterFile?
  /// The lines on the screen.
  var lines: [String] = []
  private var edits: Int
  private var typed = 0
  /// Edits that were shown as safe.
  private(set) var promised: Set<String> = []
  /// Edits that were tried.
  private(set) var tried: Set<String> = []
  /// What the next open may find half typed: what was shown as safe, or since then was on its way.
  private(set) var drafts: Set<String?> = [nil]
  /// Texts that the register may hold.
  private(set) var texts: Set<String>

  init(_ disk: SimulatedDisk, edits: Int = 0, texts: Set<String>) {
    (self.disk, self.edits, self.texts) = (disk, edits, texts)
  }

  var environment: RegisterEnvironment {
    RegisterEnvironment(
      disk: view ?? disk, workingFolder: "/", stateFolder: "/state/jointview", pid: pid,
      host: "desk",
      now: { 1_800_000_000 }, pause: { _ in })
  }

  /// Opens the register and takes in what the journal has.
  @discardableResult
  mutating func open(briefly isBrief: Bool = false) throws(FileProblem) -> OpenedRegister {
    let opened = try RegisterFile.open(Self.path, in: environment, briefly: isBrief)
    register = opened.file
    lines = Self.lines(opened.array)
    merge(opened.recovery?.entries.flatMap(Self.lines) ?? [])
    return opened
  }

  mutating func tryToOpen() { _ = try? open() }

  mutating func create() throws(FileProblem) {
    lines = ["Title: new"]
    texts.insert(text)
    register = try RegisterFile.create(Self.path, Array(text.utf8), in: environment)
    promised.formUnion(lines)
  }

  mutating func edit() {
    guard register != nil else { return }
    edits += 1
    let line = "Edit: \(edits)"
    tried.insert(line)
    drafts.insert(nil)
    do {
      try register?.append(Self.entry(line))
    } catch {
      return  // The screen says that it failed, and shows the former value.
    }
    drafts = [nil]
    lines.append(line)
    promised.insert(line)
    // Once the screen has shown it.
    try? register?.writeTrail()
  }

  /// Types a little more of a text.
  mutating func type() {
    guard register != nil else { return }
    typed += 1
    let text = "Draft: \(typed)\n"
    drafts.insert(text)
    if (try? register?.keepDraft(Array(text.utf8))) != nil { drafts = [text] }
  }

  /// Saves, merging what others wrote meanwhile; true if it worked.
  @discardableResult
  mutating func save() -> Bool {
    for _ in 0..<3 {
      do {
        texts.insert(text)
        let bytes = Array(text.utf8)
        switch try register?.save(bytes) {
        case .saved: return true
        case .savedBeside(let external): merge(disk.image.text(at: external).map(Self.lines) ?? [])
        case .changedOutside(let theirs):
          merge(theirs.bytes.map(Self.lines) ?? [])
          register?.adopt(theirs)
        case nil: return false
        }
      } catch {
        return false
      }
    }
    return false
  }

  /// Saves while editing goes on: before the journal knows of it, before the register is what was
  /// saved, and after.
  @discardableResult
  mutating func save(editing edits: [Int]) -> Bool {
    guard let saved = register else { return false }
    texts.insert(text)
    let contents = FileContents(Array(text.utf8))
    let count = lines.count
    do {
      // As on another thread: from the register as it was.
      var next = try saved.prepare(contents)
      for _ in 0..<edits[0] { edit() }
      if try register?.announce(&next, lacking: lines.count - count) != nil { return save() }
      for _ in 0..<edits[1] { edit() }
      let put = next.put()
      for _ in 0..<edits[2] { edit() }
      defer { put.letGo() }
      switch try register?.settle(put, lacking: lines.count - count) {
      case .saved: return true
      case .savedBeside(let external):
        merge(disk.image.text(at: external).map(Self.lines) ?? [])
        return save()
      case .changedOutside, nil: return save()
      }
    } catch {
      return false
    }
  }

  /// Looks what other programs do, as is done once a second.
  mutating func look() { try? register?.tend() }

  /// Adds a line as a command does, from opening to closing; what was reported.
  mutating func command(_ line: String) -> Report {
    guard (try? open(briefly: true)) != nil else { return .failed }
    defer { close() }
    let version = register?.known
    do {
      try register?.append(Self.entry(line))
      lines.append(line)
      let bytes = Array(text.utf8)
      if try register?.save(bytes) == .saved {
        try? register?.writeTrail()
        return .done
      }
    } catch {}
    guard register?.known?.fingerprint == version?.fingerprint else {
      return register?.known?.fingerprint == nil ? .uncertain : .done
    }
    return (try? register?.withdraw()) == nil ? .uncertain : .failed
  }

  enum Report { case done, failed, uncertain }

  mutating func close() {
    try? register?.writeTrail()
    register?.close()
    register = nil
  }

  private var text: String { lines.map { $0 + "\n" }.joined() }

  private mutating func merge(_ others: [String]) {
    for line in others where !lines.contains(line) { lines.append(line) }
  }

  /// The lines of a text, without what an entry says of when and by whom it was made.
  static func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map(String.init)
      .filter { !$0.hasPrefix("When: ") && !$0.hasPrefix("Who: ") }
  }

  /// A line as an entry of the journal and the trail.
  static func entry(_ line: String) -> [UInt8] {
    Array("When: 2027-01-15T08:00:00Z\nWho: ada\n\(line)\n".utf8)
  }

  /// What the trail says was done, in its order, one line an entry; with what it has yet to be
  /// given from the journal.
  var trail: [String] {
    let text = disk.image.text(at: "/home/register.trail.rec") ?? ""
    let held = register?.trail.held.map { String(decoding: $0, as: UTF8.self) } ?? []
    let bytes = Array((text + held.joined()).utf8)
    return TrailPieces.ranges(in: bytes).map {
      Self.lines(Array(TrailPieces.record(in: bytes[$0]))).joined(separator: "\n")
    }
  }

  static func lines(_ bytes: [UInt8]) -> [String] {
    lines(String(decoding: bytes, as: UTF8.self))
  }
}

extension OpenedRegister {
  /// The register's bytes, copied.
  var array: [UInt8] { Array(bytes.buffer) }
}

extension RegisterFile {
  /// Saves these bytes.
  mutating func save(_ bytes: [UInt8]) throws(FileProblem) -> SaveOutcome {
    try save(FileContents(bytes))
  }
}
