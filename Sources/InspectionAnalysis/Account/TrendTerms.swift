/// The figure that a trend is of.
public enum TrendFigure: String, CaseIterable, Sendable {
  /// Of what is found about each agency, what is to be improved.
  case shortfalls
  /// Of the agencies in scope, those that show.
  case coverage
  /// Of the inspections, those with an area for priority action.
  case priority
}

/// What a trend goes over.
public enum TrendOver: String, CaseIterable, Sendable {
  case year
  /// Themes as they came, which is how the programme went from round to round.
  case round
  /// Themes in the order of the register.
  case theme
}
