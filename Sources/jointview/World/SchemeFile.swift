import InspectionUI
import TerminalCore

/// A colour scheme with what its file says of it.
///
/// The file is in the Base16 format, in both its spellings: `base00: "181818"` at the top, or under
/// `palette:`. Two keys are our own, both about what is promised: `contrast: 7` and
/// `safe-for: red-green`. Remarks at its beginning name its `Source:` and `Licence:`.
struct SchemeFile {
  let scheme: Scheme
  /// What the scheme calls itself, and whose it is.
  let title: String?
  let author: String?
  private let bytes: [UInt8]

  /// - Parameter path: what the file is called in what is said of it.
  init(_ bytes: [UInt8], name: String, path: String) throws(SchemeProblem) {
    let reader = SchemeReader(path: path)
    let root = try reader.root(bytes)
    let colours = try reader.colours(root)
    guard let scheme = Scheme(name: name, colours: colours, demands: try reader.demands(root))
    else { throw reader.problem(root, "a scheme has sixteen colours") }
    self.scheme = scheme
    (title, author) = (root["name"]?.text, root["author"]?.text)
    self.bytes = bytes
  }

  var source: String? { remark("Source") }
  var licence: String? { remark("Licence") }

  /// What a line at the beginning says: `# Licence: MIT`.
  private func remark(_ name: String) -> String? {
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
      .prefix { $0.first == UInt8(ascii: "#") }
    let start = "# \(name): "
    return lines.first { $0.starts(with: start.utf8) }
      .map { String(decoding: $0.dropFirst(start.utf8.count), as: UTF8.self) }
  }
}

/// What is wrong with a scheme's file, and where.
struct SchemeProblem: Error, CustomStringConvertible {
  /// The file, the line and the column; nil where it cannot be read at all.
  let place: String?
  let sentence: String

  var description: String { place.map { "\($0): \(sentence)" } ?? sentence }
}

private struct SchemeReader {
  let path: String

  func problem(_ value: YAML, _ sentence: String) -> SchemeProblem {
    problem(value.line, value.column, sentence)
  }

  private func problem(_ line: Int, _ column: Int, _ sentence: String) -> SchemeProblem {
    SchemeProblem(place: "\(path):\(line):\(column)", sentence: sentence)
  }

  func root(_ bytes: [UInt8]) throws(SchemeProblem) -> YAML {
    let root: YAML?
    do {
      root = try YAML.read(bytes)
    } catch {
      throw problem(error.line, error.column, error.sentence)
    }
    guard let root else { throw problem(1, 1, "the file is empty") }
    guard root.mapping != nil else {
      throw problem(root, "a scheme is a list of names and colours")
    }
    return root
  }

  func colours(_ root: YAML) throws(SchemeProblem) -> [RGB] {
    let palette = root["palette"].flatMap { $0.mapping == nil ? nil : $0 } ?? root
    var found: [RGB] = []
    for slot in 0..<16 {
      let key = "base0" + String(slot, radix: 16, uppercase: true)
      guard let value = palette[key] else {
        throw problem(palette, "the colour \(key) is missing")
      }
      guard let colour = value.text.flatMap({ RGB(hex: $0) }) else {
        throw problem(value, "\(key) is not a colour; write six hexadecimal digits")
      }
      found.append(colour)
    }
    return found
  }

  func demands(_ root: YAML) throws(SchemeProblem) -> Scheme.Demands {
    var demands = Scheme.Demands()
    if let value = root["contrast"] {
      guard let contrast = value.text.flatMap(Double.init), (4.5...21).contains(contrast) else {
        throw problem(value, "contrast is a number from 4.5 to 21")
      }
      demands.contrast = contrast
    }
    if let value = root["safe-for"] {
      guard value.text == "red-green" else { throw problem(value, "safe-for can be red-green") }
      demands.isSafeForRedGreen = true
    }
    return demands
  }
}
