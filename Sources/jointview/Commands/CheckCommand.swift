import ArgumentParser
import Exchange
import InspectionStore

/// Tells everything that is wrong in register files.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Report everything that is wrong in register files.",
    discussion: "Exit code 0 if nothing is wrong, 1 if something is.")

  @Argument(help: "The files to check.")
  var files: [String]

  @Option(help: "How to print it.")
  var format = Format.text

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  func validate() throws {
    if files.isEmpty { throw ValidationError("name a file to check") }
  }

  func run() throws {
    var findings: [Finding] = []
    let surroundings = Places().surroundings
    for file in files { findings += check(file, in: surroundings) }
    switch format {
    case .text: try Output.write(findings.map(\.text).joined())
    case .json: try Output.write(JSON.array(findings.map(\.json)).text)
    }
    if !findings.isEmpty { throw ExitCode(Exit.problems.rawValue) }
  }

  private func check(_ file: String, in surroundings: Surroundings) -> [Finding] {
    do throws(FileProblem) {
      return try RegisterReader.read(file: file, in: surroundings).findings
        .map { Finding($0, in: file) }
    } catch {
      return [
        Finding(
          file: file, line: 0, column: 0, severity: "error", message: error.description, source: "")
      ]
    }
  }
}

/// One thing that is wrong, as it is printed.
struct Finding {
  let file: String
  let line: Int
  let column: Int
  let severity: String
  let message: String
  /// The line as it stands in the file.
  let source: String

  /// `file:line:column: error: sentence`, the line and a caret under the place.
  var text: String {
    let (file, message) = (file.printable, message.printable)
    guard line > 0 else { return "\(file): \(severity): \(message)\n" }
    let caret = String(repeating: " ", count: column - 1) + "^"
    return "\(file):\(line):\(column): \(severity): \(message)\n  \(source.printable)\n  \(caret)\n"
  }

  var json: JSON {
    [
      "file": .string(file), "line": .integer(line), "column": .integer(column),
      "severity": .string(severity), "message": .string(message), "source": .string(source),
    ]
  }
}

extension Finding {
  init(_ diagnostic: Diagnostic, in file: String) {
    self.init(
      file: file, line: diagnostic.line, column: diagnostic.column,
      severity: diagnostic.severity.rawValue, message: diagnostic.sentence, source: diagnostic.text)
  }
}
