import ArgumentParser
import Glibc
import InspectionStore

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

/// How a command ended.
enum Exit: Int32 {
  case done = 0
  case problems = 1
  case usage = 2
  case decision = 3
  /// A merge for git in whose file not both versions stand: git is to give it up.
  case abandoned = 255
}

/// A sentence for the person, and the code to leave with.
struct Failure: Error {
  let sentence: String
  let exit: Exit

  init(_ sentence: some CustomStringConvertible, _ exit: Exit = .problems) {
    self.sentence = String(describing: sentence)
    self.exit = exit
  }
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

/// Standard output and standard error, written whole.
enum Output {
  /// Prints what was asked for. Where whoever read it has gone, as `head` does, nothing is wrong.
  ///
  /// What a terminal takes for commands is shown as marks there; a file or another program gets the bytes as they are.
  static func write(_ text: String) throws(Failure) {
    guard let code = put(text), code != EPIPE else { return }
    throw Failure("cannot write: \(words(for: code))")
  }

  /// Prints what a command has done. That is done whether or not it can be printed.
  static func tell(_ text: String) throws(Failure) {
    guard let code = put(text), code != EPIPE else { return }
    let lost = text.split(separator: "\n").joined(separator: "; ")
    guard code == EBADF else {
      throw Failure("done, but cannot write “\(lost)”: \(words(for: code))")
    }
    note("\(words(for: code)), which would have had: \(lost)")
  }

  /// Where nobody hears it, nothing can be done about that.
  static func error(_ text: String) { _ = write(text, to: STDERR_FILENO) }

  /// A sentence beside what is printed.
  static func note(_ sentence: String) { error("jointview: \(sentence.printable)\n") }

  private static func put(_ text: String) -> Int32? {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    return write(isTerminal ? text.printableLines : text.withoutPathBytes, to: STDOUT_FILENO)
  }

  private static func words(for code: Int32) -> String {
    code == EBADF ? "standard output is closed" : String(cString: strerror(code))
  }

  /// - Returns: the error that it ended with, if it did.
  private static func write(_ text: String, to descriptor: Int32) -> Int32? {
    var text = text
    return text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let written = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if written < 0, errno == EINTR { continue }
        if written < 0 { return errno }
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
      }
      return nil
    }
  }
}

extension Output {
  /// Whether a person sits at both ends.
  static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }
}

extension String {
  /// The text with a mark for each control character, so that none of a file's reaches the terminal.
  var printable: String { marked { _ in false } }

  /// The same, with tabs and the ends of lines as they are.
  var printableLines: String { marked { $0 == "\n" || $0 == "\r\n" || $0 == "\t" } }

  private func marked(but isKept: (Character) -> Bool) -> String {
    String(
      map { character in
        let isControl = character.unicodeScalars.contains {
          $0.properties.generalCategory == .control || $0.pathByte != nil
        }
        return isControl && !isKept(character) ? "\u{FFFD}" : character
      })
  }
}
