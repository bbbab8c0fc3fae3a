import InspectionModel
import InspectionOperations
import InspectionStore
import RecText

/// A register, and somebody who acts on it.
struct Bench {
  var register: Register
  var author: Author

  /// - Parameter text: the register as it stands in a file.
  init(_ text: String, by name: String = "ada") {
    guard let day = Day(iso: "2026-11-28") else { preconditionFailure("no day") }
    author = Author(name, on: day, keys: SplitMix(seed: 7))
    register = RegisterReader.read(RecBytes(Array(text.utf8))).register
  }

  /// Makes what an operation proposes; the proposal.
  @discardableResult
  mutating func run(_ operation: any Operation) throws -> Proposal {
    let proposal = try operation.proposal(for: register, by: &author)
    try register.apply(proposal.change)
    return proposal
  }

  /// Why an operation cannot be done; nil where it can.
  func refusal(_ operation: any Operation) -> Refusal? {
    var author = author
    do throws(Refusal) {
      _ = try operation.proposal(for: register, by: &author)
      return nil
    } catch {
      return error
    }
  }

  func refusalText(_ operation: any Operation) -> String? { refusal(operation)?.description }

  func text(_ type: RecordType, _ key: String, _ field: Field) -> String? {
    register.row(type, key: key).flatMap { register[$0].text(field) }
  }
}

extension Bench {
  /// An inspection of one passage, for registers to begin with.
  static let inspection = """
    %rec: Area

    Id: ashby
    Name: Ashby

    %rec: Framework

    Id: jtai
    Name: JTAI

    %rec: Inspection

    Id: jtai-ashby-2017
    Area: ashby
    Framework: jtai
    From: 2017-03-06
    Letter: x
    Published: 2017-04-20
    Certainty: stated-elsewhere
    Note: The letter has Published nothing at all, ask again.
    Source: x

    %rec: Passage

    Id: jtai-ashby-2017/s1
    Inspection: jtai-ashby-2017
    Section: strength
    Index: 1
    Text: The police decide with others.


    """

  /// A first pass of bo's and a second one, in these states.
  static func passes(_ first: String, _ second: String, by reader: String) -> String {
    """
    %rec: Review

    Id: R-1
    Name: First look
    Order: date
    Reviewer: bo
    Pass: first
    State: \(first)

    Id: R-2
    Name: First look, second pass
    Order: date
    Reviewer: \(reader)
    Pass: second
    Blind: yes
    Of: R-1
    State: \(second)


    """
  }
}
