import Testing

/// The modules, held against the imports of every file.
struct ArchitectureTests {
  /// What a module may import, of ours and of others. The program itself may import anything.
  private static let table: [String: Set<String>] = [
    "RecText": ["CBytes"],
    "InspectionModel": ["CBytes"],
    "InspectionOperations": ["InspectionAnalysis", "InspectionModel"],
    "TerminalCore": [],
    "Manual": [],
    // The C library for its logarithm.
    "InspectionAnalysis": ["InspectionModel", "Glibc"],
    "InspectionStore": [
      "InspectionModel", "RecText", "CLinux", "Glibc", "Dispatch", "Synchronization",
    ],
    "LetterReader": ["InspectionModel", "InspectionOperations"],
    "TableReader": ["InspectionModel", "InspectionOperations"],
    // What it writes as CSV it reads back, by the rows of TableReader.
    "Exchange": ["InspectionModel", "InspectionAnalysis", "InspectionOperations", "TableReader"],
    "InspectionUI": [
      "InspectionModel", "InspectionAnalysis", "InspectionOperations", "Manual", "TerminalCore",
      "Synchronization",
    ],
    "TerminalCurses": ["TerminalCore", "CNcurses", "Glibc", "Synchronization"],
  ]

  @Test(arguments: table.keys.sorted())
  func `a module imports what it may`(module: String) throws {
    let files = Repository.swiftFiles(below: "Sources/\(module)")
    let allowed = try #require(Self.table[module])
    #expect(!files.isEmpty)
    for file in files {
      let others = file.imports.filter { !allowed.contains($0) }
      #expect(others.isEmpty, "\(file.path)")
    }
  }

  @Test func `every module with Swift in it stands in the table`() {
    let modules = Repository.names(in: "Sources").filter {
      !Repository.swiftFiles(below: "Sources/\($0)").isEmpty
    }
    #expect(Set(modules).subtracting(Self.table.keys) == ["jointview"])
  }

  @Test func `nothing imports all of Foundation`() {
    for file in Repository.swiftFiles(below: "Sources") {
      #expect(!file.imports.contains("Foundation"), "\(file.path)")
    }
  }

  /// Everything else asks the disk, which knows where a link may be followed and what may be waited
  /// for.
  @Test func `files are opened in one place, and what is no file in few`() {
    let places: [String: String] = [
      "Sources/InspectionStore/File/SystemDisk.swift": "every file and folder",
      "Sources/jointview/World/Descriptors.swift": "/dev/null, in place of what is closed",
    ]
    let calls = [
      "O_RDONLY", "O_WRONLY", "O_RDWR", "O_CREAT", "fopen(", "freopen(", "opendir(", "mkstemp(",
      "creat(", "openat(", "FileDescriptor.open",
    ]
    let opening = Repository.swiftFiles(below: "Sources").filter { file in
      file.lines.contains { line in
        !line.drop { $0 == " " }.hasPrefix("//") && calls.contains { line.contains($0) }
      }
    }
    #expect(Set(opening.map(\.path)) == Set(places.keys))
  }

  @Test func `other programs are started in one place`() {
    let calls = ["import Subprocess", "posix_spawn", "fork()", "execv", "popen("]
    let starting = Repository.swiftFiles(below: "Sources").filter { file in
      file.lines.contains { line in calls.contains { line.contains($0) } }
    }
    #expect(starting.map(\.path) == ["Sources/jointview/World/Child.swift"])
  }

  /// The engine alone updates the state, by access level, and has all done that it asks for. What
  /// an action asks for and what comes of an effect is on its way there, and nobody on the way may
  /// let it fall.
  @Test func `nothing that is asked for or happens can be thrown away`() {
    let folders = ["Sources/InspectionUI/", "Sources/jointview/World/"]
    let files = Repository.swiftFiles(below: "Sources").filter { file in
      folders.contains { file.path.hasPrefix($0) }
    }
    #expect(files.count > 100)
    let drop =
      #/
      _\ =\ ([\w.]+\.)?(perform|react|update|arranged|attend|run|make|noteMade)\(
      /#
    for file in files {
      let dropped = file.lines.filter {
        $0.utf8.contains(UInt8(ascii: "_"))
          && $0.contains(drop)
      }
      let droppable = file.lines.indices.dropFirst().filter { index in
        file.lines[index - 1].contains("@discardableResult")
          && file.lines[index].contains(/-> \[(Event|Effect|Step)\]\??/)
      }
      #expect(dropped.isEmpty && droppable.isEmpty, "\(file.path)")
    }
  }

  /// Keys can be changed, so that only the screens can say which one shows what to choose.
  @Test func `no leaf knows a key`() {
    let rim = ["Sources/InspectionUI/", "Sources/jointview/"]
    let key =
      #/
      "[^"]*(\b(g\ )?[A-Za-z]|\?)\ (shows|lists|writes|opens|reads|saves|undoes|leaves|codes)\b
      /#
    for file in Repository.swiftFiles(below: "Sources") {
      if rim.contains(where: { file.path.hasPrefix($0) }) { continue }
      let named = file.lines.filter {
        $0.utf8.contains(UInt8(ascii: "\""))
          && $0.contains(key)
      }
      #expect(named.isEmpty, "\(file.path)")
    }
  }

  /// Acts of the field are operations. What else makes changes of edits takes back, plays again or
  /// joins what was made; the rest is on its way into operations, and this list only gets shorter.
  @Test func `changes are made by operations`() {
    let others: Set = [
      // What a change is, and its inverse.
      "InspectionModel/Changes/Edit.swift", "InspectionModel/Changes/History.swift",
      "InspectionModel/Merge/Reconciliation.swift", "InspectionModel/Merge/Undecided.swift",
      "InspectionModel/Merge/Reconciliation+Base.swift", "InspectionStore/Text/ChangeText.swift",
      "InspectionStore/Text/Joining.swift", "InspectionStore/Text/RegisterMerge.swift",
    ]
    let making = Repository.swiftFiles(below: "Sources").filter { file in
      !file.path.hasPrefix("Sources/InspectionOperations/")
        && !file.path.hasPrefix("Sources/RecText/")
        && file.lines.contains { line in
          !line.drop { $0 == " " }.hasPrefix("//")
            && line.utf8.contains(UInt8(ascii: "C"))
            && line.contains(/(^|[^A-Za-z.])Change(\.init)?\(/)
        }
    }
    #expect(Set(making.map { String($0.path.dropFirst("Sources/".count)) }) == others)
  }

  @Test func `nobody asks which screen or prompt one is: it says what it can do`() {
    for file in Repository.swiftFiles(below: "Sources/InspectionUI") {
      for (number, line) in file.lines.enumerated() {
        let isAsked = line.contains(/\b(as\?|is) [A-Z][A-Za-z]*(Screen|Prompt|Form)\b/)
        #expect(!isAsked, "\(file.path):\(number + 1)")
      }
    }
  }

  @Test func `no line is over 100 columns`() {
    for file in ["Sources", "Tests"].flatMap(Repository.swiftFiles) {
      // Counting bytes is quick, and most lines have few enough of them.
      for (number, line) in file.lines.enumerated()
      where line.utf8.count > 100 && line.count > 100 {
        Issue.record("\(file.path):\(number + 1) has \(line.count)")
      }
    }
  }

  @Test func `no file is over 400 lines`() {
    for folder in ["Sources", "Tests"] {
      for file in Repository.swiftFiles(below: folder) {
        #expect(file.lines.count <= 400, "\(file.path)")
      }
    }
  }

  @Test func `the top of the repository holds little`() {
    // SwiftPM writes Package.resolved; it is not kept.
    let known: Set = [
      "Package.swift", "Package.resolved", "README.md", "Sources", "Tests", "themes",
    ]
    let others = Repository.names().filter { !$0.hasPrefix(".") && !known.contains($0) }
    #expect(others.isEmpty)
  }

  @Test(arguments: [
    ("import Glibc", ["Glibc"]), ("public import RecText", ["RecText"]),
    ("@testable import A", ["A"]), ("@_spi(X) internal import B // why", ["B"]),
    ("import struct C.D", ["C"]), ("  import E", ["E"]), ("// import F", []),
    ("let imported = 1", []), ("the import of letters", []),
  ])
  func `an import is seen however it is written`(line: String, modules: [String]) {
    #expect(SourceFile(path: "", text: line).imports == modules)
  }
}
