import ArgumentParser
import InspectionUI
import TerminalCore

/// Prints colour schemes, and how well each role can be read in them.
struct SchemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schemes", abstract: "Print colour schemes, and how well they can be read.",
    discussion: """
      For each scheme: whether it is light or dark, its licence and source, and the contrast of \
      every role by WCAG 2.2, from 1 to 21, at each depth of colour, on its own ground and in a \
      selected row. Text has 4.5 or more, lines and bars have 3, and more where the scheme says \
      so; “!” marks what falls short. The figures for 16 and 8 colours are for those of xterm.

      Exit code 0 if all can be read, 1 if something falls short or FILE is not a scheme.
      """)

  @Argument(help: "A scheme's file, or the name of a scheme; all schemes if omitted.")
  var file: String?

  func run() throws {
    let files = try self.files()
    let preview = SchemePreview(depth: Output.depth)
    try Output.write(painted: files.map(preview.lines).joined(separator: [[]]).map(\.self))
    if files.contains(where: { $0.scheme.figures.contains(where: \.isShort) }) {
      throw ExitCode(Exit.problems.rawValue)
    }
  }

  private func files() throws(Failure) -> [SchemeFile] {
    let schemes = Schemes(folders: Places().schemeFolders)
    guard let file else { return try all(schemes) }
    if !Files.exists(file), schemes.names.contains(file) { return [try Self.found(schemes, file)] }
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let plain = name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name
    switch Schemes.file(file, name: plain) {
    case .success(let file): return [file]
    case .failure(let problem): throw Failure(problem)
    }
  }

  private func all(_ schemes: Schemes) throws(Failure) -> [SchemeFile] {
    var files: [SchemeFile] = []
    for name in schemes.names { files.append(try Self.found(schemes, name)) }
    return files
  }

  private static func found(_ schemes: Schemes, _ name: String) throws(Failure) -> SchemeFile {
    let found = schemes.scheme(name)
    if let problem = found.problem { throw Failure(problem) }
    return found.file
  }
}
