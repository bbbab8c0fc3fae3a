import Exchange
import InspectionModel
import InspectionOperations
import TableReader
import Testing

@Suite struct `A plan as JSON` {
  private static let text = `The plan of a table`.history(
    `The plan of a table`.row("Ashby", "2024-06-10", "2024-07-23", "Inadequate"),
    `The plan of a table`.row("Erewhon", "2024-06-10", "2024-07-23"))

  @Test func `its decisions can be given back with a choice for each`() throws {
    var desk = Desk(`The plan of a table`.register)
    let plan = try desk.plan(Self.text)
    let json = PlanJSON.json([plan]).text
    #expect(json.contains("\"refused\": 1,"))
    #expect(json.contains("\"column\": \"column I “Overall effectiveness”\""))
    #expect(try PlanJSON.decisions(json, for: [plan.table]) == [[]])
    let chosen = json.replacing(
      "\"choice\": null,\n        \"reason\": null",
      with:
        "\"choice\": \"keep\",\n      \"reason\": \"the report\"")
    let decisions = try PlanJSON.decisions(chosen, for: [plan.table])[0]
    #expect(decisions.map(\.id) == plan.decisions.map(\.id))
    let decided = try desk.run(Self.text, decisions)
    #expect(!decided.needsDecision)
    #expect(desk.register.all(Ruling.self).map(\.reason) == ["the report"])
  }

  @Test func `a plan of another file or no plan is refused`() throws {
    func problem(_ text: String) -> String? {
      do throws(PlanJSON.Problem) {
        _ = try PlanJSON.decisions(text, for: [])
        return nil
      } catch {
        return "\(error)"
      }
    }
    #expect(problem("{\n\"decisions\": [}") == "line 2: this is not JSON")
    #expect(problem("{}") == "it is not a plan: it has no list of decisions")
    #expect(
      problem("{\"fingerprint\":\"2\",\"file\":\"a.csv\",\"decisions\":[]}")
        == "it is the plan of another file, a.csv")
  }

  @Test(arguments: [
    (
      "{\"a\": [1, -2.5, true, null, \"x\\n\\u00e9\\ud83d\\ude00\\\"\"]}",
      "{\"a\":[1,-2.5,true,null,\"x\\né😀\\\"\"]}"
    ), (" [] ", "[]"), ("\"\"", "\"\""),
  ])
  func `JSON is read as it is printed`(text: String, line: String) throws {
    #expect(try JSON(reading: text).line == line)
  }

  @Test(arguments: ["", "[1,]", "{\"a\"}", "\"x", "tru", "[1] 2", "\"\\x\"", "01x"])
  func `what is no JSON is refused`(text: String) {
    #expect(throws: JSON.Problem.self) { try JSON(reading: text) }
  }

  @Test func `what nests too deep is refused`() {
    #expect(throws: JSON.Problem.self) {
      try JSON(reading: String(repeating: "[", count: 100_000))
    }
  }
}
