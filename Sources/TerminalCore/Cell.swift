/// One place on a canvas: a glyph, or a half of one, in a style.
///
/// Eight bytes with nothing to count or free, so that a frame of 12 000 cells is compared and
/// copied as plain memory. A glyph of more than one scalar lives in its canvas; the cell holds its
/// number.
public struct Cell: Hashable, Sendable, BitwiseCopyable {
  /// The glyph in the lower half; role, attributes and ground above it. One word, so that comparing
  /// rows is comparing words.
  private var bits: UInt64

  /// A scalar, or ``clusterFlag`` and an index into the canvas's clusters, or ``rightHalf``.
  var glyph: UInt32 { UInt32(truncatingIfNeeded: bits) }

  /// How it is shown.
  public internal(set) var style: Style {
    get { Style(number: UInt32(truncatingIfNeeded: bits >> 32)) }
    set { self = Cell(glyph: glyph, style: newValue) }
  }

  init(glyph: UInt32, style: Style) {
    bits = UInt64(glyph) | UInt64(style.number) << 32
  }

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
