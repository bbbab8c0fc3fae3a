import Glibc
import InspectionStore
import LetterReader

/// The text of a letter's file: a PDF through poppler's `pdftotext`, or text as it is.
enum LetterFile {
  /// The text, or a sentence on why there is none.
  ///
  /// - Parameter stop: has it end early.
  static func text(_ path: String, until stop: StopSignal?) -> Result<[UInt8], LetterProblem> {
    if Files.isFolder(path) { return .failure(.folder(path)) }
    if PDFFile.isPDF(path) { return extract(path, until: stop) }
    switch Files.read(path) {
    case .failure(let error): return .failure(.unreadable(error.description))
    case .success(let bytes):
      if let title = PDFFile.webTitle(bytes) { return .failure(.webPage(path, title: title)) }
      return .success(bytes)
    }
  }

  private static func extract(
    _ path: String, until stop: StopSignal?
  ) -> Result<[UInt8], LetterProblem> {
    // -layout keeps the glyph of a bullet on the line of its text, which the raw order does not.
    // No letter has a hundred pages; a file made to grow without end is not read to its end.
    let file = OtherProgram.operand(path)
    let command = ["pdftotext", "-enc", "UTF-8", "-layout", "-nodiag", "-l", "100", file, "-"]
    switch OtherProgram.run(command, within: .converter, until: stop) {
    case .failure(.stopped): return .failure(.stopped)
    case .failure(let problem):
      return .failure(
        problem.isMissing ? .noPoppler : .unreadable("\(path): pdftotext \(problem)"))
    case .success(let result):
      guard result.status == 0 else {
        return .failure(.unreadable("\(path): \(explain(result))"))
      }
      let hasText = result.output.contains { $0 > 0x20 }
      return hasText ? .success(result.output) : .failure(.noText(path))
    }
  }

  private static func explain(_ result: OtherProgram.Result) -> String {
    let text = String(decoding: result.errors, as: UTF8.self)
    if text.contains("Incorrect password") {
      return "the PDF is encrypted; save a copy without a password"
    }
    if text.contains("trailer dictionary") || text.contains("xref table") {
      return "the PDF is damaged or incomplete"
    }
    if text.contains("Out of memory") || text.contains("std::bad_alloc") {
      return
        "pdftotext needs more than \(ProgramLimits.converter.memory >> 20) MiB of memory for it"
    }
    guard let first = text.split(separator: "\n").first else { return "pdftotext \(result.ending)" }
    return "pdftotext cannot read this PDF (\(first))"
  }
}

/// Why there is no letter.
enum LetterProblem: Error, CustomStringConvertible {
  case folder(String)
  /// A folder without letters.
  case noLetters(String)
  case unreadable(String)
  case noPoppler
  /// A web page, perhaps under a PDF's name.
  case webPage(String, title: String)
  /// Somebody wanted no more before it was read.
  case stopped
  case noText(String)
  case refused(String, String)
  /// The end is missing; what there is was read.
  case cutOff(String)

  var description: String {
    switch self {
    case .folder(let path): "\(path) is a folder"
    case .noLetters(let path): "\(path) contains no letter: no PDF and no text file"
    case .unreadable(let why): why
    case .noPoppler: "pdftotext is not installed; it is in the package poppler-utils"
    case .webPage(let path, let title):
      "\(path) is a web page, not a report" + (title.isEmpty ? "" : " (“\(title.prefix(60))”)")
    case .stopped: "stopped"
    case .noText(let path):
      "\(path) has no text: it may be a scan, which needs text recognition first"
    case .refused(let path, let why): "\(path): \(why)"
    case .cutOff(let path):
      "\(path): the letter breaks off before its signatures; nothing of it was used"
    }
  }
}
