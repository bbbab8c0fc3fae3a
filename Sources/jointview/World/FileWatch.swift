import Dispatch
import Glibc
import InspectionStore
import Synchronization

/// Tells when something happens to a register's file, or to what lies beside it for the program:
/// another program writes it, replaces it, takes it away, or is done with it.
///
/// It watches the folder, since a file that is replaced is another one from then on; and once a
/// second it looks for what no folder tells of.
struct FileWatch {
  private let folder: (any DispatchSourceRead)?
  private let timer: any DispatchSourceTimer
  /// In microseconds.
  private static let lull: UInt32 = 30_000

  /// - Parameter tell: is told of what there is to see; of a register that is free until somebody
  ///   takes it.
  init(_ file: RegisterFile, then tell: @escaping @Sendable (RegisterLookout.Sight) -> Void) {
    folder = Self.folder(of: file) { tell(.changed) }
    let lookout = Lookout(file)
    timer = DispatchSource.makeTimerSource()
    timer.schedule(deadline: .now() + 1, repeating: 1, leeway: .milliseconds(50))
    timer.setEventHandler {
      let sight = lookout.look()
      if sight != .nothingNew { tell(sight) }
    }
    timer.activate()
  }

  /// Ends the watch.
  func stop() {
    folder?.cancel()
    timer.cancel()
  }

  /// Nil where the folder cannot be watched.
  private static func folder(
    of file: RegisterFile, _ tell: @escaping @Sendable () -> Void
  ) -> (any DispatchSourceRead)? {
    let watched = Set(file.watchedNames.map(\.pathBytes))
    let descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    guard descriptor >= 0 else { return nil }
    let events = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE)
    guard inotify_add_watch(descriptor, file.folder.systemPath, events) >= 0 else {
      close(descriptor)
      return nil
    }
    let source = DispatchSource.makeReadSource(fileDescriptor: descriptor)
    source.setEventHandler {
      // What a program does in several steps is told of once, after the last.
      usleep(lull)
      if !watched.isDisjoint(with: names(descriptor)) { tell() }
    }
    source.setCancelHandler { close(descriptor) }
    source.activate()
    return source
  }

  /// The names in the folder to which something happened since the last time.
  private static func names(_ descriptor: Int32) -> [[UInt8]] {
    var names: [[UInt8]] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count <= 0 { return names }
      names += self.names(in: buffer[..<count])
    }
  }

  /// Each event is its head and a name padded with noughts.
  private static func names(in bytes: ArraySlice<UInt8>) -> [[UInt8]] {
    let head = MemoryLayout<inotify_event>.size
    var names: [[UInt8]] = []
    var rest = bytes
    while rest.count >= head {
      let length = rest.withUnsafeBytes {
        Int($0.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
      }
      names.append(Array(rest.dropFirst(head).prefix(length).prefix { $0 != 0 }))
      rest = rest.dropFirst(head + length)
    }
    return names
  }
}

/// A lookout that a timer of the system may hold.
private final class Lookout: Sendable {
  private let lookout: Mutex<RegisterLookout>

  init(_ file: RegisterFile) { lookout = Mutex(RegisterLookout(file)) }

  func look() -> RegisterLookout.Sight { lookout.withLock { $0.look() } }
}
