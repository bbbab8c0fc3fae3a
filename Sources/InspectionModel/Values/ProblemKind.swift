/// What is to be done about something that is wrong in a file.
public enum ProblemKind: String, CaseIterable, Sendable {
  /// One of two versions is to be chosen.
  case choose
  case error
  case warning
}
