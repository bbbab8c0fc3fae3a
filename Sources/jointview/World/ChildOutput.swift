import CLinux
import Glibc
import SystemPackage

/// What a program prints and says on standard error, as it comes out of two pipes.
struct ChildOutput: ~Copyable {
  private(set) var output: [UInt8] = []
  private(set) var errors: [UInt8] = []
  /// The ends that are for the program.
  private var writing: [Int32] = []
  private var reading: [Int32] = []

  /// How long others may go on to write once the program has ended.
  private static let grace = Duration.milliseconds(200)

  init() throws(OtherProgram.Problem) {
    for _ in 0..<2 {
      var ends: [Int32] = [-1, -1]
      guard pipe2(&ends, O_CLOEXEC) == 0 else { throw .notStarted(errno) }
      reading.append(ends[0])
      writing.append(ends[1])
    }
  }

  deinit {
    for end in reading + writing { close(end) }
  }

  /// Gives away the ends that are for the program, to be closed once it has them.
  mutating func handOver() -> [FileDescriptor] {
    defer { writing = [] }
    return writing.map(FileDescriptor.init(rawValue:))
  }

  /// Reads until the program has ended and nobody prints any more.
  mutating func read(
    of child: Child, within limits: ProgramLimits, until stop: StopSignal? = nil
  ) throws(OtherProgram.Problem) {
    // A descriptor that is none is not looked at.
    var watched = (reading + [child.handle, stop?.descriptor ?? -1]).map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    var deadline = ContinuousClock.now + .seconds(limits.seconds)
    while watched[..<3].contains(where: { $0.fd >= 0 }) {
      let rest = deadline - .now
      if rest <= .zero {
        // What it started may keep the pipes open; that is not waited for.
        if watched[2].fd < 0 { return }
        throw .tookLonger(than: limits.seconds)
      }
      let milliseconds = Int32(rest / .milliseconds(1)) + 1
      guard poll(&watched, nfds_t(watched.count), milliseconds) > 0 else { continue }
      if watched[3].revents != 0 { throw .stopped }
      if watched[2].fd >= 0, watched[2].revents != 0 {
        watched[2].fd = -1
        deadline = min(deadline, .now + Self.grace)
      }
      for index in 0..<2 where watched[index].fd >= 0 && watched[index].revents != 0 {
        if try !readSome(index, limits) { watched[index].fd = -1 }
      }
    }
  }

  /// Takes what is there; false at the end.
  private mutating func readSome(_ index: Int, _ limits: ProgramLimits) throws(OtherProgram.Problem)
    -> Bool
  {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(reading[index], &buffer, buffer.count)
    if count <= 0 { return count < 0 && errno == EINTR }
    if index == 1 {
      errors += buffer.prefix(min(count, limits.errors - errors.count))
      return true
    }
    guard output.count + count <= limits.output else { throw .printedMore(than: limits.output) }
    output += buffer.prefix(count)
    return true
  }
}
