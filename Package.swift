// swift-tools-version: 6.2
import PackageDescription

/// Upcoming features every target is held to, so that a dependency is named where it is used. In a
/// release each function is a section of its own, so that the linker can leave it out.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
  .unsafeFlags(["-Xfrontend", "-function-sections"], .when(configuration: .release)),
]

/// The same for what waits for people or the disk rather than for records: its code is kept small in
/// a release.
let small =
  strict + [.unsafeFlags(["-Osize"], .when(configuration: .release))]

/// What the linker is told of a release.
let release = "\(Context.packageDirectory)/Sources/jointview/Release"

let package = Package(
  name: "jointview",
  products: [
    .executable(name: "jointview", targets: ["jointview"]),
    // For the fuzzer in Tests/Fuzz.
    .library(name: "RegisterText", targets: ["InspectionModel", "InspectionStore", "RecText"]),
    // For the benchmark in Tests/Benchmark.
    .library(name: "ProgramTesting", targets: ["PseudoTerminal", "Seeded"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    // The leaves: no files, no clock, no terminal.
    .systemLibrary(name: "CBytes"),
    .target(name: "RecText", dependencies: ["CBytes"], swiftSettings: small),
    .target(name: "InspectionModel", dependencies: ["CBytes"], swiftSettings: strict),
    .target(
      name: "InspectionAnalysis", dependencies: ["InspectionModel"], swiftSettings: small),
    .target(
      name: "InspectionOperations", dependencies: ["InspectionAnalysis", "InspectionModel"],
      swiftSettings: small),
    .target(
      name: "LetterReader", dependencies: ["InspectionModel", "InspectionOperations"],
      swiftSettings: small),
    .target(
      name: "TableReader", dependencies: ["InspectionModel", "InspectionOperations"],
      swiftSettings: small),
    .target(name: "TerminalCore", swiftSettings: strict),
    .target(name: "Manual", swiftSettings: small),

    // The register as a file, and tables going out.
    .systemLibrary(name: "CLinux"),
    .target(
      name: "InspectionStore", dependencies: ["CLinux", "InspectionModel", "RecText"],
      swiftSettings: strict),
    .target(
      name: "Exchange",
      dependencies: [
        "InspectionAnalysis", "InspectionModel", "InspectionOperations", "TableReader",
      ],
      swiftSettings: small),
    .target(name: "BuiltIn", exclude: ["manual", "starter.rec"]),

    // The terminal.
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
    .target(
      name: "TerminalCurses",
      dependencies: ["CNcurses", "TerminalCore"],
      swiftSettings: strict + [.treatWarning("ActorIsolatedCall", as: .error)],
      // A release has ncurses inside: there are two libraries less to be found and linked at every
      // start.
      linkerSettings: ["ncursesw", "tinfo"].flatMap { name -> [LinkerSetting] in
        [
          .linkedLibrary(":lib\(name).a", .when(configuration: .release)),
          .linkedLibrary(name, .when(configuration: .debug)),
        ]
      }),
    .target(
      name: "InspectionUI",
      dependencies: [
        "InspectionAnalysis", "InspectionModel", "InspectionOperations", "Manual", "TerminalCore",
      ],
      swiftSettings: small),

    .systemLibrary(name: "CYaml", providers: [.apt(["libyaml-dev"])]),
    .executableTarget(
      name: "jointview",
      dependencies: [
        "BuiltIn", "CLinux", "CYaml", "Exchange", "InspectionAnalysis", "InspectionModel",
        "InspectionOperations", "InspectionStore", "InspectionUI", "LetterReader", "Manual",
        "RecText", "TableReader", "TerminalCore", "TerminalCurses",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      exclude: ["Release"],
      swiftSettings: small,
      // The archive of libyaml goes into the program, so that no machine needs the library to run
      // it. lld leaves out what nothing calls and folds what is alike; a static release is a
      // quarter smaller. It stands at one address, so that nothing of it is relocated, and with
      // that written to, at every start. No library asks the program for a symbol, so none is kept
      // for that; and what only unwinding would read is left out.
      linkerSettings: [
        .linkedLibrary(":libyaml.a"),
        .unsafeFlags(
          [
            "-use-ld=lld", "-Xclang-linker", "-no-pie", "-Xlinker", "--gc-sections", "-Xlinker",
            "--icf=all", "-Xlinker", "-s",
            "-Xlinker", "--no-export-dynamic",
            "-Xlinker", "-T", "-Xlinker", "\(release)/layout.ld", "-L", release,
          ],
          .when(configuration: .release)),
      ]),

    // What tests stand on: random numbers from a seed; a program on a pseudo-terminal, with
    // libvterm to judge what it shows.
    .systemLibrary(name: "CVterm", path: "Tests/CVterm", providers: [.apt(["libvterm-dev"])]),
    .target(
      name: "PseudoTerminal", dependencies: ["CLinux", "CVterm"], path: "Tests/PseudoTerminal",
      swiftSettings: strict),
    .target(name: "Seeded", path: "Tests/Seeded", swiftSettings: strict),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["TerminalCore", "TerminalCurses"],
      path: "Tests/TerminalProbe"),

    // Tests.
    .testTarget(name: "ArchitectureTests"),
    .testTarget(name: "RecTextTests", dependencies: ["PseudoTerminal", "RecText", "Seeded"]),
    .testTarget(
      name: "InspectionModelTests",
      dependencies: ["InspectionModel", "InspectionOperations", "Seeded"]),
    .testTarget(
      name: "InspectionOperationsTests",
      dependencies: ["InspectionModel", "InspectionOperations", "InspectionStore", "RecText"]),
    .testTarget(
      name: "InspectionAnalysisTests",
      dependencies: [
        "BuiltIn", "InspectionAnalysis", "InspectionModel", "InspectionOperations",
        "InspectionStore", "RecText", "Seeded",
      ]),
    .testTarget(
      name: "InspectionStoreTests",
      dependencies: ["CLinux", "InspectionModel", "InspectionStore", "RecText", "Seeded"]),
    .testTarget(
      name: "LetterReaderTests",
      dependencies: ["InspectionModel", "InspectionOperations", "LetterReader", "Seeded"]),
    .testTarget(
      name: "TableReaderTests",
      dependencies: [
        "BuiltIn", "Exchange", "InspectionModel", "InspectionOperations", "InspectionStore",
        "RecText", "TableReader",
      ]),
    .testTarget(
      name: "ExchangeTests",
      dependencies: [
        "BuiltIn", "Exchange", "InspectionAnalysis", "InspectionModel", "InspectionOperations",
        "InspectionStore", "RecText", "Seeded",
      ]),
    .testTarget(name: "ManualTests", dependencies: ["Manual"]),
    .testTarget(name: "TerminalCoreTests", dependencies: ["TerminalCore", "Seeded"]),
    .testTarget(
      name: "TerminalCursesTests",
      dependencies: ["PseudoTerminal", "TerminalCurses", "TerminalProbe", "Seeded"]),
    .testTarget(
      name: "InspectionUITests",
      dependencies: [
        "InspectionModel", "InspectionOperations", "InspectionStore", "InspectionUI", "RecText",
        "TerminalCore", "Seeded",
      ], exclude: ["Golden"]),
    .testTarget(
      name: "JointviewTests",
      dependencies: [
        "InspectionUI", "Manual", "PseudoTerminal", "jointview", "Seeded", "TerminalCore",
      ]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
