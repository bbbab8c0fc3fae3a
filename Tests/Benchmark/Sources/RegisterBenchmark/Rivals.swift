/// What people would use instead, on the same data. Those that are not installed are left out.
struct Rivals {
  /// Seconds by what was run.
  private(set) var seconds: [(name: String, value: Double)] = []
  private(set) var memory: [String: Int] = [:]

  private let folder: String

  /// - Parameter isSlow: whether to run those as well that take long at this size.
  init(_ register: String, in folder: String, isSlow: Bool) throws {
    self.folder = folder
    let (file, table) = ("'\(register)'", "'\(register).csv'")
    try run("cat", "cat \(file)")
    try run("grep -c", "grep -c '^Id:' \(file)", best: 3)
    try run("grep -i -c -F", "grep -i -c -F 'supervision' \(file)", best: 3)
    try run("fzf --filter", "fzf --filter=supervision <\(file)")
    try run("sqlite3 import", "sqlite3 -bail :memory: '.mode csv' \".import \(register).csv c\"")
    try run(
      "sqlite3 import and group",
      "sqlite3 -bail :memory: '.mode csv' \".import \(register).csv c\" 'select Agency,count(*) "
        + "from c group by 1'"
    )
    try run("mlr group", "mlr --icsv --ocsv count-distinct -f Agency \(table)")
    try run("mlr sort", "mlr --icsv --ocsv sort -f By \(table)")
    guard isSlow else { return }
    try run("recsel -c", "recsel -t Contribution -c \(file)")
    try run("recsel -e", "recsel -t Contribution -e \"Note ~ 'supervision'\" -c \(file)")
    try run("vd", "vd --batch \(table) -o '\(folder)/out.tsv'")
  }

  subscript(name: String) -> Double? { seconds.first { $0.name == name }?.value }

  private mutating func run(_ name: String, _ command: String, best runs: Int = 1) throws {
    guard Program.isInstalled(String(command.prefix { $0 != " " })) else { return }
    let run = try Program.best(of: runs, command, in: folder)
    guard run.status == 0 || name.hasPrefix("grep") else { return }
    seconds.append((name, run.seconds))
    memory[name] = run.memory
  }
}
