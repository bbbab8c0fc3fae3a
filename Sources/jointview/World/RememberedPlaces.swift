import InspectionStore
import InspectionUI
import RecText

/// The screens one was at, as rec text; the first record names the register.
enum RememberedPlaces {
  /// Registers have different ones, whatever they and their folders are called.
  static func fileName(for register: String) -> String {
    Fingerprint(of: Array(register.utf8)).description + ".rec"
  }

  static func encode(_ places: [SavedScreen], of register: String) -> [UInt8] {
    let head = (try? RecWriter.encode("Register", register)).map { [$0] } ?? []
    let records = places.compactMap { place -> [UInt8]? in
      let fields = [
        ("Screen", place.kind), ("Key", place.key), ("Sort", place.sort),
        ("Filter", place.filter), ("At", place.cursor),
      ].compactMap { name, value in value.map { (name: name, value: $0) } }
      return try? RecWriter.encode(fields)
    }
    return Array((head + records).joined(separator: [UInt8(ascii: "\n")]))
  }

  /// The places of a register; none where the file is another's.
  static func decode(_ bytes: [UInt8], of register: String) -> [SavedScreen] {
    let document = RecDocument(RecBytes(bytes))
    guard document.record(RecordID(0))?.first("Register") == register else { return [] }
    return (0..<document.recordCount).compactMap { index in
      guard let record = document.record(RecordID(index)), let kind = record.first("Screen") else {
        return nil
      }
      return SavedScreen(
        kind: kind, key: record.first("Key"), filter: record.first("Filter"),
        cursor: record.first("At"), sort: record.first("Sort"))
    }
  }
}
