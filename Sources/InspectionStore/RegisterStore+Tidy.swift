import InspectionModel
import RecText

/// How putting a file in order ended.
public enum TidyReport: Sendable {
  /// It was in order; nothing was written.
  case inOrder
  case tidied(SaveReport)
  /// It was left as it is, for this reason.
  case refused(String)
}

extension RegisterStore {
  /// Puts the whole file in order and saves it; see ``Tidier``. O(bytes + records · log records).
  public mutating func tidy() throws(Problem) -> TidyReport {
    catchUp()
    let former = text.print()
    let tidied: [UInt8]
    do throws(Tidier.Refusal) {
      tidied = try Tidier(former).tidied()
    } catch {
      return .refused(error.description)
    }
    if tidied == former, unsaved.isEmpty { return .inOrder }
    let read = RegisterReader.read(RecBytes(tidied))
    replaceText(by: read.text)
    return .tidied(try save(read.register))
  }
}

extension Tidier.Refusal: CustomStringConvertible {
  var description: String {
    switch self {
    case .marked: "git left conflicts in it; open it, choose, and save first"
    case .selfCheck:
      "put in order, it would not read back as the same register; jointview check says what is "
        + "wrong"
    }
  }
}
