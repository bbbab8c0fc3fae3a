public import InspectionModel

/// Figures in rows and columns: a heat map, a matrix, a table, or bars where a column asks for
/// them.
///
/// Invariant: every line has one figure a column, since one initialiser makes both.
public struct Grid: Hashable, Sendable {
  public let title: String
  /// What the headings of the rows are: `agency`.
  public let corner: String
  public let columns: [Heading]
  public let lines: [Line]
  /// What the marks in it mean, and how many records it stands on; a sentence each.
  public let notes: [String]

  /// A line of each row.
  ///
  /// - Parameters:
  ///   - name: what stands before a line.
  ///   - short: the same where there is little room.
  ///   - subject: the record a line is about, if it is about one.
  ///   - columns: each with what it says of a row.
  public init<Element>(
    title: String, corner: String, rows: some Sequence<Element>,
    named name: (Element) -> String, short: (Element) -> String? = { _ in nil },
    subject: (Element) -> Row? = { _ in nil }, columns: [Column<Element>], notes: [String] = []
  ) {
    (self.title, self.corner, self.notes) = (title, corner, notes)
    self.columns = columns.map(\.heading)
    lines = rows.map { row in
      Line(
        heading: Heading(name(row), short: short(row)), subject: subject(row),
        figures: columns.map { $0.figure(row) })
    }
  }

  /// What stands over a column or before a line.
  public struct Heading: Hashable, Sendable {
    public let name: String
    /// Where there is little room: `I3`.
    public let short: String
    /// The unit of the figures under it: `calendar days`.
    public let unit: String?
    /// How the figures under it are shown.
    public let style: Style

    init(_ name: String, short: String? = nil, unit: String? = nil, style: Style = .plain) {
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
    public let heading: Heading
    /// The record the line is about, if it is about one.
    public let subject: Row?
    /// One figure a column.
    public let figures: [Figure]

    fileprivate init(heading: Heading, subject: Row?, figures: [Figure]) {
      (self.heading, self.subject, self.figures) = (heading, subject, figures)
    }
  }
}
