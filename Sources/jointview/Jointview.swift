import ArgumentParser
import Glibc

/// The program: a command line, one of whose commands is the screen.
struct Jointview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jointview",
    abstract: "See how agencies work together for children, from the letters of joint inspections.",
    discussion: """
      Without a command it opens REGISTER on the screen; without REGISTER, your own, which is made \
      from the starter register the first time.

      Exit codes: 0 done, 1 problems found or not all done, 2 wrong usage, 3 a decision is needed.
      """,
    version: "0.1.0",
    subcommands: [
      OpenCommand.self, InitCommand.self, ReadCommand.self, CheckCommand.self, ListCommand.self,
      SetCommand.self, AddCommand.self, RemoveCommand.self, TidyCommand.self, MergeCommand.self,
      CodebookCommand.self,
      ReportCommand.self, PlayCommand.self,
    ],
    defaultSubcommand: OpenCommand.self)
}

@main
enum Main {
  static func main() {
    do {
      try Descriptors.claim()
      var command = try Jointview.parseAsRoot(Arguments.words)
      try command.run()
    } catch let failure as Failure {
      end(failure)
    } catch let code as ExitCode {
      exit(code.rawValue)
    } catch {
      if !Jointview.exitCode(for: error).isSuccess { keepBothVersions() }
      explain(error)
    }
    leave(.done)
  }

  /// Whatever git was told to call the merge with, it takes our version for the outcome.
  private static func keepBothVersions() {
    guard let driver = MergeDriver(misunderstood: Arguments.words) else {
      return
    }
    do {
      _ = try driver.keepBoth()
      Output.note("both versions stand in the file, between git's marks")
    } catch {
      Output.note(error.sentence)
      leave(error.exit)
    }
  }

  /// Help and version go to standard output; a wrong command line to standard error, with code 2.
  private static func explain(_ error: any Error) -> Never {
    let message = Jointview.fullMessage(for: error) + "\n"
    guard Jointview.exitCode(for: error).isSuccess else {
      Output.error(message.printableLines)
      leave(.usage)
    }
    do throws(Failure) {
      try Output.write(message)
    } catch {
      end(error)
    }
    leave(.done)
  }

  private static func end(_ failure: Failure) -> Never {
    Output.note(failure.sentence)
    leave(failure.exit)
  }

  private static func leave(_ code: Exit) -> Never { exit(code.rawValue) }
}
