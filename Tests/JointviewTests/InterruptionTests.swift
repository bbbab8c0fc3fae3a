import Glibc
import Testing

@testable import jointview

@Suite(.serialized) struct InterruptionTests {
  private func handler(of signal: Int32) -> [UInt8] {
    var action = sigaction()
    sigaction(signal, nil, &action)
    return withUnsafeBytes(of: action.__sigaction_handler) { Array($0) }
  }

  @Test func `what watches for Ctrl-C leaves signals as it found them`() {
    let before = [SIGINT, SIGTERM].map(handler)
    for _ in 0..<2 {
      let interruption = Interruption()
      #expect([SIGINT, SIGTERM].map(handler) != before)
      #expect(!interruption.stop.isSet)
      interruption.end()
      #expect([SIGINT, SIGTERM].map(handler) == before)
    }
  }

  @Test func `a signal has the work end, and is nothing to what comes after`() {
    // Not ignored: the children of other tests would inherit that.
    let former = signal(SIGTERM) { _ in }
    defer { signal(SIGTERM, former) }
    let interruption = Interruption()
    receive(SIGTERM)
    #expect(interruption.stop.isSet)
    interruption.end()
    // What was done about it before is done again, and nothing is written anywhere.
    receive(SIGTERM)
    let next = Interruption()
    #expect(!next.stop.isSet)
    next.endIfInterrupted()
  }

  /// Has this thread receive a signal, whose handler has ended once this returns. One sent to the
  /// process may reach another thread later, when the handler is no longer there, and would end
  /// the tests.
  private func receive(_ signal: Int32) {
    var (received, former) = (sigset_t(), sigset_t())
    sigemptyset(&received)
    sigaddset(&received, signal)
    pthread_sigmask(SIG_UNBLOCK, &received, &former)
    raise(signal)
    pthread_sigmask(SIG_SETMASK, &former, nil)
  }
}
