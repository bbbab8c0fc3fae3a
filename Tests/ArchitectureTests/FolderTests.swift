import Testing

/// The folders of each module stand in an order, so that one can be read before another.
struct FolderTests {
  /// Each folder needs only those before it.
  private static let orders: [String: [String]] = [
    "Exchange": [Folders.beside, "QDA", "Reports", "Tables", "Package"],
    "InspectionAnalysis": [
      "Statistics", "Account", "Agreement", "Burden", "Review", "Reading", "Picture", "Comparison",
      "Trend", "Framework", "Concerns", "Value", "Area", "Pause", "Scenario", "Brief",
      Folders.beside,
    ],
    "InspectionModel": [
      "Values", "Tables", "Records", "Query", "Columns", "Changes", "Merge", "Checks",
    ],
    "InspectionOperations": [
      Folders.beside, "Coding", "Reviews", "Codebook", "Burden", "Programme", "Records", "Import",
      "Tables",
    ],
    "InspectionStore": ["Bytes", "Text", "File", Folders.beside],
    "InspectionUI": [
      "Scheme", "Code", "Keys", "Parts", "Going", "Prompts", "Acts", "Screens", Folders.beside,
    ],
    "RecText": ["Patterns", Folders.beside, "Rules"],
    "TableReader": ["Text", "Kinds", Folders.beside],
    "TerminalCore": ["Keys", Folders.beside],
    "jointview": ["Shell", "World", "Commands", Folders.beside],
  ]

  private static let modules = Dictionary(
    uniqueKeysWithValues: Repository.names(in: "Sources").map { module in
      (module, Folders(Repository.swiftFiles(below: "Sources/\(module)"), of: module))
    })

  @Test(arguments: orders.keys.sorted())
  func `a folder needs only those before it`(module: String) throws {
    let order = try #require(Self.orders[module])
    let folders = try #require(Self.modules[module])
    #expect(folders.names == Set(order))
    let against = folders.needs(against: order)
    #expect(against.isEmpty, "\(against)")
  }

  @Test func `every module with folders has an order of them`() {
    let modules = Self.modules.filter { $0.value.names.count > 1 }
    #expect(modules.keys.sorted() == Self.orders.keys.sorted())
  }

  @Test func `a need against the order is told with its place`() {
    let folders = Folders(
      [
        SourceFile(path: "Sources/M/Low/A.swift", text: "struct A { let b: [B?] }"),
        SourceFile(path: "Sources/M/High/B.swift", text: "public final class B { var a: A? }"),
        SourceFile(path: "Sources/M/C.swift", text: "extension A { func b() -> B { B() } }"),
      ], of: "M")
    #expect(folders.names == ["Low", "High", Folders.beside])
    let order = ["Low", "High", Folders.beside]
    #expect(
      folders.needs(against: order).map(\.description) == ["Sources/M/Low/A.swift needs B of High"])
    #expect(
      folders.needs(against: ["High", "Low", Folders.beside]).map(\.pair) == ["High needs Low"])
    // A folder that is forgotten is against any order.
    #expect(folders.needs(against: ["Low", "High"]).count == 3)
  }

  @Test(arguments: [
    ("let b: B", true), ("extension B {}", true), ("func f<T: B>(_ t: T) {}", true),
    ("let s = \"a \\(B.name(\"x\")) b\"", true), ("let s = #\"\\#(B())\"#", true),
    ("let s = \"\"\"\n  \\(B()) \"\n  \"\"\"", true), ("// B", false), ("/* /* */ B */", false),
    ("let s = \"B\"", false), ("let s = \"\\\"B\"", false), ("let s = #\"\\(B) \"B\"#", false),
    ("let s = \"\"\"\n  \"B\"\n  \"\"\"", false), ("let b = C.B()", false), ("let b: BB", false),
    ("private struct B {}; let b = B()", false), ("enum C { enum B {} }; let b: B", false),
  ])
  func `a type is seen where it is named, and nowhere else`(text: String, isNamed: Bool) {
    let folders = Folders(
      [
        SourceFile(path: "Sources/M/Low/A.swift", text: text),
        SourceFile(path: "Sources/M/High/B.swift", text: "struct B {}"),
      ], of: "M")
    #expect(folders.needs.map(\.type) == (isNamed ? ["B"] : []))
  }

  @Test(arguments: [
    ("struct B {}", true), ("@frozen public indirect enum B { case b }", true),
    ("class B: C {}", true), ("protocol B: AnyObject {}", true), ("actor B {}", true),
    ("typealias B = Int", true), ("private struct B {}", false),
    ("fileprivate final class B {}", false), ("enum C { struct B {} }", false),
    ("import struct B.C", false), ("extension B {}", false), ("let s = \"struct B\"", false),
  ])
  func `a type stands in the folder that declares it for all`(text: String, isDeclared: Bool) {
    let folders = Folders(
      [
        SourceFile(path: "Sources/M/Low/A.swift", text: "let b = B.self"),
        SourceFile(path: "Sources/M/High/B.swift", text: text),
      ], of: "M")
    #expect(folders.needs.map(\.type) == (isDeclared ? ["B"] : []))
  }
}
