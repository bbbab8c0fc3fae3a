import CPass
import Glibc

/// register-benchmark [--sizes 1000,10000] [--slow] [--program PATH] [--json FILE] [--make FILE]
///                    [--bars] [--accounts]
var sizes = [1_000, 10_000, 100_000, 1_000_000]
var program = "../../.build/release/jointview"
var json: String?
var isSlow = false
var made: String?
var holdsBars = false
var isOfAccounts = false
var folder = "/tmp/jointview-benchmark"
var arguments = CommandLine.arguments.dropFirst()
while let argument = arguments.popFirst() {
  switch argument {
  case "--sizes":
    sizes = (arguments.popFirst() ?? "").split(separator: ",").compactMap { Int($0) }
  case "--program": program = arguments.popFirst() ?? program
  case "--json": json = arguments.popFirst()
  case "--folder": folder = arguments.popFirst() ?? folder
  case "--slow": isSlow = true
  case "--bars": holdsBars = true
  case "--accounts": isOfAccounts = true
  case "--make": made = arguments.popFirst()
  default:
    print(
      """
      register-benchmark [--sizes 1000,10000,100000,1000000] [--program \
      ../../.build/release/jointview]
                         [--json FILE] [--folder /tmp/jointview-benchmark] [--slow] [--make FILE]
                         [--bars] [--accounts]

      --bars only measures what the program is held to, and ends with 1 where that is missed.
      --accounts only measures what each account takes as a report.
      --slow also runs recsel and VisiData on registers of more than 100,000 contributions, which
      takes minutes and gigabytes. --make FILE only makes a register, of the first size.
      """)
    exit(2)
  }
}

mkdir(folder, 0o700)
var report = Report()
do {
  let starter = String(decoding: try readBytes("../../Sources/BuiltIn/starter.rec"), as: UTF8.self)
  if let made {
    var maker = RegisterMaker(starter: starter, seed: 5)
    print("\(try maker.write(contributions: sizes.first ?? 0, to: made)) bytes")
    exit(0)
  }
  let own = CommandLine.arguments[0].split(separator: "/", omittingEmptySubsequences: false)
    .dropLast()
  let bare = (own + ["BareCurses"]).joined(separator: "/")
  if holdsBars { exit(try Bars.areKept(program, bare: bare, folder: folder) ? 0 : 1) }
  for size in sizes {
    print("measuring a register of \(size) contributions …")
    var maker = RegisterMaker(starter: starter, seed: 5)
    let path = "\(folder)/\(size).rec"
    let bytes = try maker.write(contributions: size, to: path)
    let measurement = Measurement(
      path, size: size, bytes: bytes, program: program, bare: bare, folder: folder)
    if isOfAccounts {
      try measurement.accounts(into: &report)
    } else {
      try measurement.run(isSlow: isSlow || size <= 100_000, into: &report)
    }
  }
  if !isOfAccounts {
    try Measurement.starter(program, bare: bare, folder: folder, into: &report)
  }
  print(report.table)
  if let json {
    guard let file = fopen(json, "w") else { throw Trouble("cannot write \(json)") }
    fputs(report.json, file)
    fclose(file)
  }
} catch {
  print("cannot go on: \(error)")
  exit(1)
}
