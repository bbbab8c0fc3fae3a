import InspectionModel
import InspectionOperations
import InspectionStore
import RecText
import Testing

@testable import Exchange

/// Codebooks of other programs for qualitative analysis, in and out.
struct QDACodebookTests {
  private func codes(_ text: String) throws -> [CodebookEntry] {
    try QDACodebook.read(Array(text.utf8))
  }

  private func problem(_ text: String) -> String? { problem(Array(text.utf8)) }

  private func problem(_ bytes: [UInt8]) -> String? {
    do throws(XMLProblem) {
      _ = try QDACodebook.read(bytes)
      return nil
    } catch {
      return error.description
    }
  }

  private func book(_ codes: String, _ namespace: String = "urn:QDA-XML:codebook:1.0") -> String {
    "<CodeBook xmlns=\"\(namespace)\"><Codes>\(codes)</Codes></CodeBook>"
  }

  private static let criteria = """
    %rec: Criterion

    Id: I1
    Name: Hearing <the> child & "family"
    Definition: One.
    +
    + Two: ]]> é.
    Include: visits
    + alone
    Example: 'x'

    Id: I2
    Name: Plain

    Id: I3
    Name: Gone
    Status: retired

    """

  private func register(_ text: String) -> Register {
    RegisterReader.read(RecBytes(Array(text.utf8))).register
  }

  @Test func `criteria in use go out as the standard has it, with numbers that stay`() {
    let text = QDACodebook.text(register(Self.criteria))
    #expect(
      text == """
        <?xml version="1.0" encoding="utf-8"?>
        <CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="jointview">
          <Codes>
            <Code guid="\(Codebook.guid(of: "I1"))" \
        name="Hearing &lt;the&gt; child &amp; &quot;family&quot;" isCodable="true">
              <Description>One.&#10;&#10;Two: ]]&gt; é.&#10;&#10;Include: visits&#10;alone\
        &#10;&#10;Example: 'x'</Description>
            </Code>
            <Code guid="\(Codebook.guid(of: "I2"))" name="Plain" isCodable="true">
              <Description></Description>
            </Code>
          </Codes>
        </CodeBook>

        """)
    let guid = /[0-9A-F]{8}-[0-9A-F]{4}-8[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}/
    let keys = "IJKLMNOPQ".flatMap { letter in (0...9).map { "\(letter)\($0)" } }
    let all = Set(keys.map(Codebook.guid))
    #expect(all.count == keys.count)
    #expect(all.allSatisfy { $0.wholeMatch(of: guid) != nil })
  }

  @Test func `what went out comes back, and changes nothing; in an empty register it is the same`()
    throws
  {
    var author = Author(
      "ada", on: try #require(Day(iso: "2026-11-29")), keys: SplitMix(seed: 7))
    let ours = register(Self.criteria)
    let entries = try codes(QDACodebook.text(ours))
    let same = try ImportCodebook(entries, because: "x").proposal(for: ours, by: &author)
    #expect(same.change.edits.isEmpty)
    var copy = register("")
    try copy.apply(
      try ImportCodebook(entries, because: "x").proposal(for: copy, by: &author).change)
    for key in ["I1", "I2"] {
      let (here, there) = (
        try #require(copy.row(.criterion, key: key)), try #require(ours.row(.criterion, key: key))
      )
      for field in Codebook.fields {
        #expect(copy[here].texts(field) == ours[there].texts(field), "\(key) \(field)")
      }
    }
  }

  @Test func `a code that was renamed elsewhere is known again, and its former words are kept`()
    throws
  {
    var author = Author(
      "ada", on: try #require(Day(iso: "2026-11-29")), keys: SplitMix(seed: 7))
    var ours = register(Self.criteria)
    let text = QDACodebook.text(ours)
      .replacing("name=\"Plain\"", with: "name=\"Plainer\" color=\"#FF0000\"")
      .replacing(
        "guid=\"\(Codebook.guid(of: "I2"))\"",
        with:
          "guid=\"{\(Codebook.guid(of: "I2").lowercased())}\"")
    let change = try ImportCodebook(try codes(text), because: "x").proposal(for: ours, by: &author)
    #expect(change.notes == [.keptWording(criterion: "I2", version: 1)])
    try ours.apply(change.change)
    #expect(ours.row(.criterion, key: "I2").flatMap { ours[$0].text(.name) } == "Plainer")
  }

  @Test(arguments: ["urn:QDA-XML:codebook:1.0", "urn:QDA-XML:codebook:1:0"])
  func `both spellings of the namespace are read, and codes within codes`(namespace: String) throws
  {
    let text = """
      \u{FEFF}<?xml version="1.0" encoding="UTF-8" standalone="no" ?>\r
      <!-- by another program --><?target x?>\r
      <q:CodeBook origin='NVivo 12' xmlns:q="\(namespace)" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="x y">
      <q:Codes>
        <q:Code guid="1" name="group" isCodable="false">
          <q:Code name="a &#x26; b" guid="2" isCodable="true"><q:NoteRef targetGUID="3"/>
            <q:Description>one\r\n<![CDATA[<two> & ]]>three&amp;<!-- no --></q:Description>
            <q:Code name="c" guid="4"/>
          </q:Code>
        </q:Code>
      </q:Codes><q:Sets><q:Set guid="5" name="s"/></q:Sets></q:CodeBook>
      <!-- end -->
      """
    let entries = try codes(text)
    #expect(entries.map(\.name) == ["a & b", "c"])
    #expect(entries.map(\.description) == ["one\n<two> & three&", nil])
    #expect(entries.map(\.line) == [6, 9])
  }

  @Test(arguments: [
    ("", "1:1: an element is expected here"),
    ("name,description\n", "1:1: an element is expected here"),
    ("<!DOCTYPE x [<!ENTITY a \"b\">]><x/>", "1:1: a document type is not read"),
    ("<CodeBook>", "1:1: the element CodeBook begins here and does not end"),
    ("<a>\n <b></a>", "2:5: a ends here, and b is open"),
    ("<a b=1/>", "1:6: a quote is expected here"),
    ("<a b='1' b='2'/>", "1:10: the attribute b is there twice"),
    ("<a b='1'c='2'/>", "1:9: a blank is expected here"),
    ("<a b='<'/>", "1:7: < may not stand in an attribute"),
    ("<a>&lol;</a>", "1:4: nobody says what the entity lol stands for"),
    ("<a>&#0;</a>", "1:8: U+0000 is not allowed in XML"),
    ("<a>&amp</a>", "1:4: & begins an entity, which ends with ;"),
    ("<a>&#xD800;</a>", "1:4: nobody says what the entity #xD800 stands for"),
    ("<a>\u{1}</a>", "1:4: U+0001 is not allowed in XML"),
    ("<a/><b/>", "1:5: nothing may follow the last element"),
    ("<a><!-- x -- y --></a>", "1:8: -- may not stand in a comment"),
    ("<a><![CDATA[x</a>", "1:13: CDATA begins here and does not end"),
    ("<a>]]></a>", "1:4: ]]> may not stand in text"),
    ("<a><?xml version='1.0'?></a>", "1:4: the declaration may only stand at the start"),
    (
      "<?xml version='1.0' encoding='UTF-16'?><a/>",
      "1:1: it says that it is utf-16; save it as UTF-8"
    ),
    ("<p:a/>", "1:1: nobody says what the prefix p stands for"), ("<a", "1:3: > is expected here"),
    ("<a b='x", "1:6: a quote begins here and does not end"),
    ("<", "1:2: the name of an element is expected here"),
    (
      "<Project xmlns='urn:QDA-XML:project:1.0'/>",
      "1:1: a codebook begins with CodeBook, not Project"
    ),
    ("<CodeBook/>", "1:1: the codebook does not name its namespace, urn:QDA-XML:codebook:1.0"),
    ("<CodeBook xmlns='urn:x'/>", "1:1: urn:x is another format; we read urn:QDA-XML:codebook:1.0"),
    ("<CodeBook xmlns='urn:QDA-XML:codebook:1:0'/>", "1:1: the codebook has no Codes"),
  ])
  func `what is no codebook is told with its line and column`(text: String, sentence: String) {
    #expect(problem(text) == sentence)
  }

  @Test func `a code without a name, one that is there twice, and what nobody sees are told`() {
    #expect(problem(book("\n <Code/>")) == "2:2: a code without a name")
    #expect(
      problem(book("<Code name='a'/>\n<Code name='b'><Code name='a'/></Code>"))
        == "2:16: “a” is in it twice")
    #expect(
      problem(book("\n<Code name='a&#x202E;b'/>"))
        == "2:1: U+202E RIGHT-TO-LEFT OVERRIDE is invisible, and not allowed")
    #expect(problem(Array(book("").utf8) + [0xFF]) == "1:1: this line is not UTF-8")
    #expect(problem([0xFF, 0xFE, 0x3C, 0]) == "1:1: it is UTF-16; save it as UTF-8 first")
  }

  @Test func `a codebook that is deep, long or cut anywhere ends in a sentence`() {
    let deep = String(repeating: "<a>", count: 100_000)
    #expect(problem(deep)?.hasSuffix("elements stand in one another too deep") == true)
    let text = Array(QDACodebook.text(register(Self.criteria)).utf8)
    for count in stride(from: 0, to: text.count - 2, by: 7) {
      #expect(problem(Array(text[..<count])) != nil, "\(count)")
    }
    let many = (0..<20_000).map { "<Code name='\($0)'/>" }.joined()
    #expect(problem(book(many)) == nil)
  }
}
