import Glibc

/// Why a report could not be fetched, as it is said after its name.
enum DownloadProblem: Error, Hashable, CustomStringConvertible {
  /// Somebody wanted no more.
  case stopped
  case noCurl
  /// The number by which the server said no.
  case refused(Int)
  case noHost
  case noConnection
  /// In seconds.
  case tookLonger
  case brokeOff
  case cannotResume
  case sentElsewhere
  case sentInCircles
  /// In bytes.
  case larger(than: Int)
  case empty
  case webPage(title: String)
  case noPDF
  /// The server said that was all, but the end of the PDF is missing.
  case breaksOff
  case notKept(String)
  /// Something else, in curl's words.
  case curl(String)

  /// What curl's exit codes mean: https://curl.se/docs/manpage.html#EXIT
  init(_ result: OtherProgram.Result, _ limits: ReportDownload.Limits) {
    let words =
      String(decoding: result.errors, as: UTF8.self)
      .split(separator: "\n").first.map(String.init)?.printable ?? "curl \(result.ending)"
    let code = Int(String(decoding: result.output, as: UTF8.self)) ?? 0
    switch result.ending {
    case .signal(SIGXFSZ): self = .larger(than: limits.bytes)
    case .signal: self = .curl("curl \(result.ending)")
    case .exit(let exit):
      switch exit {
      case 1: self = .sentElsewhere
      case 6: self = .noHost
      case 7: self = .noConnection
      case 18, 52, 55, 56, 92: self = .brokeOff
      case 22: self = code == 416 ? .cannotResume : .refused(code)
      case 23: self = .notKept(words)
      case 28: self = .tookLonger
      case 33, 36: self = .cannotResume
      case 47: self = .sentInCircles
      case 63: self = .larger(than: limits.bytes)
      default: self = .curl(words)
      }
    }
  }

  /// Whether another try may bring the rest.
  var isPassing: Bool {
    switch self {
    case .brokeOff, .tookLonger, .breaksOff: true
    case .stopped, .noCurl, .refused, .noHost, .noConnection, .cannotResume, .sentElsewhere,
      .sentInCircles, .larger, .empty, .webPage, .noPDF, .notKept, .curl:
      false
    }
  }

  /// Whether what came is worth nothing, so that the next time begins anew.
  var spoils: Bool {
    switch self {
    case .cannotResume, .larger, .empty, .webPage, .noPDF, .breaksOff: true
    case .stopped, .noCurl, .refused, .noHost, .noConnection, .tookLonger, .brokeOff,
      .sentElsewhere, .sentInCircles, .notKept, .curl:
      false
    }
  }

  var description: String {
    switch self {
    case .stopped: "stopped"
    case .noCurl: "curl is not installed; it is in the package curl"
    case .refused(404): "the server has no such report (404)"
    case .refused(let code): "the server answers \(code)"
    case .noHost: "no server of that name was found"
    case .noConnection: "the server does not answer"
    case .tookLonger: "the server sent nothing for too long"
    case .brokeOff: "the connection broke off; the next fetch resumes there"
    case .cannotResume: "it cannot be resumed"
    case .sentElsewhere: "the server redirects to something that is not a web address"
    case .sentInCircles: "the server redirects in circles"
    case .larger(let bytes): "it is larger than \(bytes >> 20) MiB"
    case .empty: "the server sent nothing"
    case .webPage(let title):
      "the address leads to a web page, not a PDF"
        + (title.isEmpty ? "" : " (“\(title.prefix(60))”)")
    case .noPDF: "the address does not lead to a PDF"
    case .breaksOff: "the PDF breaks off before its end"
    case .notKept(let words), .curl(let words): words
    }
  }
}
