import ArgumentParser
import Glibc
import InspectionStore

@main
enum Main {
  static func main() {
    Memory.sharePools()
    do {
      try Descriptors.claim()
      if let start = ScreenStart(plain: Arguments.all) {
        try start.run()
      } else {
        var command = try Jointview.parseAsRoot(Arguments.all)
        try command.run()
      }
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
    guard let driver = MergeDriver(misunderstood: Arguments.all) else {
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
    Output.error(failure.detail.printableLines)
    leave(failure.exit)
  }

  private static func leave(_ code: Exit) -> Never { exit(code.rawValue) }
}
