import InspectionModel
import Testing

@testable import InspectionStore

struct DiagnosticTests {
  @Test(arguments: Trouble.all)
  func `what is wrong is said where it stands, and the rest opens`(trouble: Trouble) {
    let read = read(trouble.text)
    #expect(read.findings.map(\.placed) == trouble.sentences)
    #expect(read.printed == trouble.text)
    #expect(read.register.row(.area, key: "whole") != nil)
  }

  @Test func `a diagnostic shows its line and the record it is in`() throws {
    let read = read("%rec: Area\n\nId: a\nName: A\nFrom: tomorrow\n")
    let diagnostic = try #require(read.diagnostics.first)
    #expect(diagnostic.text == "From: tomorrow")
    #expect(diagnostic.severity == .error)
    #expect(diagnostic.row == read.register.row(.area, key: "a"))
  }

  @Test(arguments: [
    ("%rec: Area\nId: a\nName: A\n", "2:1"), ("Id: a\nName: A\n%rec: Area\n%doc: Places.\n", "1:1"),
  ])
  func `a record that an empty line is missing from is not read, and that is said`(
    text: String, place: String
  ) {
    let read = read(text)
    #expect(read.register.count(.area) == 0)
    let sentence = "an empty line is missing between this record and %rec: Area; nothing reads it"
    #expect(read.sentences == ["\(place): \(sentence)"])
    #expect(read.printed == text)
  }

  @Test func `a passage with neither text nor summary is pointed out`() throws {
    let words = ["", "Text: Told.\n", "Summary: Told.\n", "Fingerprint: 0123456789abcdef\n"]
    let passages = words.enumerated().map { index, line in
      "Id: v/s\(index)\nInspection: v\nSection: strength\nIndex: \(index)\n\(line)\n"
    }
    let read = read("%rec: Passage\n\n" + passages.joined())
    let wordless = read.findings.filter {
      $0.sentence == "this passage has neither Text nor Summary"
    }
    #expect(wordless.map(\.line) == [3, 20])
    #expect(wordless.allSatisfy { $0.severity == .warning })
  }

  @Test func `a concern that is more than open has to show for it`() throws {
    let read = read(
      """
      %rec: Concern

      Id: K1
      Name: Burden
      Standing: open

      Id: K2
      Name: Pause
      Standing: addressed
      By: mh
      On: 2026-11-25

      Id: K3
      Name: Framework
      Standing: rejected
      By: mh
      On: 2026-11-25
      Evidence: https://example.org/why

      """)
    #expect(
      read.findings.map(\.sentence) == ["a concern that is addressed needs On, By and Evidence"])
    #expect(read.findings.map(\.line) == [9])
  }

  @Test(arguments: [
    ("police", "Police", ""), ("a b", "a\u{A0} b", "; this one holds U+00A0 NO-BREAK SPACE"),
    ("x", " x ", ""), ("a\tb", "ab", "; that one holds U+0009"),
    ("police", "p\u{43E}lice", "; this one holds U+043E CYRILLIC SMALL LETTER O"),
    ("p\u{3BF}lice", "police", "; that one holds U+03BF GREEK SMALL LETTER OMICRON"),
    ("\u{410}\u{441}\u{435}", "ACE", "; that one holds U+0410 CYRILLIC CAPITAL LETTER A"),
    ("ab", "a\u{200B}b", "; this one holds U+200B ZERO WIDTH SPACE"),
    ("a-b", "a\u{2013}b", "; this one holds U+2013 EN DASH"), ("I1", "l01", ""), ("1O5", "105", ""),
    ("caf\u{E9}", "cafe\u{301}", "; this one holds U+0301 COMBINING ACUTE ACCENT"),
    ("ab", "\u{FF41}\u{FF42}", "; this one holds U+FF41 FULLWIDTH LATIN SMALL LETTER A"),
  ])
  func `a key that looks like another is pointed out`(one: String, other: String, hint: String) {
    let findings = read("%rec: Area\n\nId: \(one)\nName: A\n\nId: \(other)\nName: B\n").findings
    let sentence = "the key “\(other)” looks like “\(one)”, which is another record\(hint)"
    let alike = findings.filter { $0.sentence.contains("looks like") }
    #expect(alike.map { "\($0.line): \($0.sentence)" } == ["6: \(sentence)"])
  }

  @Test(arguments: [("ab", "a.b"), ("I1", "I2"), ("jose", "jos\u{E9}"), ("i1", "i11"), ("10", "1")])
  func `keys that differ to the eye are not`(one: String, other: String) {
    #expect(read("%rec: Area\n\nId: \(one)\nName: A\n\nId: \(other)\nName: B\n").findings.isEmpty)
  }

  @Test func `a key of nothing is told of each record that has it`() {
    let findings = read("%rec: Area\n%key: Id\n\nId:\nName: A\n\nId: \nName: B\n\nName: C\n")
      .findings
    #expect(
      findings.map { "\($0.line) \($0.severity): \($0.sentence)" } == [
        "4 error: Id is empty: nothing can refer to this area",
        "7 error: Id is empty: nothing can refer to this area", "10 error: this area has no Id",
      ])
  }

  @Test func `a grade under a framework that gives none is pointed out`() {
    let grade = "Grade: good\nCertainty: stated-in-letter"
    let graded = Sample.text.replacing("Certainty: stated-in-letter", with: grade)
    #expect(read(graded).findings.isEmpty == read(Sample.text).findings.isEmpty)
    let name = "Name: Joint targeted area inspection\n"
    let narrative = graded.replacing(name, with: name + "Outcome: narrative\n")
    #expect(
      read(narrative).findings.map(\.sentence).contains(
        "the framework jtai is narrative: no grade is given under it"))
    let other = graded.replacing(name, with: name + "Outcome: graded\n")
    #expect(read(other).findings.map(\.sentence) == read(graded).findings.map(\.sentence))
  }

  @Test(arguments: [
    ("ilacs", "2024", "overall", "Grade: good", nil),
    ("ilacs", "2024", "overall", "Reason: not-judged", nil),
    ("tlac", "2013", "overall", "Grade: adequate", nil),
    (
      "ilacs", "2024", "overall", "Grade: adequate",
      "adequate is not on the scale of overall under ilacs: outstanding good requires-improvement "
        + "inadequate"
    ),
    (
      "area-send", "2024", "send", "Grade: good",
      "good is not on the scale of send under area-send: typically-positive inconsistent "
        + "systemic-failings"
    ),
    (
      "ilacs", "2022-12-05", "care-leavers", "Grade: good",
      "care-leavers was not graded under ilacs in inspections of that day"
    ),
    (
      "ilacs", "2023-01-16", "in-care-and-care-leavers", "Grade: good",
      "in-care-and-care-leavers was not graded under ilacs in inspections of that day"
    ),
    (
      "ilacs-short", "2026-04-27", "overall", "Grade: good",
      "overall was not graded under ilacs-short in inspections of that day"
    ),
    (
      "sif", "2014", "in-care-and-care-leavers", "Grade: good",
      "in-care-and-care-leavers was not graded under sif in inspections of that day"
    ),
    ("sif", "2014", "lscb", "", "a judgement needs a Grade, or a Reason why there is none"),
    (
      "sif", "2014", "lscb", "Grade: good\nReason: narrative",
      "a judgement with a Grade needs no Reason"
    ),
    (
      "sif", "2014", "lscb", "Grade: good\nWords: a b c d e f g h i j k",
      "Words are at most 10 of the report's; these are 11"
    ),
  ])
  func `a judgement that its framework did not make is pointed out`(
    framework: String, from: String, aspect: String, lines: String, sentence: String?
  ) {
    let text = Judged.text(framework, from: from, "k/\(aspect)", aspect, lines)
    #expect(read(text).findings.map(\.sentence) == [sentence].compactMap(\.self))
  }

  @Test func `a judgement under another key, or another grade than the inspection's, is told`() {
    let misnamed = Judged.text("sif", from: "2014", "k/x", "lscb", "Grade: good")
    #expect(read(misnamed).findings.map(\.sentence) == ["the key of this judgement is k/lscb"])
    let differing = Judged.text("sif", from: "2014", "k/overall", "overall", "Grade: good")
      .replacing("Certainty", with: "Grade: inadequate\nCertainty")
    #expect(
      read(differing).findings.map { "\($0.line): \($0.sentence)" } == [
        "17: Grade is inadequate, and the judgement k/overall says good"
      ])
    let same = differing.replacing("Grade: inadequate", with: "Grade: good")
    #expect(read(same).findings.isEmpty)
  }

  @Test func `a very long line is cut, and so is a very long value`() throws {
    let value = String(repeating: "x", count: 1_000)
    let read = read("%rec: Area\n\nId: a\nName: A\nFrom: \(value)\n")
    let diagnostic = try #require(read.diagnostics.first)
    #expect(diagnostic.text.count <= 201)
    #expect(diagnostic.sentence.count < 130)
  }
}

/// An inspection with one judgement.
private enum Judged {
  static func text(
    _ framework: String, from: String, _ key: String, _ aspect: String, _ lines: String
  ) -> String {
    """
    %rec: Area

    Id: a
    Name: A

    %rec: Framework

    Id: \(framework)
    Name: Some

    %rec: Inspection

    Id: k
    Area: a
    Framework: \(framework)
    From: \(from)
    Certainty: stated-elsewhere
    Source: x

    %rec: Judgement

    Id: \(key)
    Inspection: k
    Aspect: \(aspect)

    """ + (lines.isEmpty ? "" : lines + "\n")
  }
}

extension Diagnostic {
  var placed: String { "\(line):\(column): \(sentence)" }
}

/// A text with something wrong in it, and what is to be said of it.
struct Trouble: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let text: String
  let sentences: [String]

  /// - Parameter lines: what stands after an area that is in order, from line 6 on.
  init(_ name: String, _ lines: String, _ sentences: String...) {
    testDescription = name
    text = "%rec: Area\n\nId: whole\nName: Whole\n\n" + lines
    self.sentences = sentences
  }

  static let all = values + shapes + references + records

  private static let values = [
    Trouble(
      "a day that is none", "Id: a\nName: A\nFrom: 2016-02-30\n",
      "8:7: “2016-02-30” is not a date: write 2016, 2016-02 or 2016-02-22"),
    Trouble(
      "a number that is none", "%rec: Framework\n\nId: a\nName: A\nNotice:  five\n",
      "10:9: “ five” is not a whole number"),
    Trouble(
      "a word that is not on the list", "%rec: Framework\n\nId: a\nName: A\nOutcome: good\n",
      "10:10: “good” is not one of graded, narrative"),
    Trouble(
      "a field that is missing", "# note\nId: a\nRegion: London\n", "7:1: this area has no Name"),
    Trouble("a key that is missing", "Name: A\nRegion: London\n", "6:1: this area has no Id"),
    Trouble(
      "a field too often", "Id: a\nName: A\nName: B\nName: C\n",
      "8:7: Name may appear only once in an area", "9:7: Name may appear only once in an area"),
    Trouble(
      "the second of two values does not fit", "Id: a\nName: A\nFrom: 2016\nFrom: soon\n",
      "9:7: From may appear only once in an area",
      "9:7: “soon” is not a date: write 2016, 2016-02 or 2016-02-22"),
  ]

  private static let shapes = [
    Trouble(
      "a region that England does not have", "Id: a\nName: A\nRegion: Mercia\n",
      "8:9: “Mercia” is not one of North East, North West, Yorkshire and the Humber, East "
        + "Midlands, "
        + "West Midlands, East of England, London, South East, South West"),
    Trouble(
      "a code of too few digits", "Id: a\nName: A\nGSS: E0600001\n",
      "8:6: “E0600001” is not E and 8 digits"),
  ]

  private static let references = [
    Trouble(
      "a record that is not there", "Id: a\nName: A\nNeighbour: atlantis\n",
      "8:12: Neighbour names the area “atlantis”, which is not in this register"),
    Trouble(
      "two records that are not there",
      "Id: a\nName: A\nNeighbour: atlantis\nNeighbour: whole\nNeighbour: lemuria\n",
      "8:12: Neighbour names the area “atlantis”, which is not in this register",
      "10:12: Neighbour names the area “lemuria”, which is not in this register"),
    Trouble(
      "a key that is taken", "Id: whole\nName: Again\n",
      "3:5: another area below has the key “whole”, too",
      "6:5: another area above has the key “whole”, so nothing can refer to this one"),
  ]

  private static let records = [
    Trouble(
      "a field nobody knows", "Id: a\nName: A\nColour: red\n",
      "8:1: an area has no field Colour; it is kept as it is"),
    Trouble(
      "a type nobody knows", "# why not\n%rec: Visit\n\nWho: me\n",
      "7:1: records of type Visit are not known here; they are kept as they are"),
    Trouble(
      "a type without a name", "%rec: 1bad\n\nWho: me\n",
      "6:7: “1bad” is not the name of a record type"),
    Trouble(
      "a type of no name at all", "%rec:\n\nWho: me\n",
      "6:6: %rec takes the name of a record type"),
    Trouble(
      "a type with a hyphen", "%rec: Visit-b\n\nWho: me\n",
      "6:1: records of type Visit are not known here; they are kept as they are",
      "6:7: of “Visit-b”, the name of the record type is Visit alone"),
    Trouble(
      "demands in another file", "%rec: Visit v.rec\n\nWho: me\n",
      "6:1: records of type Visit are not known here; they are kept as they are",
      "6:7: what v.rec demands of these records is not read here, only by recfix --check"),
    Trouble(
      "records that refer to nothing",
      "%rec: Visit\n%key: N\n%type: With rec Visit\n%type: Who rec Person\n\n"
        + "N: 1\nWith: 2\nWho: me\n\nN:\nWith: 1\nWho: me\n",
      "6:1: records of type Visit are not known here; they are kept as they are",
      "12:7: no record of type Visit has the key “2”",
      "13:6: there are no records of type Person, which its %type refers to",
      "15:3: N is the %key and empty: nothing can refer to this record"),
    Trouble(
      "a line that is not rec", "Id: a\nwhat is this\nName: A\n",
      "7:1: not a field, a comment or a blank line"),
    Trouble(
      "letters of two bytes", "Id: é\nName: ééé\nSuccessor: ö\n",
      "8:12: Successor names the area “ö”, which is not in this register"),
  ]
}
