import Testing

@testable import InspectionStore

struct FindingOrderTests {
  @Test func `findings of every kind come in the order of the file`() {
    let lines = read(Troubles.text).findings.map(\.line)
    #expect(lines == lines.sorted())
    #expect(read(Troubles.text).findings.map(\.placed) == Troubles.sentences)
  }

  @Test func `whoever reads the first findings need not wait for the others`() {
    struct Enough: Error {}
    var sentences: [String] = []
    do {
      try read(Troubles.text).forEachFinding { finding in
        sentences.append(finding.placed)
        if sentences.count == 5 { throw Enough() }
      }
    } catch {
      #expect(error is Enough)
    }
    #expect(sentences == Array(Troubles.sentences.prefix(5)))
  }
}

/// Six hundred inspections, ten of three hundred with something wrong of another kind, over more
/// than one stretch of what is looked at in one go.
private enum Troubles {
  static let text =
    """
    %rec: Area

    Id: a
    Name: A

    %rec: Framework

    Id: jtai
    Name: J

    %rec: Inspection
    %prohibit: Theme


    """ + (0..<600).map(inspection).joined()

  private static func inspection(_ number: Int) -> String {
    var lines = [
      "Id: i\(number)", "Area: a", "Framework: jtai", "From: 2019-03-04", "To: 2019-03-08",
      "Certainty: stated-in-letter", "Source: https://e.org",
    ]
    switch number % 300 {
    case 0: lines[3] = "From: 2019-13"
    case 1: lines[1] = "Area: none"
    case 2: lines[4] = "To: 2019-03-01"
    case 3: lines[0] = "Id: i2"
    case 4: lines[0] = "Id: I5"
    case 5: lines.append("Foo: x")
    case 6: lines[6] = "Source: a\u{202E}b"
    case 7: lines[2] = "# Framework"
    case 8: (lines[1], lines[3], lines[6]) = ("Area: none", "From: 2019-03-09", "Foo: \u{202E}")
    case 9: lines.append("Theme: secret")
    case 255: lines.append("what is this")
    default: break
    }
    return lines.joined(separator: "\n") + "\n\n"
  }

  static let sentences = """
    17:7: “2019-13” is not a date: write 2016, 2016-02 or 2016-02-22
    23:7: Area names the area “none”, which is not in this register
    30:5: another inspection below has the key “i2”, too
    34:5: To 2019-03-01 is before From 2019-03-04
    38:5: another inspection above has the key “i2”, so nothing can refer to this one
    46:5: another inspection below has the key “I5”, too
    54:5: the key “i5” looks like “I5”, which is another record
    61:1: an inspection has no field Foo; it is kept as it is
    69:10: U+202E RIGHT-TO-LEFT OVERRIDE is invisible, and can disguise the line
    71:1: this inspection has no Framework
    79:1: this inspection has no Source
    80:7: Area names the area “none”, which is not in this register
    83:5: To 2019-03-08 is before From 2019-03-09
    85:1: an inspection has no field Foo; it is kept as it is
    85:6: U+202E RIGHT-TO-LEFT OVERRIDE is invisible, and can disguise the line
    94:8: Theme names the theme “secret”, which is not in this register
    94:8: Theme is not allowed: %prohibit
    2063:1: not a field, a comment or a blank line
    2420:7: “2019-13” is not a date: write 2016, 2016-02 or 2016-02-22
    2426:7: Area names the area “none”, which is not in this register
    2437:5: To 2019-03-01 is before From 2019-03-04
    2441:5: another inspection above has the key “i2”, so nothing can refer to this one
    2449:5: another inspection above has the key “I5”, so nothing can refer to this one
    2464:1: an inspection has no field Foo; it is kept as it is
    2472:10: U+202E RIGHT-TO-LEFT OVERRIDE is invisible, and can disguise the line
    2474:1: this inspection has no Framework
    2482:1: this inspection has no Source
    2483:7: Area names the area “none”, which is not in this register
    2486:5: To 2019-03-08 is before From 2019-03-09
    2488:1: an inspection has no field Foo; it is kept as it is
    2488:6: U+202E RIGHT-TO-LEFT OVERRIDE is invisible, and can disguise the line
    2497:8: Theme names the theme “secret”, which is not in this register
    2497:8: Theme is not allowed: %prohibit
    4466:1: not a field, a comment or a blank line
    """.split(separator: "\n").map(String.init)
}
