import InspectionModel
import RecText

extension ReadRegister {
  /// What a person should know of git's marks in the file, if it has any.
  func noteOnMarks(isNews: Bool) -> RegisterNote? {
    if text.refusesChanges { return .unjoined }
    return (marked?.sides.ranges.count).map {
      .gitMarks(conflicts: $0, choices: register.count(.conflict), isNews: isNews)
    }
  }
}
