import Glibc
import Testing

@testable import TerminalCurses

private func rings(_ descriptor: Int32) -> Bool {
  var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
  return poll(&polled, 1, 0) == 1
}

@Test func `a mailbox rings until it is drained, in the order of the posts`() {
  let mailbox = Mailbox<Int>()
  #expect(!rings(mailbox.descriptor))
  mailbox.post(1)
  mailbox.post(2)
  #expect(rings(mailbox.descriptor))
  #expect(mailbox.drain() == [1, 2])
  #expect(!rings(mailbox.descriptor))
  #expect(mailbox.drain().isEmpty)
}

@Test func `no post of many at once is lost`() async {
  let mailbox = Mailbox<Int>()
  await withTaskGroup { group in
    for poster in 0..<8 {
      group.addTask { for number in 0..<100 { mailbox.post(poster * 100 + number) } }
    }
  }
  let all = mailbox.drain()
  #expect(all.sorted() == Array(0..<800))
  #expect(
    (0..<8).allSatisfy { poster in
      let own = all.filter { $0 / 100 == poster }
      return own == own.sorted()
    })
}
