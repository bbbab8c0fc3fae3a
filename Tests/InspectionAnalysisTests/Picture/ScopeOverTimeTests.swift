import InspectionAnalysis
import InspectionModel
import Testing

struct ScopeOverTimeTests {
  private func lines(_ letters: Letters) throws -> [String] {
    let account = try AccountRequest(.picture).account(in: letters.register)
    let grid = account.grid("Coverage over time")
    return (grid?.lines ?? []).map { line in
      ([line.heading.name] + line.figures.map(\.value.text)).joined(separator: " | ")
    } + (grid?.notes ?? [])
  }

  @Test func `an inspectorate that leaves is no progress`() throws {
    var letters = Letters()
    letters.add("a", from: "2016-03-01", also: "HMI Probation")
    letters.add("b", from: "2022-03-01")
    letters.add("c", from: "2022-06-01")
    letters.add("d", from: "2023-06-01")
    // As many of the four that are always there show in each; probation never does.
    for key in ["a", "b", "c"] { letters.add(key, 1, "police + I1", "health - I1") }
    letters.add("d", 1)
    #expect(
      try lines(letters) == [
        "2016 | 1 | 2 of 5 | 12–77 % | 2 of 4 | 15–85 % | –",
        "2022 | 2 | 4 of 8 | 22–78 % | 4 of 8 | 22–78 % | Probation",
        "all years | 3 | 6 of 13 | 23–71 % | 6 of 12 | 25–75 % | Probation",
        "In scope of every inspection: Social care, Police, Health, Education. Of some alone: "
          + "Probation; where these drop out, coverage can rise although no agency is found more "
          + "often.",
      ])
  }

  @Test func `where nothing is coded nothing is shown`() throws {
    var letters = Letters()
    letters.add("a")
    letters.add("a", 1)
    #expect(try lines(letters).isEmpty)
  }
}
