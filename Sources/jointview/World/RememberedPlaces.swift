import InspectionStore
import InspectionUI
import RecText

/// The screens one was at, as rec text; the first record names the register.
enum RememberedPlaces {
  /// Registers have different ones, whatever they and their folders are called.
  static func fileName(for register: String) -> String {
    Fingerprint(of: Array(register.utf8)).description + ".rec"
  }

  /// More marks than these are not remembered over a start, nor is a list of more chosen records:
  /// some of them under the same title would be another list.
  private static let mostKeys = 1_000

  static func encode(
    _ state: State, of register: String
  ) -> [UInt8] {
    let head = (try? RecWriter.encode("Register", register)).map { [$0] } ?? []
    let records = state.places.filter { ($0.list?.keys ?? []).count <= mostKeys }.compactMap {
      try? RecWriter.encode(fields(of: $0))
    }
    let lists = state.layouts.sorted { $0.key < $1.key }.compactMap { name, layout in
      try? RecWriter.encode([
        (name: "List", value: name), (name: "Columns", value: layout.columnsText),
        (name: "Order", value: layout.orderText),
      ])
    }
    let filters = try? RecWriter.encode(
      state.filters.all.map { (name: "Typed", value: $0) })
    return Array(
      (head + records + lists + [filters].compactMap(\.self)).joined(separator: [UInt8(ascii: "\n")]
      ))
  }

  private static func fields(of place: SavedScreen) -> [(name: String, value: String)] {
    let keys = place.list?.keys ?? []
    let one = [
      ("Screen", place.kind), ("Key", place.key), ("Sort", place.sort), ("Filter", place.filter),
      ("At", place.cursor), ("Column", place.column), ("Day", place.day),
      ("Type", place.list?.type),
      ("Parent", place.list?.parent), ("Within", place.list?.filter),
      ("Part", place.list?.name), ("Reading", place.list?.isAsCoded == true ? "coded" : nil),
      ("Chosen", place.list?.keys.map { String($0.count) }),
    ].compactMap { name, value in value.map { (name: name, value: $0) } }
    return one + (place.list?.groups ?? []).map { (name: "Group", value: $0) }
      + keys.map { (name: "Record", value: $0) }
      + place.marks.prefix(mostKeys).map { (name: "Mark", value: $0) }
  }

  /// The places of a register and the layouts of its lists; none where the file is another's.
  static func decode(
    _ bytes: [UInt8], of register: String
  ) -> (places: [SavedScreen], layouts: [String: TableLayout], filters: [String]) {
    let document = RecDocument(RecBytes(bytes))
    guard document.record(RecordID(0))?.first("Register") == register else {
      return ([], [:], [])
    }
    var (places, layouts, filters) = ([SavedScreen](), [String: TableLayout](), [String]())
    for index in 0..<document.recordCount {
      guard let record = document.record(RecordID(index)) else { continue }
      if let name = record.first("List") {
        layouts[name] = TableLayout(
          columns: record.first("Columns") ?? "", order: record.first("Order") ?? "")
      }
      filters += record.values(of: "Typed")
      guard let kind = record.first("Screen") else { continue }
      places.append(
        SavedScreen(
          kind: kind, key: record.first("Key"), filter: record.first("Filter"),
          cursor: record.first("At"), sort: record.first("Sort"),
          column: record.first("Column"), day: record.first("Day"),
          marks: record.values(of: "Mark"), list: list(record)))
    }
    return (places, layouts, filters)
  }

  private static func list(_ record: RecRecord) -> SavedList? {
    record.first("Type").map { type in
      SavedList(
        type: type, parent: record.first("Parent"),
        keys: record.first("Chosen") == nil ? nil : record.values(of: "Record"),
        filter: record.first("Within"), groups: record.values(of: "Group"),
        name: record.first("Part"), isAsCoded: record.first("Reading") != nil)
    }
  }
}
