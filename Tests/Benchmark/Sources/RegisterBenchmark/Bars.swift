import Glibc

/// What the program is held to: its size, and what the starter register takes.
enum Bars {
  private static let bars: [(name: String, most: Double)] = [
    ("program", 22), ("starter register: memory", 14),
    ("starter register: memory of its own", 4),
    ("starter register: first frame over bare ncurses", 8),
  ]

  /// Measures, tells each figure beside its bar, and whether all are kept.
  static func areKept(_ program: String, bare: String, folder: String) throws -> Bool {
    var report = Report()
    var status = stat()
    guard stat(program, &status) == 0 else { throw Trouble("there is no \(program)") }
    report.add("program", "MB", 0, Double(status.st_size) / 1e6)
    try Measurement.starter(program, bare: bare, folder: folder, into: &report)
    var missed = 0
    for bar in bars {
      guard let value = report.value(bar.name, 0) else { throw Trouble("no \(bar.name)") }
      let isKept = value <= bar.most
      missed += isKept ? 0 : 1
      let figure = String(Int((value * 100).rounded()))
      let text = figure.dropLast(2) + "." + figure.suffix(2)
      print("\(isKept ? "kept" : "MISSED"): \(bar.name): \(text), at most \(bar.most)")
    }
    return missed == 0
  }
}
