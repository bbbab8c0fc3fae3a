internal import Glibc
public import RecText

/// The bytes of a file while they come in from the disk: one thread puts them there, others read as far as they are.
///
/// Bytes that have arrived never change, which is why the unchecked conformance holds.
public final class ArrivingBytes: @unchecked Sendable {
  private let bytes: RecBytes
  private var arrived: Int
  private var isWhole: Bool
  private var lock = pthread_mutex_t()
  private var news = pthread_cond_t()

  /// Bytes that are all there.
  public init(_ bytes: RecBytes) {
    (self.bytes, arrived, isWhole) = (bytes, bytes.count, true)
    pthread_mutex_init(&lock, nil)
    pthread_cond_init(&news, nil)
  }

  deinit {
    pthread_cond_destroy(&news)
    pthread_mutex_destroy(&lock)
  }

  /// All of it, arrived or not.
  var buffer: UnsafeRawBufferPointer { bytes.buffer }

  /// What has arrived, once that is more than so many bytes, or all there is.
  func wait(beyond count: Int) -> (prefix: UnsafeRawBufferPointer, isWhole: Bool) {
    pthread_mutex_lock(&lock)
    defer { pthread_mutex_unlock(&lock) }
    while !isWhole, arrived <= count { pthread_cond_wait(&news, &lock) }
    return (UnsafeRawBufferPointer(rebasing: bytes.buffer[..<arrived]), isWhole)
  }
}
