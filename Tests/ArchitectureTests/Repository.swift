import Glibc

/// The files of the repository, found from this one.
enum Repository {
  static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  /// Whether there is a file or folder of this path.
  static func has(_ path: String) -> Bool { access("\(root)/\(path)", F_OK) == 0 }

  /// The names in a folder, sorted.
  static func names(in folder: String = "") -> [String] {
    guard let stream = opendir("\(root)/\(folder)") else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(withUnsafePointer(to: &entry.pointee.d_name.0) { String(cString: $0) })
    }
    return names.filter { $0 != "." && $0 != ".." }.sorted()
  }

  /// The Swift files below a folder, each by its path in the repository.
  static func swiftFiles(below folder: String) -> [SourceFile] {
    allSwiftFiles.filter { $0.path.hasPrefix("\(folder)/") }
  }

  /// Read once for all tests.
  private static let allSwiftFiles = ["Sources", "Tests"].flatMap(read)

  private static func read(below folder: String) -> [SourceFile] {
    names(in: folder).filter { !$0.hasPrefix(".") }.flatMap { name -> [SourceFile] in
      let path = "\(folder)/\(name)"
      return name.hasSuffix(".swift")
        ? [SourceFile(path: path, text: text(of: path))] : read(below: path)
    }
  }

  /// The text of a file, by its path in the repository.
  static func text(of path: String) -> String {
    guard let file = fopen("\(root)/\(path)", "r") else { return "" }
    defer { fclose(file) }
    var status = stat()
    guard fstat(fileno(file), &status) == 0 else { return "" }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }
}

/// A file of source text.
struct SourceFile {
  let path: String
  let text: String
  let lines: [Substring]

  init(path: String, text: String) {
    (self.path, self.text) = (path, text)
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The modules it imports, whatever stands before or behind the word: `internal import Glibc`.
  var imports: [String] {
    lines.compactMap { line in
      let words = line.split(separator: " ")
      guard let index = words.firstIndex(of: "import"), words.count > index + 1,
        words[..<index].allSatisfy(Self.canStandBeforeImport)
      else { return nil }
      let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let"]
      let name = words[(index + 1)...].first { !kinds.contains($0) } ?? ""
      return name.split(separator: ".").first.map(String.init)
    }
  }

  private static func canStandBeforeImport(_ word: Substring) -> Bool {
    word.hasPrefix("@")
      || ["public", "package", "internal", "private", "fileprivate"].contains(word)
  }
}
