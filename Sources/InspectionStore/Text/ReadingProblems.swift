import InspectionModel

/// What did not fit when a register was read: put in order and into words when somebody asks.
struct ReadingProblems: Sendable {
  private let diagnostics: Diagnostics
  private let problems: [RecordProblem]
  private let unknownItems: [UnknownItem]
  /// What another version of the file brought, told as it is.
  var others: [Told] = []

  init(_ diagnostics: Diagnostics, _ problems: [RecordProblem], _ unknownItems: [UnknownItem]) {
    (self.diagnostics, self.problems, self.unknownItems) = (diagnostics, problems, unknownItems)
  }

  var walks: [any ToldWalk] { diagnostics.walks(problems, unknownItems) + [FoundWalk(others)] }

  /// All of it, in no order.
  var all: [Told] {
    walks.flatMap { walk in
      var walk = walk
      var all: [Told] = []
      while let next = walk.next(before: .max) { all.append(next) }
      return all
    }
  }
}
