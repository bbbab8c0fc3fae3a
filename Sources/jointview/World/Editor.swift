import TerminalCore

/// The editor of the person's choice: `$VISUAL`, `$EDITOR` or `vi`.
struct Editor {
  /// What the shell runs.
  private let command: String
  /// The variable it is from.
  private let variable: String?

  init() {
    variable = ["VISUAL", "EDITOR"].first { Places.variable($0) != nil }
    command = variable.flatMap(Places.variable) ?? "vi"
  }

  /// Opens a file, and returns when the editor does; what went wrong, if something did.
  @MainActor
  func open(_ path: String, at line: Int? = nil, on device: any TerminalDevice) -> String? {
    let place = line.map { ["+\($0)"] } ?? []
    let ending = device.yieldTerminal {
      OtherProgram.runInTerminal(
        ["/bin/sh", "-c", command + " \"$@\"", command] + place + [OtherProgram.operand(path)])
    }
    switch ending {
    case .success(.exit(0)): return nil
    // What a shell says of a program that it does not find, or that is none.
    case .success(.exit(126)), .success(.exit(127)): return "cannot run \(name)"
    case .success(let ending): return "\(name) \(ending)"
    case .failure(let problem): return "/bin/sh \(problem)"
    }
  }

  private var name: String {
    variable.map { "\(command.printable) (from \($0))" } ?? "vi; EDITOR names an editor"
  }
}
