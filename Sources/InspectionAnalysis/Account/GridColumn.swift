extension Grid {
  /// A column of a grid: what stands over it, and what it says of a row.
  public struct Column<Element> {
    let heading: Heading
    let figure: (Element) -> Figure

    public init(
      _ name: String, short: String? = nil, unit: String? = nil, style: Heading.Style = .plain,
      _ figure: @escaping (Element) -> Figure
    ) {
      heading = Heading(name, short: short, unit: unit, style: style)
      self.figure = figure
    }
  }
}

extension Grid.Column {
  /// Bars.
  static func bar(
    _ name: String, short: String? = nil, unit: String? = nil,
    _ figure: @escaping (Element) -> Figure
  ) -> Grid.Column<Element> {
    Grid.Column(name, short: short, unit: unit, style: .bar, figure)
  }

  /// A phrase that stands on no records of its own.
  static func phrase(
    _ name: String, short: String? = nil, _ phrase: @escaping (Element) -> String
  ) -> Grid.Column<Element> {
    Grid.Column(name, short: short) { Figure(.phrase(phrase($0))) }
  }
}
