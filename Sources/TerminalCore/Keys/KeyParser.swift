/// Turns the bytes that a terminal sends into keys, by ECMA-48 and by the strings that the
/// terminal's description has for its keys.
///
/// It reads nothing and has no clock: bytes are given to it, and whoever reads them says when none
/// have come for a while. What it holds to:
///
/// 1. However the bytes are cut, the keys are the same.
/// 2. A sequence that means nothing here is one ``Key/unknown``, never the characters in it.
/// 3. After silence, what there is becomes keys: nothing waits for ever.
/// 4. What it keeps is bounded, whatever comes.
/// 5. What a terminal answers is no key, nor is an answer that is broken.
public struct KeyParser: Sendable {
  /// For how long nothing has to come before ``settle()`` says what to make of what there is.
  public enum Silence: Sendable {
    /// What there is may be a key: Escape, or Alt and a character. As long as `ESCDELAY` says.
    case brief
    /// What there is can only be the beginning of something. A second.
    case long
  }

  /// What is begun and may go on, however long it is.
  private enum Unending {
    case paste
    /// A command string, of which nothing is kept, and whether an escape came last.
    case string(escaped: Bool)
    /// A control sequence that is too long to be any key.
    case sequence
  }

  private let grammar: KeyGrammar
  private var mouse = MouseButtons()
  /// The bytes of a key that is not whole.
  private var waiting: [UInt8] = []
  private var unending: Unending?
  private var paste = PasteText()
  /// The beginning of the command string that is begun.
  private var command = CommandText()
  private var answers: [TerminalAnswer] = []

  /// - Parameter names: the strings that the terminal's description has for keys. They come before
  ///   the rules, the longest first.
  public init(names: [(bytes: [UInt8], key: Key)] = []) {
    grammar = KeyGrammar(strings: KeyStrings(names))
  }

  /// Takes what the terminal sent; gives the keys that are whole by that.
  public mutating func feed(_ bytes: some Sequence<UInt8>) -> [Key] {
    var keys: [Key] = []
    for byte in bytes { feed(byte, &keys) }
    return keys
  }

  /// What must not come before ``settle()`` is asked; nothing while all is taken.
  public var awaits: Silence? {
    switch unending {
    case .paste: paste.mayBeBrokenOff ? .brief : .long
    case .string(let escaped): escaped && !command.isAnswer ? .brief : .long
    case .sequence: .long
    case nil: waiting.isEmpty ? nil : isKeyAlready ? .brief : .long
    }
  }

  /// Nothing has come for a while: gives what there is as keys.
  public mutating func settle() -> [Key] {
    var keys: [Key] = []
    switch unending {
    case .paste: keys.append(paste.end(brokenOff: true))
    case .string(let escaped):
      if !command.isAnswer { keys += escaped ? [.unknown, .escape] : [.unknown] }
    case .sequence: keys.append(.unknown)
    case nil: read(&keys, isAll: true)
    }
    unending = nil
    return keys
  }

  /// What the terminal has answered since this was last asked; of many answers the last.
  public mutating func takeAnswers() -> [TerminalAnswer] {
    defer { answers = [] }
    return answers
  }

  private mutating func note(_ answer: TerminalAnswer) {
    answers = answers.suffix(7) + [answer]
  }

  private var isKeyAlready: Bool {
    if case .key(.unknown, _) = grammar.first(of: waiting, isAll: true) { false } else { true }
  }
}

// MARK: - Byte by byte

extension KeyParser {
  private mutating func feed(_ byte: UInt8, _ keys: inout [Key]) {
    switch unending {
    case .paste:
      if let key = paste.feed(byte) { end(with: key, &keys) }
    case .string(let escaped): takeInString(byte, escaped: escaped, &keys)
    case .sequence: takeInSequence(byte, &keys)
    case nil:
      waiting.append(byte)
      read(&keys, isAll: false)
    }
  }

  /// Reads what waits, as far as it is whole.
  private mutating func read(_ keys: inout [Key], isAll: Bool) {
    while !waiting.isEmpty {
      switch grammar.first(of: waiting, isAll: isAll) {
      case .more: return
      case .key(let key, let length):
        keys.append(key)
        waiting.removeFirst(length)
      case .mouse(let report, let length):
        keys.append(mouse.key(report))
        waiting.removeFirst(length)
      case .paste(let length): begin(.paste, after: length, &keys)
      case .answer(let length):
        note(.kind)
        waiting.removeFirst(length)
      case .string(let length):
        command = CommandText(kind: waiting[length - 1])
        begin(.string(escaped: false), after: length, &keys)
      case .longSequence(let length): begin(.sequence, after: length, &keys)
      }
    }
  }

  private mutating func begin(_ what: Unending, after length: Int, _ keys: inout [Key]) {
    let rest = waiting.dropFirst(length)
    waiting = []
    unending = what
    for byte in rest { feed(byte, &keys) }
  }

  /// Ends what had no end, and begins anew with the bytes that did not belong to it.
  private mutating func end(with key: Key, _ keys: inout [Key], then rest: UInt8...) {
    unending = nil
    keys.append(key)
    for byte in rest { feed(byte, &keys) }
  }

  /// A command string ends by BEL or by `ESC \`. Whatever else a person could press to get out of
  /// one that has no end breaks it off.
  private mutating func takeInString(_ byte: UInt8, escaped: Bool, _ keys: inout [Key]) {
    switch byte {
    case UInt8(ascii: "\\") where escaped: endString(&keys)
    case _ where escaped: breakString(&keys, then: Byte.escape, byte)
    case Byte.bell: endString(&keys)
    case Byte.escape: unending = .string(escaped: true)
    case 0..<0x20: breakString(&keys, then: byte)
    default: command.feed(byte)
    }
  }

  private mutating func endString(_ keys: inout [Key]) {
    unending = nil
    if let answer = command.answer { return note(answer) }
    if !command.isAnswer { keys.append(.unknown) }
  }

  private mutating func breakString(_ keys: inout [Key], then rest: UInt8...) {
    unending = nil
    if !command.isAnswer { keys.append(.unknown) }
    for byte in rest { feed(byte, &keys) }
  }

  private mutating func takeInSequence(_ byte: UInt8, _ keys: inout [Key]) {
    switch byte {
    case Byte.parameters, Byte.intermediates: break
    case Byte.finals: end(with: .unknown, &keys)
    default: end(with: .unknown, &keys, then: byte)
    }
  }
}
