import Dispatch
import Glibc
import PseudoTerminal
import Testing

/// The program, which is built beside these tests.
let programPath: String = {
  let runner = CommandLine.arguments[0].split(separator: "/", omittingEmptySubsequences: false)
  return runner.dropLast().joined(separator: "/") + "/jointview"
}()

/// A home folder of a test's own, gone when the test is over.
final class Home: Sendable {
  let path: String
  /// Whose it is.
  let user: String

  /// - Parameter isNew: whether the program was never started there, so that it says what it is.
  init(of user: String = "ada", isNew: Bool = false) {
    self.user = user
    var template = Array("/tmp/jointview-test-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { preconditionFailure("no temporary folder") }
    path = String(cString: made)
    for folder in ["data", "config", "state"] { mkdir("\(path)/\(folder)", 0o755) }
    if !isNew { write("\n", to: "state/jointview/area") }
  }

  deinit {
    Home.removeAll(path)
  }

  /// Removes a file, or a folder with all that is in it.
  private static func removeAll(_ path: String) {
    if let stream = opendir(path) {
      while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) {
          String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name != ".", name != ".." { removeAll("\(path)/\(name)") }
      }
      closedir(stream)
    }
    remove(path)
  }

  /// What the program is told of where it is.
  var environment: [String: String] {
    [
      "HOME": path, "USER": user, "XDG_DATA_HOME": "\(path)/data",
      "XDG_CONFIG_HOME": "\(path)/config", "XDG_STATE_HOME": "\(path)/state",
      "XDG_DATA_DIRS": "\(path)/none",
    ]
  }

  /// Writes a file and gives its path; the folders above it are made if they are missing.
  @discardableResult
  func write(_ text: String, to name: String) -> String { write(Array(text.utf8), to: name) }

  /// The same of bytes.
  @discardableResult
  func write(_ bytes: [UInt8], to name: String) -> String {
    let full = "\(path)/\(name)"
    for slash in name.indices where name[slash] == "/" { mkdir("\(path)/\(name[..<slash])", 0o755) }
    guard let file = fopen(full, "w") else { return full }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
    return full
  }

  func has(_ name: String) -> Bool { access("\(path)/\(name)", F_OK) == 0 }

  /// The text of a file, nil where there is none.
  func read(_ name: String) -> String? { readAll("\(path)/\(name)") }

  /// The text of a file wherever it is.
  func readAll(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      text += buffer.prefix(count)
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// What came of a command.
struct Outcome {
  let status: Int32
  let output: String
  let errors: String
}

extension Home {
  func run(
    _ arguments: String..., program: String = programPath, without names: [String] = []
  ) -> Outcome {
    run(arguments, program: program, without: names)
  }

  /// Runs a program without a terminal to its end.
  func run(
    _ arguments: [String], program: String = programPath, without names: [String] = []
  ) -> Outcome {
    var variables = environment.merging(["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]) { $1 }
    for name in names { variables[name] = nil }
    let ending = ProgramRun.run(
      program, arguments, environment: variables, output: "\(path)/out", errors: "\(path)/err")
    if ending == nil { Issue.record("\(program) \(arguments) did not run to its end") }
    return Outcome(
      status: ending?.code ?? -1, output: read("out") ?? "", errors: read("err") ?? "")
  }

  /// Starts the program on a terminal and waits for its first frame.
  func open(
    _ arguments: String..., environment: [String: String] = [:], columns: Int = 80, rows: Int = 24,
    answers: PseudoTerminal.Answers = .kind
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      programPath, arguments, environment: self.environment.merging(environment) { $1 },
      columns: columns, rows: rows)
    terminal.answers = answers
    try terminal.wait(for: "the first frame") { $0.fences > 0 }
    return terminal
  }
}

/// A register of one invented area with one passage, in which nothing is coded.
let smallRegister = """
  %rec: Area

  Id: ashby
  Name: Ashby

  %rec: Framework

  Id: jtai
  Name: Joint targeted area inspection

  %rec: Theme

  Id: neglect
  Name: Neglect of older children

  %rec: Agency

  Id: health
  Name: Health
  Letter: h

  Id: police
  Name: Police
  Letter: p

  %rec: Criterion

  Id: I4
  Name: Response to the theme

  %rec: Inspection

  Id: jtai-ashby-2017
  Area: ashby
  Framework: jtai
  Theme: neglect
  From: 2017-05-08
  Certainty: stated-in-letter
  Source: https://example.org/ashby

  # A comment that stays.
  %rec: Passage

  Id: jtai-ashby-2017/s1
  Inspection: jtai-ashby-2017
  Section: strength
  Index: 1
  Text: Police and health meet each morning.

  %rec: Contribution

  """

/// The keys from the first screen to the passage of the small register.
let toPassage = "\r\r\r"

/// Waits on a thread of its own: those that tests run on are few, and a program that is run has
/// something to do on one.
func aside<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
  await withCheckedContinuation { waiting in
    DispatchQueue(label: "aside").async { waiting.resume(returning: body()) }
  }
}
