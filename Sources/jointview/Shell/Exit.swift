import InspectionModel

/// How a command ended.
enum Exit: Int32 {
  case done = 0
  case problems = 1
  case usage = 2
  case decision = 3
  /// A merge for git in whose file not both versions stand: git is to give it up.
  case abandoned = 255
}

/// A sentence for the person, and the code to leave with.
struct Failure: Error {
  let sentence: String
  let exit: Exit
  /// Lines below the sentence that show the place.
  var detail = ""

  init(_ sentence: some CustomStringConvertible, _ exit: Exit = .problems) {
    self.sentence = String(describing: sentence)
    self.exit = exit
  }
}

extension Failure {
  /// A filter that makes no sense, with a mark below the place.
  init(_ problem: QueryProblem, in filter: String) {
    self.init(problem, .usage)
    detail = "  \(filter)\n  \(String(repeating: " ", count: problem.column - 1))^\n"
  }
}
