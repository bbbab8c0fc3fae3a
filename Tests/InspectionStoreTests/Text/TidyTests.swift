import InspectionModel
import Seeded
import Testing

@testable import InspectionStore

struct TidyTests {
  private func tidied(_ text: String) throws -> String {
    String(decoding: try Tidier(Array(text.utf8)).tidied(), as: UTF8.self)
  }

  @Test func `sets, records and fields go into order, comments with what is below them`() throws {
    let text = """
      # The head stays.

      %rec: Theme

      # About b.
      Name: B
      # Why b.
      Id: b

      # Free, then a.

      Id: a
      Mood: calm
      Name: A

      %rec: Weather

      Sky: blue

      # Areas come first.
      %rec: Area

      Id: x
      Name: X

      # The foot stays.

      """
    #expect(
      try tidied(text) == """
        # The head stays.

        # Areas come first.
        %rec: Area

        Id: x
        Name: X

        %rec: Theme

        # Free, then a.

        Id: a
        Name: A
        Mood: calm

        # About b.
        # Why b.
        Id: b
        Name: B

        %rec: Weather

        Sky: blue

        # The foot stays.

        """)
  }

  @Test func `two sets of a type become one where the second says nothing more`() throws {
    let text = "%rec: Theme\n%key: Id\n\nId: b\nName: B\n\n# More.\n%rec: Theme\n\nId: a\nName: A\n"
    #expect(
      try tidied(text)
        == "%rec: Theme\n%key: Id\n\n# More.\n\nId: a\nName: A\n\nId: b\nName: B\n")
    let other = text.replacing("# More.\n%rec: Theme", with: "%rec: Theme\n%doc: more")
    #expect(try tidied(other).contains("%doc: more"))
  }

  @Test func `what is in order stays, byte for byte`() throws {
    let once = try tidied(Sample.text)
    #expect(try tidied(once) == once)
  }

  @Test func `line ends of another system become plain, a mark before the first line goes`() throws
  {
    let text = try tidied(Sample.text)
    let foreign = "\u{FEFF}" + text.replacing("\n", with: "\r\n")
    #expect(try tidied(foreign) == text)
  }

  @Test func `records in any order come out in one`() throws {
    let text = try tidied(Sample.text)
    let seed = UInt64.random(in: 0..<1_000_000)
    print("seed \(seed)")
    var random = SeededGenerator(seed: seed)
    let parts = text.components(at: "\n\n%rec: ")
    for _ in 0..<50 {
      let shuffled = parts.dropFirst().shuffled(using: &random).map { set in
        let records = set.components(at: "\n\n")
        return ([records[0]] + records.dropFirst().shuffled(using: &random)).joined(
          separator: "\n\n")
      }
      let mixed = parts[0] + "\n\n%rec: " + shuffled.joined(separator: "\n\n%rec: ")
      #expect(
        try tidied(mixed).split(separator: "\n").sorted() == text.split(separator: "\n").sorted())
      #expect(read(try tidied(mixed)).register.holdsTheSame(as: read(text).register))
      #expect(read(try tidied(mixed)).printedKeys(.contribution) == ["C-5", "C-3", "C-7"])
    }
  }

  @Test(arguments: [
    "<<<<<<< HEAD\nName: A\n=======\nName: B\n>>>>>>> x\n",
    "<<<<<<< HEAD\nName: A\n=======\nName: B\n",
    "<<<<<<< conflict 1 of 1\n+++++++ one\nName: A\n------- base\n+++++++ two\nName: B\n>>>>>>> "
      + "end\n",
  ])
  func `a file with the marks of a conflict is left as it is`(marks: String) throws {
    #expect(throws: Tidier.Refusal.marked) {
      try tidied("%rec: Theme\n\nId: b\nName: B\n\nId: a\n\(marks)")
    }
  }

  @Test func `a file with two versions of git's that do not go together is left as it is`() throws {
    let marks = "<<<<<<< HEAD\n=======\nId: a\nName: A\0\n>>>>>>> x\n"
    #expect(throws: Tidier.Refusal.marked) {
      try tidied("%rec: Theme\n\nId: b\nName: B\n\n" + marks)
    }
  }

  @Test func `a line that would be joined to the next is not moved`() throws {
    let text = "%rec: Theme\n\nId: b\nName: B\n\nId: a\nName: A\\"
    #expect(throws: Tidier.Refusal.selfCheck) { try tidied(text) }
  }
}

extension String {
  fileprivate func components(at separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let found = rest.firstRange(of: separator) {
      parts.append(String(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    return parts + [String(rest)]
  }
}
