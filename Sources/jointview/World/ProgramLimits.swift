import CLinux
import Glibc

/// What another program may take. Files come from anywhere, and one that asks for too much should
/// cost a sentence, not the machine.
struct ProgramLimits: Sendable {
  /// On the clock: a program that waits for ever takes no time of the processor's.
  var seconds: Int
  /// The bytes it may print.
  var output: Int
  /// How many bytes of what it says on standard error are kept. It may say more.
  var errors = 64 << 10
  /// The bytes of memory it may ask for.
  var memory: Int
  /// How large it may make a file, in bytes.
  var fileSize: Int

  /// For a program that prints the text of a letter. Of a published one that takes a tenth of a
  /// second and 20 MiB, it prints 60 KiB, and no file is written.
  static let converter = ProgramLimits(
    seconds: 20, output: 16 << 20, memory: 512 << 20, fileSize: 0)

  /// For a program that prints the sheets of a workbook. One of a million rows takes a minute or
  /// two and 100 MiB of output.
  static let sheets = ProgramLimits(
    seconds: 300, output: 512 << 20, memory: 4 << 30, fileSize: 64 << 20)

  /// For git where it merges lines. It takes files of up to a gigabyte, which need some 20 GiB and
  /// two minutes.
  static let git = ProgramLimits(
    seconds: 600, output: 16 << 20, memory: 32 << 30, fileSize: 4 << 30)

  /// Has the system hold a program to them that was just started, and what that starts from then
  /// on.
  func impose(on id: pid_t) {
    // Should nobody be there to look at the clock, one that computes ends a little later.
    limit(RLIMIT_CPU, seconds + 5, id)
    limit(RLIMIT_AS, memory, id)
    limit(RLIMIT_FSIZE, fileSize, id)
    limit(RLIMIT_CORE, 0, id)
  }

  private func limit(_ resource: __rlimit_resource, _ most: Int, _ id: pid_t) {
    let resource = Int32(resource.rawValue)
    var limit = rlimit()
    guard prlimit(id, resource, nil, &limit) == 0 else { return }
    // Whoever started us may have set a lower one.
    limit.rlim_max = min(limit.rlim_max, rlim_t(most))
    limit.rlim_cur = min(limit.rlim_cur, limit.rlim_max)
    _ = prlimit(id, resource, &limit, nil)
  }
}
