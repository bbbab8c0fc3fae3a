import BuiltIn
import InspectionAnalysis
import InspectionModel
import InspectionStore
import RecText

/// Registers to work out burden from: the one that the program ships, and small ones as text.
enum Registers {
  static let starter = read(shipped)
  private static let shipped = Array(
    UnsafeBufferPointer(start: builtin_starter_register, count: builtin_starter_register_count))

  /// The one that the program ships, with more records.
  static func starter(with text: String) -> Register { read(shipped + Array(text.utf8)) }

  static func read(_ text: String) -> Register { read(Array(text.utf8)) }

  private static func read(_ bytes: [UInt8]) -> Register {
    RegisterReader.read(RecBytes(bytes)).register
  }
}

extension Register {
  func inspection(_ key: String) -> Inspection? {
    row(.inspection, key: key).map { view($0) }
  }
}

/// The ordinal of a day.
func day(_ iso: String) -> Int { Day(iso: iso)?.ordinal ?? 0 }

extension Account {
  /// The grid of a title.
  func grid(_ title: String) -> Grid? {
    blocks.lazy.compactMap { block in
      if case .grid(let grid) = block, grid.title == title { grid } else { nil }
    }.first
  }
}
