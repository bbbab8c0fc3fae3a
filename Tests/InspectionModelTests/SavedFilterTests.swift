import InspectionModel
import Testing

/// What filters ask beside fields, and filters that were saved.
struct SavedFilterTests {
  private func found(
    _ filter: String, _ type: RecordType, _ more: [Edit] = []
  ) throws -> [String] {
    var register = try Register.sample()
    try register.apply(Change("more", more))
    let query = try Query(filter, on: type, in: register)
    return register.rows(matching: query).map { register[$0].key }.sorted()
  }

  private func saved(_ name: String, _ filter: String) -> Edit {
    .insert(
      .filter,
      [
        .init(.id, "F-" + name.filter(\.isLetter)), .init(.name, name),
        .init(.lists, "contributions"), .init(.filter, filter),
      ])
  }

  @Test(arguments: [
    ("passages>1", ["jtai-ashby-2016"]), ("passages=1", ["jtai-borne-2018"]),
    (
      "passages>",
      [
        "jtai-ashby-2016", "jtai-borne-2018",
      ]
    ), ("passages<2", ["jtai-borne-2018"]),
    ("passages>=1", ["jtai-ashby-2016", "jtai-borne-2018"]), ("!passages>1", ["jtai-borne-2018"]),
    ("!passages>", ["jtai-ashby-2016", "jtai-borne-2018"]),
    ("!passages<=", ["jtai-ashby-2016", "jtai-borne-2018"]),
    ("inspections>0", ["jtai-ashby-2016", "jtai-borne-2018"]), ("coded:no", []),
    ("coded:yes", ["jtai-ashby-2016", "jtai-borne-2018"]),
  ])
  func `a filter asks how many, and whether anything is coded`(
    filter: String, keys: [String]
  ) throws {
    #expect(try found(filter, .inspection) == keys)
  }

  @Test func `passages are found by their words and by what is coded`() throws {
    #expect(try found("words:leaders", .passage) == ["jtai-borne-2018/s1"])
    #expect(try found("coded:no", .passage) == ["jtai-ashby-2016/i1"])
    #expect(try found("words:know", .contribution) == ["C-1"])
    #expect(try found("passages>1", .contribution) == ["C-1"])
  }

  @Test func `who coded nothing is asked for by mistake, and told`() throws {
    let by = try Register.sample().rows(.contribution).first { $0.number == 0 }
    let row = try #require(by)
    let edit = try Edit.set(
      .contribution, key: Register.sample()[row].key, .by, from: [], to: ["ada"])
    #expect(try found("coded:ada", .contribution, [edit]).count == 1)
    #expect {
      try found("coded:adda", .passage, [edit])
    } throws: { problem in
      "\(problem)" == "nobody called “adda” has coded; write yes, no or a name, such as ada"
    }
  }

  @Test func `a filter of thousands of terms was pasted by mistake, and is refused`() {
    let filter = String(repeating: "police ", count: 10_000)
    #expect {
      try found(filter, .passage)
    } throws: { problem in
      (problem as? QueryProblem)?.column == 3501
        && "\(problem)" == "a filter has at most 500 terms; the rest begins here"
    }
  }

  @Test func `what cannot be counted is told, with what can`() throws {
    #expect {
      try found("memos>3", .inspection)
    } throws: { problem in
      "\(problem)" == "inspections have no memos to count; write inspections>0 or passages>0 or "
        + "judgements>0"
    }
  }

  @Test(arguments: [
    "passages>many", "passages>9223372036854775807", "passages<-1", "passages=>2",
  ])
  func `what is no number is told`(filter: String) {
    #expect {
      try found(filter, .inspection)
    } throws: { ($0 as? QueryProblem)?.description.contains("is not a number") == true }
  }

  @Test(arguments: ["ı", "ⱥ", "ſ", "ß", "ŉ"])
  func `letters whose capitals take other bytes are looked for`(letter: String) throws {
    #expect(try found(letter, .area).isEmpty)
    let more = Edit.insert(
      .area, [.init(.id, "dale"), .init(.name, "Da\(letter)le")])
    #expect(try found(letter, .area, [more]) == ["dale"])
  }

  @Test func `= asks for all of a key, a name or a text`() throws {
    let more: [Edit] = [
      .insert(
        .agency, [.init(.id, "police2"), .init(.name, "Police cadets"), .init(.letter, "c")]),
      .insert(.contribution, Register.contribution("C-3", "jtai-ashby-2016/s1", "police2", "+")),
    ]
    #expect(try found("agency:police", .contribution, more) == ["C-1", "C-3"])
    #expect(try found("agency:=police", .contribution, more) == ["C-1"])
    #expect(try found("agency:\"=police cadets\"", .contribution, more) == ["C-3"])
    #expect(try found("words:=\"Leaders meet every week.\"", .passage) == ["jtai-borne-2018/s1"])
    #expect(try found("words:=leaders", .passage).isEmpty)
  }

  @Test func `a saved filter is asked for by its name, among other terms`() throws {
    let late = saved("with police", "agency:police direction:+")
    #expect(try found("saved:\"with police\"", .contribution, [late]) == ["C-1"])
    #expect(try found("saved:\"With Police\" neglect", .contribution, [late]).isEmpty)
  }

  @Test func `a saved filter whose field is gone, or that is none, is told at its place`() throws {
    let gone = saved("old", "mood:glad")
    func problem(_ filter: String) -> QueryProblem? {
      do {
        _ = try found(filter, .contribution, [gone])
        return nil
      } catch { return error as? QueryProblem }
    }
    let old = try #require(problem("police saved:old"))
    #expect(old.description.hasPrefix("in the filter “old”: contributions have no “mood”"))
    #expect(old.column == 8)
    let other = try #require(problem("saved:oldd"))
    #expect(other.description == "no filter is called “oldd”; did you mean old?")
    #expect(other.column == 7)
    #expect(problem("Saved:old")?.description.hasPrefix("in the filter “old”") == true)
    #expect(
      problem("saved:old,x")?.description
        == "name one saved filter; for several write saved: before each")
    #expect(problem("!saved:old")?.description == "a saved filter cannot be turned round")
    #expect(problem("saved:old x:y")?.column == 1)
    let after = saved("fine", "agency:police direction:+")
    #expect {
      try found("saved:fine mood:x", .contribution, [after])
    } throws: { ($0 as? QueryProblem)?.column == 12 }
  }

  @Test func `names of fields and values with their counts may stand next`() throws {
    let register = try Register.sample()
    func completion(_ filter: String) -> Completion? {
      let field = Completion.field(in: filter, at: filter.count)
      let values = field.map { register.values(of: $0, on: [0, 1], of: .contribution) }
      return Completion(of: filter, at: filter.count, on: .contribution, values: values ?? [])
    }
    let names = try #require(completion("po ag"))
    #expect(names.choices.map(\.text) == ["agency:"] && names.range == 3..<5)
    #expect(names.taking(names.choices[0], in: "po ag").text == "po agency:")
    let values = try #require(completion("agency:"))
    #expect(values.choices.map(\.text) == ["health", "police"])
    #expect(values.choices.map(\.count) == [1, 1] && values.choices[1].name == "Police")
    let region = try #require(completion("!region:nor"))
    #expect(region.taking(region.choices[0], in: "!region:nor").text == "!region:\"North West\" ")
    #expect(completion("from:20")?.choices.map(\.text) == ["2016", "2018"])
    #expect(completion("mood:") == nil)
    let comma = try #require(completion("region:\"North West\",\"nor"))
    #expect(comma.range == 20..<24)
  }
}
