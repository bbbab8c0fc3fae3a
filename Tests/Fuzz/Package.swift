// swift-tools-version: 6.2
import PackageDescription

// A package of its own: a program without a main, which the fuzzer's library brings, would break
// every ordinary build.
let package = Package(
  name: "jointview-fuzz",
  products: [.executable(name: "register-fuzz", targets: ["RegisterFuzz"])],
  dependencies: [.package(name: "jointview", path: "../..")],
  targets: [
    .executableTarget(
      name: "RegisterFuzz",
      dependencies: [.product(name: "RegisterText", package: "jointview")],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])])
  ],
  swiftLanguageModes: [.v6]
)
