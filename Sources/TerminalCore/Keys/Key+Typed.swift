extension Key {
  /// What a single character is as a key.
  static func typed(_ scalar: Unicode.Scalar) -> Key {
    switch scalar.value {
    case 0x09: .tab
    case 0x0D: .enter
    case 0x1B: .escape
    case 0x7F: .backspace
    case 0: .control(" ")
    case 1...26: .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x60)))
    case 28...31: .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x40)))
    // The controls of ISO 6429 beyond ASCII.
    case 0x80...0x9F: .unknown
    default: .character(Character(scalar))
    }
  }

  /// A key that a terminal names by its character and by a number that says what was held down.
  ///
  /// What another terminal would send as the same byte is the same key: Ctrl-I is Tab everywhere.
  static func typed(_ code: Int, _ modifiers: Modifiers) -> Key {
    guard let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init), !isPrivate(scalar) else {
      return .unknown
    }
    switch modifiers {
    case []: return [8, 9, 13, 27, 127].contains(code) || code >= 0x20 ? plain(scalar) : .unknown
    case .shift: return shifted(scalar)
    case .control: return controlled(scalar)
    case .alt, [.alt, .shift]:
      let key = modifiers == .alt ? plain(scalar) : shifted(scalar)
      if case .character(let character) = key { return .alt(character) }
      return .unknown
    default: return .unknown
    }
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Key {
    scalar.value == 8 ? .backspace : typed(scalar)
  }

  /// Blank and Backspace are hit with Shift still down where capitals are typed.
  private static func shifted(_ scalar: Unicode.Scalar) -> Key {
    switch scalar.value {
    case 9: return .backTab
    case 8, 127: return .backspace
    case 0..<0x20: return .unknown
    default:
      let upper = scalar.properties.uppercaseMapping
      return upper.unicodeScalars.count == 1 ? .character(Character(upper)) : typed(scalar)
    }
  }

  private static func controlled(_ scalar: Unicode.Scalar) -> Key {
    switch scalar {
    case " ", "@", "a"..."z", "[", "\\", "]", "^", "_":
      typed(Unicode.Scalar(UInt8(scalar.value) & 0x1F))
    case "?": .backspace
    default: .unknown
    }
  }

  /// Where Unicode says nothing, and terminals have numbers for keys that are no characters.
  private static func isPrivate(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .privateUse
  }
}

extension Key {
  /// The keys that are others with Alt.
  static let withAlt: [Key: Key] = [.left: .altLeft, .right: .altRight]
}

/// What was held down with a key.
struct Modifiers: OptionSet, Sendable {
  var rawValue: Int

  static let shift = Modifiers(rawValue: 1)
  static let alt = Modifiers(rawValue: 2)
  static let control = Modifiers(rawValue: 4)
  private static let meta = Modifiers(rawValue: 32)
  private static let locks = Modifiers(rawValue: 64 | 128)

  init(rawValue: Int) { self.rawValue = rawValue }

  /// As a terminal writes it: one more than the sum. Locks are no part of a key, and meta is Alt.
  init?(parameter: Int) {
    guard (1...256).contains(parameter) else { return nil }
    rawValue = parameter - 1
    subtract(Self.locks)
    if remove(Self.meta) != nil { insert(.alt) }
  }
}
