import CPass
import Glibc
import PseudoTerminal

/// All that is measured on one register, in one run.
struct Measurement {
  let path: String
  let size: Int
  let bytes: Int
  let program: String
  /// A program that does nothing but use ncurses.
  let bare: String
  let folder: String

  init(_ path: String, size: Int, bytes: Int, program: String, bare: String, folder: String) {
    (self.path, self.size, self.bytes) = (path, size, bytes)
    (self.program, self.bare, self.folder) = (program, bare, folder)
  }

  func run(isSlow: Bool, into report: inout Report) throws {
    let yardstick = (0..<3).map { _ in cPass() }.min() ?? .nan
    let home = "\(folder)/home-\(size)"
    mkdir(home, 0o700)
    var screen = try ScreenRun(program, path, home: home)
    // The least of several, more where the machine's other work would weigh more.
    for _ in 0..<(size > 100_000 ? 4 : 12) {
      let again = try ScreenRun(program, path, home: home)
      screen.firstFrame = min(screen.firstFrame, again.firstFrame)
      screen.loaded = min(screen.loaded, again.loaded)
      try again.leave()
    }
    try screen.browse()
    try screen.filter(["supervision", "agency:police"])
    try screen.arrange([nil, "Agency", nil, "Criterion", "Words", "Page", nil, "By", "On"])
    try screen.change(folder, bare: bare)
    try screen.save(path, folder)
    let check = try Program.best(of: 2, "'\(program)' check '\(path)'", in: folder)
    let rivals = try Rivals(path, in: folder, isSlow: isSlow)
    add(screen, check, yardstick, to: &report)
    compare(screen, rivals, yardstick, in: &report)
    try accounts(into: &report, sqlite: rivals["sqlite3 import and group"])
  }

  /// The accounts alone.
  func accounts(into report: inout Report, sqlite: Double? = nil) throws {
    let sqlite =
      try sqlite ?? Rivals(path, in: folder, isSlow: false)["sqlite3 import and group"]
    try Accounts(program, path, size: size, in: folder).add(to: &report, sqlite: sqlite)
  }

  private func cPass() -> Double {
    let start = milliseconds()
    var fields = 0
    _ = c_pass(path, "Agency", &fields)
    return milliseconds() - start
  }

  private func add(
    _ screen: ScreenRun, _ check: Program, _ yardstick: Double, to report: inout Report
  ) {
    func add(_ name: String, _ unit: String, _ value: Double?) {
      report.add(name, unit, size, value)
    }
    add("register", "MB", Double(bytes) / 1e6)
    add("start to first frame", "ms", screen.firstFrame)
    add("start to fully loaded", "ms", screen.loaded)
    add("memory, all read", "MB", Double(screen.memory) / 1e6)
    add(
      "memory beside the bytes, a contribution", "B", Double(screen.memory - bytes) / Double(size))
    add("list of all contributions", "ms", screen.opening)
    add("key to drawn, moving: median", "ms", screen.moving.median)
    add("key to drawn, moving: p99", "ms", screen.moving.p99)
    add("key to drawn, paging: median", "ms", screen.paging.median)
    add("key to drawn, paging: p99", "ms", screen.paging.p99)
    add("key to drawn, into a row: p99", "ms", screen.drilling.p99)
    add("filter, a letter to its first hits: median", "ms", screen.filterFirst.median)
    add("filter, a letter to its first hits: p99", "ms", screen.filterFirst.p99)
    add("filter, a letter to all hits: median", "ms", screen.filterAll.median)
    add("filter, a letter to all hits: p99", "ms", screen.filterAll.p99)
    add("group by a column", "ms", screen.grouping)
    for (column, value) in screen.sorting.sorted(by: { $0.key < $1.key }) {
      add("sort by \(column)", "ms", value)
    }
    add("an edit, journal synced: median", "ms", screen.edit.median)
    add("the same key without an edit: median", "ms", screen.idle.median)
    add("an undo, journal synced: median", "ms", screen.undo.median)
    add("full save", "ms", screen.save.median)
    add("key to drawn, while saving: p99", "ms", screen.whileSaving.p99)
    add("check", "ms", check.seconds * 1e3)
    add("a plain C pass over the lines", "ms", yardstick)
  }

  private func compare(
    _ screen: ScreenRun, _ rivals: Rivals, _ yardstick: Double, in report: inout Report
  ) {
    func add(_ name: String, _ a: Double?, _ b: Double?) {
      if let a, let b { report.add(name, "×", size, a / b) }
    }
    add("loading : a plain C pass (4 is the bar)", screen.loaded, yardstick)
    add("recsel -c : loading (40)", rivals["recsel -c"].map { $0 * 1e3 }, screen.loaded)
    add("VisiData's load : loading (8)", rivals["vd"].map { $0 * 1e3 }, screen.loaded)
    add(
      "filter : grep -i -c -F (1)", screen.filterAll.median,
      rivals["grep -i -c -F"].map { $0 * 1e3 })
    add(
      "fzf --filter : filter (10)", rivals["fzf --filter"].map { $0 * 1e3 }, screen.filterAll.median
    )
    add(
      "an edit, with its frame : bare append and fdatasync (2)", screen.edit.median,
      screen.append.median)
    add(
      "an edit, with its frame : a bare ncurses program that appends and draws a row",
      screen.edit.median, screen.bareEdit.median)
    add(
      "what it takes beyond the frame : bare append and fdatasync",
      screen.edit.median - screen.idle.median, screen.append.median)
    add("full save : writing the bytes and fsync (1.5)", screen.save.median, screen.copy.median)
    report.add("bare append and fdatasync: median", "ms", size, screen.append.median)
    report.add(
      "a bare ncurses program that appends and draws a row: median", "ms", size,
      screen.bareEdit.median)
    report.add("writing the bytes and fsync: median", "ms", size, screen.copy.median)
    for (name, seconds) in rivals.seconds { report.add(name, "ms", size, seconds * 1e3) }
  }

  /// The starter register, against a program that only starts ncurses and draws a word.
  static func starter(
    _ program: String, bare: String, folder: String, into report: inout Report
  ) throws {
    let home = "\(folder)/home-starter"
    mkdir(home, 0o700)
    var (first, memory, toured, yardstick) = ([Double](), 0, 0, [Double]())
    var alone = 0
    for _ in 0..<15 {
      let run = try ScreenRun(program, nil, home: home)
      first.append(run.firstFrame)
      (memory, alone) = (run.memory, run.alone)
      toured = try run.tour()
      try run.leave()
      let start = milliseconds()
      let terminal = try PseudoTerminal(bare, [], columns: 120, rows: 40)
      try terminal.wait(for: "its word") { $0.firstRow.contains("bare") }
      yardstick.append(milliseconds() - start)
      terminal.send("q")
      _ = try terminal.ending()
    }
    report.add("starter register: first frame", "ms", 0, Spread(first).median)
    report.add("bare ncurses: first frame", "ms", 0, Spread(yardstick).median)
    report.add(
      "starter register: first frame over bare ncurses", "ms", 0,
      Spread(first).median - Spread(yardstick).median)
    report.add("starter register: memory", "MB", 0, Double(memory) / 1e6)
    report.add("starter register: memory of its own", "MB", 0, Double(alone) / 1e6)
    report.add(
      "starter register: memory after a tour of the screens", "MB", 0, Double(toured) / 1e6)
  }
}
