import Glibc
import InspectionModel
import RecText
import Testing

@testable import InspectionStore

/// The register that the program ships, read from the source.
struct StarterTests {
  /// The register as it stands in the source, read once for all tests; empty if it is not there.
  static let starter = RegisterReader.read(RecBytes(bytes))
  private static let bytes = inSource() ?? []

  private let bytes = Self.bytes
  private let starter = Self.starter

  @Test func `it is read without a complaint and printed as it is`() {
    #expect(starter.findings.map(\.sentence) == [])
    #expect(starter.text.print() == bytes)
  }

  @Test func `it holds what it promises`() {
    let counts = RecordType.allCases.map { starter.register.count($0) }
    #expect(
      counts == [
        161, 18, 11, 12, 10, 780, 203, 553, 1, 4, 0, 0, 0, 60, 1, 5, 8, 2, 132, 0, 0, 19, 2815, 0,
        0, 0,
      ])
  }

  @Test(arguments: [
    ("jtai", 73), ("ilacs", 196), ("ilacs-short", 128), ("sif", 173), ("tlac", 4),
    ("lscb-review", 1), ("area-send", 72), ("youth-justice", 73), ("ilacs-focused", 36),
    ("monitoring-visit", 24),
  ])
  func `each inspection of a framework is there once`(framework: String, count: Int) {
    let all = starter.register.all(Inspection.self).filter { $0.framework?.key == framework }
    #expect(all.count == count)
    let places = all.compactMap { inspection in
      inspection.date.map { "\(inspection.area?.key ?? "") \($0)" }
    }
    #expect(Set(places).count == places.count)
  }

  @Test func `each inspection under a framework that grades has its grades, or why there are none`()
  {
    let graded: Set = ["ilacs", "ilacs-short", "sif", "tlac", "lscb-review", "youth-justice"]
    for inspection in starter.register.all(Inspection.self) {
      guard let framework = inspection.framework?.key, graded.contains(framework) else { continue }
      let aspects = inspection.judgements.compactMap(\.aspect)
      let isFormerCouncil = inspection.area?.to != nil
      let all = FrameworkAspects.aspects(of: framework, on: inspection.date) ?? []
      let most = framework == "tlac" ? 2 : isFormerCouncil ? all.count - 1 : all.count
      #expect(aspects.count >= most, "\(inspection.key)")
      #expect(inspection.grade == inspection.judgements.first { $0.aspect == .overall }?.grade)
    }
  }

  @Test func `grades of reports that one can look up are as printed`() {
    func judged(_ key: String) -> [String] {
      let row = starter.register.row(.inspection, key: key)
      let inspection = row.map { starter.register.view($0, as: Inspection.self) }
      return inspection?.judged.map { "\($0.aspect.rawValue) \($0.outcome)" } ?? []
    }
    #expect(
      judged("ilacs-trafford-2026") == [
        "overall not judged", "leaders inadequate", "help-and-protection inadequate",
        "in-care good", "care-leavers requires improvement",
      ])
    #expect(judged("tlac-kent-2013") == ["overall adequate", "leaders adequate"])
    #expect(judged("area-send-bury-2024") == ["send systemic failings"])
    #expect(judged("youth-justice-newcastle-upon-tyne-2025") == ["overall requires improvement"])
    #expect(
      judged("sif-derbyshire-2014") == [
        "overall good", "leaders good", "help-and-protection good", "in-care good",
        "care-leavers good", "adoption good", "lscb requires improvement",
      ])
  }

  @Test(arguments: RecordType.allCases)
  func `its descriptions are those that a new register gets`(type: RecordType) throws {
    let document = starter.text.document
    let set = try #require(document.sets.first { $0.name == type.name })
    let record = try #require(set.descriptor.flatMap(document.record))
    #expect(record.text == (try RecWriter.encode(SetDescriptor.fields(of: type))))
  }

  @Test func `it is in order`() throws {
    #expect(try Tidier(bytes).tidied() == bytes)
  }

  @Test func `every agency has a code letter of its own, and none is the letter of “with”`() {
    let letters = starter.register.all(Agency.self).map(\.letter)
    #expect(!letters.contains(nil) && !letters.contains("w"))
    #expect(Set(letters).count == letters.count)
  }

  @Test func `every criterion has a code digit of its own`() {
    let digits = starter.register.all(Criterion.self).map(\.digit)
    #expect(!digits.contains(nil))
    #expect(Set(digits).count == digits.count)
  }

  @Test
  func
    `each item of the first six letters is summarised shortly, known again by its text, and coded`()
  {
    for passage in starter.register.all(Passage.self) {
      let words = passage.summary?.split(separator: " ").count ?? 0
      #expect((5...25).contains(words), "\(passage.key)")
      #expect(passage.text == nil, "\(passage.key)")
      #expect(passage.fingerprint?.count == 16, "\(passage.key)")
      #expect(!passage.contributions.isEmpty, "\(passage.key)")
    }
    let letters = Set(starter.register.all(Passage.self).compactMap { $0.inspection?.key })
    #expect(
      letters == [
        "jtai-central-bedfordshire-2016", "jtai-croydon-2016", "jtai-liverpool-2016",
        "jtai-oxfordshire-2016", "jtai-salford-2016", "jtai-south-tyneside-2016",
      ])
  }

  @Test(
    .enabled(if: Recfix.isInstalled, "recfix is not on the PATH; install recutils to check with it")
  )
  func `recfix approves of it, and of what is coded in it`() throws {
    let folder = try Folder(String(decoding: bytes, as: UTF8.self))
    #expect(Recfix.approves(of: folder.register))
    var read = starter
    let inspection = try #require(read.register.rows(.inspection).first)
    let key = read.register[inspection].key
    try read.make(
      .insert(
        .passage,
        [
          .init(.id, "\(key)/s1"), .init(.inspection, key), .init(.section, "strength"),
          .init(.index, "1"), .init(.text, "Words\nof a letter."),
        ]))
    for direction in Direction.allCases {
      try read.make(
        .insert(
          .contribution,
          [
            .init(.id, "C-\(direction)"), .init(.passage, "\(key)/s1"), .init(.agency, "police"),
            .init(.direction, direction.rawValue),
          ]))
    }
    try folder.write(read.printed)
    #expect(Recfix.approves(of: folder.register))
  }

  private static func inSource() -> [UInt8]? {
    let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    guard let file = fopen("/\(root)/Sources/BuiltIn/starter.rec", "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 22)
    let count = fread(&bytes, 1, bytes.count, file)
    return Array(bytes[..<count])
  }
}
