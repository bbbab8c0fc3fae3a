import InspectionAnalysis
import InspectionModel
import Testing

struct ConcernTests {
  private func concerns(_ standings: String...) -> ConcernProgress {
    let records = standings.enumerated().map { "Id: Q\($0)\nName: N\nStanding: \($1)\n" }
    let register = Registers.read("%rec: Concern\n\n" + records.joined(separator: "\n"))
    return ConcernProgress(register.all(Concern.self))
  }

  @Test func `partly counts half, and what is withdrawn or superseded not at all`() {
    #expect(concerns("addressed", "partly-addressed", "open", "withdrawn").share == 0.5)
    #expect(concerns("open", "rejected").share == 0)
    #expect(concerns("withdrawn", "superseded").share == nil)
    #expect(concerns().share == nil)
  }

  @Test func `age is in days since it was raised, and not known where that is not`() throws {
    let register = Registers.read(
      """
      %rec: Concern

      Id: A
      Name: N
      Raised: 2015-08-11
      Standing: open

      Id: B
      Name: N
      Raised: 2015-08
      Standing: open

      """)
    let today = try #require(Day(iso: "2015-09-10"))
    let ages = register.all(Concern.self).map { $0.age(on: today) }
    #expect(ages == [30, nil])
    #expect(register.all(Concern.self)[0].age(on: try #require(Day(iso: "2015-01-01"))) == nil)
  }

  @Test func `no concerns, or none of that key: a sentence`() throws {
    let nothing = Registers.read("%rec: Area\n\nId: a\nName: A\n")
    let list = try AccountRequest(.concerns).account(in: nothing)
    #expect(list.answer == "The register has no concerns." && list.blocks.isEmpty)
    let one = try AccountRequest(.concern, key: "K9").account(in: nothing)
    #expect(one.answer == "The register has no concern K9.")
  }

  @Test func `each of the eight leads to an analysis that answers`() throws {
    let register = Registers.starter
    let concerns = register.all(Concern.self)
    #expect(concerns.count == 8)
    for concern in concerns {
      let request = try #require(
        concern.requests(among: Topic.all).first?.request, "\(concern.key)")
      #expect(!(try request.account(in: register).answer.isEmpty), "\(concern.key)")
      if let focus = request.focus {
        #expect(try request.account(in: register).blocks.contains { $0.title.hasPrefix(focus) })
      }
    }
    let list = try AccountRequest(.concerns).account(in: register)
    #expect(list.answer == "Of 8 concerns, 0 addressed and 0 partly: progress 0 %.")
  }
}
