/// A page for `man`, in the macros of man(7).
public struct ManPage: Sendable {
  public let name: String
  /// The section of the manual that it belongs to: 1 for commands, 5 for files.
  public let section: Int
  /// What it is about, in a few words.
  public let summary: String
  /// The day of the text: `2026-11-29`.
  public let date: String
  /// What the page comes with: `jointview 0.1.0`.
  public let source: String
  public let sections: [(title: String, blocks: [ManualBlock])]

  public init(
    _ name: String, section: Int, summary: String, date: String, source: String,
    sections: [(title: String, blocks: [ManualBlock])]
  ) {
    (self.name, self.section, self.summary) = (name, section, summary)
    (self.date, self.source, self.sections) = (date, source, sections)
  }

  /// The page's source.
  public var roff: String {
    var writer = RoffWriter()
    writer.macro("TH", [name.uppercased(), String(section), date, source], isTitle: true)
    writer.macro("SH", ["NAME"])
    writer.text([.text("\(name) - \(summary)")])
    for (title, blocks) in sections {
      writer.macro("SH", [title.uppercased()])
      for (index, block) in blocks.enumerated() {
        writer.write(block, isFirst: index == 0 || blocks[index - 1].isHeading)
      }
    }
    return writer.lines.map { $0 + "\n" }.joined()
  }
}

extension ManualBlock {
  fileprivate var isHeading: Bool { if case .heading = self { true } else { false } }
}

/// Writes roff line by line. Text never becomes a macro or an escape.
private struct RoffWriter {
  private(set) var lines: [String] = []

  /// Source lines are kept under this; `mandoc` warns of those over 80 bytes.
  private static let width = 72

  /// - Parameter isTitle: whether it is the line from which programs read name and day, whose
  ///   hyphens stay as they are.
  mutating func macro(_ name: String, _ arguments: [String] = [], isTitle: Bool = false) {
    let quoted = arguments.map { argument in
      let text = isTitle ? argument : RoffText.escaped(argument)
      return text.contains(" ") || text.isEmpty ? "\"\(text)\"" : text
    }
    lines.append(([".\(name)"] + quoted).joined(separator: " "))
  }

  /// - Parameter isFirst: whether it stands right below a heading, where no space is to be made.
  mutating func write(_ block: ManualBlock, isFirst: Bool) {
    switch block {
    case .heading(let title): macro("SS", [title])
    case .paragraph(let spans):
      if !isFirst { macro("PP") }
      text(spans)
    case .item(let spans):
      lines.append(".IP \\(bu 2")
      text(spans)
    case .definition(let term, let meaning):
      macro("TP")
      lines.append(RoffText.bold(term.map(\.plain).joined()))
      text(meaning)
    case .code(let code):
      if !isFirst { macro("PP") }
      lines += [".RS 4", ".nf"] + code.map(RoffText.line) + [".fi", ".RE"]
    case .insertion: break
    }
  }

  mutating func text(_ spans: [ManualSpan]) {
    var line = ""
    for word in RoffText.words(spans) {
      if !line.isEmpty, line.utf8.count + 1 + word.utf8.count > Self.width {
        lines.append(RoffText.guarded(line))
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    lines.append(RoffText.guarded(line))
  }
}

/// Text as roff.
private enum RoffText {
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "'": escaped += "\\(aq"
      case "`": escaped += "\\(ga"
      case "\"": escaped += "\\(dq"
      case "^": escaped += "\\(ha"
      case "~": escaped += "\\(ti"
      case _ where scalar.isASCII: escaped.unicodeScalars.append(scalar)
      default:
        let code = String(scalar.value, radix: 16, uppercase: true)
        escaped += "\\[u\(String(repeating: "0", count: max(0, 4 - code.count)))\(code)]"
      }
    }
    return escaped
  }

  static func bold(_ text: String) -> String { guarded("\\fB\(escaped(text))\\fR") }

  /// A line to be shown as it is.
  static func line(_ text: String) -> String { guarded(escaped(text)) }

  /// A line that no macro begins.
  static func guarded(_ line: String) -> String {
    line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" + line : line
  }

  /// Running text, parted where a line may end. Short code is kept whole.
  static func words(_ spans: [ManualSpan]) -> [String] {
    var words: [String] = [""]
    for span in spans {
      var text = span.plain
      let isCode = if case .text = span { false } else { true }
      let isWhole = isCode && text.count <= ManualSpan.longestUnbroken
      if isWhole { text = text.replacing(" ", with: "\u{A0}") }
      for (index, part) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated()
      {
        if index > 0 { words.append("") }
        if part.isEmpty { continue }
        let safe = part.split(separator: "\u{A0}", omittingEmptySubsequences: false)
          .map { escaped(String($0)) }.joined(separator: "\\ ")
        words[words.count - 1] += isCode ? "\\fB\(safe)\\fR" : safe
      }
    }
    return words.filter { !$0.isEmpty }
  }
}
