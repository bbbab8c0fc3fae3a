import ArgumentParser
import Glibc
import InspectionStore

/// The words of the command line. Some are paths, which need be no text.
enum Arguments {
  /// All but the program's own name.
  static let all: [String] = (1..<max(1, Int(CommandLine.argc))).compactMap { index in
    CommandLine.unsafeArgv[index].map { String(path: $0) }
  }

  /// A word that is no path. One that is not UTF-8 is refused: it would come into the register as
  /// something else.
  static func text(_ word: String) throws -> String {
    if word.unicodeScalars.contains(where: { $0.pathByte != nil }) {
      throw ValidationError("“\(word)” is not UTF-8, but all of a register is")
    }
    return word
  }
}
