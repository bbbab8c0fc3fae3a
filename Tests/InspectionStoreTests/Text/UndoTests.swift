import InspectionModel
import Testing

@testable import InspectionStore

struct UndoTests {
  @Test(arguments: [Sample.text, Sample.odd])
  func `whatever was done is undone to the byte and done again`(text: String) throws {
    for _ in 0..<10 {
      let seed = UInt64.random(in: 0...(.max))
      var session = Session(text, seed: seed)
      try session.play()
    }
  }

  @Test func `a record with a character that none could be given comes back all the same`() throws {
    let text = "%rec: Area\n\nId: ashby\nName: Ash\u{0}by\nRegion: a\n"
    var read = read(text)
    let row = try #require(read.register.row(.area, key: "ashby"))
    let remove = Change("", [.remove(.area, read.register[row].values)])
    for change in [remove, remove.inverse] {
      try read.register.apply(change)
      try read.text.apply(change, read.register)
    }
    #expect(read.printed == text)
  }

  @Test func `a record that says again what the file says is spelled as in the file`() throws {
    let text = "%rec: Area\n\nName:\tAshby\nId:ashby\n# once\nAlias: a\\\nb\nGSS: E1\n"
    var read = read(text)
    try read.make(.set(.area, key: "ashby", .alias, from: ["ab"], to: []))
    try read.make(.set(.area, key: "ashby", .name, from: ["Ashby"], to: ["Other"]))
    #expect(read.printed == "%rec: Area\n\nName: Other\nId:ashby\n# once\nGSS: E1\n")
    try read.make(.set(.area, key: "ashby", .alias, from: [], to: ["ab"]))
    try read.make(.set(.area, key: "ashby", .name, from: ["Other"], to: ["Ashby"]))
    #expect(read.printed == text)
  }
}

/// Somebody who makes random changes, takes all of them back, and makes them again.
private struct Session {
  private let seed: UInt64
  private let start: ReadRegister
  private var read: ReadRegister
  private var history = History()

  init(_ text: String, seed: UInt64) {
    self.seed = seed
    start = InspectionStoreTests.read(text)
    read = start
  }

  mutating func play() throws {
    var random = RandomEdits(seed: seed)
    for _ in 0..<40 { try make(random.change(of: read.register)) }
    let edited = read.printed
    while let change = try history.undo(in: &read.register) { try follow(change) }
    let isBack = read.register.holdsTheSame(as: start.register)
    #expect(isBack, "seed \(seed)")
    #expect(read.printed == start.printed, "seed \(seed)")
    while let change = try history.redo(in: &read.register) { try follow(change) }
    #expect(read.printed == edited, "seed \(seed)")
  }

  private mutating func make(_ change: Change) throws {
    do throws(EditProblem) { try read.register.apply(change) } catch { return }
    history.record(change)
    try follow(change)
  }

  /// Writes a change that the register has into the text, and compares the two.
  private mutating func follow(_ change: Change) throws {
    try read.text.apply(change, read.register)
    let again = RegisterReader.read(.init(read.text.print())).register
    // Compared outside of the expectation, which would print both registers.
    let agree = again.holdsTheSame(as: read.register)
    #expect(agree, "seed \(seed): \(change)")
    #expect(ChangeText.decode(try ChangeText.encode(change)) == change, "seed \(seed)")
  }
}

extension Sample {
  /// A text as people and other programs write them: out of order, oddly spelled, with things that
  /// do not fit.
  static let odd = """
    %rec: Theme
    Id: z
    Name: Zeal

    Name:Neglect
    Id:\tneglect
    # words
    Word: a\\
    b
    Word: c

    Id: neglect
    Name: Twice

    %rec: Agency

      Id: police
    Letter: p

    %rec: Inspection

    Id: lost
    Area: atlantis
    From: last week
    From: 2016
    Certainty: high

    %rec: Passage

    Id: s1
    Inspection: lost
    Text:
    +one
    +
    + three
    Section: strength
    Index: 007

    %rec: Contribution

    Id: C-5
    Agency: police
    With: police
    Passage: s1
    With: nobody
    Direction: +
    # end
    """
}
