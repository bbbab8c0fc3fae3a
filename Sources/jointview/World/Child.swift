import CLinux
import Glibc
import InspectionStore
import Subprocess
import SystemPackage

/// A program that was started, until its end is heard.
struct Child {
  let id: pid_t
  /// A descriptor that can be read once the program has ended.
  let handle: Int32

  /// Runs a program as the first of a group of its own, with nothing to read. When `body` is done
  /// with it, it ends, if it has not ended, and its group with it.
  ///
  /// - Parameter ends: where it prints to, and where its errors go; they are closed here.
  static func run(
    _ arguments: [String], printingTo ends: [FileDescriptor],
    _ body: (Child) throws(OtherProgram.Problem) -> Void
  ) async throws(OtherProgram.Problem) -> OtherProgram.Ending {
    var options = PlatformOptions()
    options.processGroupID = 0
    let (problem, ending) = try await OtherProgram.Problem.rethrowing {
      let result = try await Subprocess.run(
        configuration(arguments, options), input: .none,
        output: .fileDescriptor(ends[0], closeAfterSpawningProcess: true),
        error: .fileDescriptor(ends[1], closeAfterSpawningProcess: true)
      ) { execution in Child(execution.processIdentifier).lives(for: body) }
      return (result.closureResult, OtherProgram.Ending(result.terminationStatus))
    }
    if let problem { throw problem }
    return ending
  }

  /// Runs a program that has the terminal.
  static func runInTerminal(
    _ arguments: [String]
  ) async throws(OtherProgram.Problem) -> OtherProgram.Ending {
    try await OtherProgram.Problem.rethrowing {
      let result = try await Subprocess.run(
        configuration(arguments), input: .currentStandardInput, output: .currentStandardOutput,
        error: .currentStandardError)
      return OtherProgram.Ending(result.terminationStatus)
    }
  }

  private static func configuration(
    _ arguments: [String], _ options: PlatformOptions = PlatformOptions()
  ) -> Configuration {
    let name = arguments[0]
    return Configuration(
      executable: name.contains("/") ? .path(FilePath(name)) : .name(name),
      arguments: Subprocess.Arguments(arguments.dropFirst().map { $0.pathBytes + [0] }),
      platformOptions: options)
  }

  private init(_ process: ProcessIdentifier) {
    id = process.value
    handle = process.processDescriptor
  }

  /// Lets it run until `body` is done with it; what `body` says is wrong.
  private func lives(
    for body: (Child) throws(OtherProgram.Problem) -> Void
  ) -> OtherProgram.Problem? {
    // Nobody has waited for it yet, so the number of the group is nobody else's.
    defer { kill(-id, SIGKILL) }
    do throws(OtherProgram.Problem) {
      try body(self)
      return nil
    } catch {
      stop()
      return error
    }
  }

  /// Asks it and its group to end, and waits a moment for that.
  private func stop() {
    kill(-id, SIGTERM)
    var watched = pollfd(fd: handle, events: Int16(POLLIN), revents: 0)
    poll(&watched, 1, 200)
  }
}

extension OtherProgram.Ending {
  fileprivate init(_ status: TerminationStatus) {
    switch status {
    case .exited(let code): self = .exit(code)
    case .signaled(let number): self = .signal(number)
    }
  }
}

extension OtherProgram.Problem {
  /// Has what keeps a program from being started said as one of ours.
  fileprivate static func rethrowing<Value>(_ body: () async throws -> Value) async throws(Self)
    -> Value
  {
    do { return try await body() } catch {
      throw .notStarted((error as? SubprocessError)?.underlyingError?.rawValue ?? EIO)
    }
  }
}
