/// One sheet of a workbook as comma-separated values, or all of a file that is such.
public struct TableSheet: Sendable {
  /// Nil for the only one of a file.
  public var name: String?
  /// Whether whoever opens the file does not see it.
  public var isHidden: Bool
  public var text: [UInt8]
  /// Where its text begins: some converters leave out what is blank before it.
  public var corner: SheetCorner

  public init(
    _ text: [UInt8], named name: String? = nil, isHidden: Bool = false,
    from corner: SheetCorner = SheetCorner()
  ) {
    (self.text, self.name, self.isHidden, self.corner) = (text, name, isHidden, corner)
  }

  /// How it is called where it is only named.
  public var title: String { (name ?? "").onOneLine + (isHidden ? " (hidden)" : "") }
}
