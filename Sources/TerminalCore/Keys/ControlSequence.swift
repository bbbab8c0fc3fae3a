/// A whole control sequence (`CSI` parameters, intermediates, final), and what it is here.
struct ControlSequence {
  private let final: Character
  /// The parameters, an omitted one as nothing; nothing at all where there is more than numbers.
  private let numbers: [Int?]?
  /// The parameters of a report of the mouse: `<` and three numbers.
  private let mouse: [Int?]?
  /// Whether its parameters are those of an answer: `?` and numbers.
  private let isAnswer: Bool

  init(body: ArraySlice<UInt8>, final: UInt8) {
    self.final = Character(Unicode.Scalar(final))
    numbers = Self.numbers(body)
    isAnswer = body.first == UInt8(ascii: "?") && Self.numbers(body.dropFirst()) != nil
    mouse = body.first == UInt8(ascii: "<") ? Self.numbers(body.dropFirst()) : nil
  }

  private static func numbers(_ body: ArraySlice<UInt8>) -> [Int?]? {
    let semicolon = UInt8(ascii: ";")
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard body.allSatisfy({ digits.contains($0) || $0 == semicolon }) else { return nil }
    if body.isEmpty { return [] }
    return body.split(separator: semicolon, omittingEmptySubsequences: false).map { part in
      // A number that is too large is still one, and means nothing anywhere.
      part.isEmpty ? nil : Int(String(decoding: part, as: UTF8.self)) ?? .max
    }
  }

  func reading(length: Int) -> KeyGrammar.Reading {
    if final == "c", isAnswer { return .answer(length) }
    if let report { return .mouse(report, length) }
    if final == "~", numbers == [200] { return .paste(length) }
    return .key(key, length)
  }

  private var report: MouseReport? {
    guard final == "M" || final == "m", let mouse, mouse.count == 3, let code = mouse[0],
      let x = mouse[1], let y = mouse[2]
    else { return nil }
    return MouseReport(code: code, x: x, y: y, isRelease: final == "m")
  }

  /// As a sequence that `CSI` begins.
  private var key: Key {
    guard let numbers else { return .unknown }
    switch final {
    case "u": return numbers.count <= 2 ? typed(numbers.first, numbers.dropFirst().first) : .unknown
    case "~" where numbers.count == 3 && numbers[0] == 27: return typed(numbers[2], numbers[1])
    case "~":
      guard let number = numbers.first ?? nil, let key = Self.numbered[number] else {
        return .unknown
      }
      return with(numbers.dropFirst(), key)
    default:
      guard let key = Self.lettered[final], (numbers.first ?? 1) ?? 1 == 1 else { return .unknown }
      return with(numbers.dropFirst(), key)
    }
  }

  /// As a key of a keypad or a cursor that sends `SS3`.
  var shifted: Key {
    guard let numbers, numbers.count <= 1 else { return .unknown }
    guard let key = Self.keypad[final] ?? Self.lettered[final] else { return .unknown }
    return with(numbers[...], key)
  }

  private func typed(_ code: Int??, _ modifiers: Int??) -> Key {
    guard let code = code ?? nil, let modifiers = Modifiers(parameter: (modifiers ?? nil) ?? 1)
    else { return .unknown }
    return .typed(code, modifiers)
  }

  /// The key with what was held down, which only few have a meaning with.
  private func with(_ parameters: ArraySlice<Int?>, _ key: Key) -> Key {
    guard parameters.count <= 1, let modifiers = Modifiers(parameter: (parameters.first ?? 1) ?? 1)
    else { return .unknown }
    if modifiers.isEmpty || key == .backTab && modifiers == .shift { return key }
    return modifiers == .alt ? Key.withAlt[key] ?? .unknown : .unknown
  }
}

// MARK: - Names

extension ControlSequence {
  private static let lettered: [Character: Key] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "Z": .backTab,
    "P": .function(1), "Q": .function(2), "R": .function(3), "S": .function(4),
  ]

  private static let numbered: [Int: Key] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12), 25: .function(13), 26: .function(14),
    28: .function(15), 29: .function(16), 31: .function(17), 32: .function(18),
    33: .function(19), 34: .function(20),
  ]

  /// The keypad sends these once it is asked to tell its keys from others.
  private static let keypad: [Character: Key] = [
    "M": .enter, "I": .tab, " ": .character(" "), "X": .character("="),
    "j": .character("*"), "k": .character("+"), "l": .character(","), "m": .character("-"),
    "n": .character("."), "o": .character("/"), "p": .character("0"), "q": .character("1"),
    "r": .character("2"), "s": .character("3"), "t": .character("4"), "u": .character("5"),
    "v": .character("6"), "w": .character("7"), "x": .character("8"), "y": .character("9"),
  ]
}
