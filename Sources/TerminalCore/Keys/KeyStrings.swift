/// What the description of a terminal says that its keys send.
struct KeyStrings: Sendable {
  private let names: [[UInt8]: Key]
  /// What any of them begins with, and is not whole by.
  private let beginnings: Set<[UInt8]>

  /// Strings that would make a key of a character or of Escape itself are left out.
  init(_ names: [[UInt8]: Key]) {
    self.names = names.filter { bytes, _ in
      guard let first = bytes.first else { return false }
      return first < 0x20 && bytes != [Byte.escape] || bytes == [Byte.delete]
    }
    beginnings = Set(
      self.names.keys.flatMap { bytes in (1..<bytes.count).map { Array(bytes.prefix($0)) } })
  }

  /// The key that the longest of them at the start of these bytes names; nothing where none is.
  ///
  /// - Parameter isAll: whether no more bytes come that might make a longer one of it.
  func first(of bytes: [UInt8], isAll: Bool) -> KeyGrammar.Reading? {
    if names.isEmpty { return nil }
    if !isAll, beginnings.contains(bytes) { return .more }
    for length in (1...bytes.count).reversed() {
      if let key = names[Array(bytes.prefix(length))] { return .key(key, length) }
    }
    return nil
  }
}
