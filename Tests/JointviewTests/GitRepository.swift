import Glibc

/// A repository of git's in which registers are merged by the driver that the manual names.
struct GitRepository {
  let home = Home()

  /// The driver as it is to be copied into a shell.
  static let driver: String = {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let topic = Home().readAll("/\(root)/Sources/BuiltIn/manual/git.md") ?? ""
    guard let start = topic.firstRange(of: "merge.jointview.driver '") else { return "" }
    return String(topic[start.upperBound...].prefix { $0 != "'" }).replacing("\n    ", with: "\n")
  }()

  /// A value as git writes it between quotation marks.
  private static func quoted(_ value: String) -> String {
    value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n")
  }

  /// The driver as older versions of the manual named it.
  static let formerDriver =
    "if command -v jointview >/dev/null; then jointview merge %O %A %B --marker-size %L --name %P;"
    + " else git merge-file %A %O %B; fi"

  /// - Parameter attributes: what the files are that it merges.
  init(driver: String = Self.driver, attributes: String = "*.rec merge=jointview") {
    home.write(attributes + "\n", to: "repository/.gitattributes")
    home.write("#!/bin/sh\nexec '\(programPath)' \"$@\"\n", to: "bin/jointview")
    home.write(
      """
      [user]
        name = Ada
        email = ada@example.org
      [merge "jointview"]
        driver = "\(Self.quoted(driver))"
      [init]
        defaultBranch = main

      """, to: ".gitconfig")
    _ = run("chmod +x ../bin/jointview; git init -q; git add .; git commit -qm start")
  }

  /// Runs a script in it, until something of it fails.
  @discardableResult
  func run(_ script: String) -> Outcome {
    let head = "set -e; cd '\(home.path)/repository'; PATH='\(home.path)/bin':$PATH\n"
    return home.run("-c", head + script, program: "/bin/sh")
  }

  func read(_ name: String) -> String { home.read("repository/\(name)") ?? "" }
}
