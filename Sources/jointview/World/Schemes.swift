import BuiltIn
import InspectionStore
import InspectionUI

/// Colour schemes in Base16 YAML: those in the folders for them, and those built in.
struct Schemes: Sendable {
  let folders: [String]

  /// A scheme as it was found; the problem says why another one than asked for.
  struct Found {
    let file: SchemeFile
    let problem: String?

    var scheme: Scheme { file.scheme }
  }

  /// The names one can ask for, each once.
  var names: [String] {
    let found = folders.flatMap { folder in
      Files.names(in: folder).filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
    }
    return Array(Set(found + Self.builtIn.map(\.name))).sorted()
  }

  /// The scheme of a name; where there is none, or it makes no sense, the first built-in one and
  /// the reason.
  func scheme(_ name: String) -> Found {
    for folder in folders where Files.exists("\(folder)/\(name).yaml") {
      return found(Self.file("\(folder)/\(name).yaml", name: name))
    }
    guard let builtIn = Self.builtIn.first(where: { $0.name == name }) else {
      let all = names.joined(separator: ", ")
      return Found(
        file: Self.first, problem: "there is no colour scheme “\(name)”; there are \(all)")
    }
    return found(
      Result { () throws(SchemeProblem) in
        try SchemeFile(builtIn.bytes, name: name, path: "built-in \(name).yaml")
      })
  }

  private func found(_ outcome: Result<SchemeFile, SchemeProblem>) -> Found {
    switch outcome {
    case .success(let file): Found(file: file, problem: nil)
    case .failure(let problem): Found(file: Self.first, problem: problem.description)
    }
  }

  /// The scheme of a file, or what is wrong with it.
  static func file(_ path: String, name: String) -> Result<SchemeFile, SchemeProblem> {
    Result { () throws(SchemeProblem) in
      switch Files.read(path, upTo: YAML.Limit.bytes) {
      case .success(let bytes): try SchemeFile(bytes, name: name, path: path)
      case .failure(let error): throw SchemeProblem(place: nil, sentence: error.description)
      }
    }
  }

  // MARK: - Built in

  private static var builtIn: [(name: String, bytes: [UInt8])] {
    UnsafeBufferPointer(start: builtin_schemes, count: builtin_schemes_count).map { scheme in
      (String(cString: scheme.name), Array(String(cString: scheme.text).utf8))
    }
  }

  /// What is used when nothing else can be: the first built-in scheme, which a test reads.
  private static var first: SchemeFile {
    let (name, bytes) = builtIn[0]
    guard let file = try? SchemeFile(bytes, name: name, path: name) else {
      preconditionFailure("the built-in scheme cannot be read")
    }
    return file
  }
}
