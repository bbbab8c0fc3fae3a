internal import Glibc

/// What a register's file needs to know of the world, as values: nothing below reads the
/// variables of the process.
public struct RegisterEnvironment: Sendable {
  /// The disk that the register is on.
  public var disk: any Disk
  /// Where relative paths start from; absolute.
  public var workingFolder: String
  /// Where to keep what cannot be kept beside the register (`$XDG_STATE_HOME/jointview`); made when
  /// it is needed. Without one, a register in a closed folder opens for reading only.
  public var stateFolder: String?
  /// This process, for the lock's and the journal's messages.
  public var pid: Int32
  /// Who started it, for the same.
  public var user: String?
  /// The number of that user: whose files are one's own.
  public var userID: UInt32 = geteuid()
  /// The name of a user with a number; nil where there is none.
  public var userName: @Sendable (UInt32) -> String? = Self.systemUserName
  /// This machine, for the lock's and the journal's messages.
  public var host: String
  /// Seconds since 1970.
  public var now: @Sendable () -> Int64
  /// Bytes of memory that programs may still take; nil where that is not known.
  public var freeMemory: @Sendable () -> Int? = Self.systemFreeMemory
  /// Waits a number of milliseconds, between two tries for a lock.
  public var pause: @Sendable (_ milliseconds: Int) -> Void
  /// Is told once who has a lock, where it is waited for longer than a person takes for no time at
  /// all.
  public var noteWaiting: @Sendable (LockHolder) -> Void = { _ in }

  /// An environment with these values; the clock is the system's unless given.
  public init(
    disk: any Disk = SystemDisk(), workingFolder: String, stateFolder: String?, pid: Int32,
    host: String, now: @escaping @Sendable () -> Int64 = Self.systemClock,
    pause: @escaping @Sendable (Int) -> Void = Self.systemPause
  ) {
    (self.disk, self.workingFolder, self.stateFolder) = (disk, workingFolder, stateFolder)
    (self.pid, self.host, self.now) = (pid, host, now)
    self.pause = pause
  }

  /// The system's clock.
  public static let systemClock: @Sendable () -> Int64 = { Int64(time(nil)) }
  /// Asks the system for a user.
  public static let systemUserName: @Sendable (UInt32) -> String? = { number in
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    var room = [CChar](repeating: 0, count: 1 << 14)
    guard getpwuid_r(number, &entry, &room, room.count, &found) == 0, found != nil else {
      return nil
    }
    return String(cString: entry.pw_name)
  }
  /// Asks the system for its memory.
  public static let systemFreeMemory: @Sendable () -> Int? = {
    let lines = (try? SystemDisk().readFile("/proc/meminfo").array) ?? []
    let line = lines.split(separator: UInt8(ascii: "\n"))
      .first { $0.starts(with: "MemAvailable:".utf8) }
    let kilobytes = line?.filter { (0x30...0x39).contains($0) } ?? []
    return Int(String(decoding: kilobytes, as: UTF8.self)).map { $0 << 10 }
  }
  /// Lets the system wait.
  public static let systemPause: @Sendable (Int) -> Void = { usleep(UInt32($0) * 1000) }

  /// The time now as `2026-11-23T15:50:46Z`.
  var timestamp: String {
    var seconds = time_t(now())
    var parts = tm()
    gmtime_r(&seconds, &parts)
    let date = [Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday)]
    let time = [parts.tm_hour, parts.tm_min, parts.tm_sec]
    return date.map { Self.twoDigits($0) }.joined(separator: "-") + "T"
      + time.map { Self.twoDigits(Int($0)) }.joined(separator: ":") + "Z"
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
