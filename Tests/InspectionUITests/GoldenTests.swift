import Glibc
import InspectionUI
import Testing

/// Every list as it is drawn at four sizes, held against what somebody has looked at.
///
/// `JOINTVIEW_GOLDEN=write` writes the screens anew, to be read in the difference.
struct GoldenTests {
  private static let sizes = [(60, 16), (80, 24), (120, 36), (200, 60)]

  /// The screens, by the keys that lead there.
  private static let screens = [
    ("areas", ""), ("inspections", "g i"), ("passages", "g e"), ("contributions", "g c"),
    ("judgements", "g j"), ("memos", "<Enter> <Enter> <Enter> m a b c <Enter> g n"),
    ("reviews", "g r #"), ("codebook", "g d"), ("inspection", "g i j <Enter>"),
    ("groups", "g c #"), ("group-inside", "g c # #"), ("marked", "g e % <lt>"),
    ("sorted", "g e > s S > S"), ("wrapped", "g c > > > > _ _ _"), ("columns", "g c C"),
    ("completion", "g c / a g <Tab>"), ("picture", "g m"), ("palette", ":"),
    ("area", "<Enter>"), ("welcome", "g w"), ("export", "g c x"),
  ]

  @Test(arguments: screens.map(\.0))
  func `a screen is drawn as it was looked at`(name: String) throws {
    let keys = Self.screens.first { $0.0 == name }?.1 ?? ""
    for (columns, rows) in Self.sizes {
      let stage = try play(keys, size: (columns, rows))
      let drawn = stage.canvas.text.joined(separator: "\n") + "\n"
      let path = Self.folder + "/\(name)-\(columns)x\(rows).txt"
      if Self.isWriting { Self.write(drawn, to: path) }
      #expect(drawn == Self.read(path), "\(name) at \(columns)x\(rows)")
    }
  }

  private static let isWriting =
    getenv("JOINTVIEW_GOLDEN").map { String(cString: $0) == "write" } ?? false

  private static let folder =
    "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/") + "/Golden"

  private static func read(_ path: String) -> String {
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 100_000)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }

  private static func write(_ text: String, to path: String) {
    guard let file = fopen(path, "w") else { return }
    defer { fclose(file) }
    fputs(text, file)
  }
}
