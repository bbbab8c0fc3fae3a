import Glibc
import PseudoTerminal

/// Two people with accounts of their own and a folder that both may write, as a team has one: it
/// gives what is made in it its group. Only root can be several people.
final class SharedFolder {
  let home = Home()
  let ada: Person
  let bo: Person
  static let group: gid_t = 20_009
  /// Whether this process can be other people.
  static let isPossible = getuid() == 0 && Glibc.access("/usr/bin/setpriv", X_OK) == 0

  var path: String { home.path + "/team" }
  var register: String { path + "/a.rec" }

  init() {
    // The folder that the program was built in may be closed to others.
    chmod(home.path, 0o755)
    _ = home.run(programPath, home.path + "/jointview", program: "/bin/cp")
    (ada, bo) = (Person("ada", 20_001, home), Person("bo", 20_002, home))
    mkdir(path, 0o755)
    chown(path, ada.number, Self.group)
    chmod(path, 0o2775)
    home.write(smallRegister, to: "team/a.rec")
    chown(register, ada.number, Self.group)
    chmod(register, 0o664)
  }

  /// What may be done with a file: whose group it has, and its mode.
  func access(_ name: String) -> String {
    var status = stat()
    guard stat("\(path)/\(name)", &status) == 0 else { return "missing" }
    return "\(status.st_gid) \(String(status.st_mode & 0o777, radix: 8))"
  }

  /// The names of hidden files, and of what was put beside the register.
  var others: [String] {
    home.run("-A", path, program: "/bin/ls").output.split(separator: "\n").map(String.init)
      .filter { $0 != "a.rec" && $0 != "a.trail.rec" }
  }
}

/// Somebody with an account, who belongs to the folder's group.
struct Person: Sendable {
  let name: String
  let number: uid_t
  let home: Home
  private let program: String

  init(_ name: String, _ number: uid_t, _ shared: Home) {
    (self.name, self.number, program) = (name, number, shared.path + "/jointview")
    home = Home(of: name)
    _ = home.run("-R", "\(number):\(number)", home.path, program: "/bin/chown")
  }

  private var words: [String] {
    ["--reuid=\(number)", "--regid=\(number)", "--groups=\(SharedFolder.group)", "--", program]
  }

  /// Runs a command as this person.
  func run(_ arguments: String...) -> Outcome {
    home.run(words + arguments, program: "/usr/bin/setpriv")
  }

  /// Starts the program on a terminal as this person, and waits for its first frame.
  func open(_ path: String) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      "/usr/bin/setpriv", words + [path], environment: home.environment, columns: 80, rows: 24)
    try terminal.wait(for: "the first frame") { $0.fences > 0 }
    return terminal
  }
}
