// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that neither the program nor its tests wait for it to be built.
let package = Package(
  name: "jointview-benchmark",
  products: [.executable(name: "register-benchmark", targets: ["RegisterBenchmark"])],
  dependencies: [.package(name: "jointview", path: "../..")],
  targets: [
    // Yardsticks: what plain C programs do at the least.
    .target(name: "CPass", cSettings: [.unsafeFlags(["-O2"])]),
    .executableTarget(name: "BareCurses", linkerSettings: [.linkedLibrary("ncursesw")]),
    .executableTarget(
      name: "RegisterBenchmark",
      dependencies: ["CPass", .product(name: "ProgramTesting", package: "jointview")]),
  ],
  swiftLanguageModes: [.v6]
)
