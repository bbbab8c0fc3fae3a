import BuiltIn
import InspectionModel
import InspectionOperations
import InspectionStore
import RecText
import Testing

@testable import Exchange

/// Out as CSV, and in again.
struct RoundTripTests {
  static let day = Day(iso: "2026-11-29")

  func read(_ text: String) -> ReadRegister { read(Array(text.utf8)) }

  func read(_ bytes: [UInt8]) -> ReadRegister { RegisterReader.read(RecBytes(bytes)) }

  /// The starter register.
  private var starter: ReadRegister {
    read(
      Array(
        UnsafeBufferPointer(start: builtin_starter_register, count: builtin_starter_register_count))
    )
  }

  /// The files of an export, by name.
  func export(_ read: ReadRegister) throws -> [(name: String, bytes: [UInt8])] {
    let text = read.text
    let package = RegisterPackage(read.register, named: "a", as: .csv) {
      text.unknownFields(of: $0)
    }
    return package.tables.map { table in
      var bytes: [UInt8] = []
      _ = table.write { bytes += $0 }
      return (package.fileName(of: table), bytes)
    }
  }

  func tables(_ files: [(name: String, bytes: [UInt8])]) throws -> RecordTables {
    var tables = RecordTables(name: "folder")
    tables.tables = try files.compactMap { try PackageReading.table($0.name, $0.bytes) }
    return tables
  }

  func plan(
    _ files: [(name: String, bytes: [UInt8])], into register: Register, _ text: RegisterText? = nil
  ) throws -> RecordsPlan {
    var author = Author("ada", on: try #require(Self.day), keys: SplitMix(seed: 7))
    return ImportRecords(try tables(files)) { text?.unknownFields(of: $0) ?? [] }
      .plan(for: register, by: &author)
  }

  /// A register after a plan, as its file is read again.
  func carriedOut(_ plan: RecordsPlan, on read: ReadRegister) throws -> ReadRegister {
    var read = read
    try read.register.apply(plan.change)
    try read.text.apply(plan.change, read.register)
    let again = self.read(read.text.print())
    #expect(values(again.register) == values(read.register))
    return again
  }

  /// All that records say, fields that jointview does not know too, by type and key.
  func all(_ read: ReadRegister) -> [String: [String]] {
    var all: [String: [String]] = [:]
    for row in RecordType.allCases.flatMap(read.register.rows) {
      let record = read.register[row]
      let unknown = read.text.unknownFields(of: row).map { "\($0.name)? \($0.value)" }.sorted()
      all["\(row.type.name) \(record.key)"] =
        record.values.map { "\($0.field.name): \($0.value)" } + unknown
    }
    return all
  }

  /// One file with other words in it.
  func edited(
    _ files: [(name: String, bytes: [UInt8])], _ name: String, _ old: String, _ new: String
  ) -> [(name: String, bytes: [UInt8])] {
    files.map { file in
      guard file.name == name else { return file }
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(text.contains(old))
      return (name, Array(text.replacing(old, with: new).utf8))
    }
  }

  func values(_ register: Register) -> [[String]] {
    RecordType.allCases.flatMap { type in
      register.rows(type).map { row in
        [type.name] + register[row].values.map { "\($0.field.name): \($0.value)" }
      }
    }
  }

  /// Values that a table might lose.
  private static let odd = """
    %rec: Area

    Id: ashby
    Name: =1+1
    Region: London
    Alias: 'tis
    Alias: a; b
    Alias: "c", [d]
    Alias:
    Alias: ['e']
    From: 2009
    Successor: calne
    Source: two
    + lines
    +
    +   and blanks\u{20}\u{20}

    Id: bolsover
    Name: 'apostrophe
    From: 1974-04-01

    Id: calne
    Name:   spaces\u{20}\u{20}
    Neighbour: bolsover
    Neighbour: ashby

    Id: dover
    Name: Ch\u{E2}teau e\u{301} \u{1F600}

    Id: ely
    Name:

    %rec: Criterion

    Id: I1
    Name: one
    Definition: -
    Include: +44
    Exclude: "
    Example: -cmd|x
    Status: merged
    Into: I2

    Id: I2
    Name: @two
    Version: 3

    """

  @Test func `the starter comes back into an empty register, to the byte`() throws {
    let starter = starter
    let files = try export(starter)
    var copy = read("").register
    let plan = try plan(files, into: copy)
    #expect(plan.count(.new) == 4795)
    #expect(plan.count(.refused) == 0, "\(plan.text)")
    try copy.apply(plan.change)
    #expect(values(copy) == values(starter.register))
    #expect(zip(values(copy), values(starter.register)).allSatisfy { $0.isSpelled(as: $1) })
  }

  @Test func `odd values come back, to the byte`() throws {
    let odd = read(Self.odd)
    #expect(odd.register.count(.area) == 5)
    var copy = read("").register
    let plan = try plan(try export(odd), into: copy)
    #expect(plan.count(.refused) == 0, "\(plan.text)")
    try copy.apply(plan.change)
    let (ours, theirs) = (values(copy), values(odd.register))
    #expect(ours == theirs)
    #expect(zip(ours, theirs).allSatisfy { $0.isSpelled(as: $1) })
  }

  @Test func `what was written is read back as it was, and changes nothing`() throws {
    let starter = starter
    let plan = try plan(try export(starter), into: starter.register)
    #expect(plan.count(.unchanged) == 4795)
    #expect(plan.change.edits.isEmpty)
    #expect(plan.text.hasSuffix("Nothing changes.\n"))
  }

  @Test func `a cell that somebody edits is a cell that changes`() throws {
    let starter = starter
    let files = edited(
      try export(starter), "bodies.csv", ",Northumbria Police,", ",Northumbria’s Police,")
    let plan = try plan(files, into: starter.register)
    #expect(plan.count(.changed) == 1)
    #expect(plan.count(.unchanged) == 4794)
    let cell = try #require(plan.cells.first)
    #expect(plan.cells.count == 1)
    #expect((cell.type, cell.field, cell.from) == (.body, "Name", "Northumbria Police"))
    #expect(cell.to == "Northumbria’s Police")
    #expect(
      plan.text.contains(
        "bodies.csv row \(cell.row): Name of \(cell.key): Northumbria Police → Northumbria’s Police"
      ))
    #expect(plan.change.edits.count == 1)
  }

  @Test func `the words of a criterion change by their own act`() throws {
    let odd = read(Self.odd)
    let plan = try plan(
      edited(try export(odd), "criteria.csv", "\r\nI2,'@two,", "\r\nI2,three,"),
      into: odd.register)
    #expect(plan.notes == [.keptWording(criterion: "I2", version: 3)])
    let merged = try self.plan(
      edited(try export(odd), "criteria.csv", ",merged,I2,", ",,I2,"), into: odd.register)
    #expect(merged.count(.refused) == 1)
    #expect(merged.text.contains("criteria.csv row 2, I1: Status of a criterion cannot be set"))
  }

  @Test func `rows are told that cannot be taken over, with their place and why`() throws {
    let table = """
      id,name,region,alias,from,successor,other,colour\r
      ashby,Ashby,,,,,,\r
      ashby,Again,,,,,,\r
      ,Nameless,,,,,,\r
      one,,,,,,,\r
      two,Two,Atlantis,,,,,\r
      three,Three,,,soon,,,\r
      four,Four,,,,five,,\r
      five,Five,,"[1]",,,,\r
      six,Six,,,,"[""six"",""four""]",,\r
      seven,Seven,,plain,,"[""seven""]","{""Mood"":[""glad""]}",red\r
      eight,Ei\u{200B}ght,,,,,,\r
      nine,Nine,,,2009,,"{""From"":[""2010""]}",\r
      ten,Ten,,,,,,,more\r
      eleven,Eleven\r

      """
    let plan = try plan([("areas.csv", Array(table.utf8))], into: read("").register)
    let told = plan.tables[0].refused.map { "\($0.row) \($0.sentence)" }.sorted()
    #expect(
      told == [
        "10 Successor names “four”, which does not exist",
        "12 Name would hold U+200B ZERO WIDTH SPACE, which nobody sees",
        "13 From is in its own column and in other; empty one of the two",
        "14 it has more cells than there are columns",
        "15 it has fewer cells than there are columns",
        "3 another row has the key ashby, too", "4 an area needs an Id", "5 an area needs a Name",
        "6 “Atlantis” does not fit Region of an area", "7 “soon” does not fit From of an area",
        "8 Successor names “five”, which does not exist",
        "9 Alias begins with [ but is not an array of texts, as in [\"a\",\"b\"]",
      ])
    #expect(plan.count(.new) == 2)
    #expect(plan.remarks.count == 1 && plan.remarks[0].contains("an area has no field colour"))
    var copy = read("").register
    try copy.apply(plan.change)
    let seven = try #require(copy.row(.area, key: "seven"))
    #expect(copy[seven].texts(.alias) == ["plain"])
    #expect(copy[seven].texts(.successor) == ["seven"])
  }

  @Test func `what is refused takes along what names it, however long the chain`() throws {
    let rows = (1...2000).map { "a\($0),A,\($0 == 2000 ? "nowhere" : "a\($0 + 1)")\r\n" }
    let table = "id,name,successor\r\n" + rows.joined() + "b,B,b\r\n"
    let plan = try plan([("areas.csv", Array(table.utf8))], into: read("").register)
    #expect(plan.count(.new) == 1 && plan.count(.refused) == 2000)
    let told = plan.tables[0].refused
    #expect(told.first?.sentence == "Successor names “a2”, which does not exist")
    #expect(told.last?.sentence == "Successor names “nowhere”, which does not exist")
  }

  @Test func `records that the tables lack are told, and stay`() throws {
    let odd = read(Self.odd)
    let files = try export(odd).map { file in
      let first = String(decoding: file.bytes, as: UTF8.self).split(separator: "\r\n").prefix(2)
      let rest = (file.name, Array(first.joined(separator: "\r\n").utf8))
      return file.name == "criteria.csv" ? rest : file
    }
    let plan = try plan(files, into: odd.register)
    #expect(plan.tables.flatMap(\.vanished) == ["I2"])
    #expect(plan.change.edits.isEmpty)
  }

  @Test func `a row with too few cells is of the record that it names`() throws {
    let odd = read(Self.odd)
    let files = edited(
      try export(odd), "criteria.csv", "\r\nI2,'@two,", "\r\nI2\r\nI3,'@two,")
    let plan = try plan(files, into: odd.register)
    #expect(plan.tables.flatMap(\.vanished).isEmpty)
    #expect(plan.text.contains("criteria.csv row 3, I2: it has fewer cells than there are columns"))
  }

  @Test func `a spreadsheet may have saved it in its own way`() throws {
    let odd = read(Self.odd)
    let table = "id;name\r\ndover;Ch\u{E2}teau\r\nbolsover;Bolsover\r\n"
    let bytes = table.unicodeScalars.map { UInt8($0.value) }
    let plan = try plan([("areas.csv", bytes)], into: odd.register)
    #expect(plan.cells.map(\.to) == ["Ch\u{E2}teau", "Bolsover"])
    // Of fields without a column it says nothing.
    #expect(plan.count(.changed) == 2)
    #expect(throws: PackageReading.Problem.self) {
      try PackageReading.table("areas.csv", Array("name\nx\n".utf8))
    }
    #expect(try PackageReading.table("evidence.csv", bytes)?.file == nil)
  }

  @Test func `a table that cannot be written on goes no further`() {
    struct Full: Error {}
    let column = PackageColumn(name: "id", title: "Id", kind: .string)
    let table = PackageTable("x", [column], description: "") { goesOn in
      let cell = String(repeating: "x", count: 1 << 16)
      for _ in 0..<1000 where !goesOn([cell]) { return }
      Issue.record("all rows were made")
    }
    #expect(throws: Full.self) { try table.write { _ in throw Full() } }
  }

  @Test func `what a record must name is of a type before its own`() {
    // So that a new record can be added once those before it are.
    for type in RecordType.allCases {
      for spec in type.fields where spec.isMandatory {
        if let target = spec.target { #expect(target.rawValue < type.rawValue, "\(type)") }
      }
    }
  }

  @Test func `no field is called as the column for what has no place`() {
    for type in RecordType.allCases {
      let names = type.fields.map { $0.name.lowercased() } + [PackageColumn.other.name]
      #expect(Set(names).count == names.count)
    }
  }
}
