import InspectionModel
import RecText
import Seeded
import Testing

@testable import InspectionStore

/// A register of a text written in a test.
func read(_ text: String) -> ReadRegister { RegisterReader.read(RecBytes(Array(text.utf8))) }

extension ReadRegister {
  /// The file as it now is.
  var printed: String { String(decoding: text.print(), as: UTF8.self) }

  /// Makes a change in the register and in the text.
  mutating func make(_ change: Change) throws {
    try register.apply(change)
    try text.apply(change, register)
  }

  mutating func make(_ edits: Edit...) throws { try make(Change("", edits)) }

  /// The diagnostics as `line:column: sentence`.
  var sentences: [String] { diagnostics.map { "\($0.line):\($0.column): \($0.sentence)" } }

  /// The keys of a type's records in the order of the printed text.
  func printedKeys(_ type: RecordType) -> [String] {
    let document = text.document
    return document.sets.filter { $0.name == type.name }
      .flatMap { document.records(in: $0) }
      .compactMap { document.record($0)?.first("Id") }
  }

  func values(_ type: RecordType, _ key: String) throws -> [FieldValue] {
    register[try #require(register.row(type, key: key))].values
  }

  func keys(_ rows: [Row]) -> [String] { rows.map { register[$0].key } }
}

/// A register of invented areas.
enum Sample {
  /// Everything a register can hold, in the order and the spelling in which it is written.
  static let text = """
    # The areas of a county that never was.

    %rec: Area
    %key: Id
    %mandatory: Name

    Id: ashby
    Name: Ashby
    # Renamed in 1974.
    Alias: Ashby Council
    Alias: Old Ashby

    Id: borne
    Name: Borne
    # Next door.
    Neighbour: ashby

    %rec: Framework
    %key: Id

    Id: jtai
    Name: Joint targeted area inspection

    %rec: Theme
    %key: Id

    Id: neglect
    Name: Children living with neglect

    %rec: Agency
    %key: Id

    Id: health
    Name: Santé publique
    Letter: h

    Id: police
    Name: Police
    Letter: p

    %rec: Criterion
    %key: Id

    Id: I4
    Name: Sharing what is known

    %rec: Inspection
    %key: Id

    Id: jtai-ashby-2016
    Area: ashby
    Framework: jtai
    Theme: neglect
    From: 2016-02-22
    Certainty: stated-in-letter
    Source: https://example.org/a

    %rec: Passage
    %key: Id

    Id: jtai-ashby-2016/i1
    Inspection: jtai-ashby-2016
    Section: improvement
    Index: 1
    Text: Referrals go missing
    + between two desks.

    # Look at this one again.

    Id: jtai-ashby-2016/s1
    Inspection: jtai-ashby-2016
    Section: strength
    Index: 1
    Text: Police share what they know.

    %rec: Contribution
    %key: Id

    Id: C-5
    Passage: jtai-ashby-2016/i1
    Agency: health
    Direction: -

    # Agreed with the police.
    Id: C-3
    Passage: jtai-ashby-2016/s1
    Agency: police
    Criterion: I4
    Direction: +
    With: health
    Note: first reading
    Mood: cheerful

    Id: C-7
    Passage: jtai-ashby-2016/s1
    Agency: health
    Direction: 0

    %rec: Visit

    Who: somebody
    When: once

    """
}
