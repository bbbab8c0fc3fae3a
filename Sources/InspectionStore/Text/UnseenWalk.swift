import InspectionModel
import RecText

/// What of a file's bytes nobody sees, or is no text: the first such place of each line, looked for
/// when the next is asked for.
///
/// O(bytes): those of which nearly all text consists are passed over eight at a time.
struct UnseenWalk: ToldWalk {
  private let diagnostics: Diagnostics
  private let file: RecDocument
  private let start: Int
  private var at: Int
  private var found: Told?

  init(_ diagnostics: Diagnostics) {
    self.diagnostics = diagnostics
    file = diagnostics.file
    // Of a mark at the start, and of a text in another encoding, it is told already.
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    start = file.bytes.buffer.starts(with: mark) ? mark.count : 0
    at = file.problems.first?.encoding == nil ? start : file.bytes.count
  }

  mutating func next(before end: Int) -> Told? {
    if found == nil { found = look(before: end) }
    guard let next = found, next.offset < end else { return nil }
    found = nil
    return next
  }

  private mutating func look(before end: Int) -> Told? {
    withExtendedLifetime(file.bytes) {
      let buffer = file.bytes.buffer
      let end = min(end, buffer.count)
      while at < end, let odd = Self.firstOdd(in: buffer, at..<end) {
        let line = Self.line(around: odd, in: buffer).clamped(to: start..<buffer.count)
        at = line.upperBound + 1
        if let (offset, kind) = Self.find(in: line, of: buffer) {
          return diagnostics.told(.warning, inFile: offset, kind.sentence)
        }
      }
      at = max(at, end)
      return nil
    }
  }

  private enum Kind: Sendable {
    case unseen(Unicode.Scalar)
    case byte(UInt8)

    var sentence: String {
      switch self {
      case .unseen(let scalar) where scalar.properties.generalCategory == .control:
        "the control character \(scalar.codeName), which a terminal may take for a command"
      case .unseen(let scalar):
        "\(scalar.codeName) is invisible, and can disguise the line"
      case .byte(let byte):
        "the byte 0x\(String(byte, radix: 16, uppercase: true)) is not UTF-8; "
          + "its line is shown as something else"
      }
    }
  }

  /// The first byte that may be part of such a place: a control but the line feed and the tab, or
  /// one of a character that is not ASCII.
  private static func firstOdd(
    in buffer: UnsafeRawBufferPointer, _ range: Range<Int>
  ) -> Int? {
    var at = range.lowerBound
    // Eight bytes at once, as nearly all of them are plain.
    while at < range.upperBound {
      if at + 8 <= range.upperBound,
        isPlain(buffer.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      {
        at += 8
        continue
      }
      let byte = buffer[at]
      if byte < 0x20 ? byte != 0x0A && byte != 0x09 : byte >= 0x7F { return at }
      at += 1
    }
    return nil
  }

  /// Whether none of eight bytes is a control, not even a line feed, or of a character that is not
  /// ASCII; rarely false where that is so.
  private static func isPlain(_ word: UInt64) -> Bool {
    let above = word | (word &+ 0x0101_0101_0101_0101)
    let below = word &- 0x2020_2020_2020_2020
    return (above | below) & 0x8080_8080_8080_8080 == 0
  }

  private static func line(
    around place: Int, in buffer: UnsafeRawBufferPointer
  ) -> Range<Int> {
    let lineFeed = UInt8(ascii: "\n")
    let start = buffer[..<place].lastIndex(of: lineFeed).map { $0 + 1 } ?? 0
    let end = buffer[place...].firstIndex(of: lineFeed) ?? buffer.count
    return start..<end
  }

  private static func find(
    in line: Range<Int>, of buffer: UnsafeRawBufferPointer
  ) -> (Int, Kind)? {
    // A CR before the end of a line is part of that end.
    let end = line.last.map { buffer[$0] == UInt8(ascii: "\r") ? $0 : $0 + 1 } ?? line.upperBound
    var bytes = buffer[line.lowerBound..<end].makeIterator()
    var (parser, unseen, at) = (Unicode.UTF8.ForwardParser(), UnseenScalars(), line.lowerBound)
    while true {
      switch parser.parseScalar(from: &bytes) {
      case .emptyInput: return nil
      case .error(let length):
        // Of 0xFF in a value it is told already.
        if buffer[at] != 0xFF { return (at, .byte(buffer[at])) }
        at += length
      case .valid(let encoded):
        let scalar = Unicode.UTF8.decode(encoded)
        // And so it is of NUL.
        if unseen.takes(scalar), scalar.value != 0 { return (at, .unseen(scalar)) }
        at += encoded.count
      }
    }
  }
}
