import InspectionModel
import RecText
import Testing

@testable import InspectionStore

/// A record with a line that is not rec is shown as far as it can be read, and nothing rewrites it.
struct DamagedRecordTests {
  private static let text = Sample.text.replacing(
    "Direction: +\n", with: "Direction: +\nno field at all\n")

  @Test func `it is shown with all that can be read of it`() throws {
    let read = read(Self.text)
    let row = try #require(read.register.row(.contribution, key: "C-3"))
    let contribution = read.register.view(row, as: Contribution.self)
    #expect(contribution.agency?.name == "Police")
    #expect(contribution.note == "first reading")
    let passage = try #require(read.register.row(.passage, key: "jtai-ashby-2016/s1"))
    #expect(read.keys(read.register.children(.contribution, of: passage)) == ["C-3", "C-7"])
    #expect(read.sentences.first == "90:1: not a field, a comment or a blank line")
  }

  @Test func `it is neither changed nor removed, and the others are`() throws {
    var read = read(Self.text)
    let damaged = try #require(read.register.row(.contribution, key: "C-3"))
    let values = read.register[damaged].values
    for edit in [
      Edit.set(.contribution, key: "C-3", .note, from: ["first reading"], to: []),
      .remove(.contribution, values),
    ] {
      var trial = read
      #expect(throws: RecWriteProblem.self) { try trial.make(edit) }
      #expect(trial.printed == Self.text)
    }
    try read.make(.set(.contribution, key: "C-7", .direction, from: ["0"], to: ["="]))
    #expect(read.printed == Self.text.replacing("Direction: 0", with: "Direction: ="))
  }
}
