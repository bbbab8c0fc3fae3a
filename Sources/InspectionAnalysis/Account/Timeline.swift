public import InspectionModel

/// Spans of days in lanes: inspections of an area over the years, rounds of a programme.
public struct Timeline: Hashable, Sendable {
  public var title: String
  /// The first and the last day shown.
  public var from: Day
  public var to: Day
  public var lanes: [Lane]
  public var notes: [String]

  public init(title: String, from: Day, to: Day, lanes: [Lane], notes: [String] = []) {
    (self.title, self.from, self.to, self.lanes, self.notes) = (title, from, to, lanes, notes)
  }

  public struct Lane: Hashable, Sendable {
    public var name: String
    public var spans: [Span]

    public init(_ name: String, _ spans: [Span]) {
      (self.name, self.spans) = (name, spans)
    }
  }

  public struct Span: Hashable, Sendable {
    public var name: String
    /// First and last day, both within.
    public var from: Day
    public var to: Day
    public var kind: Kind
    /// What opens on Enter.
    public var basis: [Row]

    public init(_ name: String, from: Day, to: Day, kind: Kind, basis: [Row]) {
      (self.name, self.from, self.to, self.kind, self.basis) = (name, from, to, kind, basis)
    }

    /// Each has a mark of its own that reads without colour.
    public enum Kind: Hashable, Sendable {
      case onSite
      /// Notice to action plan, outside the days on site.
      case footprint
      /// The same where an end of it was filled in from the framework.
      case assumed
      /// A day that something happened on: publication, a decision.
      case event
      /// Days between two things that came too close to one another.
      case gap
      /// An inspection by the grade it ended with; nil where it has none.
      case graded(Grade?)
      /// A day by which something is due.
      case due
    }
  }
}
