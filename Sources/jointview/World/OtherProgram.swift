import Glibc

/// Another program, run to its end.
enum OtherProgram {
  /// What became of a program that ended by itself.
  struct Result: Sendable {
    let ending: Ending
    let output: [UInt8]
    /// The beginning of what it printed to standard error.
    let errors: [UInt8]

    /// Its exit code; after a signal 128 and the signal's number, as in a shell.
    var status: Int32 {
      switch ending {
      case .exit(let code): code
      case .signal(let number): 128 + number
      }
    }
  }

  /// How a program ended by itself, as it is said after its name.
  enum Ending: Hashable, Sendable, CustomStringConvertible {
    case exit(Int32)
    case signal(Int32)

    var description: String {
      switch self {
      case .exit(let code): "ended with exit code \(code)"
      case .signal(let number):
        "was ended by signal \(number) (\(String(cString: strsignal(number))))"
      }
    }
  }

  /// Why a program did not come to an end of its own, as it is said after its name.
  enum Problem: Error, Hashable, CustomStringConvertible {
    case notStarted(Int32)
    /// In seconds.
    case tookLonger(than: Int)
    /// In bytes.
    case printedMore(than: Int)
    /// Nobody wanted it any more.
    case stopped

    var isMissing: Bool { self == .notStarted(ENOENT) }

    var description: String {
      switch self {
      case .notStarted(let code): "cannot be started: \(String(cString: strerror(code)))"
      case .tookLonger(let seconds): "took longer than \(seconds) s and was stopped"
      case .printedMore(let bytes): "printed more than \(bytes >> 20) MiB and was stopped"
      case .stopped: "was stopped"
      }
    }
  }

  /// Runs a program found on the PATH, with nothing to read and no terminal. What it started ends
  /// with it.
  ///
  /// - Parameter stop: ends it early.
  static func run(
    _ arguments: [String], within limits: ProgramLimits = .git, until stop: StopSignal? = nil
  ) -> Swift.Result<Result, Problem> {
    CallingThread.wait {
      await result { () async throws(Problem) in
        var printed = try ChildOutput()
        let ending = try await Child.run(arguments, printingTo: printed.handOver()) {
          child throws(Problem) in
          limits.impose(on: child.id)
          try printed.read(of: child, within: limits, until: stop)
        }
        return Result(ending: ending, output: printed.output, errors: printed.errors)
      }
    }
  }

  /// A file's name as no program takes it for something else: `-x` is an option to most, `+x` a
  /// command to editors.
  static func operand(_ path: String) -> String { path.hasPrefix("/") ? path : "./" + path }

  /// Runs a program with the terminal for its own, as long as it likes.
  static func runInTerminal(_ arguments: [String]) -> Swift.Result<Ending, Problem> {
    CallingThread.wait {
      await result { () async throws(Problem) in try await Child.runInTerminal(arguments) }
    }
  }

  private static func result<Value>(
    _ body: () async throws(Problem) -> Value
  ) async -> Swift.Result<Value, Problem> {
    do throws(Problem) { return .success(try await body()) } catch { return .failure(error) }
  }
}
