/// Finds the first key in bytes that a terminal sent.
struct KeyGrammar: Sendable {
  let strings: KeyStrings

  /// What bytes begin with, and how many of them that takes.
  enum Reading {
    /// It depends on the bytes that follow.
    case more
    case key(Key, Int)
    case mouse(MouseReport, Int)
    /// The terminal says of what kind it is.
    case answer(Int)
    /// The beginning of a paste, of a command string, or of a sequence that has no end in sight.
    case paste(Int)
    case string(Int)
    case longSequence(Int)
  }

  /// No key is as long: what is longer is read on without being kept.
  private static let longest = 64

  /// - Parameters:
  ///   - bytes: one at least.
  ///   - isAll: whether no more come.
  func first(of bytes: [UInt8], isAll: Bool) -> Reading {
    if let named = strings.first(of: bytes, isAll: isAll) { return named }
    guard bytes[0] == Byte.escape else { return character(bytes, isAll) }
    guard bytes.count > 1 else { return isAll ? .key(.escape, 1) : .more }
    return switch bytes[1] {
    case Byte.escape: secondEscape(bytes, isAll)
    case UInt8(ascii: "["): controlSequence(bytes, isAll)
    case UInt8(ascii: "O"): singleShift(bytes, isAll)
    case _ where Self.strings.contains(bytes[1]): string(bytes, isAll)
    default: alt(bytes, isAll)
    }
  }

  /// What begins command strings after an escape: DCS, SOS, OSC, PM and APC.
  private static let strings = Array("PX]^_".utf8)
}

// MARK: - Characters

extension KeyGrammar {
  private func character(_ bytes: [UInt8], _ isAll: Bool) -> Reading {
    if bytes[0] < 0x80 { return .key(.typed(Unicode.Scalar(bytes[0])), 1) }
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    switch parser.parseScalar(from: &rest) {
    case .valid(let encoded):
      return .key(.typed(Unicode.UTF8.decode(encoded)), encoded.count)
    case .error(let length):
      let mayGoOn = length == bytes.count && (0xC2...0xF4).contains(bytes[0])
      return mayGoOn && !isAll ? .more : .key(.unknown, length)
    case .emptyInput: return .more
    }
  }

  private func alt(_ bytes: [UInt8], _ isAll: Bool) -> Reading {
    switch character(Array(bytes.dropFirst()), isAll) {
    case .key(.character(let character), let length): .key(.alt(character), length + 1)
    case .key(_, let length): .key(.unknown, length + 1)
    case .more, .mouse, .answer, .paste, .string, .longSequence: .more
    }
  }

  /// Escape, and then what follows; but some terminals put an escape before a key for Alt.
  private func secondEscape(_ bytes: [UInt8], _ isAll: Bool) -> Reading {
    if bytes.count > 2, bytes[2] == Byte.escape { return .key(.escape, 1) }
    switch first(of: Array(bytes.dropFirst()), isAll: isAll) {
    case .more: return .more
    case .key(let key, let length):
      return Key.withAlt[key].map { .key($0, length + 1) } ?? .key(.escape, 1)
    case .mouse, .answer, .paste, .string, .longSequence: return .key(.escape, 1)
    }
  }
}

// MARK: - Sequences

extension KeyGrammar {
  private func controlSequence(_ bytes: [UInt8], _ isAll: Bool) -> Reading {
    if bytes.count > 2 {
      if bytes[2] == UInt8(ascii: "[") { return linuxFunction(bytes, isAll) }
      if bytes[2] == UInt8(ascii: "M") { return oldMouse(bytes, isAll) }
    }
    let body = bytes[2...].prefix {
      Byte.parameters.contains($0) || Byte.intermediates.contains($0)
    }
    if body.count >= Self.longest { return .longSequence(body.endIndex) }
    guard body.endIndex < bytes.count else { return open(bytes, isAll) }
    guard Byte.finals.contains(bytes[body.endIndex]) else { return broken(bytes, body.endIndex) }
    let sequence = ControlSequence(body: body, final: bytes[body.endIndex])
    return sequence.reading(length: body.endIndex + 1)
  }

  /// `ESC O` and a character, with the number of a modifier between them on old terminals.
  private func singleShift(_ bytes: [UInt8], _ isAll: Bool) -> Reading {
    let body = bytes[2...].prefix(Self.longest).prefix { Byte.parameters.contains($0) }
    guard body.endIndex < bytes.count else { return open(bytes, isAll) }
    let last = bytes[body.endIndex]
    guard Byte.finals.contains(last) || last == UInt8(ascii: " ") else {
      return broken(bytes, body.endIndex)
    }
    return .key(ControlSequence(body: body, final: last).shifted, body.endIndex + 1)
  }

  private func string(_ bytes: [UInt8], _ isAll: Bool) -> Reading {
    guard bytes.count > 2 else { return open(bytes, isAll) }
    let isCut = Byte.controls.contains(bytes[2]) && ![Byte.bell, Byte.escape].contains(bytes[2])
    return isCut ? broken(bytes, 2) : .string(2)
  }

  /// F1 to F5 on Linux's console are `ESC [ [` and a letter.
  private func linuxFunction(_ bytes: [UInt8], _ isAll: Bool) -> Reading {
    guard bytes.count > 3 else { return open(bytes, isAll) }
    guard (0x20..<Byte.delete).contains(bytes[3]) else { return broken(bytes, 3) }
    let number = Array("ABCDE".utf8).firstIndex(of: bytes[3])
    return .key(number.map { .function($0 + 1) } ?? .unknown, 4)
  }

  /// The mouse as the first terminals with one told of it: three bytes after `ESC [ M`.
  private func oldMouse(_ bytes: [UInt8], _ isAll: Bool) -> Reading {
    let three = bytes[3...].prefix(3)
    // Columns that are too far to the right come as a nought.
    guard three.allSatisfy({ $0 == 0 || $0 >= 0x20 }) else { return broken(bytes, 3) }
    guard three.count == 3 else { return open(bytes, isAll) }
    let numbers = three.map { Int($0) - 32 }
    guard numbers[0] >= 0 else { return .key(.unknown, 6) }
    let report = MouseReport(
      code: numbers[0], x: numbers[1], y: numbers[2], isRelease: false)
    return .mouse(report, 6)
  }

  /// A sequence of which no more has come.
  private func open(_ bytes: [UInt8], _ isAll: Bool) -> Reading {
    isAll ? broken(bytes, bytes.count) : .more
  }

  /// A sequence that ends where it cannot: of two bytes it was Alt and a character.
  private func broken(_ bytes: [UInt8], _ length: Int) -> Reading {
    .key(length == 2 ? .alt(Character(Unicode.Scalar(bytes[1]))) : .unknown, length)
  }
}
