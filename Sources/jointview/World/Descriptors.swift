import CLinux
import Glibc

/// The descriptors that every program has, and how many this one may open.
enum Descriptors {
  /// As many as reading letters on many processors takes, and more than the screen does.
  private static let needed: rlim_t = 64

  /// Makes sure of them before anything is opened. A file would else get the number of standard
  /// output or error where that is closed, and what is printed would be written into it.
  static func claim() throws(Failure) {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      try fill(descriptor)
    }
    // What is printed where nobody reads any more is an error of that write, and not the end.
    signal(SIGPIPE, SIG_IGN)
    try raiseLimit()
  }

  /// The lowest number that is free is given out: this one, as those below are taken.
  private static func fill(_ descriptor: Int32) throws(Failure) {
    // Not to be written to, so that whoever prints to a closed standard output hears of it.
    let way = descriptor == STDERR_FILENO ? O_WRONLY : O_RDONLY
    guard open("/dev/null", way) == descriptor else {
      throw Failure("cannot open /dev/null: \(String(cString: strerror(errno)))")
    }
  }

  private static func raiseLimit() throws(Failure) {
    let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    var limit = rlimit()
    guard getrlimit(files, &limit) == 0, limit.rlim_cur < needed else { return }
    limit.rlim_cur = min(needed, limit.rlim_max)
    setrlimit(files, &limit)
    guard limit.rlim_cur < needed else { return }
    throw Failure(
      "no more than \(limit.rlim_cur) files may be open at once here, and it takes \(needed): "
        + "see ulimit -n")
  }
}
