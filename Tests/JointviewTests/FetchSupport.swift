import Glibc
import PseudoTerminal

@testable import jointview

/// The text of a letter of a place.
func letter(of place: String) -> String { wexmoorLetter.replacing("Wexmoor", with: place) }

/// A register of three areas, each with an inspection: two name a report, and one only a page.
let registerOfReports = """
  %rec: Area

  Id: ashby
  Name: Ashby

  Id: tarn-valley
  Name: Tarn Valley

  Id: wexmoor
  Name: Wexmoor

  %rec: Framework

  Id: jtai
  Name: Joint targeted area inspection

  %rec: Inspection

  Id: jtai-ashby-2018
  Area: ashby
  Framework: jtai
  From: 2018-03-26
  Certainty: stated-elsewhere
  Source: https://ashby.example/news/inspectors-find-much

  Id: jtai-tarn-valley-2017
  Area: tarn-valley
  Framework: jtai
  From: 2017-03-27
  Certainty: stated-elsewhere
  Source: https://files.example/v1/file/2
  Source: https://github.com/somebody/tables/tree/98c6166

  Id: jtai-wexmoor-2017
  Area: wexmoor
  Framework: jtai
  From: 2017-03-27
  Certainty: stated-elsewhere
  Source: https://files.example/v1/file/1

  """

/// A home with the register of reports, and a server for them.
struct Reports {
  let home = Home()
  let register: String
  let server: WebServer
  let wexmoor = Paper(of: letter(of: "Wexmoor")).text
  let tarn = Paper(of: letter(of: "Tarn Valley")).text

  /// Both reports are served, but for what is said otherwise.
  init(_ answers: [String: WebServer.Answer] = [:]) throws {
    let files = ["/v1/file/1": WebServer.Answer.file(wexmoor), "/v1/file/2": .file(tarn)]
    server = try WebServer(files.merging(answers) { $1 })
    register = home.write(registerOfReports, to: "a.rec")
  }

  /// Fetches without a pause.
  func fetch(_ more: String..., from place: String? = nil) -> Outcome {
    home.run(["fetch", "--from", place ?? server.place, "--pause", "0", "-r", register] + more)
  }

  /// What is asked for in the program, from the server of this test and without a pause.
  func setInSettings() {
    home.write("mirror: \(server.place)\npause: 0\n", to: "config/jointview/config.yaml")
  }

  /// Starts the command on a terminal.
  func start(_ arguments: [String], path: String = "/usr/bin:/bin") throws -> PseudoTerminal {
    try PseudoTerminal(
      programPath, arguments, environment: home.environment.merging(["PATH": path]) { $1 })
  }

  var names: [String] { Files.names(in: folder).filter { !$0.hasPrefix(".") } }
  var folder: String { "\(home.path)/data/jointview/reports" }

  func kept(_ name: String) -> String? { home.read("data/jointview/reports/\(name)") }

  /// The inspections with a letter in the register.
  var read: [String] {
    let text = home.read("a.rec") ?? ""
    return text.split(separator: "\n\n").compactMap { record in
      guard record.contains("\nLetter: ") else { return nil }
      return record.firstMatch(of: /Id: (\S+)/).map { String($0.1) }
    }
  }
}

extension Home {
  /// Each file here and in the folders with its size and when it was last written, to see whether
  /// anything was.
  func stamps(except left: Set<String> = ["out", "err"]) -> [String: [Int]] {
    var stamps: [String: [Int]] = [:]
    func walk(_ folder: String) {
      for name in Files.names(in: folder) where !left.contains(name) {
        let path = "\(folder)/\(name)"
        if Files.isFolder(path) { walk(path) }
        var status = stat()
        guard stat(path, &status) == 0 else { continue }
        stamps[path] = [
          Int(status.st_ino), Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
        ]
      }
    }
    walk(path)
    return stamps
  }
}
