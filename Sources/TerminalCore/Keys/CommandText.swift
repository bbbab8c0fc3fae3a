/// The beginning of a command string: as much as tells whether it is an answer.
struct CommandText: Sendable {
  private let isSystemCommand: Bool
  private var bytes: [UInt8] = []

  /// The longest answer there is has 27 bytes.
  private static let longest = 40

  /// - Parameter kind: the byte after the escape: `]` begins a system command (OSC).
  init(kind: UInt8 = 0) { isSystemCommand = kind == UInt8(ascii: "]") }

  mutating func feed(_ byte: UInt8) {
    if bytes.count <= Self.longest { bytes.append(byte) }
  }

  /// Whether it tells the ground, however badly.
  var isAnswer: Bool { isSystemCommand && bytes.starts(with: Self.ground) }

  /// What it says; nil where it is no answer, or one that is too long to be any.
  var answer: TerminalAnswer? {
    guard isAnswer, bytes.count <= Self.longest else { return nil }
    return .ground(String(decoding: bytes.dropFirst(Self.ground.count), as: UTF8.self))
  }

  private static let ground = Array("11;".utf8)
}
