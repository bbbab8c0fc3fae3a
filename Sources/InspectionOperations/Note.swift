public import InspectionModel

extension Proposal {
  /// Something that goes with a change, and that a person should know.
  public enum Note: Hashable, Sendable {
    /// The former words of a criterion are kept as this version.
    case keptWording(criterion: String, version: Int)
    /// A record that the register lacked, by its name or words.
    case new(RecordType, name: String, key: String)
    /// A fact that the register has otherwise, and keeps.
    case differs(Field, register: [String], report: [String], called: String)
    /// A grade that the register has otherwise, and keeps.
    case judgedOtherwise(Aspect, register: String, report: String, called: String)
    /// A passage that reads otherwise now: how alike in percent, and how many contributions are
    /// suspect by it.
    case reworded(passage: String, percentAlike: Int, suspect: Int)
    /// A passage that the report has no more, and how many contributions are suspect by it.
    case gone(passage: String, suspect: Int)
    /// Something that was to be brought in, and why the register does not take it.
    case refused(String, String)
    /// Something in a report that does not fit, with its page, from 1.
    case remark(String, page: Int)
  }
}

extension Proposal.Note: CustomStringConvertible {
  /// A sentence for a person, without a full stop.
  public var description: String {
    switch self {
    case .keptWording(let criterion, let version):
      "the previous words of \(criterion) are kept as version \(version)"
    case .new(let type, let name, let key):
      name == key
        ? "the \(type.noun.one) \(key) was not in the register; it is now"
        : "the \(type.noun.one) “\(name)” was not in the register; it is now, as \(key)"
    case .differs(let field, let register, let report, let called):
      "\(field.name): the register has \(register.joined(separator: ", ")), "
        + "the \(called) \(report.joined(separator: ", "))"
    case .judgedOtherwise(let aspect, let register, let report, let called):
      "\(aspect.name): the register has \(register), the \(called) \(report)"
    case .reworded(let passage, let percent, let count):
      "\(passage) reads differently now (\(percent) % alike)\(Self.suspect(count))"
    case .gone(let passage, let count):
      "\(passage) is no longer in the letter\(Self.suspect(count))"
    case .refused(let name, let why): "\(name): \(why)"
    case .remark(let sentence, let page): "\(sentence) (page \(page))"
    }
  }

  private static func suspect(_ count: Int) -> String {
    count == 0 ? "" : "; \(counted(count, "contribution")) suspect"
  }
}
