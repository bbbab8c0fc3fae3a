import InspectionModel

/// What one agency, or one criterion, has on both sides, and how far its shares differ.
struct ComparedLine {
  let subject: Row
  let name: String
  let left: ComparedSide.Cell
  let right: ComparedSide.Cell
  /// Nil where there is nothing on a side. Drawn once, since it takes many resamples.
  let difference: Difference?

  /// The share on the left less that on the right, with its interval of 95 %.
  struct Difference {
    let value: Double
    let span: Proportion.Span?

    var points: String { Percent.difference(value) }
    var interval: String? { span.map { Percent.difference($0) } }
  }

  private init(_ subject: Row, _ name: String, _ left: ComparedSide, _ right: ComparedSide) {
    (self.subject, self.name) = (subject, name)
    let (mine, theirs) = (left.cells[subject] ?? .init(), right.cells[subject] ?? .init())
    (self.left, self.right) = (mine, theirs)
    difference = mine.share.share.flatMap { one in
      theirs.share.share.map { other in
        Difference(
          value: one - other,
          span: ReportBootstrap().difference(mine.reports, less: theirs.reports))
      }
    }
  }

  /// Those that either side has, in the order of the field. O(agencies · resamples · reports).
  static func ofAgencies(
    _ left: ComparedSide, _ right: ComparedSide, _ register: Register
  ) -> [ComparedLine] {
    register.all(Agency.self).inOrderOfField.filter { has($0.row, left, right) }.map { agency in
      ComparedLine(agency.row, agency.name, left, right)
    }
  }

  /// Those that either side has, in the order of the register.
  static func ofCriteria(
    _ left: ComparedSide, _ right: ComparedSide, _ register: Register
  ) -> [ComparedLine] {
    register.all(Criterion.self).filter { has($0.row, left, right) }.map { criterion in
      ComparedLine(criterion.row, "\(criterion.key) \(criterion.name)", left, right)
    }
  }

  private static func has(_ row: Row, _ left: ComparedSide, _ right: ComparedSide) -> Bool {
    left.cells[row] != nil || right.cells[row] != nil
  }
}
