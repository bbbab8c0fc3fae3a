import InspectionModel
import RecText
import Testing

@testable import InspectionStore

/// A register in which git left conflicts opens with both versions.
struct GitConflictTests {
  /// The sample with one coding changed on both sides, and a record added on each.
  private static func marked(base: String = "") -> String {
    Sample.text.replacing(
      "Criterion: I4\nDirection: +\n",
      with: """
        Criterion: I4
        <<<<<<< HEAD
        Direction: =
        \(base)=======
        Direction: -
        >>>>>>> review

        """
    ).replacing(
      "%rec: Visit\n",
      with: """
        <<<<<<< HEAD
        Id: C-8
        Passage: jtai-ashby-2016/s1
        Agency: police
        Direction: +
        \(base.isEmpty ? "" : "||||||| 5f3ab21\n")=======
        Id: C-9
        Passage: jtai-ashby-2016/s1
        Agency: health
        Direction: +
        >>>>>>> review

        %rec: Visit

        """)
  }

  private static let base = "||||||| 5f3ab21\nDirection: +\n"

  @Test(arguments: ["", base])
  func `what one side has is there, what both have stands to be chosen`(base: String) throws {
    let read = read(Self.marked(base: base))
    #expect(read.isMarked)
    for (key, direction) in [("C-3", "="), ("C-8", "+"), ("C-9", "+")] {
      let row = try #require(read.register.row(.contribution, key: key))
      #expect(read.register[row].text(.direction) == direction)
    }
    #expect(
      read.register.all(Conflict.self).map(\.sentence) == [
        "Direction of contribution C-3: “=” here, “-” in the other version (git: review)"
      ])
    #expect(!read.printed.contains("<<<<<<<"))
    #expect(read.printed.contains("# Agreed with the police."))
  }

  @Test(arguments: [1, 3, 9, 32])
  func `marks of any length are marks, where those of one length go together`(length: Int) throws {
    func resized(_ text: String) -> String {
      var text = text
      for sign in ["<", "|", "=", ">"] {
        text = text.replacing(
          String(repeating: sign, count: 7), with: String(repeating: sign, count: length))
      }
      return text
    }
    for base in ["", Self.base] {
      let (text, usual) = (resized(Self.marked(base: base)), Self.marked(base: base))
      let (read, expected) = (read(text), read(usual))
      #expect(read.isMarked)
      #expect(read.register.count(.conflict) == 1)
      #expect(read.printed == expected.printed)
      #expect(read.sentences == expected.sentences)
    }
  }

  @Test(arguments: ["> quoted", "< less", "<<<", "====", "| table |", ">>>>>>"])
  func `a line that only looks like a short mark is none`(line: String) throws {
    let text = Self.marked().replacing("Who: somebody", with: "Who: somebody\n\(line)")
    let read = read(text)
    #expect(read.isMarked)
    #expect(read.register.count(.conflict) == 1)
    #expect(read.sentences.contains { $0.hasSuffix("not a field, a comment or a blank line") })
    #expect(read.printed.contains("Who: somebody\n\(line)\n"))
    let alone = InspectionStoreTests.read(Sample.text.replacing("Who: somebody", with: line))
    #expect(!alone.isMarked)
    #expect(alone.sentences.contains { $0.hasSuffix("not a field, a comment or a blank line") })
  }

  @Test func `marks of another length inside a conflict are lines of its versions`() throws {
    // As git's diff3 style shows what it made of two common versions.
    let common =
      "||||||| common\n<<<<<<<<< one\nDirection: =\n||||||||| 5f3ab21\nDirection: +\n=========\n"
      + "Direction: -\n>>>>>>>>> two\n"
    let read = read(Self.marked(base: common))
    #expect(read.isMarked)
    #expect(
      read.register.all(Conflict.self).map(\.sentence) == [
        "Direction of contribution C-3: “=” here, “-” in the other version (git: review)"
      ])
    #expect(!read.printed.contains("<<<"))
  }

  @Test func `what a backslash joins to a value is no mark, whatever becomes of the value`() throws
  {
    var read = read(
      "%rec: Theme\n\nId: a\nName: A\\\n>>>>>>> x\n\n"
        + "Id: b\n<<<<<<< HEAD\nName: B\n=======\nName: C\n>>>>>>> y\n")
    #expect(read.isMarked)
    #expect(read.register.all(Conflict.self).count == 1)
    let row = try #require(read.register.row(.theme, key: "a"))
    #expect(read.register[row].text(.name) == "A>>>>>>> x")
    try read.make(.remove(.theme, read.register[row].values))
    #expect(InspectionStoreTests.read(read.printed).register.holdsTheSame(as: read.register))
  }

  @Test func `what one side alone has changed needs no choice where git kept the base`() throws {
    let text = Self.marked(base: Self.base.replacing("Direction: +", with: "Direction: ="))
    let read = read(text)
    let row = try #require(read.register.row(.contribution, key: "C-3"))
    #expect(read.register[row].text(.direction) == "-")
    #expect(read.register.count(.conflict) == 0)
  }

  @Test func `what the other side names that ours has removed is there, and told`() throws {
    var read = read(
      "%rec: Area\n\nId: a\nName: A\nKind: unitary\n\n%rec: Inspection\n\n"
        + "<<<<<<< HEAD\n=======\nId: i\nArea: b\n>>>>>>> review\n")
    #expect(read.isMarked)
    let row = try #require(read.register.row(.inspection, key: "i"))
    #expect(read.register[row].text(.area) == "b")
    let told = read.diagnostics.filter { $0.row == row }
    #expect(told.contains { $0.line == 11 && $0.sentence.contains("names the area “b”") })
    try read.make(.set(.area, key: "a", .name, from: ["A"], to: ["B"]))
    #expect(InspectionStoreTests.read(read.printed).register.holdsTheSame(as: read.register))
  }

  @Test func `versions that do not go together are shown as they stand, and nothing is changed`()
    throws
  {
    // A NUL cannot be written, so that what theirs adds cannot be put beside ours.
    let text =
      "%rec: Area\n\nId: a\nName: A\n\n<<<<<<< HEAD\n=======\nId: b\nName: B\0\n>>>>>>> review\n"
    let folder = try Folder(text)
    var opened = try folder.open()
    #expect(!opened.store.isMarked)
    #expect(opened.notes == [.unjoined])
    #expect(opened.diagnostics.contains { $0.sentence.hasPrefix("git left two versions") })
    let before = opened.register
    #expect(throws: RegisterStore.Problem.self) {
      try opened.make("name", .set(.area, key: "a", .name, from: ["A"], to: ["Other"]))
    }
    #expect(folder.text == text)
    opened.store.close()
    #expect(try folder.open().register.holdsTheSame(as: before))
  }

  @Test func `a set that one side alone begins, in a spelling of its own, goes with the other's`()
    throws
  {
    let text =
      Array("<<<<<<< \n=======\n%rec: Area".utf8) + [0xE8] + Array("\n>>>>>>>\n\nId:P".utf8)
    var read = RegisterReader.read(RecBytes(text))
    #expect(read.isMarked)
    let area = try #require(read.register.row(.area, key: "P"))
    try read.make(.set(.area, key: "P", .name, from: read.register[area].texts(.name), to: ["x"]))
    #expect(
      RegisterReader.read(RecBytes(read.text.print())).register.holdsTheSame(as: read.register))
  }

  /// A register of one theme with a conflict in it.
  private static func theme(_ ours: String, _ theirs: String) -> String {
    "%rec: Theme\n\nId: a\nName: A\n<<<<<<< HEAD\n\(ours)=======\n\(theirs)>>>>>>> review\n\nId: "
      + "b\nName: B\n"
  }

  @Test(arguments: [
    ("Mood: calm\n", "Mood: glad\n"), ("# Ours.\n", "# Theirs.\n"), ("", "# Theirs.\n"),
    ("Word: x\n# Ours.\n", "Word: y\n# Theirs.\nMood: glad\n"),
    ("Mood: calm\n+ and more\n", "Mood: calm\n+ and less\n"),
    ("\n# Free.\n", "\n# Free of theirs.\n# Over two lines.\n"),
  ])
  func `what no record says stays of both sides`(ours: String, theirs: String) throws {
    let text = Self.theme(ours, theirs)
    let folder = try Folder(text)
    var opened = try folder.open()
    #expect(opened.store.isMarked)
    _ = try opened.store.save(opened.register)
    let saved = folder.text
    let lines = (ours + theirs).split(separator: "\n").filter { !$0.hasPrefix("Word") }
    for line in lines { #expect(saved.contains(line + "\n"), "\(saved)") }
    #expect(!saved.contains("<<<<<<<"))
    let last = try #require(saved.ranges(of: "Id: b\n").first)
    for line in lines where !line.contains("Free") && !line.contains("Over") {
      #expect(saved.ranges(of: line + "\n").allSatisfy { $0.upperBound <= last.lowerBound })
    }
    opened.store.close()
    #expect(try folder.open().register.holdsTheSame(as: opened.register))
  }

  @Test func `records of a type that is not known stay of both sides`() throws {
    let text =
      "%rec: Theme\n\nId: a\nName: A\n\n%rec: Visit\n\n<<<<<<< HEAD\nId: 1\nWho: me\n\n=======\n"
      + "Id: 2\nWho: you\n\n>>>>>>> review\nId: 3\nWho: all\n"
    let folder = try Folder(text)
    var opened = try folder.open()
    _ = try opened.store.save(opened.register)
    #expect(folder.text.contains("Id: 1\nWho: me\n\nId: 2\nWho: you\n\nId: 3\nWho: all\n"))
    opened.store.close()
  }

  @Test(arguments: [
    "%rec: Theme\n<<<<<<< HEAD\n%doc: Ours.\n=======\n%doc: Theirs.\n>>>>>>> x\n\nId: a\nName: A\n",
    "%rec: Theme\n\n<<<<<<< HEAD\nId: a\nName: A\n# Ours.\n\nId: b\nName: B\n=======\n"
      + "Id: a\nName: A\n# Theirs.\n\nId: b\nName: B\n>>>>>>> x\n",
  ])
  func `where not both have a place, nothing is changed before it is mended`(text: String) throws {
    let folder = try Folder(text)
    var opened = try folder.open()
    #expect(opened.notes == [.unjoined])
    #expect(throws: RegisterStore.Problem.self) {
      try opened.make("name", .set(.theme, key: "a", .name, from: ["A"], to: ["Other"]))
    }
    #expect(folder.text == text)
    opened.store.close()
    #expect(folder.text == text)
  }

  @Test func `what ours took out of what both once had stays out`() throws {
    let read = read(
      "%rec: Theme\n\nId: a\n<<<<<<< HEAD\nName: A\n||||||| base\nName: O\n# Old.\n=======\n"
        + "Name: B\n# Old.\n>>>>>>> x\n")
    #expect(read.isMarked)
    #expect(!read.printed.contains("# Old."))
  }

  @Test func `each conflict is told in its lines of the file`() {
    #expect(
      read(Self.marked()).sentences == [
        "89:1: git left two versions here, down to line 93",
        "96:1: a contribution has no field Mood; it is kept as it is",
        "103:1: git left two versions here, down to line 113",
        "115:1: records of type Visit are not known here; they are kept as they are",
      ])
  }

  @Test func `what stands to be chosen is told where git left it`() throws {
    let finding = try #require(read(Self.marked()).findings.first { $0.row?.type == .conflict })
    #expect((finding.line, finding.column, finding.severity) == (89, 1, .error))
  }

  @Test func `marks that do not pair are told, and the rest opens`() throws {
    let read = read(Self.marked().replacing(">>>>>>> review", with: ""))
    #expect(!read.isMarked)
    #expect(read.sentences.contains("89:1: git left two versions of the lines from here on"))
    #expect(read.register.row(.area, key: "ashby") != nil)
  }

  @Test(arguments: [
    // Marks that do not pair, and those of Jujutsu in its two styles.
    "<<<<<<< HEAD\nName: A\n=======\nName: B\n",
    """
    <<<<<<< conflict 1 of 1
    %%%%%%% diff from: vpxusssl "base"
    \\\\\\\\\\\\\\        to: rtsqusxu "one"
     Id: c

     Id: d
    -Name: D
    +Name: E
    +++++++ ysrnknol "two"
    Id: d
    Name: F
    >>>>>>> conflict 1 of 1 ends

    """,
    "<<<<<<< conflict\n+++++++ one\nName: A\n------- base\n+++++++ two\nName: B\n>>>>>>> end\n",
  ])
  func `marks that are not understood are told, and nothing is changed`(marks: String) throws {
    let text = "%rec: Theme\n\nId: a\nName: A\n\nId: b\n\(marks)\nId: z\nName: Z\n"
    let folder = try Folder(text)
    var opened = try folder.open()
    #expect(opened.notes == [.unjoined])
    #expect(opened.register.row(.theme, key: "z") != nil)
    #expect(throws: RegisterStore.Problem.self) {
      try opened.make("name", .set(.theme, key: "a", .name, from: ["A"], to: ["Other"]))
    }
    opened.store.close()
    #expect(folder.text == text)
  }

  @Test func `a save writes both versions without marks, and keeps the file as git left it`() throws
  {
    let text = Self.marked()
    let folder = try Folder(text)
    var opened = try folder.open()
    guard case .gitMarks(conflicts: 2, _, isNews: true) = opened.notes.first else {
      Issue.record("\(opened.notes)")
      return
    }
    _ = try opened.store.save(opened.register)
    #expect(folder.text.contains("%rec: Conflict"))
    #expect(!folder.text.contains("======="))
    #expect(folder.texts.contains(text))
    #expect(!opened.store.isMarked)
    opened.store.close()
    let again = try folder.open()
    #expect(again.register.count(.conflict) == 1)
    #expect(again.register.holdsTheSame(as: opened.register))
  }

  @Test func `changes made before a kill are made again on both versions`() throws {
    let folder = try Folder(Self.marked())
    var opened = try folder.open()
    try opened.make("note", .set(.contribution, key: "C-9", .note, from: [], to: ["kept"]))
    let left = try Folder(leftIn: folder)
    let again = try left.open()
    #expect(again.text(.contribution, "C-9", .note) == "kept")
    #expect(again.register.count(.conflict) == 1)
  }

  @Test func `an edit of a value that was changed outside meanwhile stands to be chosen`() throws {
    let folder = try Folder()
    var opened = try folder.open()
    try opened.make("mine", .set(.contribution, key: "C-3", .direction, from: ["+"], to: ["="]))
    try folder.write(
      Sample.text.replacing("Criterion: I4\nDirection: +", with: "Criterion: I4\nDirection: -"))
    guard case .merged(let register, _, let notes) = try opened.store.save(opened.register) else {
      Issue.record("not merged")
      return
    }
    #expect(notes.last == .undecided(1))
    #expect(
      register.all(Conflict.self).map(\.sentence) == [
        "Direction of contribution C-3: “-” here, “=” in the other version (changed in the file "
          + "meanwhile)"
      ])
    #expect(folder.text.contains("%rec: Conflict"))
    opened.store.close()
  }
}
