// swift-tools-version: 6.2
import PackageDescription

// Builds the catalog of documentation, without making the program depend on the plugin for it:
// swift package generate-documentation --warnings-as-errors
let package = Package(
  name: "documentation",
  dependencies: [
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.4.0")
  ],
  targets: [
    // The catalog is a link to the one in the program's sources.
    .target(name: "Jointview")
  ])
