/// One thing a person sees in one or two columns: a scalar and the marks that join it.
public struct Glyph: Hashable, Sendable, BitwiseCopyable {
  /// The scalar that takes up room.
  public var base: Unicode.Scalar

  /// Up to four combining marks in their order; nought where there is none.
  public var marks: SIMD4<UInt32>

  /// The columns it takes: 1 or 2.
  public var columns: Int

  /// Whether no mark joins the base.
  public var isPlain: Bool { marks == .zero }

  /// The glyph as text.
  public var text: String {
    var scalars = String.UnicodeScalarView([base])
    for lane in 0..<4 where marks[lane] != 0 {
      if let mark = Unicode.Scalar(marks[lane]) { scalars.append(mark) }
    }
    return String(scalars)
  }

  /// What stands for a character that must not reach a terminal.
  static let replacement: Unicode.Scalar = "\u{FFFD}"

  /// What carries a mark that has nothing before it to join.
  static let carrier: Unicode.Scalar = "\u{25CC}"

  init(_ base: Unicode.Scalar, columns: Int = 1) {
    self.base = base
    self.marks = .zero
    self.columns = columns
  }

  /// Adds a mark; the fifth and later ones are dropped, as no terminal stacks so many.
  mutating func join(_ mark: Unicode.Scalar) {
    for lane in 0..<4 where marks[lane] == 0 {
      marks[lane] = mark.value
      return
    }
  }
}

/// Reads a text as glyphs: the one place that decides what of a text reaches the screen.
///
/// - Tabs and line ends become a blank, so that words stay apart.
/// - Other control characters and unassigned code points become U+FFFD.
/// - Joiners, variation selectors, direction marks and other format characters are dropped.
///
/// Cost: linear, 5 to 30 ns a glyph.
struct GlyphReader: Sequence, IteratorProtocol {
  private let scalars: Substring.UnicodeScalarView
  private let bytes: Substring.UTF8View

  /// Where the next glyph begins in the text.
  private(set) var position: String.Index

  init(_ text: Substring) {
    scalars = text.unicodeScalars
    bytes = text.utf8
    position = scalars.startIndex
  }

  mutating func next() -> Glyph? {
    if let scalar = nextPlain() { return Glyph(scalar) }
    while position < scalars.endIndex {
      let scalar = scalars[position]
      scalars.formIndex(after: &position)
      guard var glyph = GlyphReader.glyph(startingWith: scalar) else { continue }
      joinMarks(to: &glyph)
      return glyph
    }
    return nil
  }

  /// The next scalar if it is printable ASCII with no mark behind it: the short way, by which most
  /// of a text goes.
  private mutating func nextPlain() -> Unicode.Scalar? {
    guard position < bytes.endIndex else { return nil }
    let byte = bytes[position]
    let after = bytes.index(after: position)
    guard byte >= 0x20, byte < 0x7F, after == bytes.endIndex || bytes[after] < 0x80 else {
      return nil
    }
    position = after
    return Unicode.Scalar(byte)
  }

  /// The glyph that a scalar begins; nothing for one that is dropped.
  private static func glyph(startingWith scalar: Unicode.Scalar) -> Glyph? {
    switch ScalarKind(scalar) {
    case .narrow: return Glyph(scalar)
    case .wide: return Glyph(scalar, columns: 2)
    case .space: return Glyph(" ")
    case .unshowable: return Glyph(Glyph.replacement)
    case .ignored: return nil
    case .mark:
      var glyph = Glyph(Glyph.carrier)
      glyph.join(scalar)
      return glyph
    }
  }

  /// Takes the marks that follow, and what is dropped among and after them.
  private mutating func joinMarks(to glyph: inout Glyph) {
    while position < scalars.endIndex {
      let scalar = scalars[position]
      if scalar.value < 0x300, scalar.value != 0xAD { return }
      switch ScalarKind(scalar) {
      case .mark: glyph.join(scalar)
      case .ignored: break
      case .narrow, .wide, .space, .unshowable: return
      }
      scalars.formIndex(after: &position)
    }
  }
}
