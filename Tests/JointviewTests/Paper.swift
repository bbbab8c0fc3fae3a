/// A PDF file of a few lines a page, as small as one can be: for letters, and for what is no
/// letter.
struct Paper {
  var pages: [[String]]
  /// Whether a password that nobody knows protects it.
  var isEncrypted = false

  /// A paper that says these lines on its pages.
  init(_ pages: [[String]], isEncrypted: Bool = false) {
    self.pages = pages
    self.isEncrypted = isEncrypted
  }

  /// A letter's text, 50 lines a page.
  init(of text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    pages = stride(from: 0, to: lines.count, by: 50).map { Array(lines[$0...].prefix(50)) }
  }

  /// The file, which is ASCII throughout.
  var text: String {
    var file = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (number, object) in objects.enumerated() {
      offsets.append(file.utf8.count)
      file += "\(number + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    let entries = offsets.map { offset in
      String(repeating: "0", count: 10 - String(offset).count) + "\(offset) 00000 n \n"
    }
    let code = "<0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF>"
    let lock =
      isEncrypted
      ? "/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O \(code) /U \(code) >>"
      : ""
    return file + "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n" + entries.joined()
      + "trailer << /Size \(objects.count + 1) /Root 1 0 R \(lock) >>\nstartxref\n\(start)\n%%EOF\n"
  }

  /// Catalogue, list of pages, font; then each page with what is on it.
  private var objects: [String] {
    let kids = pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
    let head = [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    return head
      + pages.enumerated().flatMap { index, lines in
        let content = Self.content(lines)
        return [
          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            + "/Resources << /Font << /F 3 0 R >> >> /Contents \(5 + 2 * index) 0 R >>",
          "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
        ]
      }
  }

  /// A page without lines has a black square on it, as a scan has a picture.
  private static func content(_ lines: [String]) -> String {
    if lines.isEmpty { return "60 700 100 100 re f" }
    let shown = lines.map { "(\(escaped($0))) Tj T*" }.joined(separator: "\n")
    return "BT /F 8 Tf 14 TL 50 790 Td\n\(shown)\nET"
  }

  /// Typographic marks by their number in the font's encoding.
  private static func escaped(_ line: String) -> String {
    line.reduce(into: "") { text, character in
      switch character {
      case "(", ")", "\\": text += "\\\(character)"
      case "\u{2019}": text += "\\222"
      case "\u{2018}": text += "\\221"
      case "\u{2022}", "\u{F06E}": text += "\\225"
      default: text.append(character)
      }
    }
  }
}
