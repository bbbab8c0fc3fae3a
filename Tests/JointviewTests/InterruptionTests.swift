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
    let ignoring = signal(SIGTERM, SIG_IGN)
    defer { signal(SIGTERM, ignoring) }
    let interruption = Interruption()
    // Threads of tests may block it, another then takes it.
    kill(getpid(), SIGTERM)
    #expect(interruption.stop.waits(milliseconds: 10_000))
    interruption.end()
    // What was done about it before is done again, and nothing is written anywhere.
    kill(getpid(), SIGTERM)
    let next = Interruption()
    #expect(!next.stop.isSet)
    next.endIfInterrupted()
  }
}
