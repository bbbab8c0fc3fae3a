import Dispatch
import Glibc

/// Tells when something happens to a register's file, or to what lies beside it for the program: another program writes
/// it, replaces it, or takes it away.
///
/// It watches the folder, since a file that is replaced is another one from then on. At rest it costs nothing.
struct FileWatch {
  private let source: any DispatchSourceRead
  /// In microseconds.
  private static let lull: UInt32 = 30_000

  /// Nil where the folder cannot be watched; the file is then looked at when it is saved.
  ///
  /// - Parameter beside: the names of the files in its folder that go with it.
  init?(_ path: String, beside: [String], then tell: @escaping @Sendable () -> Void) {
    guard let slash = path.lastIndex(of: "/") else { return nil }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    let watched = Set(([String(path[path.index(after: slash)...])] + beside).map { Array($0.utf8) })
    let descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    guard descriptor >= 0 else { return nil }
    let events = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE)
    guard inotify_add_watch(descriptor, folder, events) >= 0 else {
      close(descriptor)
      return nil
    }
    source = DispatchSource.makeReadSource(fileDescriptor: descriptor)
    source.setEventHandler {
      // What a program does in several steps is told of once, after the last.
      usleep(Self.lull)
      if !watched.isDisjoint(with: Self.names(descriptor)) { tell() }
    }
    source.setCancelHandler { close(descriptor) }
    source.activate()
  }

  /// Ends the watch.
  func stop() { source.cancel() }

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
