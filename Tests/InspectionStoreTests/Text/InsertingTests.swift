import InspectionModel
import Testing

@testable import InspectionStore

struct InsertingTests {
  @Test func `contributions go by their passage, then by their key`() throws {
    var read = read(Sample.text)
    for (key, passage) in [
      ("C-9", "s1"), ("C-1", "s1"), ("C-4", "s1"), ("C-8", "i1"), ("C-0", "i1"),
    ] {
      try read.make(.insert(.contribution, values(key, passage)))
    }
    #expect(
      read.printedKeys(.contribution) == ["C-0", "C-5", "C-8", "C-1", "C-3", "C-4", "C-7", "C-9"])
    #expect(read.printed.contains("Direction: 0\n\nId: C-9\n"))
    #expect(read.printed.contains("With: health\nNote: first reading\nMood: cheerful\n\nId: C-4\n"))
  }

  @Test func `records inserted after each other's removal stay in order`() throws {
    var read = read(Sample.text)
    for key in ["b", "d", "c"] { try read.make(.insert(.theme, theme(key))) }
    try read.make(.remove(.theme, theme("c")))
    try read.make(.insert(.theme, theme("bb")))
    try read.make(.insert(.theme, theme("c")))
    try read.make(.insert(.theme, theme("cc")))
    #expect(read.printedKeys(.theme) == ["b", "bb", "c", "cc", "d", "neglect"])
  }

  @Test func `a file in another order keeps it`() throws {
    var read = read("%rec: Theme\n\nId: m\nName: M\n\nId: z\nName: Z\n\nId: a\nName: A\n")
    try read.make(.insert(.theme, theme("n")))
    let keys = read.printedKeys(.theme)
    #expect(keys.filter { $0 != "n" } == ["m", "z", "a"])
    #expect(keys.count == 4)
  }

  @Test func `the first record of a type brings the type's description in its place`() throws {
    var read = read("%rec: Area\n\nId: a\nName: A\n\n%rec: Inspection\n\n%rec: Visit\n\nWho: me\n")
    try read.make(
      .insert(.agency, [.init(.id, "police"), .init(.name, "Police"), .init(.letter, "p")]))
    try read.make(.insert(.theme, theme("t")))
    try read.make(.insert(.framework, [.init(.id, "jtai"), .init(.name, "Joint")]))
    try read.make(.insert(.criterion, [.init(.id, "I1"), .init(.name, "One")]))
    try read.make(.insert(.theme, theme("u")))
    let types = read.printed.split(separator: "\n").filter { $0.hasPrefix("%rec: ") }
      .map { $0.dropFirst(6) }
    #expect(
      types == ["Area", "Framework", "Theme", "Agency", "Criterion", "Inspection", "Visit"])
    #expect(read.printed.contains("%type: Letter regexp /^[a-z]$/\n%mandatory: Name Letter\n"))
    #expect(RegisterReader.read(.init(read.text.print())).register.holdsTheSame(as: read.register))
  }

  @Test func `a set begun for a record goes with the last one, and comes back with it`() throws {
    let text = "%rec: Area\n\nId: a\nName: A\n\n%rec: Visit\n\nWho: me"
    var read = read(text)
    let first = Change("", [.insert(.theme, theme("t"))])
    let second = Change("", [.insert(.theme, theme("u"))])
    try read.make(first)
    try read.make(second)
    let both = read.printed
    try read.make(first.inverse)
    #expect(read.printed.contains("%rec: Theme\n"))
    try read.make(second.inverse)
    #expect(read.printed == text)
    try read.make(first)
    try read.make(second)
    #expect(read.printed == both)
  }

  @Test func `an empty file becomes a register`() throws {
    for start in ["", "# mine\n", "# mine"] {
      var read = read(start)
      try read.make(.insert(.theme, theme("t")))
      #expect(read.printed.hasPrefix(start))
      #expect(read.printed.hasSuffix("\n\nId: t\nName: T\n"))
      let again = RegisterReader.read(.init(read.text.print()))
      #expect(again.diagnostics.isEmpty)
      #expect(again.register.holdsTheSame(as: read.register))
    }
  }

  @Test(arguments: [
    ("", ""), ("\u{FEFF}", ""), ("# Head.\n\n", ""), ("# Head.\n\n", "# Ours.\n #!\n"),
  ])
  func `a set before all others of a file is begun above them and the comments straight above`(
    head: String, comments: String
  ) throws {
    let rest = "\(comments)%rec: Agency\n\nId: a\nName: A\nLetter: a\n"
    var read = read(head + rest)
    let first = Change("", [.insert(.theme, theme("t"))])
    let second = Change("", [.insert(.area, theme("x")), .insert(.theme, theme("u"))])
    try read.make(first)
    try read.make(second)
    #expect(read.printed.hasPrefix(head + "%rec: Area\n"))
    #expect(read.printed.hasSuffix("\n\nId: u\nName: U\n\n" + rest))
    #expect(RegisterReader.read(.init(read.text.print())).register.holdsTheSame(as: read.register))
    #expect(read.text.document.readsBack)
    try read.make(second.inverse)
    try read.make(first.inverse)
    #expect(read.printed == head + rest)
  }

  private func theme(_ key: String) -> [FieldValue] {
    [.init(.id, key), .init(.name, key.uppercased())]
  }

  private func values(_ key: String, _ passage: String) -> [FieldValue] {
    [
      .init(.id, key), .init(.passage, "jtai-ashby-2016/\(passage)"), .init(.agency, "police"),
      .init(.direction, "="),
    ]
  }
}

extension InsertingTests {
  @Test func `a field that the file's descriptor does not know yet is allowed from then on`() throws
  {
    let text = Sample.text.replacing(
      "%rec: Contribution\n%key: Id\n",
      with:
        "%rec: Contribution\n%key: Id\n%mandatory: Passage\n%allowed: Id Passage Agency Direction "
        + "Mood\n"
    )
    var changed = read(text)
    try changed.make(.set(.contribution, key: "C-7", .suspect, from: [], to: ["read again"]))
    #expect(changed.printed.contains("%allowed: Id Passage Agency Direction Suspect Mood\n"))
    try changed.make(.set(.contribution, key: "C-7", .criterion, from: [], to: ["I4"]))
    #expect(
      changed.printed.contains("%allowed: Id Passage Agency Criterion Direction Suspect Mood\n"))
    try changed.make(
      .set(.contribution, key: "C-7", .suspect, from: ["read again"], to: []),
      .set(.contribution, key: "C-7", .criterion, from: ["I4"], to: []))
    #expect(changed.printed == text)
    var foreign = read(text.replacing("\n", with: "\r\n"))
    try foreign.make(.set(.contribution, key: "C-7", .direction, from: ["0"], to: ["+"]))
    #expect(foreign.printed.contains("%allowed: Id Passage Agency Direction Mood\r\n"))
    var same = read(text)
    try same.make(.set(.contribution, key: "C-7", .direction, from: ["0"], to: ["+"]))
    #expect(same.printed.contains("%allowed: Id Passage Agency Direction Mood\n"))
  }
}
