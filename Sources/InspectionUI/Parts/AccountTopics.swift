import InspectionAnalysis
import InspectionModel

/// What can be done on the screen of each topic beyond reading it.
extension AccountTopic {
  /// The actions of its own, for the line of hints.
  var actions: [Action] {
    switch self {
    case .picture, .method: []
    }
  }

  /// Does what an action means on a figure of this topic; nil where it means nothing.
  func perform(
    _ action: Action, on figure: Figure?, _ request: AccountRequest, _ context: Context
  ) -> [Step]? {
    switch self {
    case .picture, .method: nil
    }
  }
}
