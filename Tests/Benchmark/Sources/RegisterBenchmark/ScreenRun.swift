import Glibc
import PseudoTerminal

/// What a person waits for at one register: the real program on a real pseudo-terminal.
struct ScreenRun {
  var firstFrame = Double.nan
  var loaded = Double.nan
  /// Resident bytes once all is read, and the most there were.
  var memory = 0
  var peak = 0
  /// Bytes of memory that are of no file: the system cannot take them back.
  var alone = 0
  var moving = Spread([])
  var paging = Spread([])
  var drilling = Spread([])
  var opening = Double.nan
  var filterFirst = Spread([])
  var filterAll = Spread([])
  var grouping = Double.nan
  var sorting: [String: Double] = [:]
  /// The key that makes an edit, the same key on a text left as it was, the bare disk, and a bare
  /// program's key that writes to it and draws a row, in turns.
  var edit = Spread([])
  var idle = Spread([])
  var append = Spread([])
  var bareEdit = Spread([])
  var undo = Spread([])
  /// A save, and the bare disk, in turns.
  var save = Spread([])
  var copy = Spread([])
  /// Keys from the one that saves on, until that is done.
  var whileSaving = Spread([])

  private let terminal: PseudoTerminal
  private let process: Int32

  /// Starts the program and waits until all is read.
  ///
  /// - Parameters:
  ///   - register: the register; the user's own if none is named.
  ///   - home: a folder that is the run's own.
  init(_ program: String, _ register: String?, home: String) throws {
    let start = milliseconds()
    terminal = try PseudoTerminal(
      program, register.map { [$0] } ?? [],
      environment: [
        "HOME": home, "USER": "ada", "XDG_DATA_HOME": home, "XDG_CONFIG_HOME": home,
        "XDG_STATE_HOME": home, "XDG_DATA_DIRS": home,
      ], columns: 120, rows: 40)
    terminal.patience = 120
    process = terminal.processID
    // One row alone: to look at all of them takes time that the program needs.
    try terminal.wait(for: "the title") { $0.firstRow.contains("jointview ▸") }
    firstFrame = milliseconds() - start
    try terminal.wait(for: "all of the register") { terminal in
      !terminal.lastRow.contains("reading") && terminal.isAtFence
    }
    loaded = milliseconds() - start
    // What only the start needed is given back behind the first frame.
    usleep(50_000)
    (memory, peak) = (status("VmRSS:"), status("VmHWM:"))
    alone = status("Anonymous:", in: "smaps_rollup")
  }

  /// Moves, pages, goes into rows and back in the list of all contributions.
  mutating func browse() throws {
    _ = try timed("g")
    opening = try timed("c")
    try settle()
    moving = Spread(try (0..<300).map { try timed($0 % 50 < 40 ? "j" : "k") })
    paging = Spread(try (0..<200).map { try timed($0 % 20 < 15 ? "\u{6}" : "\u{2}") })
    var inAndOut: [Double] = []
    for _ in 0..<50 {
      inAndOut.append(try timed("\r"))
      _ = try timed("h")
      for _ in 0..<3 { _ = try timed("j") }
    }
    drilling = Spread(inAndOut)
  }

  /// Types filters letter by letter, each as soon as the one before is answered in full.
  mutating func filter(_ words: [String]) throws {
    var (first, all) = ([Double](), [Double]())
    for word in words {
      try terminal.press("/")
      for letter in word {
        let start = milliseconds()
        try terminal.press(String(letter))
        // The frame that answers the key may come before the one with the first hits.
        let frames = terminal.fences
        try terminal.wait(for: "hits") { !Self.isLooking($0) || $0.fences > frames }
        first.append(milliseconds() - start)
        try settle()
        all.append(milliseconds() - start)
      }
      try terminal.press("\u{1b}")
      try terminal.wait(for: "the end of the filter") { !$0.lastRow.hasPrefix("/") }
      try settle()
    }
    (filterFirst, filterAll) = (Spread(first), Spread(all))
  }

  /// Sorts by the columns of the list from the first one on, of which those are measured that are
  /// named, and groups by six of them.
  mutating func arrange(_ columns: [String?]) throws {
    for (place, column) in columns.enumerated() {
      if place > 0 { _ = try timed(">") }
      guard let column else { continue }
      let start = milliseconds()
      try terminal.press("s")
      try settle()
      sorting[column] = milliseconds() - start
    }
    var times: [Double] = []
    times.append(try timed("#"))
    for _ in 0..<6 { times.append(try timed(">")) }
    grouping = Spread(times).median
    _ = try timed("h")
  }

  /// Edits a record several times over, in turns with the bare disk and a bare program, and takes
  /// half of it back.
  mutating func change(_ folder: String, bare: String) throws {
    _ = try timed("g")
    _ = try timed("c")
    try settle()
    let log = try BareDisk.Log(in: folder)
    let bare = try PseudoTerminal(bare, [folder + "/bare"], columns: 120, rows: 40)
    try bare.wait(for: "bare")
    var (edits, idles, appends, bareEdits) = ([Double](), [Double](), [Double](), [Double]())
    for number in 0..<60 {
      edits.append(try edit("seen \(number)"))
      try terminal.press("i")
      idles.append(try timed("\r"))
      // What the program still does for the last edit is not to slow down the bare disk.
      usleep(5000)
      appends.append(log.append())
      bareEdits.append(try timed("e", in: bare))
    }
    bare.send("q")
    _ = try bare.ending()
    (edit, idle, append) = (Spread(edits), Spread(idles), Spread(appends))
    bareEdit = Spread(bareEdits)
    undo = Spread(try (0..<30).map { _ in try timed("u") })
  }

  /// Saves several times over, in turns with the bare disk, and leaves.
  mutating func save(_ path: String, _ folder: String) throws {
    let bytes = try readBytes(path)
    var (saves, copies) = ([Double](), [Double]())
    for number in 0..<7 {
      _ = try edit("saved \(number)")
      BareDisk.settle(after: bytes.count)
      saves.append(try timed("w", until: "in \(path.split(separator: "/").last ?? "")"))
      BareDisk.settle(after: bytes.count)
      copies.append(try BareDisk.copy(bytes, in: folder))
    }
    (save, copy) = (Spread(saves), Spread(copies))
    whileSaving = Spread(try (0..<3).flatMap { try moveWhileSaving("saved again \($0)") })
    terminal.send("q")
    _ = try terminal.ending()
  }

  private func moveWhileSaving(_ note: String) throws -> [Double] {
    _ = try edit(note)
    var keys = [try timed("w")]
    while terminal.lastRow.contains("saving") { keys.append(try timed("j")) }
    return keys
  }

  /// Goes through the screens, and tells what is resident then, in bytes.
  func tour() throws -> Int {
    for keys in [
      "gi", "\r", "t", "h", "gc", "gm", "gb", "gp", "gf", "gk", "gM", "gd", "gr", "gn", "?", "ga",
    ] {
      try terminal.press(keys)
      try terminal.wait(for: "quiet") { $0.isAtFence }
    }
    return status("VmRSS:")
  }

  /// Milliseconds from the key that ends a note to the frame that says it is kept.
  private func edit(_ text: String) throws -> Double {
    try terminal.press("i")
    try terminal.press("\u{15}")
    for letter in text { try terminal.press(String(letter)) }
    return try timed("\r")
  }

  /// Leaves without saving.
  func leave() throws {
    terminal.send("Q")
    _ = try terminal.ending()
  }

  // MARK: - Waiting

  /// Milliseconds from a key to the last byte of the frame that answers it.
  private func timed(_ keys: String) throws -> Double { try timed(keys, in: terminal) }

  private func timed(_ keys: String, in terminal: PseudoTerminal) throws -> Double {
    try terminal.wait(for: "quiet") { $0.isAtFence }
    let start = milliseconds()
    try terminal.press(keys)
    return milliseconds() - start
  }

  /// Milliseconds until the last row says something: to look at all rows takes longer than a small
  /// register to be saved.
  private func timed(_ keys: String, until text: String) throws -> Double {
    try terminal.wait(for: "quiet") { $0.isAtFence }
    let start = milliseconds()
    try terminal.press(keys)
    try terminal.wait(for: text) { $0.lastRow.contains(text) }
    return milliseconds() - start
  }

  /// Waits until the list is complete.
  private func settle() throws {
    try terminal.wait(for: "the whole list") { $0.isAtFence && !Self.isLooking($0) }
  }

  private static func isLooking(_ terminal: PseudoTerminal) -> Bool {
    terminal.lastRow.hasSuffix("…")
  }

  /// A figure of the kernel's on the program, in bytes.
  private func status(_ name: String, in file: String = "status") -> Int {
    guard let file = fopen("/proc/\(process)/\(file)", "r") else { return 0 }
    defer { fclose(file) }
    var text = [UInt8](repeating: 0, count: 8192)
    let count = fread(&text, 1, text.count, file)
    let line = String(decoding: text.prefix(count), as: UTF8.self).split(separator: "\n")
      .first { $0.hasPrefix(name) }
    return (line?.split(separator: " ").dropLast().last.flatMap { Int($0) } ?? 0) << 10
  }
}
