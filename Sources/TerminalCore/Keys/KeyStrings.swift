/// What the description of a terminal says that its keys send.
struct KeyStrings: Sendable {
  /// A list, not a dictionary: it is short, and the start waits for it.
  private let names: [(bytes: [UInt8], key: Key)]

  /// Strings that would make a key of a character or of Escape itself are left out. Of two keys
  /// that send the same the first has it.
  init(_ names: [(bytes: [UInt8], key: Key)]) {
    self.names = names.filter { bytes, _ in
      guard let first = bytes.first else { return false }
      return first < 0x20 && bytes != [Byte.escape] || bytes == [Byte.delete]
    }
  }

  /// The key that the longest of them at the start of these bytes names; nothing where none is.
  ///
  /// - Parameter isAll: whether no more bytes come that might make a longer one of it.
  func first(of bytes: [UInt8], isAll: Bool) -> KeyGrammar.Reading? {
    var longest: (bytes: [UInt8], key: Key)?
    for name in names {
      if name.bytes.count > bytes.count {
        if !isAll, name.bytes.starts(with: bytes) { return .more }
      } else if name.bytes.count > longest?.bytes.count ?? 0, bytes.starts(with: name.bytes) {
        longest = name
      }
    }
    return longest.map { .key($0.key, $0.bytes.count) }
  }
}
