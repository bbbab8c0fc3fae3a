/// How what is wrong in a file is listed.
extension TableColumn {
  static let ofProblems: [TableColumn] = [
    TableColumn(
      "Place", 22...24, text: { ListedProblem($0).place },
      // By file, and in it as they stand there: line 9 before line 10.
      order: { record in
        let problem = ListedProblem(record)
        let file = problem.place.prefix { $0 != ":" }
        return .text("\(file)\u{0}\(padded(problem.line))\(padded(problem.column))")
      }, place: { _ in FieldPath(.place) }),
    TableColumn("Kind", 7...7, rank: 2, by: FieldPath(.kind)),
    TableColumn("Problem", 30...200, by: FieldPath(.problem)),
    TableColumn("Type", 12...14, rank: 3, by: FieldPath(.type), isShown: false),
    TableColumn("Record", 20...34, rank: 3, by: FieldPath(.record), isShown: false),
  ]

  private static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 10 - digits.count)) + digits
  }
}
