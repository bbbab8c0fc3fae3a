import CNcurses
import Glibc
import Synchronization

/// Where work in the background leaves its results for the main loop, and how it wakes it.
///
/// Any thread may post. A post costs a lock and one `write`; posts that nobody has taken yet wake
/// the loop once.
public final class Mailbox<Message: Sendable>: Sendable {
  private let messages = Mutex<[Message]>([])

  /// Readable while something waits: for a ``CursesTerminal`` to watch.
  public let descriptor: Int32

  /// An empty mailbox.
  public init() {
    descriptor = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
  }

  deinit {
    Glibc.close(descriptor)
  }

  /// Leaves a message.
  public func post(_ message: Message) {
    messages.withLock { $0.append(message) }
    var one: UInt64 = 1
    _ = write(descriptor, &one, MemoryLayout.size(ofValue: one))
  }

  /// Takes all messages, in the order they were left.
  public func drain() -> [Message] {
    // The bell is silenced first: a post between the two steps rings again, and none is missed.
    var count: UInt64 = 0
    _ = read(descriptor, &count, MemoryLayout.size(ofValue: count))
    return messages.withLock { messages in
      defer { messages.removeAll(keepingCapacity: true) }
      return messages
    }
  }
}
