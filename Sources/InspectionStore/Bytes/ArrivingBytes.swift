internal import Glibc
import RecText

/// The bytes of a file while they come in from the disk: one thread puts them there, others read as
/// far as they are.
///
/// Bytes that have arrived never change, which is why the unchecked conformance holds.
public final class ArrivingBytes: @unchecked Sendable {
  /// The room for the file's bytes, arrived or not.
  let buffer: UnsafeRawBufferPointer
  private let memory: UnsafeMutableRawBufferPointer?
  private let owner: RecBytes?
  private var arrived = 0
  private var isWhole = false
  private static let largePage = 1 << 21
  private static let smallPage = 1 << 12
  private var lock = pthread_mutex_t()
  private var news = pthread_cond_t()

  /// Bytes that are all there.
  convenience init(_ bytes: RecBytes) {
    self.init(bytes.buffer, memory: nil, owner: bytes)
    (arrived, isWhole) = (bytes.count, true)
  }

  /// Room for so many bytes, none of which has arrived.
  convenience init(room: Int) {
    // The kernel hands out a large page for the price of a few small ones; where it cannot, nothing
    // changes.
    let isLarge = room >= 4 * Self.largePage
    let page = isLarge ? Self.largePage : Self.smallPage
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: room, alignment: page)
    if isLarge { madvise(memory.baseAddress, room / page * page, MADV_HUGEPAGE) }
    self.init(UnsafeRawBufferPointer(memory), memory: memory, owner: nil)
  }

  private init(
    _ buffer: UnsafeRawBufferPointer, memory: UnsafeMutableRawBufferPointer?, owner: RecBytes?
  ) {
    (self.buffer, self.memory, self.owner) = (buffer, memory, owner)
    pthread_mutex_init(&lock, nil)
    pthread_cond_init(&news, nil)
  }

  deinit {
    pthread_cond_destroy(&news)
    pthread_mutex_destroy(&lock)
    memory?.deallocate()
  }

  // MARK: - For who brings them

  /// Where the next bytes go, at most so many; empty where the room is used up.
  func free(upTo count: Int) -> UnsafeMutableBufferPointer<UInt8> {
    guard let memory else { return UnsafeMutableBufferPointer(start: nil, count: 0) }
    let part = memory[arrived...].prefix(count)
    populate(part)
    return UnsafeMutableRawBufferPointer(rebasing: part).assumingMemoryBound(to: UInt8.self)
  }

  /// Has the kernel hand out the small pages of a part at once, for the price of a few: others
  /// decode the part before meanwhile.
  private func populate(_ part: Slice<UnsafeMutableRawBufferPointer>) {
    let page = Self.smallPage
    let (start, end) = (part.startIndex / page * page, part.endIndex / page * page)
    guard buffer.count < 4 * Self.largePage, start < end else { return }
    madvise(part.base.baseAddress.map { $0 + start }, end - start, MADV_POPULATE_WRITE)
  }

  /// So many more bytes are where ``free(upTo:)`` said.
  func add(_ count: Int) {
    tell { arrived += count }
  }

  /// No more will come.
  func finish() {
    tell { isWhole = true }
  }

  /// The same bytes with more room after them; here no more will come.
  func moved(toRoom room: Int) -> ArrivingBytes {
    let larger = ArrivingBytes(room: room)
    larger.memory?.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[..<arrived]))
    larger.arrived = arrived
    finish()
    return larger
  }

  private func tell(_ change: () -> Void) {
    pthread_mutex_lock(&lock)
    change()
    pthread_cond_broadcast(&news)
    pthread_mutex_unlock(&lock)
  }

  // MARK: - For who reads them

  /// What has arrived, once that is more than so many bytes, or all there is.
  func wait(beyond count: Int) -> (prefix: UnsafeRawBufferPointer, isWhole: Bool) {
    pthread_mutex_lock(&lock)
    defer { pthread_mutex_unlock(&lock) }
    while !isWhole, arrived <= count { pthread_cond_wait(&news, &lock) }
    return (UnsafeRawBufferPointer(rebasing: buffer[..<arrived]), isWhole)
  }

  /// All bytes, once they have arrived; they are not copied.
  func whole() -> RecBytes {
    if let owner { return owner }
    let bytes = wait(beyond: .max).prefix
    return RecBytes(borrowing: bytes) { [self] in withExtendedLifetime(self) {} }
  }
}
