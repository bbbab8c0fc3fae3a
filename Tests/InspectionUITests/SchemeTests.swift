import Glibc
import InspectionUI
import TerminalCore
import Testing

/// The schemes in the folder `themes`, by name.
private let schemes: [String: Scheme] = {
  let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  let names = ["dark", "light", "monochrome"]
  return names.reduce(into: [:]) { $0[$1] = scheme("/\(root)/themes/\($1).yaml", $1) }
}()

/// A Base16 file read line by line: `base0A: "#rrggbb"`.
private func scheme(_ path: String, _ name: String) -> Scheme? {
  guard let file = fopen(path, "r") else { return nil }
  defer { fclose(file) }
  var bytes = [UInt8](repeating: 0, count: 10_000)
  let count = fread(&bytes, 1, bytes.count, file)
  let text = String(decoding: bytes.prefix(count), as: UTF8.self)
  let colours = text.split(separator: "\n").filter { $0.contains("base0") }
    .compactMap { $0.split(separator: "\"").last.flatMap { RGB(hex: String($0)) } }
  return Scheme(name: name, colours: colours)
}

/// WCAG 2.2, relative luminance (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance).
private func luminance(_ colour: RGB) -> Double {
  let parts = [colour.red, colour.green, colour.blue].map { part -> Double in
    let share = Double(part) / 255
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
  }
  return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
}

/// WCAG 2.2, contrast ratio: from 1 to 21.
private func contrast(_ look: Look) -> Double? {
  guard case .rgb(let text, _) = look.foreground, case .rgb(let ground, _) = look.background else {
    return nil
  }
  let (a, b) = (luminance(text), luminance(ground))
  return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

@Test(arguments: ["dark", "light", "monochrome"])
func `every scheme can be read by everybody`(name: String) throws {
  let palette = try #require(schemes[name]).palette
  for (role, roleName) in Role.named {
    // Lines between panes are no text: WCAG 1.4.11 asks 3 of them, 1.4.3 asks 4.5 of text.
    let wanted = role == .rule ? 3.0 : 4.5
    let ratio = try #require(contrast(palette[role]), "\(roleName)")
    #expect(ratio >= wanted, "\(roleName) of \(name): \(ratio)")
  }
}

@Test func `light is light and dark is dark`() {
  #expect(schemes["light"]?.isLight == true)
  #expect(schemes["dark"]?.isLight == false)
}

@Test func `a scheme has sixteen colours or is none`() {
  let black = RGB(red: 0, green: 0, blue: 0)
  #expect(Scheme(name: "few", colours: Array(repeating: black, count: 15)) == nil)
  #expect(Scheme(name: "right", colours: Array(repeating: black, count: 16)) != nil)
}

@Test func `without colour the row under the cursor is still another`() throws {
  let palette = try #require(schemes["monochrome"]).palette
  let reversed = Role.named.filter { palette[$0.role].withoutColour.contains(.reverse) }.map(\.name)
  #expect(reversed == ["cursor"])
  #expect(try play("j").canvas.text.filter { $0.hasPrefix("▌") }.count == 1)
}

@Test func `directions and faults never say by colour alone what they say`() throws {
  let stage = try play("g c")
  #expect(stage.canvas.text(row: 2).contains(" - "))
}

@Test func `lines between panes are seen in eight colours too`() throws {
  for scheme in schemes.values {
    guard case .rgb(_, let line) = scheme.palette[.rule].foreground,
      case .rgb(_, let ground) = scheme.palette[.rule].background
    else { continue }
    #expect(line != ground, "the lines of \(scheme.name) cannot be seen")
  }
}
