import InspectionUI
import RecText

/// The screens one was at, as rec text.
enum RememberedPlaces {
  static func encode(_ places: [SavedScreen]) -> [UInt8] {
    let records = places.compactMap { place -> [UInt8]? in
      let fields = [
        ("Screen", place.kind), ("Key", place.key), ("Sort", place.sort),
        ("Filter", place.filter), ("At", place.cursor),
      ].compactMap { name, value in value.map { (name: name, value: $0) } }
      return try? RecWriter.encode(fields)
    }
    return Array(records.joined(separator: [UInt8(ascii: "\n")]))
  }

  static func decode(_ bytes: [UInt8]) -> [SavedScreen] {
    let document = RecDocument(RecBytes(bytes))
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
