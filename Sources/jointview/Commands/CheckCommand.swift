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
    var printer = FindingPrinter(format)
    let environment = Places().registerEnvironment
    for file in files { try check(file, in: environment, &printer) }
    try printer.finish()
    if printer.count > 0 { throw ExitCode(Exit.problems.rawValue) }
  }

  private func check(
    _ file: String, in environment: RegisterEnvironment, _ printer: inout FindingPrinter
  ) throws {
    let read: ReadRegister
    do throws(FileProblem) {
      read = try RegisterReader.read(file: file, in: environment)
    } catch {
      return try printer.print(
        Finding(
          file: file, line: 0, column: 0, severity: "error", message: error.description, source: "")
      )
    }
    try read.forEachFinding { try printer.print(Finding($0, in: file)) }
  }
}

/// Prints what is wrong while it is found: the first at once, of many others some at a time.
private struct FindingPrinter {
  private let format: CheckCommand.Format
  private var waiting = ""
  private(set) var count = 0

  init(_ format: CheckCommand.Format) { self.format = format }

  mutating func print(_ finding: Finding) throws {
    switch format {
    case .text: waiting += finding.text
    case .json: waiting += (count == 0 ? "[\n" : ",\n") + finding.json.text(indent: "  ")
    }
    count += 1
    if count == 1 || waiting.utf8.count > 1 << 16 { try flush() }
  }

  mutating func finish() throws {
    if format == .json { waiting += count == 0 ? "[]\n" : "\n]\n" }
    try flush()
  }

  private mutating func flush() throws {
    try Output.write(waiting)
    waiting = ""
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
