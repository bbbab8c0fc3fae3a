import Glibc
import InspectionModel
import InspectionStore

/// Standard output and standard error, written whole.
enum Output {
  /// Prints what was asked for. Where whoever read it has gone, as `head` does, nothing is wrong.
  ///
  /// What a terminal takes for commands is shown as marks there; a file or another program gets the
  /// bytes as they are.
  static func write(_ text: String) throws(Failure) {
    guard let code = put(text), code != EPIPE else { return }
    throw Failure("cannot write: \(reason(for: code))")
  }

  /// The same of a text whose commands to the terminal are the program's own.
  static func write(ours text: String) throws(Failure) {
    guard let code = write(text, to: STDOUT_FILENO), code != EPIPE else { return }
    throw Failure("cannot write: \(reason(for: code))")
  }

  /// Prints what a command has done. That is done whether or not it can be printed.
  static func tell(_ text: String) throws(Failure) {
    guard let code = put(text), code != EPIPE else { return }
    let lost = text.split(separator: "\n").joined(separator: "; ")
    guard code == EBADF else {
      throw Failure("done, but cannot write “\(lost)”: \(reason(for: code))")
    }
    note("\(reason(for: code)); it would have said: \(lost)")
  }

  /// Where nobody hears it, nothing can be done about that.
  static func error(_ text: String) { _ = write(text, to: STDERR_FILENO) }

  /// A sentence beside what is printed.
  static func note(_ sentence: String) { error("jointview: \(sentence.printable)\n") }

  private static func put(_ text: String) -> Int32? {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    return write(isTerminal ? text.printableLines : text.withoutPathBytes, to: STDOUT_FILENO)
  }

  private static func reason(for code: Int32) -> String {
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
  /// The text on one line with a mark for each character that is unseen, so that none of a file's
  /// reaches the terminal.
  var printable: String {
    let isPlain = utf8.withContiguousStorageIfAvailable {
      $0.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    }
    if isPlain == true { return self }
    let lines = printableLines
    guard lines.utf8.contains(where: { $0 < 0x20 }) else { return lines }
    return String(lines.map { $0.isNewline || $0 == "\t" ? "\u{FFFD}" : $0 })
  }

  /// The same, with tabs and the ends of lines as they are.
  var printableLines: String {
    let plain = withoutPathBytes
    guard plain.utf8.contains(UInt8(ascii: "\r")) else {
      return plain.replacingUnseen(by: Self.mark)
    }
    let lines = plain.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { index, line in
      let endsInCR = line.last == "\r" && index + 1 < lines.count
      let text = String(endsInCR ? line.dropLast() : line).replacingUnseen(by: Self.mark)
      return endsInCR ? text + "\r" : text
    }.joined(separator: "\n")
  }

  private static let mark: Unicode.Scalar = "\u{FFFD}"
}
