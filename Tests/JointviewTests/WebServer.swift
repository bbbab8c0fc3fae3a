import Dispatch
import Glibc
import Synchronization

/// A web server on this machine, for tests: it serves reports, and does all that servers do to
/// whoever fetches them.
final class WebServer: Sendable {
  /// What it does for a path.
  enum Answer: Sendable {
    /// Gives a file, or the part of it that is asked for.
    case file(String)
    /// Gives the whole file whatever part is asked for.
    case wholeFile(String)
    /// Closes the connection after so many bytes, every time.
    case cut(String, after: Int)
    /// Sends so many bytes and nothing more, until whoever asked has gone; from then on it gives
    /// the file.
    case stall(String, after: Int)
    /// Sends so many bytes of a file, and says that these are so many.
    case lie(String, sent: Int, said: Int)
    case page(String)
    case redirect(String)
    case refusal(Int)
    /// Sends bytes without end and without saying how many.
    case flood
  }

  /// What was asked for: `/v1/file/1`, and from which byte on.
  struct Request: Hashable, Sendable {
    let path: String
    let start: Int?
  }

  let port: UInt16
  private let listener: Int32
  private let answers: Mutex<[String: Answer]>
  private let asked = Mutex<[Request]>([])

  /// Starts to serve; every path that has no answer is not found.
  init(_ answers: [String: Answer]) throws {
    self.answers = Mutex(answers)
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | O_CLOEXEC, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let (listener, asSize) = (listener, size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, asSize) == 0 && listen(listener, 16) == 0
          && getsockname(listener, $0, &size) == 0
      }
    }
    port = UInt16(bigEndian: address.sin_port)
    guard isBound else { throw Failure.cannotListen(errno) }
    serve()
  }

  enum Failure: Error { case cannotListen(Int32) }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  /// What stands in for scheme and host of an address.
  var place: String { "http://127.0.0.1:\(port)" }

  /// All that was asked for so far, in its order.
  var requests: [Request] { asked.withLock { $0 } }

  /// Changes what it does.
  func answer(_ path: String, with answer: Answer) {
    answers.withLock { $0[path] = answer }
  }

  // MARK: - Serving

  /// Whoever serves does not keep the server itself.
  private func serve() {
    let listener = listener
    DispatchQueue(label: "web server").async { [weak self] in
      while true {
        let connection = accept(listener, nil, nil)
        if connection < 0 { return }
        guard let self else {
          close(connection)
          return
        }
        DispatchQueue(label: "connection").async { [self] in
          self.answer(connection)
          close(connection)
        }
      }
    }
  }

  private func answer(_ connection: Int32) {
    guard let request = Self.read(connection) else { return }
    asked.withLock { $0.append(request) }
    let answer = answers.withLock { answers in
      let answer = answers[request.path] ?? .refusal(404)
      if case .stall(let text, _) = answer { answers[request.path] = .file(text) }
      return answer
    }
    perform(answer, request.start ?? 0, isPart: request.start != nil, connection)
  }

  private func perform(_ answer: Answer, _ start: Int, isPart: Bool, _ connection: Int32) {
    switch answer {
    case .file(let text): give(text, start, isPart, upTo: .max, connection)
    case .wholeFile(let text): give(text, 0, false, upTo: .max, connection)
    case .cut(let text, let count): give(text, start, isPart, upTo: count, connection)
    case .stall(let text, let count):
      give(text, start, isPart, upTo: count, connection)
      var byte: UInt8 = 0
      while recv(connection, &byte, 1, 0) > 0 {}
    case .lie(let text, let sent, let said):
      send(Self.head("200 OK", said) + text.utf8.prefix(sent), connection)
    case .page(let text): give(text, 0, false, upTo: .max, connection)
    case .redirect(let place):
      send(Self.head("302 Found", 0, "Location: \(place)\r\n"), connection)
    case .refusal(let code): send(Self.head("\(code) No", 0), connection)
    case .flood:
      let head = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n%PDF-1.4\n"
      guard send(Array(head.utf8), connection) else { return }
      while send([UInt8](repeating: 0x20, count: 1 << 16), connection) {}
    }
  }

  private func give(_ text: String, _ start: Int, _ isPart: Bool, upTo most: Int, _ to: Int32) {
    let bytes = Array(text.utf8)
    if isPart, start >= bytes.count {
      let range = "Content-Range: bytes */\(bytes.count)\r\n"
      send(Self.head("416 Range Not Satisfiable", 0, range), to)
      return
    }
    let rest = bytes[start...]
    let range = "Content-Range: bytes \(start)-\(bytes.count - 1)/\(bytes.count)\r\n"
    let head =
      isPart ? Self.head("206 Partial Content", rest.count, range) : Self.head("200 OK", rest.count)
    send(head + rest.prefix(most), to)
  }

  private static func head(_ status: String, _ length: Int, _ more: String = "") -> [UInt8] {
    Array(
      "HTTP/1.1 \(status)\r\nContent-Length: \(length)\r\nConnection: close\r\n\(more)\r\n".utf8)
  }

  /// False once nobody takes it any more.
  @discardableResult
  private func send(_ bytes: [UInt8], _ connection: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count <= 0 { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private static func read(_ connection: Int32) -> Request? {
    var text = ""
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !text.contains("\r\n\r\n") {
      let count = recv(connection, &buffer, buffer.count, 0)
      if count <= 0 { return nil }
      text += String(decoding: buffer.prefix(count), as: UTF8.self)
    }
    let lines = text.split(separator: "\r\n")
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count == 3 else { return nil }
    let range = lines.first { $0.lowercased().hasPrefix("range: bytes=") }
    let start = range.flatMap { Int($0.dropFirst("range: bytes=".count).prefix { $0 != "-" }) }
    return Request(path: String(words[1]), start: start)
  }
}
