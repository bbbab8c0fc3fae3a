import Glibc
import InspectionStore

/// One report on its way from the web into a file, by `curl`.
struct ReportDownload {
  let address: String
  /// The file it comes into. What is there of it already is not fetched again.
  let part: String
  let limits: Limits

  /// What one report may take.
  struct Limits: Sendable {
    /// How long to wait for a server that sends nothing, in seconds.
    var patience = 30
    /// How long one report may take, in seconds.
    var seconds = 600
    /// How large one may be, in bytes. Published ones have up to 5 MB.
    var bytes = 64 << 20
    /// How often it is tried again where the connection broke off and something had come.
    var tries = 4
    /// Between two reports, and two tries of one, in seconds, so that no server is pressed.
    var pause = 1.0

    static let pauses = 0.0...3600

    /// For the program itself, which has limits of its own should those that it is told not hold.
    fileprivate var command: ProgramLimits {
      ProgramLimits(
        seconds: seconds + 10, output: 1 << 16, memory: 1 << 30, fileSize: bytes)
    }
  }

  /// Fetches it; the file is a whole PDF then. Where it breaks off it is resumed, as long as every
  /// try brings more of it.
  func run(until stop: StopSignal) throws(DownloadProblem) {
    var (mayBeginAnew, size) = (Files.size(part) ?? 0 > 0, Files.size(part) ?? 0)
    for number in 1... {
      do throws(DownloadProblem) {
        try fetch(until: stop)
        return try look()
      } catch {
        if case .cannotResume = error, mayBeginAnew {
          unlink(part.systemPath)
          (mayBeginAnew, size) = (false, 0)
          continue
        }
        let now = Files.size(part) ?? 0
        let hasGrown = now > size
        guard error.isPassing, hasGrown, number < limits.tries,
          !stop.waits(milliseconds: Int(limits.pause * 1000))
        else {
          if error.spoils { unlink(part.systemPath) }
          throw error
        }
        (mayBeginAnew, size) = (true, now)
      }
    }
  }

  // MARK: - Fetching

  private var arguments: [String] {
    let patience = String(limits.patience)
    return [
      "curl", "--silent", "--show-error", "--fail", "--globoff", "--location", "--max-redirs", "5",
      "--proto", "=http,https", "--proto-redir", "=http,https", "--connect-timeout", patience,
      "--speed-limit", "1", "--speed-time", patience, "--max-time", String(limits.seconds),
      "--max-filesize", String(limits.bytes), "--user-agent", "jointview",
      "--continue-at", "-", "--output", part, "--write-out", "%{http_code}", "--url", address,
    ]
  }

  private func fetch(until stop: StopSignal) throws(DownloadProblem) {
    switch OtherProgram.run(arguments, within: limits.command, until: stop) {
    case .failure(.stopped): throw .stopped
    case .failure(let problem): throw problem.isMissing ? .noCurl : .curl("\(problem)")
    case .success(let result):
      if result.ending == .exit(0) { return }
      throw DownloadProblem(result, limits)
    }
  }

  // MARK: - What came

  /// Looks whether what came is a whole PDF.
  private func look() throws(DownloadProblem) {
    guard let size = Files.size(part), size > 0 else { throw .empty }
    let start = PDFFile.start(of: part)
    guard PDFFile.isPDF(start) else {
      throw PDFFile.webTitle(start).map { .webPage(title: $0) } ?? .noPDF
    }
    guard case .success(let bytes) = Files.read(part, upTo: limits.bytes), PDFFile.isWhole(bytes)
    else { throw .breaksOff }
  }
}
