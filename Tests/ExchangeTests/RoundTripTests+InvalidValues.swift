import InspectionModel
import InspectionOperations
import InspectionStore
import Seeded
import Testing

@testable import Exchange

extension RoundTripTests {
  // MARK: - What no cell can hold

  private static let strange = """
    %rec: Area

    Id: ashby
    Name: Ashby
    Mood: glad
    Type: soon
    Mood: so
    + so
    Colour: red
    From: 2009
    From: 2010
    Successor: nowhere
    Successor: ashby

    Id: calne
    Name: Calne

    %rec: Criterion

    Id: I1
    Name: one
    Status: unsure

    """

  @Test func `what does not fit and what nobody knows come back into an empty file`() throws {
    let strange = read(Self.strange)
    let files = try export(strange)
    let plan = try plan(files, into: read("").register)
    #expect(plan.count(.new) == 3 && plan.count(.refused) == 0, "\(plan.text)")
    let copy = try carriedOut(plan, on: read(""))
    #expect(all(copy) == all(strange))
    #expect(all(copy)["Area ashby"]?.contains("Mood? so\nso") == true)
    let again = try self.plan(files, into: copy.register, copy.text)
    #expect(again.change.edits.isEmpty, "\(again.text)")
    // Undone, nothing of it stays.
    var undone = (register: copy.register, text: copy.text)
    try undone.register.apply(plan.change.inverse)
    try undone.text.apply(plan.change.inverse, undone.register)
    #expect(all(read(undone.text.print())).isEmpty)
  }

  @Test func `an unknown field that somebody edits is a cell that changes`() throws {
    let strange = read(Self.strange)
    let files = edited(
      try export(strange), "areas.csv", #"""Mood"":[""glad"",""so\nso""]"#, #"""Mood"":[""sad""]"#)
    let plan = try plan(files, into: strange.register, strange.text)
    #expect(plan.cells.map(\.field) == ["Mood"])
    #expect(plan.text.contains("areas.csv row 2: Mood of ashby: glad; so so → sad"))
    let after = try carriedOut(plan, on: strange)
    #expect(all(after)["Area ashby"]?.filter { $0.hasPrefix("Mood") } == ["Mood? sad"])
    #expect(all(after)["Area ashby"]?.contains("Colour? red") == true)
    let gone = edited(
      try export(strange), "areas.csv", #",""Colour"":[""red""]"#, "")
    let cells = try self.plan(gone, into: strange.register, strange.text).cells
    #expect(cells.map(\.field) == ["Colour"] && cells.map(\.to) == [""])
  }

  @Test func `without its column nothing is said of what no cell can hold`() throws {
    let strange = read(Self.strange)
    let table = "id,name,type,from,successor\r\nashby,Ashby,,,\r\ncalne,Calne,,,\r\n"
    let plan = try plan([("areas.csv", Array(table.utf8))], into: strange.register, strange.text)
    #expect(plan.count(.unchanged) == 2 && plan.change.edits.isEmpty, "\(plan.text)")
    let filled = table.replacing("ashby,Ashby,,,", with: "ashby,Ashby,,2011,")
    let cells = try self.plan(
      [("areas.csv", Array(filled.utf8))], into: strange.register, strange.text
    ).cells
    #expect(cells.map(\.field) == ["From"])
  }

  @Test func `a field put back does not take an unknown one along`() throws {
    var strange = read(Self.strange)
    let edits: [Edit] = [
      .set(.area, key: "calne", .name, from: ["Calne"], to: ["Colne"]),
      .setUnknown(.area, key: "calne", "Mood", from: [], to: ["new"]),
      .set(.area, key: "calne", .name, from: ["Colne"], to: ["Calne"]),
    ]
    for edit in edits {
      try strange.register.apply(Change("", [edit]))
      try strange.text.apply(Change("", [edit]), strange.register)
    }
    #expect(String(decoding: strange.text.print(), as: UTF8.self).contains("Calne\nMood: new\n"))
    let back = Change("", edits.reversed().map(\.inverse), isRestoring: true)
    try strange.register.apply(back)
    try strange.text.apply(back, strange.register)
    #expect(String(decoding: strange.text.print(), as: UTF8.self) == Self.strange)
  }

  @Test func `a name that no field can have refuses its row`() throws {
    let table =
      #"id,name,other\#r\#na,A,"{""My mood"":[""x""]}"\#r\#nb,B,"{""%rec"":[""x""]}"\#r\#n"#
    let plan = try plan([("areas.csv", Array(table.utf8))], into: read("").register)
    #expect(
      plan.tables[0].refused.map(\.sentence) == [
        "“My mood” cannot be the name of a field", "“%rec” cannot be the name of a field",
      ])
  }

  @Test func `a name that only rec knows stays, and may be given`() throws {
    let noted = read("%rec: Area\n\nId: ashby\nName: Ashby\n%note: old\n")
    let files = try export(noted)
    let plan = try plan(files, into: noted.register, noted.text)
    #expect(plan.count(.unchanged) == 1, "\(plan.text)")
    let edited = edited(files, "areas.csv", "old", "new")
    let after = try carriedOut(
      try self.plan(edited, into: noted.register, noted.text), on: noted)
    #expect(all(after)["Area ashby"]?.contains("%note? new") == true)
    let copy = try carriedOut(try self.plan(files, into: read("").register), on: read(""))
    #expect(all(copy) == all(noted))
  }

  @Test func `a field that lacks what it needs lacks it after the way out and in`() throws {
    let bare = read("%rec: Area\n\nId: ashby\n\n%rec: Criterion\n\nId: I1\nStatus: unsure\n")
    let files = try export(bare)
    #expect(String(decoding: files[0].bytes, as: UTF8.self).contains(#"{""Name"":[]}"#))
    let plan = try plan(files, into: read("").register)
    #expect(plan.count(.new) == 2 && plan.count(.refused) == 0, "\(plan.text)")
    #expect(all(try carriedOut(plan, on: read(""))) == all(bare))
    // Nothing takes away what is there by now.
    let named = read("%rec: Area\n\nId: ashby\nName: Ashby\n")
    let late = try self.plan([files[0]], into: named.register, named.text)
    #expect(late.tables[0].refused.map(\.sentence) == ["an area needs a Name"])
  }

  @Test func `a heading that says other twice is none`() {
    let table = Array(#"id,name,other,Other\#r\#na,A,"{""Mood"":[""x""]}",\#r\#n"#.utf8)
    #expect(throws: PackageReading.Problem.self) { try PackageReading.table("areas.csv", table) }
  }

  @Test(arguments: 1...(isThorough ? 2000 : 30))
  func `any register of areas comes back whole`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let read = read(Self.register(&generator))
    let plan = try plan(try export(read), into: self.read("").register)
    #expect(plan.count(.refused) == 0, "\(plan.text)")
    let copy = try carriedOut(plan, on: self.read(""))
    #expect(all(copy) == all(read))
    let again = try self.plan(try export(read), into: copy.register, copy.text)
    #expect(again.change.edits.isEmpty, "\(again.text)")
    // And what was edited since goes back to what it was.
    var other = read
    let row = try #require(read.register.rows(.area).first)
    let mood = read.text.unknownFields(of: row).filter { $0.name == "Mood" }.map(\.value)
    let edit = Edit.setUnknown(
      .area, key: read.register[row].key, "Mood", from: mood, to: ["other", "than before"])
    try other.register.apply(Change("", [edit]))
    try other.text.apply(Change("", [edit]), other.register)
    let back = try self.plan(try export(read), into: other.register, other.text)
    #expect(all(try carriedOut(back, on: other)) == all(read))
  }

  /// Areas with values of all sorts, known and unknown, one and several.
  private static func register(_ generator: inout SeededGenerator) -> String {
    let texts = [
      "plain", "two\n+ lines", "a\n+\n+   b", "=1+1", "'x", "\"q\", [z]", "é; e\u{301}", "", "{}",
      "[1]",
      "2016-02", "soon", "a0", "a1", "nowhere", "\u{1F600}", "-", "London",
    ]
    let names = [
      "Name", "Type", "Region", "GSS", "Alias", "Alias", "From", "To", "Successor", "Neighbour",
      "Source", "Mood", "Colour", "Mood_2",
    ]
    let areas = (0..<Int.random(in: 1...5, using: &generator)).map { number in
      let fields = (0..<Int.random(in: 0...12, using: &generator)).compactMap { _ -> String? in
        guard let name = names.randomElement(using: &generator),
          let text = texts.randomElement(using: &generator)
        else { return nil }
        return "\(name): \(text)\n"
      }
      return "Id: a\(number)\n" + fields.joined()
    }
    return "%rec: Area\n\n" + areas.joined(separator: "\n")
  }

  // MARK: - What edits are held to

  private static let reviewed = """
    %rec: Area

    Id: ashby
    Name: Ashby

    %rec: Agency

    Id: police
    Name: Police
    Letter: p

    %rec: Framework

    Id: jtai
    Name: JTAI

    %rec: Inspection

    Id: jtai-ashby-2017
    Area: ashby
    Framework: jtai
    From: 2017-02-06
    Certainty: stated-in-letter
    Source: https://example.org/a

    %rec: Passage

    Id: jtai-ashby-2017/s1
    Inspection: jtai-ashby-2017
    Section: strengths
    Index: 1

    %rec: Review

    Id: R-1
    Name: first look
    Pass: first
    Filter: inspection:jtai-ashby-2017
    Order: letter
    Reviewer: ada
    State: closed
    By: ada
    On: 2026-11-01

    """

  @Test func `a closed review takes nothing, unless it comes with it`() throws {
    let reviewed = read(Self.reviewed)
    #expect(reviewed.register.count(.review) == 1)
    let table = """
      id,passage,agency,direction,review,by,on\r
      C-0000000A,jtai-ashby-2017/s1,police,+,R-1,ada,2026-11-01\r

      """
    let files = [("contributions.csv", Array(table.utf8))]
    let plan = try plan(files, into: reviewed.register)
    #expect(plan.tables[0].refused.map(\.sentence) == ["“first look” is closed"])
    let whole = try export(reviewed).filter { $0.name != "contributions.csv" } + files
    let both = try self.plan(whole, into: read("").register)
    #expect(both.count(.refused) == 0 && both.count(.new) == 7, "\(both.text)")
  }

  @Test func `a passage that is settled takes no second decision`() throws {
    let agreed = Self.reviewed.replacing("Pass: first", with: "Pass: agreed")
      .replacing("State: closed", with: "State: open")
    let decided = read(
      agreed + """

        %rec: Decision

        Id: D-1
        Review: R-1
        Passage: jtai-ashby-2017/s1
        Chosen: first
        Reason: clearer
        By: ada
        On: 2026-11-01

        """)
    let table = """
      id,review,passage,chosen,reason,by,on\r
      D-2,R-1,jtai-ashby-2017/s1,second,clearer still,bo,2026-11-02\r

      """
    let plan = try plan([("decisions.csv", Array(table.utf8))], into: decided.register)
    #expect(
      plan.tables[0].refused.map(\.sentence)
        == ["jtai-ashby-2017/s1 is settled already: each disagreement has one decision"])
  }

  @Test func `who is not to see a record is told of no row that the table lacks`() throws {
    let text =
      Self.reviewed + """

        %rec: Contribution

        Id: C-1
        Passage: jtai-ashby-2017/s1
        Agency: police
        Direction: +

        %rec: Memo

        Id: M-1
        Kind: query
        Contribution: C-1

        """
    let whole = read(text)
    var seen = whole
    seen.register = seen.register.hiding([
      try #require(seen.register.row(.contribution, key: "C-1"))
    ])
    let files = try export(seen)
    func table(_ name: String) -> String {
      files.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    }
    #expect(!table("contributions.csv").contains("C-1"))
    #expect(table("memos.csv").contains(#",,,"{""Contribution"":[""C-1""]}""#))
    let plan = try plan(files, into: whole.register, whole.text)
    #expect(plan.change.edits.isEmpty && plan.count(.refused) == 0, "\(plan.text)")
  }

  @Test func `a judgement that would count nowhere refuses its row`() throws {
    let reviewed = read(Self.reviewed)
    let table = """
      id,inspection,aspect,grade,reason\r
      jtai-ashby-2017/overall,jtai-ashby-2017,overall,,\r
      x,jtai-ashby-2017,leaders,good,\r

      """
    let plan = try plan([("judgements.csv", Array(table.utf8))], into: reviewed.register)
    #expect(
      plan.tables[0].refused.map(\.sentence) == [
        "a judgement needs a Grade, or a Reason why there is none",
        "the key of this judgement is jtai-ashby-2017/leaders",
      ])
    #expect(plan.change.edits.isEmpty)
  }
}
