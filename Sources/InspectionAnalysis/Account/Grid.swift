public import InspectionModel

/// Figures in rows and columns: a heat map, a matrix, a table, or bars where a column asks for them.
public struct Grid: Hashable, Sendable {
  public var title: String
  /// What the headings of the rows are: `agency`.
  public var corner: String
  public var columns: [Heading]
  public var lines: [Line]
  /// What the marks in it mean, and how many records it stands on; a sentence each.
  public var notes: [String]

  public init(
    title: String, corner: String, columns: [Heading], lines: [Line], notes: [String] = []
  ) {
    (self.title, self.corner, self.columns) = (title, corner, columns)
    (self.lines, self.notes) = (lines, notes)
  }

  /// What stands over a column or before a line.
  public struct Heading: Hashable, Sendable {
    public var name: String
    /// Where there is little room: `I3`.
    public var short: String
    /// The unit of the figures under it: `calendar days`.
    public var unit: String?
    /// How the figures under it are shown.
    public var style: Style

    public init(_ name: String, short: String? = nil, unit: String? = nil, style: Style = .plain) {
      (self.name, self.short, self.unit, self.style) = (name, short ?? name, unit, style)
    }

    public enum Style: Hashable, Sendable {
      case plain
      /// The more, the darker.
      case heat
      /// A share or a count as the length of a bar.
      case bar
    }
  }

  public struct Line: Hashable, Sendable {
    public var heading: Heading
    /// The record the line is about, if it is about one.
    public var subject: Row?
    /// One figure a column.
    public var figures: [Figure]

    public init(_ heading: Heading, subject: Row? = nil, _ figures: [Figure]) {
      (self.heading, self.subject, self.figures) = (heading, subject, figures)
    }
  }
}
