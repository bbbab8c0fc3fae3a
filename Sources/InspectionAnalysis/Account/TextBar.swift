/// Bars and shades of block characters, which read without colour.
public enum TextBar {
  private static let eighths: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]
  private static let levels: [Character] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// A bar for a share from 0 to 1 of so many columns; something above nought shows.
  public static func bar(_ share: Double, width: Int) -> String {
    guard share.isFinite, share > 0, width > 0 else { return "" }
    let parts = max(1, Int((min(1, share) * Double(width * 8)).rounded()))
    let whole = String(repeating: "█", count: parts / 8)
    return parts % 8 == 0 ? whole : whole + String(eighths[parts % 8 - 1])
  }

  /// A shade from 0 to 8 as one character.
  public static func level(_ shade: Int) -> Character { levels[max(0, min(8, shade))] }
}
