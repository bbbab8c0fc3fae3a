import BuiltIn
import InspectionStore
import InspectionUI
import TerminalCore

/// Colour schemes in Base16 YAML: those in the folders for them, and three built in.
struct Schemes: Sendable {
  let folders: [String]

  /// A scheme as it was found; the problem says why another one than asked for.
  struct Found {
    let scheme: Scheme
    let problem: String?
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
      let path = "\(folder)/\(name).yaml"
      switch Files.read(path, upTo: YAML.Limit.bytes) {
      case .success(let bytes): return found(name, bytes, path)
      case .failure(let error): return Found(scheme: Self.first, problem: error.description)
      }
    }
    guard let builtIn = Self.builtIn.first(where: { $0.name == name }) else {
      let all = names.joined(separator: ", ")
      return Found(
        scheme: Self.first, problem: "there is no colour scheme “\(name)”; there are \(all)")
    }
    return found(name, builtIn.bytes, "built-in \(name).yaml")
  }

  private func found(_ name: String, _ bytes: [UInt8], _ path: String) -> Found {
    do throws(SchemeProblem) {
      let scheme = try SchemeFile.read(bytes, name: name)
      return Found(scheme: scheme, problem: nil)
    } catch {
      return Found(scheme: Self.first, problem: "\(path):\(error)")
    }
  }

  // MARK: - Built in

  private static var builtIn: [(name: String, bytes: [UInt8])] {
    [
      ("dark", copy(builtin_scheme_dark, builtin_scheme_dark_count)),
      ("light", copy(builtin_scheme_light, builtin_scheme_light_count)),
      ("monochrome", copy(builtin_scheme_monochrome, builtin_scheme_monochrome_count)),
    ]
  }

  private static func copy(_ start: UnsafePointer<UInt8>, _ count: Int) -> [UInt8] {
    Array(UnsafeBufferPointer(start: start, count: count))
  }

  /// What is used when nothing else can be: the built-in dark scheme, which a test reads.
  private static var first: Scheme {
    guard let scheme = try? SchemeFile.read(builtIn[0].bytes, name: "dark") else {
      preconditionFailure("the built-in scheme cannot be read")
    }
    return scheme
  }
}

/// What is wrong with a scheme's file, and where.
struct SchemeProblem: Error, CustomStringConvertible {
  let line: Int
  let sentence: String

  var description: String { "\(line): \(sentence)" }
}

/// The Base16 format, in both its spellings: `base00: "181818"` at the top, or under `palette:`.
enum SchemeFile {
  static func read(_ bytes: [UInt8], name: String) throws(SchemeProblem) -> Scheme {
    let root = try root(bytes)
    guard root.mapping != nil else {
      throw SchemeProblem(line: 1, sentence: "a scheme is a list of names and colours")
    }
    let palette = root["palette"].flatMap { $0.mapping == nil ? nil : $0 }
    let colours = palette ?? root
    var found: [RGB] = []
    for slot in 0..<16 {
      let key = "base0" + String(slot, radix: 16, uppercase: true)
      guard let value = colours[key] else {
        throw SchemeProblem(line: 1, sentence: "the colour \(key) is missing")
      }
      guard let colour = value.text.flatMap({ RGB(hex: $0) }) else {
        throw SchemeProblem(
          line: value.line, sentence: "\(key) is not a colour; write six hexadecimal digits")
      }
      found.append(colour)
    }
    guard let scheme = Scheme(name: name, colours: found) else {
      throw SchemeProblem(line: 1, sentence: "a scheme has sixteen colours")
    }
    return scheme
  }

  private static func root(_ bytes: [UInt8]) throws(SchemeProblem) -> YAML {
    let root: YAML?
    do {
      root = try YAML.read(bytes)
    } catch {
      throw SchemeProblem(line: error.line, sentence: error.sentence)
    }
    guard let root else { throw SchemeProblem(line: 1, sentence: "the file is empty") }
    return root
  }
}
