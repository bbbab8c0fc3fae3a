/// One place on a canvas: a glyph, or a half of one, in a style.
///
/// Eight bytes with nothing to count or free, so that a frame of 12 000 cells is compared and copied
/// as plain memory. A glyph of more than one scalar lives in its canvas; the cell holds its number.
public struct Cell: Hashable, Sendable, BitwiseCopyable {
  /// A scalar, or ``clusterFlag`` and an index into the canvas's clusters, or ``rightHalf``.
  var glyph: UInt32

  /// How it is shown.
  public var style: Style

  /// What the glyph of the right half of a wide character says.
  static let rightHalf: UInt32 = 0xFFFF_FFFF

  /// Set in a glyph that is a number of a cluster; no scalar is so large.
  static let clusterFlag: UInt32 = 0x8000_0000

  /// A blank in a style.
  static func blank(_ style: Style) -> Cell {
    Cell(glyph: 0x20, style: style)
  }

  /// Whether this is the right half of the wide character before it.
  public var isRightHalf: Bool { glyph == Cell.rightHalf }

  /// The number of the cluster it shows, if it shows one.
  var cluster: Int? {
    glyph & Cell.clusterFlag != 0 && !isRightHalf ? Int(glyph & ~Cell.clusterFlag) : nil
  }
}
