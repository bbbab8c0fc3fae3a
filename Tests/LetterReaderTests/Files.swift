import Glibc

/// Files and programs, for tests that read published letters.
enum Files {
  /// The top of the repository, seen from this file.
  static var repository: String {
    #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
  }

  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  static func text(of path: String) throws -> String {
    String(decoding: try bytes(fopen(path, "r"), path, close: fclose), as: UTF8.self)
  }

  /// What a shell command prints.
  static func output(of command: String) throws -> [UInt8] {
    try bytes(popen(command, "r"), command, close: pclose)
  }

  /// The names in a folder, sorted.
  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(withUnsafePointer(to: &entry.pointee.d_name.0) { String(cString: $0) })
    }
    return names.sorted()
  }

  private static func bytes(
    _ file: UnsafeMutablePointer<FILE>?, _ name: String,
    close: (UnsafeMutablePointer<FILE>) -> Int32
  ) throws -> [UInt8] {
    guard let file else { throw Unreadable(name: name) }
    defer { _ = close(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
    }
  }

  struct Unreadable: Error {
    let name: String
  }
}
